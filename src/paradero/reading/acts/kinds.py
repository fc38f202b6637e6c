"""What a noun phrase stands for: people, a place, a deal or law, or a thing that nobody holds in custody."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from paradero.reading.acts.lexicon import nouns

if TYPE_CHECKING:
    from paradero.text.en.phrases import Chunk

_PEOPLE_PRONOUNS = frozenset(
    """he she they them him her his their who whom us we i you me himself herself themselves those these others nobody
    everybody everyone someone somebody anyone any neither none all both many some several most few each one another my
    our""".split()
)
PLACE_ADVERBS = frozenset("there here nearby".split())
# "Cartoonist", "beekeeper", "barman", "schoolboys": the endings by which English makes nouns for people.
_AGENT_STEMS = """ologist onist nalist velist ivist orist unist rtist ntist cist emist keeper maker worker holder
 grapher owner fighter smith monger wright boy girl ician ineer""".split()
_AGENT_ENDINGS = ("man", "men", "woman", "women", *_AGENT_STEMS, *(stem + "s" for stem in _AGENT_STEMS))
_DEMONYM_ENDINGS = ("ans", "ians", "ese", "ish", "is", "eans")


def is_people(chunk: Chunk) -> bool | None:
    """Tell whether a noun phrase stands for people: True, False, or None when its words do not show it."""
    word = chunk.head.lower
    if word in _PEOPLE_PRONOUNS:
        return True
    if word in nouns("custody") or word in nouns("person") or word in nouns("officials") or _is_dead(chunk):
        return True
    if word in ("it", "this", "that"):
        return None
    if word in nouns("things") or word in ("something", "everything", "nothing"):
        return False
    if word.endswith(_AGENT_ENDINGS):
        return True
    if chunk.head.tag == "NUM":
        return None if "%" in chunk.head.text else not any(c in chunk.head.text for c in "$€£")
    if chunk.head.tag == "NAME" or chunk.head.text[:1].isupper():
        return _named_people(chunk)
    return None


def _is_dead(chunk: Chunk) -> bool:
    """ "The bodies", "the sailor's body": what is left of people goes through the same hands; "a UN body" does not."""
    whose = any(w.tag == "POSS" or w.lower in ("his", "her", "their") for w in chunk.words)
    return chunk.head.lower in nouns("dead") or (chunk.head.lower == "body" and whose)


def _named_people(chunk: Chunk) -> bool | None:
    if _is_named_thing(chunk):
        return False
    word = chunk.head.lower
    counted = any(w.tag in ("NUM", "DET") for w in chunk.words)
    if word.endswith(_DEMONYM_ENDINGS) and (counted or word.endswith("ans")):
        return True
    capitals = [w for w in chunk.words if w.text[:1].isupper() and w.tag in ("NAME", "NOUN", "ADJ")]
    return True if len(capitals) >= 2 and not counted else None


def _is_named_thing(chunk: Chunk) -> bool:
    """ "The trawler Santa Rita": a noun right before a name says of what kind it is."""
    common = next((w for w in reversed(chunk.words) if w.tag != "NAME"), None)
    return common is not None and common.tag == "NOUN" and common.lower in nouns("things") | nouns("vehicle")


def is_official(chunk: Chunk) -> bool:
    """Tell whether a phrase names an office-holder or envoy, who travels for other reasons than custody."""
    return any(w.lower in nouns("officials") for w in chunk.words) and chunk.head.lower not in nouns("custody")


def is_place_noun(chunk: Chunk) -> bool:
    """Tell whether the head of a phrase is a noun for a place."""
    return any(w.lower in nouns("places") for w in chunk.words[-2:]) or (is_lockup(chunk) and chunk.tagged("DET"))


def is_lockup(chunk: Chunk) -> bool:
    """Tell whether a phrase names a house or room that people are locked up in; "custody" is none."""
    return chunk.head.lower in nouns("cell") and chunk.head.lower not in ("custody", "detention", "captivity")


def is_basis_noun(chunk: Chunk) -> bool:
    """Tell whether the head of a phrase is a noun for a deal, law or order."""
    return chunk.head.lower in nouns("bases") or chunk.words[-1].lower in nouns("bases")


def is_custody_noun(chunk: Chunk) -> bool:
    """Tell whether a phrase names people by their being in custody: prisoners, hostages, detainees."""
    return any(w.lower in nouns("custody") for w in chunk.words)


@lru_cache(maxsize=4096)
def mentions_custody(word: str) -> bool:
    """Tell whether one word, in lower case, shows that a text is about custody."""
    return word in nouns("custody") or word in _CUSTODY_WORDS


_CUSTODY_WORDS = frozenset(
    """prison jail custody detention detentions arrest arrests arrested arresting detain detained
    prisoner prisoners hostages hostage captivity captives
    deported
    deportation deportations deport extradition extradited inmates detainees jailed imprisoned imprisonment cell cells
    jails prisons lock-up kidnapped kidnapping kidnappers abducted abduction captors swap interned internment bail
    parole remand amnesty expelled expulsion expulsions removals hostage-takers warders gaol
    sentenced convicted prosecuted tortured torture handcuffed handcuffs freed captured remanded pardoned""".split()
)
