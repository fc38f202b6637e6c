"""The engine ``llm``: a language model at an address that the user sets says what is told where.

The model gives words and codes. Where they stand, who speaks, what number and what day they are is worked out by the
same code as for the other engines, and nothing is taken over that does not stand in the text.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from paradero import __version__
from paradero.model import Problem
from paradero.model.public import ROLES
from paradero.reading.acts.mention import ActMention
from paradero.reading.acts.modality import Mood
from paradero.reading.engines import Analysis, Stretch
from paradero.reading.engines.llm.agreeing import disagreements
from paradero.reading.engines.llm.answers import Answer, Usage, answer, usage
from paradero.reading.engines.llm.asking import Line
from paradero.reading.engines.llm.checking import Given, checked
from paradero.reading.engines.llm.failures import Failure
from paradero.reading.engines.llm.placing import Nowhere, Placed, Placer
from paradero.reading.engines.llm.portions import Portion, portions
from paradero.reading.engines.llm.prompting import fingerprint
from paradero.reading.engines.llm.question import Questioner
from paradero.reading.linker import Attribution
from paradero.text.sentences import sentences

if TYPE_CHECKING:
    from paradero.model.statement import Polarity
    from paradero.reading.engines.llm.service import Service
    from paradero.reading.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class Exchange:
    """One portion that was asked about, and what came back.

    Attributes:
        start, end: of the portion in the text.
        requests: how often it was sent. characters: of all requests, instructions and context included.
        usage: what the service counted.
        answered: whether an answer came that could be used.
        lasting: whether none came, and the next would fail in the same way.
    """

    start: int
    end: int
    requests: int
    characters: int
    usage: Usage
    answered: bool
    lasting: bool = False


class LanguageModel:
    """Reads by asking a language model.

    Args:
        service: who is asked.
        told: called with every exchange, as soon as it is over.
        wait: what waits, in seconds, when the service is busy.
    """

    name = "llm"

    def __init__(
        self,
        service: Service,
        told: Callable[[Exchange], None] | None = None,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._service, self._told = service, told
        self._questioner = Questioner(service, Line(service, wait))

    @property
    def version(self) -> str:
        """The package's version, the model's name, and a digest of what it is told."""
        return f"{__version__}+{self._service.model}+{fingerprint()}"

    def attributions(self, text: str) -> tuple[Attribution, ...]:
        """Return who says what where acts of custody are told, in text order."""
        return self._read(text, ((0, len(text)),)).attributions

    def analyse(self, text: str, stretches: tuple[Stretch, ...], gazetteer: Gazetteer) -> Analysis:
        """Return what the model finds in the given stretches; nothing else of the text is sent."""
        return self._read(text, stretches)

    def _read(self, text: str, stretches: tuple[Stretch, ...]) -> Analysis:
        acts: list[ActMention] = []
        said: list[Attribution | None] = []
        problems: list[Problem] = []
        for portion in portions(text, stretches, self._service.portion):
            given = self._ask(text, portion)
            if isinstance(given, Failure):
                problems.append(_at(given.problem, portion))
                if given.lasting:
                    break
                continue
            problems += [_at(problem, portion) for problem in given.problems]
            for found in _found(text, portion, given.statements):
                if isinstance(found, Problem):
                    problems.append(found)
                else:
                    acts.append(_act(text, portion, found))
                    said.append(_attribution(found))
        return _analysis(acts, said, problems)

    def _ask(self, text: str, portion: Portion) -> Answer | Failure:
        asked = self._questioner.ask(text, portion)
        given = asked.reply if isinstance(asked.reply, Failure) else answer(asked.reply.body)
        counted = Usage() if isinstance(asked.reply, Failure) else usage(asked.reply.body)
        if self._told is not None:
            failed = isinstance(given, Failure)
            lasting = isinstance(given, Failure) and given.lasting
            place = portion.start, portion.end
            self._told(Exchange(*place, asked.requests, asked.characters, counted, not failed, lasting))
        return given


def _found(text: str, portion: Portion, raws: tuple[Any, ...]) -> Iterator[Placed | Problem]:
    """Each statement with its places, and a problem for each that is out of form or stands nowhere."""
    placer = Placer(text, portion)
    for number, raw in enumerate(raws, start=1):
        given = checked(raw)
        if isinstance(given, str):
            yield _misshapen(portion, number, given)
            continue
        if given.added:
            yield _added(portion, number, given)
        placed = placer.place(given)
        if isinstance(placed, Nowhere):
            yield _refused(placed)
        else:
            yield from disagreements(text, placed)
            yield placed


def _act(text: str, portion: Portion, placed: Placed) -> ActMention:
    at, codes = placed.at, placed.given.codes
    start, end = at["quote"]
    hedge = text[slice(*at["hedge"])] if "hedge" in at else ""
    polarity: Polarity = "negative" if codes["polarity"] == "negative" else "positive"
    return ActMention(
        act=codes["act"],
        start=start,
        end=end,
        trigger=at["trigger"],
        roles={name: at[name] for name in ("who", *ROLES, "accusation", "accuser", "figure") if name in at},
        mood=Mood(codes["modality"], polarity, hedge, codes["stance"]),
        time=at.get("when"),
        sentence=_sentence(text, portion, at["trigger"]),
    )


def _sentence(text: str, portion: Portion, trigger: Stretch) -> Stretch:
    piece = next((p for p in (*portion.context, *portion.pieces) if p[0] <= trigger[0] < p[1]), trigger)
    return next((s for s in sentences(text, *piece) if s[0] <= trigger[0] < s[1]), trigger)


def _attribution(placed: Placed) -> Attribution | None:
    """Who says it; None when the report itself does."""
    at = placed.at
    if "speaker" not in at:
        return None
    return Attribution((at["speaker"],), (at["cue"],) if "cue" in at else (), (at["quote"],))


def _analysis(acts: list[ActMention], said: list[Attribution | None], problems: list[Problem]) -> Analysis:
    """Order what was found by its place in the text, and number the attributions, each of them once."""
    order = sorted(range(len(acts)), key=lambda i: (acts[i].trigger, acts[i].act))
    listed = sorted({a for a in said if a is not None}, key=lambda a: (a.content, a.source, a.cue))
    numbers = {attribution: number for number, attribution in enumerate(listed)}
    told_by = tuple(None if (one := said[i]) is None else numbers[one] for i in order)
    return Analysis(tuple(listed), tuple(acts[i] for i in order), told_by, tuple(problems))


def _at(problem: Problem, portion: Portion) -> Problem:
    return replace(problem, place=portion.place)


def _misshapen(portion: Portion, number: int, fault: str) -> Problem:
    cause = f"Statement {number} of the language model's answer was left out: {fault}."
    hint = "Read the document with another engine or another model."
    return Problem("llm_misshapen", "", cause, hint, portion.place, severity="warning")


def _added(portion: Portion, number: int, given: Given) -> Problem:
    names = ", ".join(repr(name[:30]) for name in given.added[:3])
    more = f" and {len(given.added) - 3} more" if len(given.added) > 3 else ""
    cause = f"Statement {number} of the language model's answer holds what was not asked for: {names}{more}."
    return Problem("llm_added", "", cause, "Nothing to do: it was left out.", portion.place, severity="notice")


def _refused(nowhere: Nowhere) -> Problem:
    cause = f"A statement read by llm was refused: {nowhere.fault}."
    hint = "Read the document with another engine, or enter the statement by hand."
    return Problem("statement_refused", "", cause, hint, f"character {nowhere.start}", severity="warning")
