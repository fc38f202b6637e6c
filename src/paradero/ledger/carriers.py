"""Carriers: by whom or what people are carried, as the words of a statement and of its clause tell. A pure function.

No role of a statement is theirs: "by" is whoever acts, and is the carrier only where the act is one of carrying ("flown
home by the Red Cross"). All else is read from the words, and says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from paradero.ledger.sentence import Sentence
from paradero.ledger.wordlists import any_of, wordlist
from paradero.model import Mention, Statement
from paradero.model.naming import Naming

_MOVING = frozenset(
    {"departed", "in_transit", "stopped_over", "arrived", "received", "returned", "transferred", "deported"}
    | {"extradited", "handed_over", "released", "exchanged"}
)
_ENDING = frozenset({"arrived", "returned", "received"})
_OF_LISTS = ("telling", "forces")
_SMALL = (
    r"(?!(?:of|in|on|at|to|from|by|with|for|and|or|than|that|who|which|was|were|is|are|had|has|have|been|before|after|when"
    r"|into|onto|aboard|off|de|del|en|por|con|al|que|y|e|se|fue|fueron|para|desde|hasta|sobre|su|sus)\b)"
)
_BARE = frozenset({"by", "via", "en", "por", "al", "a bordo del"})  # "by bus", "en avión": nothing stands between
_ARTICLE = re.compile(r"^(?:an?|the|una?|el|la|los|las|unos|unas)\s+", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W_]+")
_BEFORE_NAME = re.compile(
    r"\b(?:on|aboard|by|via|board|boarded|a bordo de|en|por) (?:the |an? |un |la |el )?[A-ZÁÉÍÓÚÑ]"
)
_NO = re.compile(r"\b(?:not|no|never|without|sin|nunca)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Carrier:
    """By whom or what people are carried.

    Attributes:
        kind: code of ``carriers.toml`` ("aircraft"); empty where only whose it is was told.
        words: as said ("a Red Cross plane", "flown").
        of: whose it is told to be, by the one name it goes by; empty when nobody tells, or when no one name is known.
        rule: code of the rule by which it was read; empty where a role of the statement tells it.
    """

    kind: str
    words: str
    of: str = ""
    rule: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What two statements share that tell of it in the same words."""
        return self.kind, self.of, _ARTICLE.sub("", " ".join(self.words.casefold().split()))


@cache
def kinds() -> dict[str, dict[str, object]]:
    """Return the kinds of carriers of ``carriers.toml``, by code, with their labels in English and Spanish."""
    return {code: one for code, one in wordlist("carriers").items() if code not in _OF_LISTS}


def carriers_of(one: Statement, sentence: Sentence, naming: Naming) -> tuple[Carrier, ...]:
    """Return by whom or what a statement, or the clause that it stands in, says that people were carried.

    Args:
        one: a statement; one that denies, or tells of no move, tells of no carrier.
        sentence: that it stands in. naming: what knows names.
    """
    if one.act not in _MOVING or one.stance in ("denies", "retracts") or one.polarity == "negative":
        return ()
    clause = sentence.clause
    found = {carrier.key: carrier for carrier in _told(clause, naming, one.act in _ENDING)}
    verb = one.trigger.exact.casefold().split()[-1:] or [""]
    carried = _codes("verbs").get(verb[0], "")
    if carried and not any(key[0] in (carried, "helicopter") for key in found):
        bare = Carrier(carried, one.trigger.exact, "", "carried_as_the_verb_tells")
        found[bare.key] = bare
    if verb[0] in wordlist("carriers")["telling"]["verbs"] and (by := _who(one.by, carried, naming)) is not None:
        found = {key: each for key, each in found.items() if each.of or each.rule != "carried_as_the_verb_tells"}
        found[by.key] = by
    return tuple(found.values())


def is_carrier(mention: Mention | None) -> bool:
    """Tell whether words are those for a carrier, and name no place: "a Red Cross plane"."""
    return mention is not None and bool(_vehicle().fullmatch(_ARTICLE.sub("", mention.text.strip())))


