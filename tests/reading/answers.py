"""From a row of the table the answer that a language model would give to it, in the form that it is asked for.

Every word of it is taken from the row. The row does not say which words name the act; a word of the sentence that no
role holds stands for them.
"""

from __future__ import annotations

import re
from typing import Any

from paradero.text.en.numbers import NumberMention, figures
from tests.reading.serving import Asked, Response, completion
from tests.reading.table import Row, Said, said

_NAMES = {"origin": "from", "destination": "to"}
_WORDS = frozenset("by from to at in_return_for basis outcome reason accusation accuser hedge cue".split())
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def answer_to(row: Row) -> dict[str, Any]:
    """Return the answer to a row: its statements, in order."""
    found: list[dict[str, Any]] = []
    reached = 0
    for line in row.says:
        statement, reached = _statement(row.text, said(line), reached)
        found.append(statement)
    return {"statements": found}


def answering(row: Row) -> Response:
    """Return the completion that holds the answer to a row."""
    return completion(answer_to(row), usage={"prompt_tokens": 100, "completion_tokens": 20})


def answers_from(rows: tuple[Row, ...]) -> Any:
    """Return what answers a request about any of some rows, found by their text."""

    def answer(asked: Asked) -> Response:
        return answering(next(row for row in rows if row.text in asked.text))

    return answer


def _statement(text: str, expected: Said, reached: int) -> tuple[dict[str, Any], int]:
    code, given = min(expected.acts), expected.roles
    people = _people(text, expected.who, given)
    roles = {_NAMES.get(name, name): words for name, words in given.items() if _NAMES.get(name, name) in _WORDS}
    held = [words for words in (people, *roles.values(), given.get("when")) if words]
    trigger = _trigger(text, code, held, reached)
    statement = {
        "quote": _quote(text, [*held, ""], trigger),
        "trigger": text[slice(*trigger)],
        "speaker": None if expected.speaker in ("outlet", "*") else _as_written(text, expected.speaker),
        "cue": None,
        "act": code,
        "stance": given.get("stance", "asserts"),
        "modality": expected.modality or given.get("modality", "actual"),
        "polarity": "negative" if expected.negative else "positive",
        "hedge": None,
        **dict.fromkeys("who by from to at in_return_for basis outcome reason accusation accuser".split()),
        **{name: words or None for name, words in roles.items()},
        "who": people,
        "figure": _figure(text, people, given),
        "when": {"written": given["when"], "day": None} if given.get("when") else None,
    }
    return statement, trigger[1]


def _people(text: str, who: str, given: dict[str, str]) -> str | None:
    """The words for the people; where a row leaves them open, the number it gives and the word after it."""
    if who not in ("*", "-"):
        return _as_written(text, who)
    number = _number(text, given)
    if who == "-" or number is None:
        return None
    after = _WORD.search(text, number.end)
    return text[number.start : after.end() if after is not None else number.end]


def _figure(text: str, people: str | None, given: dict[str, str]) -> dict[str, Any] | None:
    if not given.get("value") or people is None:
        return None
    if given["value"] == "None":
        return {"written": people, "operator": None, "value": None}
    value = float(given["value"])
    number = _number(text, given)
    within = number is None or text[number.start : number.end] in people
    written = people if number is None or within else text[number.start : number.end]
    return {"written": written, "operator": given.get("op"), "value": int(value) if value.is_integer() else value}


def _number(text: str, given: dict[str, str]) -> NumberMention | None:
    return next((f for f in figures(text) if str(f.value) == given.get("value")), None)


def _as_written(text: str, words: str) -> str:
    found = re.search(re.escape(words), text, re.IGNORECASE)
    return found[0] if found is not None else words


def _trigger(text: str, code: str, held: list[str], reached: int) -> tuple[int, int]:
    """A word after the trigger before: one that looks like the act, else one that no role holds, else any."""
    words = [m.span() for m in _WORD.finditer(text) if m.start() >= reached]
    words = [w for w in words if _first(text, text[slice(*w)]) == w[0]] or words  # one that is found where it stands
    taken = [m.span() for one in held for m in re.finditer(re.escape(one), text)]
    free = [w for w in words if not any(w[0] < e and s < w[1] for s, e in taken)] or words
    alike = [w for w in free if text[slice(*w)].lower()[:5] == code[:5]]
    return (alike or free or [(0, len(text))])[0]


def _first(text: str, word: str) -> int:
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)
    return found.start() if found is not None else -1


def _quote(text: str, held: list[str], trigger: tuple[int, int]) -> str:
    """From the first to the last of the words that tell it."""
    places = [trigger, *((at, at + len(one)) for one in held if one and (at := text.find(one)) >= 0)]
    return text[min(s for s, _ in places) : max(e for _, e in places)]
