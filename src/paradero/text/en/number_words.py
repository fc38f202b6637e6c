"""English number words and figures: one expression that finds them, and what each is worth."""

from __future__ import annotations

import re

from paradero.text.wordlist import listed

_UNITS = {w: i for i, w in enumerate(listed("one two three four five six seven eight nine"), start=1)}
_TEENS = {
    w: i
    for i, w in enumerate(
        listed(
            """
    ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
    """
        ),
        start=10,
    )
}
_TENS = {w: 10 * i for i, w in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)}
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "k": 1_000,
    "m": 1_000_000,
    "bn": 1_000_000_000,
    "tn": 1_000_000_000_000,
    "dozen": 12,
}

_unit, _teen, _tens = ("|".join(words) for words in (_UNITS, _TEENS, _TENS))
_GAP = r"(?:\s+|-)"
_AND = r"(?:\s+and\s+|-and-|,?\s+|-)"
_SMALL = rf"(?:(?:{_tens})(?:(?:\s|-|)(?:{_unit}))?|{_teen}|{_unit})"
_HUNDRED = rf"(?:(?:{_SMALL}|a){_GAP})?hundred(?:{_AND}{_SMALL})?"
_THOUSAND = rf"(?:(?:{_HUNDRED}|{_SMALL}|a){_GAP})?thousand(?:{_AND}(?:{_HUNDRED}|{_SMALL}))?"
_MILLION = rf"(?:(?:{_HUNDRED}|{_SMALL}|a){_GAP})?(?:million|billion)(?:{_AND}(?:{_THOUSAND}|{_HUNDRED}|{_SMALL}))?"
_DOZEN = rf"(?:(?:half{_GAP}(?:a{_GAP})?|a{_GAP}|{_SMALL}{_GAP})?dozen)"

NUMBER_WORDS = rf"(?:{_MILLION}|{_THOUSAND}|{_HUNDRED}|{_DOZEN}|{_SMALL})(?!\w)"
DIGITS = (
    r"\d(?:\d{0,2}(?:[,\u00a0\u202f]\d{3}|[ ]000)+|\d*)(?:\.\d+)?(?!\d)"
    r"(?:(?:\s|-)?(?:hundred|thousand|million|billion|trillion|dozen)(?!\w)|(?:k|m|bn|tn)(?![\w.]))?"
)
SMALL_WORDS = _SMALL

_PIECES = re.compile("|".join(sorted((*_UNITS, *_TEENS, *_TENS, *list(_SCALES)[:5], "dozen", "half"), key=len)[::-1]))
_DIGITS = re.compile(r"(\d[\d,\u00a0\u202f]*(?:[ ]000)*(?:\.\d+)?)[\s-]*([a-z]*)")

_SEPARATORS = re.compile(r"[,\s]")


def worth(written: str) -> int | float:
    """Return what a number is worth.

    Args:
        written: digits ("1,245", "1.5 million", "97 thousand") or words ("a hundred and twelve", "half a dozen") as
            ``NUMBER_WORDS`` and ``DIGITS`` match them.
    """
    written = written.lower()
    if not written[0].isdigit():
        return _spelled(written)
    match = _DIGITS.match(written)
    assert match is not None  # a digit leads
    plain, scale = _SEPARATORS.sub("", match[1]), _SCALES.get(match[2], 1)
    value = float(plain) * scale if "." in plain else int(plain[:300]) * scale
    return int(value) if isinstance(value, float) and value.is_integer() else value


def number_heads() -> frozenset[str]:
    """Return every word of letters, in lower case, that a number may begin with ("fifty", "fiftyone")."""
    joined = {tens + unit for tens in _TENS for unit in _UNITS}
    return frozenset(
        {*_UNITS, *_TEENS, *_TENS, *joined, "hundred", "thousand", "million", "billion", "dozen", "half", "a"}
    )


def scale_of(written: str) -> int:
    """Return the scale that a number ends with ("23 thousand": 1,000), or 1."""
    last = re.split(r"[\s-]", written.lower())[-1]
    return _SCALES.get(last.lstrip("0123456789.,"), 1) if last else 1


def _spelled(written: str) -> int:
    total, current = 0, 0
    half = False
    for piece in _PIECES.findall(written):
        if piece == "half":
            half = True
        elif piece in ("hundred", "dozen"):
            current = max(current, 1) * _SCALES[piece]
        elif piece in _SCALES:
            total += max(current, 1) * _SCALES[piece]
            current = 0
        else:
            current += _UNITS.get(piece) or _TEENS.get(piece) or _TENS[piece]
    total += current
    return total // 2 if half else total