def _told(clause: str, naming: Naming, ended: bool) -> list[Carrier]:
    found, taken = [], [(0, 0)]
    named = any(word in _codes("words") for word in _TOKEN.findall(clause.casefold()))
    for match in (*_inside(ended).finditer(clause), *_carrying().finditer(clause)) if named else ():
        start, end = _start(clause, match), match.end("told")
        lead = " ".join((match.groupdict().get("lead") or "").casefold().split())
        if _NO.search(clause[: match.start()]) or not _fits(lead, clause[start:end], match["word"]):
            continue
        if any(start < last and first < end for first, last in taken):
            continue
        taken.append((start, end))
        told = clause[start:end]
        found.append(Carrier(_kind(match["word"]), told, _whose(told, naming), "carrier_in_the_words"))
    for one in naming.find(clause) if _BEFORE_NAME.search(clause) else ():
        if one.place.kind != "carrier" or any(first <= one.start < last for first, last in taken):
            continue
        if _leads().search(clause[: one.start]):
            words = clause[one.start : one.end]
            found.append(Carrier("", words, one.place.name, "carrier_in_the_words"))
    return found


def _start(clause: str, match: re.Match[str]) -> int:
    """Return where the words for a carrier begin: at the last article or number before it, if there is one."""
    start, word = match.start("told"), match.start("word")
    return max((start + one.start() for one in _determiner().finditer(clause[start:word])), default=start)


def _fits(lead: str, told: str, word: str) -> bool:
    """Tell whether a lead goes with the words: one in the singular has an article or a name, or "by" before it."""
    if word.casefold().endswith("s") or lead in _BARE:
        return True
    return bool(_determiner().match(told)) or told[:1].isupper()


def _kind(word: str) -> str:
    return _codes("words").get(word.casefold(), "")


@cache
def _codes(name: str) -> dict[str, str]:
    """Return the code of each word, or of each verb, of the kinds."""
    return {word: code for code, one in kinds().items() for word in _list(one[name])}


def _list(words: object) -> frozenset[str]:
    return frozenset(str(word) for word in words) if isinstance(words, list) else frozenset()


def _whose(told: str, naming: Naming) -> str:
    """Return the one body or state that the words for a carrier name; a force is named by its words alone."""
    names = {one.place.name for one in naming.find(told)}
    carrier = [one.place.name for one in naming.find(told) if one.place.kind == "carrier"]
    return carrier[0] if len(carrier) == 1 else names.pop() if len(names) == 1 else ""


def _who(by: Mention | None, kind: str, naming: Naming) -> Carrier | None:
    """Return who carried them, as the role of who acts has it; people and pronouns are none."""
    if by is None or is_carrier(by):
        return None
    told = by.refers_to or by.text
    named = [one.place for one in naming.find(told) if not one.people]
    forces = any_of(wordlist("carriers")["forces"]["words"])
    if not named and not re.search(rf"\b{forces}\b", told, re.IGNORECASE):
        return None
    return Carrier(kind, told, named[0].name if len(named) == 1 else "")


@cache
def _determiner() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(wordlist('carriers')['telling']['determiners'])}|\d+)\s", re.IGNORECASE)


@cache
def _vehicle() -> re.Pattern[str]:
    words = any_of(word for one in kinds().values() for word in _list(one["words"]))
    return re.compile(rf"(?:{_SMALL}[\w’'.-]+\s+){{0,4}}{words}", re.IGNORECASE)


def _phrase() -> str:
    """Return the expression for the words for a carrier: "three military planes of the Colombian Air Force"."""
    telling = wordlist("carriers")["telling"]
    words = any_of(word for one in kinds().values() for word in _list(one["words"]))
    part = r"(?-i:[A-ZÁÉÍÓÚÑ])[\w’'.-]*"
    name = rf"(?:the |la |el |los |las )?{part}(?:\s+(?:of |de |the |la |del )*{part})*"
    adjective = rf"(?:\s+(?!{any_of(telling['carries'])}\b){_SMALL}[\w’'-]+(?=\s+{any_of(telling['whose'])}\b))?"
    whose = rf"(?:{adjective}\s+{any_of(telling['whose'])}\s+{name})?"
    return (
        rf"(?P<told>(?:{_SMALL}[\w’'.-]+\s+){{0,5}}?\b(?P<word>{words})\b"
        rf"(?!['’]s\b|['’]?[- ]{any_of(telling['another'])}\b){whose})"
    )


@cache
def _inside(ended: bool) -> re.Pattern[str]:
    telling = wordlist("carriers")["telling"]
    leads = any_of([*telling["before"], *(telling["off"] if ended else ())])
    return re.compile(rf"\b(?P<lead>{leads})\s+{_phrase()}", re.IGNORECASE)


@cache
def _carrying() -> re.Pattern[str]:
    carries = any_of(wordlist("carriers")["telling"]["carries"])
    return re.compile(rf"{_phrase()}\s+(?:that\s+|which\s+|had\s+)?{carries}\b", re.IGNORECASE)


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(wordlist('carriers')['telling']['before'])}\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)
