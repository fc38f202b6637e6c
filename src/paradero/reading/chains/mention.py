"""What one mention of people shows of them: name, number, sex, head noun, and whether it points back."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from paradero.reading.acts.lexicon import nouns as custody_nouns
from paradero.reading.speakers.nouns import listed, noun_of
from paradero.text.en.numbers import figures
from paradero.text.en.words import closed

if TYPE_CHECKING:
    from paradero.reading.gazetteer import Gazetteer

Form = Literal["name", "new", "definite", "pronoun", "part", "nobody"]

_PRONOUN = {form: key for key in ("he", "she", "they") for form in closed(key)} | {"both": "they"}
_ALL_OF = re.compile(r"(?:all|both|each|every one|none|most|many|some) of (?:them|these|those)", re.IGNORECASE)
_PART = re.compile(
    r"(?:.*\b(?:of (?:them|these|those|the|his|her|their)|others?|another|rest|remaining|more|further)\b"
    r"|a (?:second|third|fourth|fifth|sixth|seventh))",
    re.IGNORECASE,
)
_POINTS = re.compile(r"(?:(?:all|both) )?(?:the|these|those|that|this|such) ", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w’'-]*\.?(?:\s+[^\W\d_][\w’'-]*\.?)*")
_TAIL = re.compile(
    r",.*|\s(?:of|for|from|in|at|with|on|to|by|who|whom|whose|that|which|held|aged|under|and|accused|detained|taken|working|"
    r"still|inside|left|among|between)\b.*",
    re.DOTALL,
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# Words that pick nobody out, and that no pronoun elsewhere stands for.
_NOBODY = re.compile(
    r"(?:no|none|nobody|neither|each|every|everyone|everybody|any|anyone|anybody|someone|somebody|whoever|who|whose|it"
    r"|this|that|one|not one|one of|i|we|us|me|you|my|our|your|there|many|most|some|few|others?|all|both|himself"
    r"|herself)\b(?! of|, )"
    r"(?!(?: (?:the|these|those|other|more))? \w+s\b)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"(?:many|most|some|few|both|all) (?!of )\w+ \w", re.IGNORECASE)  # "many deported men": a group
# "Mr Drost and Mrs Lund", "a clerk and her son": several people joined.
_JOINED = re.compile(
    r"(?:[A-ZÀ-Þ][^,;]*|an? [^,;]*|(?:his|her|their|the) [^,;]*)(?:, [^;]*)?"
    r" and (?:[A-ZÀ-Þ]|an? |his |her |their |the )"
)
_PRESENTED = re.compile(r"the [a-z]")  # "the surgeon Dr Pavel Drost"
_GROUPS = frozenset("group party crew contingent batch crowd".split())
# Nouns for anybody of a sex or age: "the men" may be soldiers, "the people" may be anybody.
_WIDE = frozenset("man woman people person boy girl child captive detainee prisoner hostage inmate deportee".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of people.

    Attributes:
        start, end, words: where, and the exact words.
        form: ``nobody`` for words that pick nobody out ("no one", "each", "any listed person"); ``name``;
            ``new`` for a group or person with no pointing word ("ten men", "a nurse"); ``definite`` ("the
            ten", "the men"); ``pronoun``; ``part`` ("four of them"), which stands for nobody told before as a whole.
        pronoun: he, she or they; empty for others.
        many: whether they are several; None when it does not show.
        number: how many, when said.
        sex: ``m``, ``f`` or "".
        head: the head noun in the singular; "" when there is none ("the ten").
        name: folded words of a personal name, titles dropped.
        concerned: whether an act of custody is told of them at this place.
    """

    start: int
    end: int
    words: str
    form: Form
    pronoun: str = ""
    many: bool | None = None
    number: int | float | None = None
    sex: str = ""
    head: str = ""
    name: tuple[str, ...] = ()
    concerned: bool = False

    @property
    def wide(self) -> bool:
        """Whether the head noun says next to nothing, so that it may stand for people named by another noun."""
        return self.head in _WIDE or self.head in _GROUPS or (not self.head and self.number is not None)


