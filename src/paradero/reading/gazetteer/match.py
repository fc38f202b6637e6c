"""Finding names in a text: one pass over its capitalised words, the longest form that fits wins."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from paradero.reading.gazetteer.entry import Entry, Found
from paradero.reading.gazetteer.folding import fold
from paradero.reading.gazetteer.forms import Form, is_plain_word, key_of, pattern, single

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Index = dict[str, list[tuple[int, Form]]]

_CAPITALISED = re.compile(r"(?<![^\W_])[^\W\d_a-z][^\W_]*")
_KIND = (
    r"(?:prison|jail|gaol|penitentiary|barracks|(?:prison |penal |concentration |internment )?(?:camp|colony|complex)"
    r"|(?:detention|processing|interrogation|torture) (?:cent(?:re|er)|facility|site|camp))s?"
)
_WORD_AFTER = re.compile(
    r"(?:[ -](?:(?:maximum|high|medium)[- ]security|military|central|federal|women's|men's|remand|pre-?trial)){0,2}"
    rf" {_KIND}\b",
    re.IGNORECASE,
)
_SPANISH_BEFORE = re.compile(
    r"\b(?:carcel|prision|penal|presidio|penitenciaria|reclusorio|campo de concentracion|(?:centro|complejo|recinto)"
    r" (?:de detencion|penitenciario|clandestino(?: de detencion)?)) (?:(?:de|del|de la|de los|el|la) )?$",
    re.IGNORECASE,
)
_ENGLISH_BEFORE = re.compile(rf"\b(?:{_KIND}|SIZO|HMP)(?: (?:of|at|in|called|known as))? $", re.IGNORECASE)
_BEFORE_REACH = 60  # characters; the longest of the expressions above and some white space
_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sr|Sra|Don|Dona|Senor|Senora)\.? $")
_NAME_BEFORE = re.compile(r"(?<![^\W_])([A-Z][^\W_]*[a-z][^\W_]*) $|(?:^|\W)[Aa]l-$")
# Words that open a sentence or a title with a capital and are no first name.
_NO_FIRST_NAME = (
    " a after against all although amid an and around as at back because before behind between both but by central"
    " during eastern even except for from greater how however if in inside into its last like meanwhile near"
    " neither north northern now of off on only or other our outside over reached since so south southern than"
    " that the their then this though to today tomorrow toward towards under unlike until via western what when"
    " where whether which while who why with within without yesterday yet monday tuesday wednesday thursday friday"
    " saturday sunday january february march april may june july august september october november december "
)
_LINE_REACH = 60  # characters to each side by which capitals-only text is told


def build(forms: Iterable[Form]) -> Index:
    """Return the forms by their first capitalised word, the longest first; of two alike the earlier stays first."""
    index: Index = {}
    for form in forms:
        key = key_of(form.written)
        if key is not None:
            index.setdefault(key[0], []).append((key[1], form))
    for candidates in index.values():
        if len(candidates) > 1:
            candidates.sort(key=lambda candidate: -len(candidate[1].written))
    return index


_folded = lru_cache(maxsize=4)(fold)
"""A document is searched name by name; it is folded once."""


def find(index: Mapping[str, list[tuple[int, Form]]], text: str, start: int, end: int) -> Iterator[Found]:
    """Yield what is named in ``text[start:end]``, in order and without overlap."""
    folded = _folded(text)
    free = start
    for word in _CAPITALISED.finditer(folded, start, end):
        if word.start() < free:
            continue
        for lead, form in index.get(word[0].lower(), ()):
            at = word.start() - lead
            stop = _stop(form.written, word, folded, at, end) if at >= free else None
            if stop is None:
                continue
            found = _found(form, text, folded, at, stop, (free, end))
            if found is not None:
                yield found
            if found is not None or form.entry is None:
                free = stop if found is None else found.end
                break


def _stop(written: str, word: re.Match[str], folded: str, at: int, end: int) -> int | None:
    """Return where a form that starts at ``at`` ends, or None when it does not stand there."""
    ways = single(written)
    if ways is not None:
        return word.end() if word[0] in ways else None
    if _goes_on_otherwise(written, word, folded, at):
        return None
    hit = pattern(written).match(folded, at, end)
    return None if hit is None else hit.end()


def _goes_on_otherwise(written: str, word: re.Match[str], folded: str, at: int) -> bool:
    """Tell cheaply, before any expression is made, that the next word begins with another letter than the form's."""
    there = folded[word.end() + 1 : word.end() + 2]
    here = written[word.end() + 1 - at : word.end() + 2 - at]
    return there.isalnum() and here.isascii() and here.isalnum() and there.lower() != here.lower()


def _found(form: Form, text: str, folded: str, start: int, end: int, limits: tuple[int, int]) -> Found | None:
    entry = form.entry
    if entry is None or _is_something_else(form, entry, text, folded, start, end):
        return None
    if entry.kind == "facility":
        inner = start, end
        start, end = _with_kind_word(folded, start, end, limits)
        before = folded[max(0, start - _BEFORE_REACH) : start]
        beside = (start, end) != inner or _ENGLISH_BEFORE.search(before) is not None
        if form.written in entry.needs_word and not beside:
            return None
    return Found(entry, start, end, text[start:end], form.how)


def _with_kind_word(folded: str, start: int, end: int, limits: tuple[int, int]) -> tuple[int, int]:
    after = _WORD_AFTER.match(folded, end, limits[1])
    before = _SPANISH_BEFORE.search(folded[max(limits[0], start - _BEFORE_REACH) : start])
    return start - (len(before[0]) if before else 0), after.end() if after else end


def _is_something_else(form: Form, entry: Entry, text: str, folded: str, start: int, end: int) -> bool:
    before = folded[max(0, start - _BEFORE_REACH) : start]
    if is_plain_word(form.written) and (text[start:end] != form.written or _among_capitals(text, start, end)):
        return True
    if form.how == "demonym" and form.written.isascii() and not text[start:end].isascii():
        return True  # an English word for a people carries no accent: "Germán" is a first name
    if form.how != "demonym" and entry.kind != "facility" and _HONORIFIC.search(before):
        return True
    if form.written not in entry.namelike:
        return False
    name = _NAME_BEFORE.search(before)
    return name is not None and f" {(name[1] or '-').lower()} " not in _NO_FIRST_NAME


def _among_capitals(text: str, start: int, end: int) -> bool:
    """Tell whether everything around on the line is in capitals; a name that stands alone is not."""
    before = text[max(0, start - _LINE_REACH) : start].rpartition("\n")[2]
    around = before + text[end : end + _LINE_REACH].partition("\n")[0]
    return around.upper() == around and any(c.isalpha() for c in around)
