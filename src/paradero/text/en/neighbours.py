"""The class of one word by lexicon and neighbours: closed classes first, then names, verbs and nouns."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from paradero.text.en.words import NUMBER_WORDS, closed, noun_first, readings, verb_forms

if TYPE_CHECKING:
    from paradero.text.en.tags import Word

_NUMBER = re.compile(r"[$€£]?\d[\d,.:/-]*(?:st|nd|rd|th|m|bn|k)?%?$")
_ADJECTIVE_ENDINGS = ("ous", "ful", "less", "ible", "able", "ical", "ional", "ary", "ish", "ive")
_PLURALS = frozenset("people men women children police militants troops families parents guards inmates".split())
# "taken to base", "sentenced to work": nouns after "to" although a verb stands before it.
_PLACES_AND_FATES = frozenset(
    "base jail land work state trial house court port ransom murder camp force school".split()
)
_QUOTES = frozenset("\"'“”‘’«»`")
# Verbs that "off" is a part of: "carried off Adnan Reva".
_WITH_OFF = frozenset(
    """carry cart lead bundle haul take pull march pack drive ship put call break set cut let fight hold head see send
    shut strike drag write ferry pay lay""".split()
)
_BEFORE_RELATIVE = frozenset("NOUN NAME NUM PUNCT PREP DET PRON QUOTE".split())
_SUBJECT = frozenset({"NOUN", "NAME", "PRON", "REL", "NUM", "QUOTE"})


class Place:
    """One token with its neighbours; each method is one decision.

    Attributes:
        before: the words before it, tagged. lowers: all words in lower case; i: its own place among them.
        folded: capitals say nothing here. glued: no space stands before it.
    """

    def __init__(
        self, before: list[Word], lowers: list[str], i: int, texts: tuple[str, str], folded: bool, *, glued: bool
    ) -> None:
        self.before, self.lowers, self.i, self.folded, self.glued = before, lowers, i, folded, glued
        self.text, self.next_text = texts
        self.word = lowers[i]
        self.next = lowers[i + 1] if i + 1 < len(lowers) else ""
        self.prev = before[-1] if before else None
        self.prev_tag = self.prev.tag if self.prev is not None else "START"

    def tag(self) -> str:
        """Return the word class, one of ``paradero.text.en.tags.TAGS``."""
        return self._symbol() or self._clitic() or self._closed() or self._open()

    def _symbol(self) -> str:
        if self.text in _QUOTES:
            return "POSS" if self._after_plural() else "QUOTE"
        letter = self.text[0].isalpha()
        if not letter and not any(c.isalnum() for c in self.text):
            return "PUNCT"
        number = self.word.partition("-")[0] in NUMBER_WORDS or (not letter and _NUMBER.match(self.word))
        return "NUM" if number else ""

    def _after_plural(self) -> bool:
        """ "The miners' release", unless the mark closes a quotation in single marks."""
        if self.text not in "'’" or not self.glued or self.prev is None or not self.prev.lower.endswith("s"):
            return False
        return self._nominal_follows() and not sum(w.text in "'‘’" and w.tag == "QUOTE" for w in self.before) % 2

    def _clitic(self) -> str:
        if self.word in ("'s", "'"):
            after_pronoun = self.prev_tag in ("PRON", "REL") or (self.prev is not None and self.prev.lower == "that")
            return "AUX" if after_pronoun else "POSS"
        if self.word in ("n't", "not", "never") or self._negates():
            return "NEG"
        if self.word in closed("modal") and self.prev_tag not in ("DET", "ADJ", "POSS"):
            capital_month = self.text == "May" and self.i > 0
            return "" if capital_month and not self.folded else "MODAL"
        return ""

    def _negates(self) -> bool:
        """ "No longer", "has neither arrested nor charged"."""
        if self.word == "no":
            return self.next == "longer"
        return self.word == "neither" and self.prev_tag == "AUX" and bool(readings(self.next))

    def _closed(self) -> str:
        word = self.word
        if word in closed("be") or word in closed("have") or word in closed("do"):
            return "AUX"
        if word == "to":
            return "TO" if self._base_follows() else "PREP"
        if word == "that":
            return self._that()
        if word in closed("possessive"):
            return "DET" if word != "her" or self._nominal_follows() else "PRON"
        if word.endswith(("self", "selves")) and self.prev_tag in ("AUX", "VERB") and not self._nominal_follows():
            return "ADV" if self.prev_tag == "AUX" else "PRON"
        if word in closed("relative") and self.prev_tag in _BEFORE_RELATIVE:
            return "REL"
        return self._closed_plain()

    def _closed_plain(self) -> str:
        word = self.word
        if self.text == "US" or (self.text == "Miss" and self.next_text[:1].isupper()):
            return "NAME"
        if word == "yet" and (self.next == "to" or self.prev_tag in ("AUX", "NEG")):
            return "ADV"
        if word in closed("coordinator"):
            return "CC"
        if word in closed("subordinator") and word not in ("since", "until", "once"):
            return "SUB"
        if word == "out" and self.next == "of":
            return "PREP"
        if word == "off" and self._off_place():
            return "PREP"
        if word in ("up", "out", "off", "down", "away", "back", "home", "along") and self.prev_tag != "DET":
            return "ADV"
        if word == "longer" and self.prev_tag == "NEG":
            return "ADV"
        if word in closed("determiner"):
            return "DET"
        if word in closed("pronoun"):
            return "ADV" if word == "there" and self.prev_tag == "VERB" else "PRON"
        if word in closed("preposition"):
            return "PREP"
        if word in closed("adverb") or self._in_ly():
            before_noun = self._nominal_follows() and not (self.prev_tag == "AUX" and self._verbish(self.next))
            return "ADJ" if word in closed("adjective") and (self.prev_tag == "DET" or before_noun) else "ADV"
        return ""

    def _in_ly(self) -> bool:
        """ "Quickly", but not "family", and no name."""
        written = self.word.endswith("ly") and len(self.word) > 4 and self.text[0].islower()
        return written and self.word not in closed("noun_in_ly")

    def _off_place(self) -> bool:
        """ "Arrested off Oran", "a boat seized off Cape Lume": before a name, behind no verb that it is a part of."""
        named = self.next_text[:1].isupper() and not self.folded
        bases = {v.base for v in self.prev.verbs} if self.prev is not None else set()
        return named and not bases & _WITH_OFF

    def _that(self) -> str:
        follows_noun = self.prev_tag in ("NOUN", "NAME", "NUM")
        if self.next in closed("be") | closed("have") | closed("modal"):
            return "REL" if follows_noun else "PRON"
        if follows_noun and self._verbish(self.next):
            return "REL"
        count_noun = self.next[:1].isalpha() and self.next not in _function_words() and not self._verbish(self.next)
        several = self.next in NUMBER_WORDS and self.next != "one"  # "a deal that three governments had made"
        bare = count_noun and not several and not self.next.endswith("s")
        return "DET" if bare and (self.prev_tag != "VERB" or self._after_next_is_verb()) else "SUB"

    def _after_next_is_verb(self) -> bool:
        after = self.lowers[self.i + 2] if self.i + 2 < len(self.lowers) else ""
        return after in closed("be") | closed("have") | closed("modal")

    def _open(self) -> str:
        found = readings(self.word)
        if self.text[0].isupper() and not self.folded and (self.i > 0 and not self._opens()):
            return "NAME"
        if found:
            return self._verb({v.form for v in found})
        if self.word in closed("adjective") or self.word.endswith(_ADJECTIVE_ENDINGS):
            return "ADJ"
        if self.text[0].isupper() and not self.folded and self.next[:1].isalpha() and self._next_capital_unknown():
            return "NAME"
        return "NOUN"

    def _opens(self) -> bool:
        return self.prev_tag == "QUOTE" or (self.prev is not None and self.prev.text in (":", "—", "–", "("))

    def _next_capital_unknown(self) -> bool:
        return self.word not in closed("adjective")

    def _verb(self, forms: set[str]) -> str:
        if forms & {"past", "part"} and "base" not in forms:
            return self._participle()
        if "ing" in forms:
            return self._ing()
        if self.prev_tag in ("TO", "MODAL", "NEG", "AUX") and not (self.prev_tag == "AUX" and forms <= {"base", "s"}):
            return "VERB"
        if self.prev is not None and self.prev.lower in closed("do"):
            return "VERB"
        if self.prev_tag in ("DET", "POSS", "ADJ", "NUM", "PREP"):
            return "NOUN"
        return self._finite(forms)

    def _participle(self) -> str:
        if self.word == "got":
            return "VERB"  # no participle stands before a noun as it: "the other four got suspended terms"
        if self._inverts():
            return "VERB"
        before_noun = self._nominal_follows() and not self._by_follows()
        if self.prev_tag in ("DET", "POSS", "NUM", "ADJ") and before_noun:
            return "ADJ"
        if self.prev_tag == "CC" and before_noun and self._goes_on():
            return "VERB"
        if self.prev_tag in ("VERB", "CC") and before_noun and self.next_text[0].islower():
            return "ADJ" if not self._verbish(self.next) else "VERB"
        counted = self.next[:1].isdigit() or self.next in NUMBER_WORDS  # "Ken Prout, got six years"
        if self.prev_tag in ("PREP", "START", "PUNCT", "QUOTE") and self._bare_noun_follows() and not counted:
            return "ADJ" if not self._by_follows() else "VERB"
        if self.prev_tag == "DET" and self.prev is not None and self.prev.lower in ("the", "a"):
            return "NOUN"
        return "VERB"

    def _inverts(self) -> bool:
        """ "‘No,’ said Vega": behind a quotation a verb stands before its subject; behind a comma, one of saying."""
        if self.prev_tag == "QUOTE":
            return len(self.before) > 1 and self.before[-2].end == self.before[-1].start
        return self.word in closed("saying") and self.prev is not None and self.prev.text == ","

    def _goes_on(self) -> bool:
        """ "Raided a house and arrested four men": before a number stands no participle; a verb goes with a verb."""
        counted = self.next[:1].isdigit() or self.next in NUMBER_WORDS
        before = self.before[-2] if len(self.before) > 1 else None
        noun_before = before is not None and before.tag in ("NOUN", "NAME", "PRON", "NUM")
        return counted or (noun_before and any(w.is_form("past") for w in self.before if w.tag == "VERB"))

    def _ing(self) -> str:
        if self.prev_tag in ("DET", "ADJ", "POSS", "NUM"):
            return "ADJ" if self._nominal_follows() else "NOUN"
        if self.prev_tag == "PREP" and self.next == "of":
            return "NOUN"
        return "VERB"

    def _finite(self, forms: set[str]) -> str:
        subject = self.prev_tag in _SUBJECT or self.prev_tag in ("ADV", "AUX")
        object_follows = self.next in _object_openers() or self.next[:1].isdigit() or self.next in NUMBER_WORDS
        moving = self.next in ("free", "out", "off", "away") and self.prev_tag in (*_SUBJECT, "PUNCT")
        if (self.word in ("stay", "remain") and subject) or moving:
            return "VERB"  # "the prisoners walk free"
        if self.prev_tag == "START" and forms <= {"s"}:
            return "NOUN"  # "Delegates met": an s-form has its subject before it
        bound = self.next in ("to", "that", "who", "which")
        if bound and forms == {"base"} and self.prev_tag == "NOUN" and not self._agrees(forms):
            return "NOUN"  # "sent to the city jail to work", "told a radio station that all had left"
        if self.word in noun_first():
            pronoun = self.prev_tag in ("PRON", "REL") and self.prev is not None and self.prev.lower != "there"
            return "VERB" if pronoun or (subject and object_follows) else "NOUN"
        if self.prev_tag in ("NOUN", "NAME") and not object_follows and not self._agrees(forms):
            return "NOUN"
        if self.word in closed("adjective") and not object_follows and self.prev_tag in ("VERB", "AUX", "ADV"):
            return "ADJ"
        return "VERB" if subject or object_follows or self.prev_tag in ("CC", "PUNCT", "START") else "NOUN"

    def _agrees(self, forms: set[str]) -> bool:
        """A bare form wants a plural before it, an s-form a clause that has no verb yet."""
        assert self.prev is not None
        if "past" in forms:
            return True
        if "base" in forms:
            return self.prev.lower.endswith("s") or self.prev.lower in _PLURALS
        return not any(w.tag in ("AUX", "MODAL") for w in self._clause())

    def _clause(self) -> list[Word]:
        opens = [n for n, w in enumerate(self.before) if w.tag in ("PUNCT", "CC", "SUB", "REL", "QUOTE")]
        return self.before[opens[-1] + 1 :] if opens else self.before

    def _base_follows(self) -> bool:
        if self.prev is not None and self.prev.lower == "yet" and self.next in verb_forms():
            return True  # "has yet to return"
        base = any(v.form == "base" for v in verb_forms().get(self.next, ())) or self.next in "be have do get".split()
        no_place = self.prev_tag == "VERB" and self.next not in _PLACES_AND_FATES
        if not base or self.next not in noun_first() or no_place:
            return base or (self.next in ("not", "never") and self.i + 2 < len(self.lowers))
        after = self.lowers[self.i + 2] if self.i + 2 < len(self.lowers) else ""
        return after in closed("determiner") | closed("pronoun") or after[:1].isdigit() or after in NUMBER_WORDS

    def _nominal_follows(self) -> bool:
        return bool(self.next[:1].isalnum()) and self.next not in _function_words()

    def _bare_noun_follows(self) -> bool:
        return self._nominal_follows() and not self._verbish(self.next)

    def _by_follows(self) -> bool:
        return self.next in ("by", "in", "from", "at", "on")

    def _verbish(self, word: str) -> bool:
        return word in verb_forms() and word not in noun_first()


@cache
def _object_openers() -> frozenset[str]:
    openers = closed("determiner") | closed("pronoun") | closed("negation")
    return openers | frozenset("to nearly almost about some around over roughly dozens hundreds former more".split())


@cache
def _function_words() -> frozenset[str]:
    names = "preposition coordinator subordinator pronoun modal be have do adverb determiner".split()
    return frozenset().union(*(closed(name) for name in names))