def folded(words: str) -> tuple[str, ...]:
    """Return the words of a name in lower case, without accents, titles, ranks and offices."""
    plain = unicodedata.normalize("NFKD", words.replace("’", "'"))
    bare = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    dropped = listed("titles", "honorifics") | listed("titles", "ranks") | listed("titles", "offices")
    found = [w.rstrip(".").removesuffix("'s") for w in _WORD.findall(bare)]
    return tuple(w for w in found if w not in dropped and w + "." not in dropped)


def described(text: str, start: int, end: int, gazetteer: Gazetteer, *, concerned: bool = False) -> Mention:
    """Describe the people that a stretch of words stands for.

    Args:
        text: the whole text.
        start, end: the words.
        gazetteer: knows peoples ("Venezuelans"), so that a nationality counts as a noun for people.
        concerned: whether an act of custody is told of them here.
    """
    words = " ".join(text[start:end].split())
    lower = words.lower()
    pronoun = _PRONOUN.get(lower) or ("they" if _ALL_OF.fullmatch(lower) else "")
    if pronoun:
        sex = {"he": "m", "she": "f"}.get(pronoun, "")
        return Mention(start, end, words, "pronoun", pronoun, pronoun == "they", None, sex, concerned=concerned)
    head, many, sex = _head(words, gazetteer)
    nobody = _NOBODY.match(words) and not _POINTS.match(words) and not (head and _SEVERAL.match(words))
    if nobody or lower.endswith((" of us", " of you")):
        return Mention(start, end, words, "nobody", concerned=concerned)
    count = next((f for f in figures(words) if f.kind == "count" and not f.is_whole), None)
    if count is None and _JOINED.match(words):
        return Mention(start, end, words, "new", "", True, concerned=concerned)
    number = count.value if count is not None and count.operator == "=" and count.high is None else None
    if count is not None:
        many = number != 1
    named = _name(words) if not head or words[:1].isupper() else ()
    form: Form = "definite" if _POINTS.match(words) else "new"
    if _PART.match(lower):
        form = "part"
    elif named and count is None and (form == "new" or _PRESENTED.match(words)):
        form, many, sex = "name", False, sex or _titled(words)
    return Mention(start, end, words, form, "", many, number, sex, head, named if form == "name" else (), concerned)


def _head(words: str, gazetteer: Gazetteer) -> tuple[str, bool | None, str]:
    """The head noun in the singular, whether it is a plural, and the sex it shows."""
    found = _WORD.findall(_TAIL.sub("", words))
    last = found[-1].removesuffix("’s").removesuffix("'s").lower() if found else ""
    if last in _GROUPS:
        return last, True, ""
    noun = noun_of(last)
    if noun is not None and noun.sort in ("person", "collective"):
        single = noun_of(noun.lemma)
        return noun.lemma, noun.many, single.gender if single is not None else ""
    if last in custody_nouns("custody") or last in custody_nouns("person"):
        many = last.endswith("s") or last in ("people", "men", "women", "children")
        return last.removesuffix("s") if many else last, many, ""
    if found and gazetteer.people(found[-1]) is not None:
        return last, last.endswith("s"), ""
    return "", None, ""


def _name(words: str) -> tuple[str, ...]:
    """The folded name that the words are, an apposition left aside; empty for words that are no name."""
    bare = words.partition(",")[0].strip()
    if _NAME.fullmatch(bare) is None or not all(w[0].isupper() or len(w) < 4 for w in bare.split()):
        capital = re.search(r"(?:[A-ZÀ-Þ][\w’'-]*\.?\s*){2,}\Z", bare)
        return folded(capital[0]) if capital is not None else ()
    return folded(bare)


def _titled(words: str) -> str:
    lowered = {w.lower().rstrip(".") for w in words.split()}
    for sex, key in (("m", "male"), ("f", "female")):
        titles = {t.rstrip(".") for t in listed("titles", key)}
        if lowered & titles or any(w in listed("given", key) for w in list(lowered)):
            return sex
    return ""
