"""Names in a cell: cleaned of what does not print, and who else stands in the row beside the one who is named."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from paradero.model import Figure
from paradero.model.figure import Operator
from paradero.rolls.folding import folded, is_nothing

# Joiners that Persian, Indic and emoji sequences need are not among them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
_JOINERS = re.compile("(?<![\u0600-\u06ff\u0900-\u0dff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u06ff\u0900-\u0dff])")
_LETTERS = re.compile(r"[\w\s.,;:'’()\-]*")
_NUMBERING = re.compile(r"\s*(?:\(?\d{1,5}[.)\]]|[-•*–·])\s*(?=\S)")
_AND = r"\s*(?:,|\band|\bwith|\by|\be|\bcon|&|\+)\s+"
_KIN = (
    r"family|relatives?|wife|husband|spouse|partner|son|daughter|child|children|sons|daughters|kids|baby|mother|father"
    r"|brothers?|sisters?|parents|familia|familiares|espos[oa]|mujer|marido|hij[oa]s?|ni[ñn][oa]s?|beb[ée]|madre|padre"
    r"|herman[oa]s?|padres|pareja"
)
_OTHERS = r"others?|more|companions?|people|persons?|otr[oa]s?|m[áa]s|compa[ñn]er[oa]s?|acompa[ñn]antes?|personas?"
_ONE = frozenset(
    "wife husband spouse partner son daughter child baby mother father brother sister companion relative person other "
    "esposo esposa mujer marido hijo hija nino nina bebe madre padre hermano hermana pareja persona acompanante otro "
    "otra familiar".split()
)
_WORDS = {
    **{word: n for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)},
    **{w: n for n, w in enumerate("uno dos tres cuatro cinco seis siete ocho nueve diez once doce".split(), 1)},
    "una": 1,
    "un": 1,
    "a": 1,
    "an": 1,
}
_NUMBER = rf"\d{{1,6}}|{'|'.join(_WORDS)}"
_BESIDE = re.compile(
    rf"(?P<name>\S.*?){_AND}(?:(?:his|her|their|sus?|the|la|el)\s+)?(?:(?P<before>{_NUMBER})\s+)?"
    rf"(?P<who>(?:(?:other|otr[oa]s)\s+)?(?:{_KIN}|{_OTHERS}))(?:\s+(?P<after>{_NUMBER}))?"
    rf"\s*(?:[(\[]\s*(?P<total>\d{{1,6}})[^)\]]*[)\]])?\s*\.?",
    re.I,
)
_BESIDE_OTHERS = re.compile(rf"(?P<name>\S.*?){_AND}(?:otr[oa]s|others)\s+(?P<before>{_NUMBER})", re.I)
_COUNTED = re.compile(
    rf"(?:(?:about|unos|unas|approximately)\s+)?(?P<n>{_NUMBER})\s+(?P<of>(?:(?:unidentified|unknown|unnamed|more|other|no|sin|not|otr[oa]s)\s+)*"
    r"(?:unidentified|unknown|unnamed|identificad[oa]s?|identificar|desconocid[oa]s?|identified|nombre|nn|n\.n\."
    r"|persons?|people|individuals|men|women|children|prisoners|detainees|personas?|hombres?|mujeres?|ni[ñn]os?|detenid[oa]s?|pres[oa]s?"
    r"|minors?|menores|boys?|girls?|adults?|adult[oa]s?|babies|beb[ée]s?)"
    r"(?:\s+(?:persons?|people|men|women|children|prisoners|detainees|identified))?)\s*\.?",
    re.I,
)
_NOBODY = re.compile(
    r"(?:n\.?\s?n\.?|(?:unidentified|unknown)(?: (?:person|man|woman|male|female|name))?|unnamed|name unknown"
    r"|(?:hombre |mujer |persona )?(?:no identificad[oa]|sin identificar|desconocid[oa])|sin nombre|john doe|jane doe)"
    r"(?:\s*[(\[][^)\]]*[)\]])?",
    re.I,
)
_TOTAL = r"(?:\s*[(\[]\s*(?P<total>\d{1,6})[^)\]]*[)\]])?\s*\.?"
# A household under its family name: "familia Montal", "the Montal family (5)", "hermanos Rojas".
_HOUSEHOLD = re.compile(
    rf"(?:(?:la|los|las|the)\s+)?(?:(?:familia|flia\.?|fam\.|family|herman[oa]s|espos[oa]s)\s+(?:(?:de|of)\s+(?:los\s+|the\s+)?)?"
    rf"[^\W\d_][^()\[\]]*?|[^\W\d_][^()\[\]]*?\s+(?:family|brothers|sisters|siblings)){_TOTAL}",
    re.I,
)
# Somebody who is not named, by a relative who is: "esposa de Luis Rojas", "two sons of Luis Rojas".
_RELATIVE = re.compile(
    rf"(?:(?:the|la|el|los|las)\s+)?(?:(?P<n>{_NUMBER})\s+)?(?P<who>(?!pareja)(?:{_KIN}|familiar))\s+(?:de|del|of)\s+[^\s,][^,]*",
    re.I,
)
_PLUS = re.compile(r"(?P<name>\S.*?)\s*\+\s*(?P<before>\d{1,3})")
_WITH_TOTAL = re.compile(
    r"(?P<name>\S[^()\[\]]*?)\s*[(\[]\s*(?P<total>\d{1,6})\s+(?:persons?|people|personas?|members|miembros)\s*[)\]]",
    re.I,
)
_NAME = r"[^\W\d_][^\W\d_]*[.'’\-]*(?:[\s][^\W\d_][\w.'’\-]*)+"
_TWO = re.compile(rf"(?P<one>{_NAME})\s+(?:and|y|&)\s+(?P<two>{_NAME})", re.I)
_SEVERAL = re.compile(r"\s*[;\u2028\n/]\s*")


@dataclass(frozen=True, slots=True)
class Named:
    """Who stands in a cell: the names, and the group when it is not exactly one named person."""

    names: tuple[str, ...]
    group: Figure | None = None


def cleaned(text: str) -> str:
    """Return a text without characters that do not print, its white space as single spaces."""
    return " ".join(_JOINERS.sub("", _UNSEEN.sub("", text)).split())


def has_unseen(text: str) -> bool:
    """Tell whether a text holds control characters, invisible ones, or marks of the writing direction."""
    return _UNSEEN.search(text) is not None or _JOINERS.search(text) is not None


def has_odd(name: str) -> bool:
    """Tell whether a name holds what no name has: pictures, signs, digits in a word."""
    return any(
        unicodedata.category(c) in ("So", "Sm", "Sk", "Sc", "Cs", "Co", "Nd", "Cn") for c in name if c not in "´`^¨"
    )


def name_in(text: str) -> str:
    """Return a name without numbering before it and without pictures."""
    bare = _NUMBERING.sub("", cleaned(text), count=1) if _NUMBERING.match(text) else cleaned(text)
    if _LETTERS.fullmatch(bare) is not None:
        return bare.strip(" ,;:*")
    shown = "".join(
        c for c in bare if unicodedata.category(c) not in ("So", "Cs", "Co", "Cn") and c not in "\u200d\ufe0f"
    )
    return " ".join(shown.split()).strip(" ,;:*")


@lru_cache(maxsize=65_536)
def named_in(text: str) -> Named:
    """Return who stands in a cell of names.

    "Ana Ruiz and family" is a group of two or more with one name; "3 unidentified" a group of three without names; "NN"
    one person without a name. What a figure does not say is not made up: it is a bound, or open.
    """
    bare = name_in(text)
    if is_nothing(bare) or _NOBODY.fullmatch(bare):
        return Named((), Figure("=", 1, written=bare))
    counted = _COUNTED.fullmatch(bare)
    if counted is not None:
        return Named((), Figure("=", _number(counted["n"]), of=counted["of"], written=counted["n"]))
    unnamed = None
    beside = next(filter(None, (one.fullmatch(bare) for one in (_BESIDE, _BESIDE_OTHERS, _PLUS))), None)
    if beside is None:
        unnamed = _by_relatives(bare)
        beside = None if unnamed is not None else _WITH_TOTAL.fullmatch(bare)
    if unnamed is not None:
        return Named((), unnamed)
    if beside is not None:
        return _joined(named_in(beside["name"].strip(" ,")), beside.groupdict(), bare[beside.end("name") :].strip(" ,"))
    several = [one for one in map(name_in, _SEVERAL.split(text)) if one]
    if len(several) > 1 and all(len(one.split()) > 1 for one in several):
        return Named(tuple(several), Figure("=", len(several)))
    two = _TWO.fullmatch(bare)
    if two is not None and len(two["two"].split()) > 1:
        return Named((two["one"], two["two"]), Figure("=", 2))
    return Named((bare,))


def _joined(first: Named, found: dict[str, str | None], words: str) -> Named:
    """Add those who stand beside to whoever was named before ("Juan Soto, wife and 2 children")."""
    beside = _beside(found, words)
    if first.group is None or first.group.value is None or beside.value is None:
        return Named(first.names, beside)
    operator: Operator = "=" if beside.operator == first.group.operator == "=" else ">="
    count = int(first.group.value) + int(beside.value) - 1
    return Named(first.names, Figure(operator, count, written=f"{first.group.written} {words}".strip()))


def _beside(found: dict[str, str | None], words: str) -> Figure:
    """Return the size of a group of one who is named and others."""
    number = found.get("before") or found.get("after")
    if number is not None:
        return Figure("=", 1 + _number(number), written=words)
    if found.get("total"):
        # Whether the one who is named counts among them is not said.
        return Figure(">=", max(2, int(found["total"] or 0)), written=words)
    return Figure("=", 2, written=words) if _is_one(found["who"] or "") else Figure(">=", 2, written=words)


def _by_relatives(bare: str) -> Figure | None:
    """Return how many people a cell stands for that names only their family or a relative of theirs; else None."""
    relative = _RELATIVE.fullmatch(bare)
    household = _HOUSEHOLD.fullmatch(bare)
    if household is not None and (relative is None or folded(relative["who"]) in ("familia", "family")):
        total = household["total"]
        return Figure("=", int(total), of=bare, written=total) if total else Figure(">=", 2, of=bare, written=bare)
    if relative is None:
        return None
    if relative["n"]:
        return Figure("=", _number(relative["n"]), of=bare, written=relative["n"])
    one = _is_one(relative["who"])
    return Figure("=" if one else ">=", 1 if one else 2, of=bare, written=bare)


def _is_one(kin: str) -> bool:
    return folded(kin).split()[-1] in _ONE


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else _WORDS[written.lower()]
