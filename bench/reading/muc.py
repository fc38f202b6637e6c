"""Who was kidnapped, how many and by whom: templates filled from our statements, scored in the manner of MUC-4.

    python -m bench.reading.muc [--part tst1 tst2 | dev] [--engine classifier|rules ...] [--limit N] [--show] [--json]

Chinchor, "MUC-4 Evaluation Metrics", Proceedings of the Fourth Message Understanding Conference, 1992. What is done
here, exactly: the kidnappings of all messages are scored, those we make in messages without one included ("all
templates"). A template of ours is mapped to the kidnapping of the key with which it earns most, and to none if nothing
in it is right; each filler of ours to at most one filler of the key. A filler is right when it is one of its forms,
articles and punctuation aside; half right when all words of one are in the other, or their last words are the same; a
number is right or wrong. Recall is what was earned by what the key holds, precision by what we filled; optional
fillers and templates count only when we give them. The conference scored string fillers by hand in doubt; nobody
judges here, so a right synonym earns nothing. ``dev`` may be looked at; ``tst1`` and ``tst2`` are measured only.
"""

from __future__ import annotations

import argparse
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bench.reading.measure import Score, figures, total
from bench.reading.muc_keys import SLOTS, Filler, Template, messages
from paradero.intake import GivenByPerson, parse
from paradero.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bench.reading.muc_keys import Message
    from paradero.model import Statement
    from paradero.model.statement import Who

    Filled = dict[str, list[str]]
    """Our fillers by slot, each once, in the order of the statements."""

CORPUS = Path(__file__).parents[2].parent / "shared" / "data" / "muc4"
TESTS = ("tst1", "tst2")
# The figures held by the gate.
PINNED = ("name", "description", "number", "all slots", "templates")

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ARTICLES = frozenset("A AN THE".split())
_LEADING = re.compile(r"^(?:(?:A|AN|THE|THESE|THOSE|SOME|ABOUT|AT LEAST|MORE THAN|OTHER)\s+|[\d,]+\s+)+")
_CAPTIVES = re.compile(r"\b(?:hostage|captive)s?\b", re.IGNORECASE)
_PRONOUNS = frozenset("HE SHE THEY THEM HIM HER WE US I ME IT WHO WHOM HIS THEIR ONE ALL OTHERS SOME".split())
# The last word of the name of a body that acts, as against the men it sends.
_BODIES = frozenset(
    """FRONT ARMY MOVEMENT FORCES PARTY COMMAND CARTEL BRIGADE ORGANIZATION POLICE GUARD BATTALION UNION
    FMLN ELN FARC EPL M-19""".split()
)


# -- our templates --------------------------------------------------------------------------------------------------


def filled(text: str, day: str, engine: str) -> list[Filled]:
    """Read a message and fill a template from what its statements tell of kidnappings; none when they tell of none."""
    document, _ = parse(text.encode(), "message.txt", GivenByPerson(published=day, language="en"))
    statements, _ = read(document, engine=engine)
    told = [s for s in statements if tells_kidnapping(s)]
    slots: Filled = {slot: [] for slot in SLOTS}
    for statement in told:
        _fill(slots, statement)
    return [slots] if told else []


def tells_kidnapping(statement: Statement) -> bool:
    """Say whether a statement tells that somebody was abducted, or is held as a hostage, and does not deny it."""
    done = statement.modality == "actual" and statement.polarity == "positive" and statement.stance != "denies"
    hostage = statement.act == "held" and bool(_CAPTIVES.search(statement.trigger.exact))
    return done and (statement.act == "abducted" or hostage)


def _fill(slots: Filled, statement: Statement) -> None:
    if statement.who is not None:
        for slot, filler in _target(statement.who):
            _add(slots[slot], filler)
    if statement.by is not None:
        said = statement.by.refers_to or statement.by.text
        for piece in re.split(r"\s+(?:OF|FROM) THE\s+|[\[(]", said.upper()):
            filler = _LEADING.sub("", piece.strip(" ])"))
            if filler:
                _add(slots["organization" if _words(filler)[-1:] and _is_body(filler) else "perpetrator"], filler)


def _is_body(filler: str) -> bool:
    return bool(_BODIES & set(_words(filler)))


def _target(who: Who) -> Iterable[tuple[str, str]]:
    """Yield (slot, filler) of the people concerned: their names, or else what they are, and how many."""
    said = (who.mention.refers_to or who.mention.text).upper()
    for name in who.names:
        yield "name", name.upper()
        yield "number", "1"
        said = said.replace(name.upper(), " ")
    description = _LEADING.sub("", re.split(r",\s", said)[0].strip(" ,.")).strip()
    if _words(description) and not description.isdigit() and description not in _PRONOUNS:
        yield "description", description
        if not who.names:
            yield "number", _number(who, description)


def _number(who: Who, description: str) -> str:
    if who.group is not None and who.group.value is not None:
        return str(int(who.group.value))
    return "PLURAL" if _words(description)[0].endswith("S") or _words(description)[-1].endswith("S") else "1"


