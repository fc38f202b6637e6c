"""Sets in words: what the words for a set say of who, where, when and which part. Only words decide, never numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from paradero.ledger import spanish
from paradero.ledger.wordlists import any_of, wordlist
from paradero.text.en.months import MONTH, MONTHS

_DAY = re.compile(
    rf"(?P<iso>\d{{4}}-\d\d-\d\d)|(?P<d>\d{{1,2}}) (?P<m>{MONTH}),? (?P<y>\d{{4}})"
    rf"|(?P<m2>{MONTH}) (?P<d2>\d{{1,2}}),? (?P<y2>\d{{4}})"
    rf"|(?P<d3>\d{{1,2}}) de (?P<m3>{any_of(wordlist('spanish')['months'])}) (?:de|del) (?P<y3>\d{{4}})"
)
_TOKEN = re.compile(r"#?[^\W\d_][\w.'’-]*[^\W_]|[^\W\d_]|[,;:]|\d+")
_ROLES = {
    **{name: name for name in ("by", "of", "from", "to", "at")},
    **dict.fromkeys(("in", "inside"), "at"),
    "into": "to",
    **dict.fromkeys(("through", "via", "under", "during", "with", "for", "after", "before", "on"), "then"),
}
_ORDINALS = {name: at for at, name in enumerate(("first", "second", "third", "fourth", "fifth", "sixth"), start=1)}
_ORDERED = frozenset({"announcement", "stage", "phase", "round", "group", "batch", "wave", "exchange", "flight"})
_PART = re.compile(
    r"^(?:(?:part|some|those|names? known|names?|members?) of (?:the )?|(?:parte|algunos|nombres?) de (?:la |el )?)"
    r"[\w#.-]*[\w#](?: who (?:are|were))?[:, ]*",
    re.I,
)
_WHOLE = re.compile(r"\b(?:of|among|within|de|entre) (?:the |la |el )?(?P<id>[\w#.-]*[\w#])")
_TOTAL = re.compile(r"\b(in all|in total|altogether|all told|together|total|en conjunto)\b", re.I)
_RETURN = re.compile(r"\bin (?:return|exchange)\b|\bin turn for\b|\ba cambio\b|\ben canje\b", re.I)
_MOVED = re.compile(
    r"\b(people|persons|passengers) (moved|flown|transported|carried|exchanged)\b|\bon board\b|\ba bordo\b"
    r"|\b(personas|pasajeros) (trasladad|transportad|canjead)[oa]s\b",
    re.I,
)
_STILL = re.compile(r"\b(still|remaining|left|aún|todavía|restantes|quedan)\b", re.I)
_REMAINS = frozenset({"body", "remains"})  # "bodies of hostages" are told of as hostages
_PLURALS = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "people",
    "bodies": "body",
    "remains": "remains",
}


@dataclass(frozen=True, slots=True)
class SetWords:
    """What the words for a set say.

    Attributes:
        heads: the nouns for those who are counted ("prisoner"), or their people where there is no noun ("venezuel").
        marks: what stands before the noun ("political"); peoples: the peoples before it ("venezuel").
        names: parties and places with the role that the word before them gives ("by", "from", "to", "at", "of").
        days: the days that are named.
        ordinal: the number of an announcement, a stage or a round; 0 when none is.
        parts: the ways of parting that the words belong to, as (family, row); exits: codes of side exits.
        total, still, in_return: whether they say so. held, moved: whether they count prisoners, or all who were moved.
        plain: the words themselves, folded: two sets with the same words are one set.
    """

    heads: frozenset[str]
    marks: frozenset[str]
    peoples: frozenset[str]
    names: frozenset[tuple[str, str]]
    days: frozenset[date]
    ordinal: int
    parts: frozenset[tuple[str, int]]
    exits: frozenset[str]
    total: bool
    still: bool
    in_return: bool
    held: bool
    moved: bool
    plain: str

    @property
    def vague(self) -> bool:
        """Whether the words say neither who nor when, so that they fit nearly every set."""
        return not self.heads and not self.days


@cache
def words() -> dict[str, Any]:
    """Return the words of ``words.toml``."""
    return wordlist("words")


@cache
def set_words(about: str) -> SetWords:
    """Return what the words for a set say."""
    days = frozenset(day for match in _DAY.finditer(about) if (day := _day(match)) is not None)
    tokens = _TOKEN.findall(_DAY.sub(" ", _PART.sub("", about)))
    singles = {single(token) for token in tokens}
    heads, marks, peoples, names, ordinal = _walk(spanish.in_english(tokens) if spanish.is_spanish(tokens) else tokens)
    held = frozenset(words()["people"]["held"])
    return SetWords(
        heads,
        marks,
        peoples,
        names,
        days,
        ordinal,
        frozenset(
            (kind, row)
            for kind, rows in words()["partitions"].items()
            for row, members in enumerate(rows)
            if singles & set(members)
        ),
        frozenset(code for code, signs in words()["exits"].items() if singles & set(signs)),
        bool(_TOTAL.search(_PART.sub("", about))),
        bool(_STILL.search(about)),
        bool(_RETURN.search(about)),
        bool(held & singles),
        bool(_MOVED.search(about)) or bool(singles & set(words()["people"]["moved"])),
        " ".join(about.casefold().split()),
    )


def named_figure(about: str, ids: Iterable[str]) -> str:
    """Return the id of the figure that the words name as their whole ("part of stage-1: women"); empty when none."""
    found = _WHOLE.search(about)
    known = ids if isinstance(ids, (set, frozenset, dict)) else set(ids)
    return found["id"] if found is not None and found["id"] in known else ""


def with_ids(about: str, ids: Mapping[str, str]) -> str:
    """Return the words with the name of their whole as the id that it goes by, where that is another."""
    found = _WHOLE.search(about)
    if found is None or found["id"] not in ids:
        return about
    return f"{about[: found.start('id')]}{ids[found['id']]}{about[found.end('id') :]}"


def single(word: str) -> str:
    """Return a word in small letters and, as far as its ending tells, in the singular."""
    if (english := spanish.nouns().get(word)) is not None:  # in small letters: "Guardia Nacional" is a name
        return english
    small = word.casefold().strip(".'’")
    if small in _PLURALS:
        return _PLURALS[small]
    if small.endswith(("ciones", "siones")):
        return f"{small[:-4]}ón"
    if small.endswith("men") and len(small) > 5:
        return f"{small[:-3]}man"
    return small[:-1] if small.endswith("s") and not small.endswith(("ss", "us", "is")) and len(small) > 3 else small


def people(name: str) -> str:
    """Return the one form that a state and its people share: Venezuela and Venezuelans, Iraq and Iraqis."""
    known = words()["peoples"]
    name = spanish.peoples().get(name, name)
    folded = " ".join(name.casefold().split())
    folded = known.get(folded, known.get(folded.removesuffix("s"), folded))
    *front, last = folded.split()
    last = last.removesuffix("s")
    for ending in ("istan", "i", "ese", "an", "a", "e", "i"):
        if last.endswith(ending) and len(last) - len(ending) >= 4:
            last = last[: -len(ending)]
    return " ".join([*front, last])


def _walk(
    tokens: list[str],
) -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[tuple[str, str]], int]:
    """Return heads, marks, peoples, names with their roles, and the ordinal, going through the words once."""
    nouns = {noun for group in words()["people"].values() for noun in group}
    heads: set[str] = set()
    before: list[str] = []
    names: list[tuple[str, str]] = []
    marks: set[str] = set()
    role, last_name, ordinal = "who", False, 0
    for at, token in enumerate(tokens):
        small = single(token)
        if token in ",;:":
            role, last_name = "who" if token == ":" else "then", False
            continue
        if token.casefold() in _ROLES:
            within = (
                small == "in" and role == "from" and not tokens[at - 1][0].isupper()
            )  # "from a jail in El Salvador"
            role, last_name = role if within else _ROLES[token.casefold()], False
            continue
        name = token[0].isupper() and small not in nouns
        if name and last_name:
            names[-1] = (names[-1][0], f"{names[-1][1]} {token}")
        elif name:
            names.append((role, token))
        elif small in nouns and (role == "who" or (role == "of" and heads and heads <= _REMAINS)):
            if not heads or small in words()["people"]["held"]:
                heads = {small}
                marks |= set(before)
        elif role == "who" and not heads and _marks(small):
            before.append(small)
        follows = next((single(one) for one in tokens[at + 1 : at + 2]), "")
        ordinal = _ORDINALS.get(small, 0) if follows in _ORDERED else ordinal or _numbered(tokens, at)
        role = role if name or role in ("who", "at", "to", "from", "by", "of") else "then"
        last_name = name
    whose = {people(name) for role, name in names if role == "who"}
    placed = frozenset((role, people(name)) for role, name in names if role not in ("who", "then"))
    if heads:
        return frozenset(heads), frozenset(marks), frozenset(whose), placed, ordinal
    return frozenset(whose), frozenset(), frozenset(), placed, ordinal


def _marks(small: str) -> bool:
    """Tell whether a word before the noun says which people they are: no article, no number and no verb."""
    if small in words()["before"]["unmarked"] or small.isdigit():
        return False
    return "-" in small or not small.endswith(("ed", "en", "ing"))


def _numbered(tokens: list[str], at: int) -> int:
    """Return the number of "stage 2"; 0 for any other word."""
    after = tokens[at + 1] if at + 1 < len(tokens) else ""
    return int(after) if single(tokens[at]) in _ORDERED and after.isdigit() and len(after) < 4 else 0


def _day(match: re.Match[str]) -> date | None:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        if match["m3"]:
            return date(int(match["y3"]), wordlist("spanish")["months"][match["m3"].casefold()], int(match["d3"]))
        month = MONTHS[(match["m"] or match["m2"]).casefold().rstrip(".")]
        return date(int(match["y"] or match["y2"]), month, int(match["d"] or match["d2"]))
    except ValueError:
        return None
