"""Mediating: who mediated, facilitated, guaranteed, hosted or was thanked, as the sentence of a statement tells it.

The vocabulary of acts has none of these: what a reader finds are the talks ("negotiated") and the moves. So they are
read from the words of the sentence in which such a statement stands, by the lists of ``intermediaries.toml``, and every
one says so. Nothing is taken from a sentence in which nothing was read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from paradero.ledger.sentence import Sentence
from paradero.ledger.wordlists import any_of, wordlist
from paradero.model import Statement
from paradero.model.naming import Naming

_CAPITAL = "A-ZÁÉÍÓÚÜÑÇÅØ"
_WORD = rf"[{_CAPITAL}][\w’'.-]*"
_NAME = rf"(?:(?:the|la|el|los|las) )?{_WORD}(?:(?: (?:of|of the|de|del|de la|bin))? {_WORD})*"
_STOP = re.compile(
    r"[.;:()“”\"«»!?]|(?<![\w])(?:after|before|when|while|in|on|at|with|to|for|from|following|who|which|that|as|during|between"
    r"|came|has|have|had|was|were|is|are|will|would|en|con|para|tras|cuando|entre|durante|que|fue|fueron|ha|han|según|por|sobre|a)(?![\w])"
)
_BREAK = re.compile(r"[.;,]|\b(?:after|before|when|while|tras|cuando|mientras|después|antes)\b")
_TIED = re.compile(r"(?:^|\s)(?:by|of|from|with|to|por|de|con|a) $", re.IGNORECASE)
_LIST = re.compile(r",? (?:and|y|e|as well as|así como) |, ")
_GENERAL = re.compile(r"^(?:(?:a|an|un|una|the|los|las|el|la) )?[\w’'-]+(?: [\w’'-]+){0,2}$")
_NEAR, _FAR = 60, 140  # characters between a verb and what it is done to, and in which it is told for what


@dataclass(frozen=True, slots=True)
class Mediation:
    """What a sentence says that somebody did for an exchange.

    Attributes:
        name: the one name of a state or body, else the words. called: the words for them.
        role: code of ``intermediaries.toml``. words: the words that say it.
    """

    name: str
    called: str
    role: str
    words: str


@cache
def roles() -> dict[str, dict[str, object]]:
    """Return the roles of ``intermediaries.toml`` by code, with their labels in English and Spanish."""
    return {code: one for code, one in wordlist("intermediaries").items() if code != "words"}


def mediation_forms() -> Iterator[str]:
    """Yield every form that may tell of a mediation."""
    for role in roles():
        for name in ("verbs", "done", "nouns", "as"):
            yield from _forms(role, name)
    yield from _words("praises")


def mediations_of(one: Statement, sentence: Sentence, naming: Naming) -> tuple[Mediation, ...]:
    """Return who the sentence of a statement says mediated, facilitated, guaranteed, hosted, or was thanked for it.

    Args:
        one: a statement of a move or of a deal; one that denies tells of nobody.
        sentence: that it stands in. naming: what knows names.
    """
    if one.stance in ("denies", "retracts") or not _any().search(sentence.words):
        return ()
    words, found = sentence.words, dict[tuple[str, str], Mediation]()
    for role in roles():
        for called, said in (
            *_active(role, words),
            *_done(role, words),
            *_noun(role, words),
            *_as(role, words, naming),
        ):
            if (name := _name(called, naming)) is not None:
                found.setdefault((name, role), Mediation(name, called, role, " ".join(said.split())))
    for called, said in _thanked(words):
        if (name := _name(called, naming)) is not None:
            found.setdefault((name, "thanked"), Mediation(name, called, "thanked", " ".join(said.split())))
    return tuple(found.values())


def _active(role: str, words: str) -> Iterator[tuple[str, str]]:
    """Yield who stands before a verb of a role: "Qatar and Oman mediated the exchange"."""
    if role == "thanked":
        return
    for verb in _verbs(role).finditer(words):
        before = words[: verb.start()]
        who = re.search(rf"({_NAME}(?:(?:, {_NAME})*,? (?:and|y|e) {_NAME})?)((?: {_people()})*),? ?$", before)
        if who is None or _denied(before[who.end(1) :]) or words[verb.end() :].lstrip().startswith(("by ", "por ")):
            continue
        behind = _BREAK.split(words[verb.end() : verb.end() + _NEAR], 1)[0]
        if roles()[role]["things"] and not _things().search(behind):
            continue
        names = _LIST.split(who[1] + who[2])
        if len(names) > 1 and _TIED.search(before[: who.start()]):  # "brokered by Oman and the ICRC facilitated"
            names = names[-1:]
        start = who.start() + f"{who[1]}{who[2]}".rindex(names[-1]) if len(names) == 1 else who.start()
        for name in names:
            yield name, f"{words[start : verb.end()]}{_to_thing(behind)}"


def _done(role: str, words: str) -> Iterator[tuple[str, str]]:
    """Yield by whom something is told to be mediated: "the deal, brokered by Turkey and Saudi Arabia"."""
    for done in _dones(role).finditer(words) if roles()[role]["done"] else ():
        before = words[: done.start()]
        if _denied(before[-25:]):
            continue
        near = re.search(r"([\w’'-]+)(?: [\w’'-]+){0,3},? ?$", before)
        if roles()[role]["things"] and (near is None or not _things().search(near[0]) or _moved().search(near[0])):
            continue
        for name, end in _listed(words, done.end(), general=role == "mediated"):
            yield name, words[done.start() : end]
    adjective = rf"({_NAME})-{any_of(str(one) for one in _forms(role, 'done'))}\b(?: [\w-]+)?"
    for match in re.finditer(adjective, words) if roles()[role]["done"] else ():
        yield match[1], match[0]


def _noun(role: str, words: str) -> Iterator[tuple[str, str]]:
    """Yield whose mediation, good offices or help it is told to have been with: "with the mediation of Qatar"."""
    for noun in _nouns(role).finditer(words) if roles()[role]["nouns"] else ():
        before = words[: noun.start()]
        if _denied(before[-25:]):
            continue
        if noun["of"]:
            if roles()[role]["things"] and not _things().search(words):
                continue
            for name, end in _listed(words, noun.end(), general=role == "mediated"):
                yield name, words[noun.start() : end]
        elif (whose := re.search(rf"({_NAME})(?:['’]s)? $", words[: noun.start("noun")])) is not None:
            yield whose[1], words[whose.start() : noun.end("noun")]


def _thanked(words: str) -> Iterator[tuple[str, str]]:
    """Yield who is thanked, with for what; who is thanked for nothing that is told, or for something else, is not."""
    praised = (
        rf"\b{any_of(_words('praises'))} (?:(?:la|el|los|las|the) )?{any_of(_words('merits'))} {any_of(_words('of'))} "
    )
    for match in re.finditer(praised, words):
        thing, enough = _things().search(words[match.end() :]), re.search(rf"\b{any_of(_words('enough'))}\b", match[0])
        for name, end in _listed(words, match.end(), general=False) if thing or enough else ():
            yield name, words[match.start() : end]
    for verb in _verbs("thanked").finditer(words):
        reason = re.search(
            rf"\b{any_of(_words('for'))}\b(?P<why>[^.;]*)|\b{any_of(_words('merits'))}\b[^.;]*", words[verb.end() :]
        )
        if _denied(words[: verb.start()][-12:]) or reason is None or reason.start() > _NEAR:
            continue
        why = reason[0][:_FAR]
        merit, thing = re.search(rf"\b{any_of(_words('merits'))}\b", why), _things().search(why)
        enough = re.search(rf"\b{any_of(_words('enough'))}\b", why)
        if not enough and not (merit and thing):
            continue
        last = enough or thing or merit
        end = verb.end() + reason.start() + (0 if last is None else last.end())
        for name in _LIST.split(
            re.split(r" (?:su|sus|la|el|los) (?![A-Z])", words[verb.end() : verb.end() + reason.start()])[0].strip(" ,")
        ):
            yield name, words[verb.start() : end]


def _as(role: str, words: str, naming: Naming) -> Iterator[tuple[str, str]]:
    """Yield who took a part: "with Egypt as mediator"; and mediators told of by their people: "German mediators"."""
    parts = _forms(role, "as")
    if not parts:
        return
    part = rf"(?:as|como) (?:an? |the |un |una |el |la )?{any_of(parts)}"
    way = rf"\b(?:with|con) (?P<who>{_NAME}(?:,? (?:and|y|e) {_NAME})*) {part}\b"
    for match in re.finditer(way, words):
        for name in _LIST.split(match["who"]):
            yield name, match[0]
    if role == "mediated":
        for match in re.finditer(rf"(?P<who>{_NAME}) (?:mediators?|intermediar(?:y|ies))\b", words):
            yield match["who"], match[0]
        for match in re.finditer(r"\b(?:mediación|mediador(?:es|as?)?) (?P<who>[^\W\d_]+)", words):
            if any(found.people for found in naming.find(match["who"])):  # "la mediación catarí"
                yield match["who"], match[0]


def _listed(words: str, start: int, general: bool) -> Iterator[tuple[str, int]]:
    """Yield the names that follow, with where each ends: "by Turkey, Qatar and the Red Cross, came a day later".

    Args:
        words: of a sentence. start: where the names begin. general: whether "a priest" will do for the first.
    """
    behind = words[start : start + _FAR]
    stop = _STOP.search(behind, 1)
    told = behind[: len(behind) if stop is None else stop.start()]
    parts, at = _LIST.split(told), 0
    if len(parts) > 1 and not re.fullmatch(rf" *{_NAME}(?: {_people()})* *,? *", parts[-1]):
        # "by Oman and the ICRC facilitated"; "by Qatar, Radio One and Radio Two report"
        parts = _LIST.split(told.split(", ", 1)[0]) if ", " in told.rstrip(" ,") else parts[:-1]
    for number, part in enumerate(parts):
        found = told.index(part, at)
        at = found + len(part)
        named = re.match(rf" *({_NAME}(?: {_people()})*)", part)
        if named is None and (number or not general or not _GENERAL.match(part.strip())):
            return
        length = len(part.rstrip()) if named is None else named.end()
        yield part[:length].strip(), start + found + length


def _name(called: str, naming: Naming) -> str | None:
    """Return the one name of who is called so, else the words; None for words that name nobody in particular."""
    words = called.strip(" ,")
    if not words or words.casefold() in ("he", "she", "it", "they", "we", "i", "who", "which", "this", "that"):
        return None
    if spoken := naming.speaks_for(words):
        return spoken
    named = naming.find(words)
    places = {one.place.name for one in named if not one.people} or {one.place.state for one in named}
    if len(places) == 1:
        return places.pop()
    capital = re.search(rf"[{_CAPITAL}]", words)
    return words if capital or _GENERAL.match(words) else None


def _to_thing(behind: str) -> str:
    found = _things().search(behind)
    return "" if found is None else behind[: found.end()]


def _denied(words: str) -> bool:
    return bool(re.search(rf"\b{any_of(_words('no'))}\b", words, re.IGNORECASE))


def _words(name: str) -> list[str]:
    return [str(one) for one in wordlist("intermediaries")["words"][name]]


def _forms(role: str, name: str) -> list[str]:
    forms = roles()[role][name]
    return [str(one) for one in forms] if isinstance(forms, list) else []


@cache
def _any() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(mediation_forms())}\b", re.IGNORECASE)


@cache
def _verbs(role: str) -> re.Pattern[str]:
    also = r"(?:(?:had|has|have|which|who|que|también|also|each|both|jointly) )*"
    return re.compile(rf"\b{also}{any_of(_forms(role, 'verbs'))}\b" if _forms(role, "verbs") else r"(?!)")


@cache
def _dones(role: str) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(_forms(role, 'done'))}(?: jointly)? {any_of(_words('by'))} ")


@cache
def _nouns(role: str) -> re.Pattern[str]:
    lead = any_of(_words("with"))
    whose = rf"(?:(?:[{_CAPITAL}][\w’'.-]*) )*"
    return re.compile(
        rf"\b{lead} {whose}(?P<noun>{any_of(_forms(role, 'nouns'))})\b(?P<of> {any_of(_words('of'))} )?", re.IGNORECASE
    )


@cache
def _things() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(_words('things'))}\b", re.IGNORECASE)


@cache
def _moved() -> re.Pattern[str]:
    """Return the expression for carriers: a helicopter that somebody provides is no exchange."""
    carriers = wordlist("carriers")
    return re.compile(
        rf"\b{any_of(word for one in carriers.values() for word in one.get('words', ()))}\b", re.IGNORECASE
    )


@cache
def _people() -> str:
    return any_of(_words("people"))