def _add(fillers: list[str], filler: str) -> None:
    if filler not in fillers:
        fillers.append(filler)


# -- scores ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Marks:
    """The scores of a message: of its templates, and of each slot."""

    templates: Score
    slots: Mapping[str, Score]


def marks(ours: Sequence[Filled], key: Sequence[Template]) -> Marks:
    """Map our templates to those of the key, and score them and their fillers."""
    left, pairs = list(key), []
    for slots in ours:
        best = max(left, key=lambda template: _earned(slots, template), default=None)
        best = best if best is not None and _earned(slots, best) > 0 else None
        pairs.append((slots, best))
        left = [template for template in left if template is not best]
    mapped = sum(template is not None for _, template in pairs)
    missing = [template for template in left if not template.optional]
    scores = {}
    for slot in SLOTS:
        given = (slot_score(slots[slot], template.fillers[slot] if template else ()) for slots, template in pairs)
        scores[slot] = total([*given, *(slot_score((), template.fillers[slot]) for template in missing)])
    return Marks(Score(mapped, len(ours), mapped + len(missing)), scores)


def _earned(slots: Filled, template: Template) -> float:
    return sum(slot_score(slots[slot], template.fillers[slot]).right for slot in SLOTS if slot != "number")


def slot_score(given: Sequence[str], wanted: Sequence[Filler]) -> Score:
    """Score the fillers of one slot; the best pairs first."""
    pairs = sorted(((-credit(f, w), i, j) for i, f in enumerate(given) for j, w in enumerate(wanted)))
    ours: set[int] = set()
    theirs: set[int] = set()
    earned = 0.0
    for worth, i, j in pairs:
        if worth < 0 and i not in ours and j not in theirs:
            ours.add(i)
            theirs.add(j)
            earned -= worth
    due = sum(not w.optional or j in theirs for j, w in enumerate(wanted))
    return Score(earned, len(given), due)


def credit(filler: str, wanted: Filler) -> float:
    """Say what a filler earns: 1, a half or nothing."""
    ours = _words(filler)
    forms = [_words(form) for form in wanted.forms]
    if ours in forms:
        return 1.0
    near = (form for form in forms if form and ours and (ours[-1] == form[-1] or _inside(ours, form)))
    return 0.5 if not filler.isdigit() and next(near, None) is not None else 0.0


def _inside(a: Sequence[str], b: Sequence[str]) -> bool:
    return set(a) <= set(b) or set(b) <= set(a)


def _words(filler: str) -> list[str]:
    return [word for word in _WORD.findall(filler.upper()) if word not in _ARTICLES]


def held_out() -> list[Message]:
    """Return the messages that are measured and not looked at, in order."""
    return [message for part in TESTS for message in messages(CORPUS / part)]


def measure(engine: str, reports: Iterable[Message], show: bool = False) -> dict[str, Score]:
    """Score an engine on messages: by slot, over all slots, and by templates."""
    sums = {name: Score(0, 0, 0) for name in (*SLOTS, "all slots", "templates")}
    for message in reports:
        ours = filled(message.text, message.day, engine)
        if show and (ours or message.kidnappings):
            print(message.name, "OURS", ours, *(f"KEY {k}" for k in message.kidnappings), sep="\n  ")
        scored = marks(ours, message.kidnappings)
        for slot, score in scored.slots.items():
            sums[slot] += score
            sums["all slots"] += score
        sums["templates"] += scored.templates
    return sums


def table(results: Mapping[str, Mapping[str, Score]]) -> str:
    """Lay the results out, one slot a row for each engine."""
    rows = [f"{'engine':12} {'slot':14} {'P':>6} {'R':>6} {'F':>6} {'wanted':>7}"]
    for engine, scores in results.items():
        for slot, score in scores.items():
            row = figures(score)
            rows.append(f"{engine:12} {slot:14} {row['P']:6.1f} {row['R']:6.1f} {row['F']:6.1f} {score.wanted:7}")
    return "\n".join(rows)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Fill the kidnapping templates of MUC-4 from statements.")
    parser.add_argument("--part", nargs="+", choices=("dev", *TESTS), default=list(TESTS))
    parser.add_argument("--engine", nargs="+", choices=("classifier", "rules"), default=["classifier", "rules"])
    parser.add_argument("--limit", type=int, help="so many messages of each part")
    parser.add_argument("--show", action="store_true", help="print ours beside the key (dev only)")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    if asked.show and asked.part != ["dev"]:
        parser.error("only dev may be looked at: --part dev --show")
    reports = [m for part in asked.part for m in list(messages(CORPUS / part))[: asked.limit]]
    results = {engine: measure(engine, reports, asked.show) for engine in asked.engine}
    plain = {engine: {slot: figures(score) for slot, score in scores.items()} for engine, scores in results.items()}
    print(json.dumps(plain, indent=1) if asked.json else table(results))


if __name__ == "__main__":
    main()
