"""Two records side by side, what speaks for and against, and scores against decisions: in words and in JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from paradero.cli.lists.wording import field_label, who
from paradero.cli.screen import SHORT_ID, inline
from paradero.cli.wording import label
from paradero.model import Entry
from paradero.rolls.fields import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType

    from paradero.casework import People, Record
    from paradero.linking import Band, Explanation, Proposal

_BESIDE = 60  # characters of a report that are shown beside a name
_TWO = 2


def chance_words(probability: float) -> str:
    """Return a chance in per cent, never as a certainty."""
    if probability > 0.999:
        return "over 99.9 %"
    return f"{probability:.1%}".replace("%", " %")


def record_line(record: Record, language: str) -> str:
    """Return who a record stands for and where it stands: "Ana Ruiz · roll.csv, row 3"."""
    return f"{_name(record, language)} · {where(record)}"


def where(record: Record) -> str:
    """Return where a record stands, in words."""
    source, name = record.source, inline(record.document.name)
    if isinstance(source, Entry):
        sheet = f", sheet {inline(source.sheet)}" if source.sheet else ""
        return f"{name}{sheet}, row {source.row:,}"
    return name


def pair_table(one: Record, other: Record, language: str) -> Table:
    """Return two records side by side, a line for each thing that either tells."""
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold", ratio=1)
    table.add_column(overflow="fold", ratio=1)
    rows = [_facts(record, language) for record in (one, other)]
    for title in dict.fromkeys(title for facts in rows for title in facts):
        table.add_row(title, *(facts.get(title, Text("–", "dim")) for facts in rows))
    return table


def detail(record: Record, statements: Iterable[str], language: str) -> Iterator[RenderableType]:
    """Yield everything that a record rests on: the cells of a row, or the words of the report."""
    source = record.source
    yield Text.assemble((record_line(record, language), "bold"), (f"  {record.id[:SHORT_ID]}", "dim"))
    if isinstance(source, Entry):
        for value in source.values:
            derived = f" ≈ {inline(value.normal)}" if value.normal and value.normal != inline(value.written) else ""
            line = Text(f"    {field_label(value.field, value.act, language)}: {inline(value.written)}")
            yield line.append(derived, "dim italic")
    else:
        for words in statements:
            yield Text(f"    “{inline(words)}”")


def why_lines(why: Explanation) -> Iterator[Text]:
    """Yield what speaks for and against, the heaviest first, and the sum."""
    for reason in why.reasons:
        yield Text(f"  {reason.bits:+6.1f}  {inline(reason.words)}", "green" if reason.bits > 0 else "red")
    yield Text(f"  {why.bits:+6.1f}  bits together", "dim")


def asked_first(known: People, language: str) -> Iterator[RenderableType]:
    """Yield the pair that is best judged first, with what speaks for and against."""
    for pair in known.waiting_for(""):
        yield Text(f"≈ one person: {chance_words(pair.probability)}", "dim")
        yield pair_table(known.records[pair.one], known.records[pair.other], language)
        yield from why_lines(known.explain(pair.one, pair.other))


def suggested(why: Explanation, decision: str) -> str:
    """Return a reason that a person may sign: the evidence that weighs most on the side of the decision."""
    own = [one for one in why.reasons if one.piece != "chance" and (one.bits > 0) == (decision == "same") and one.bits]
    told = "; ".join(one.words for one in own[:_TWO])
    return told if decision != "unsure" and told else "compared in review; what both tell does not decide it"


def bands_table(bands: Iterable[Band]) -> Table:
    """Return scores against decisions as a table; stretches in which nothing was judged are left out."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for title in ("score", "judged", "one person", "share", "95 of 100 times between", "expected by the scores"):
        table.add_column(title, justify="right")
    for band in bands:
        if band.interval is not None:
            low, high = band.interval
            share = f"{band.same / band.judged:.0%}".replace("%", " %")
            between = f"{low:.0%} and {high:.0%}".replace("%", " %")
            score = f"{band.low:g} to {band.high:g}"
            table.add_row(score, f"{band.judged:,}", f"{band.same:,}", share, between, f"{band.expected:.1f}")
    return table


def band_json(band: Band) -> dict[str, Any]:
    """Return a stretch of scores ready for JSON; nothing judged, no share."""
    interval = None if band.interval is None else list(band.interval)
    numbers = {"low": band.low, "high": band.high, "judged": band.judged, "same": band.same}
    return {**numbers, "expected": band.expected, "share": band.precision, "interval": interval}


def record_json(record: Record) -> dict[str, Any]:
    """Return a record ready for JSON, with where it stands and what is compared of it."""
    source = record.source
    entry = isinstance(source, Entry)
    place = (
        {"sheet": source.sheet or None, "row": source.row}
        if isinstance(source, Entry)
        else {"start": source.start, "end": source.end}
    )
    return {
        "id": record.id,
        "kind": "entry" if entry else "report",
        "document": source.document,
        "document_name": record.document.name,
        **place,
        "name": record.name,
        "state": record.state or None,
        "compared": {column: value for column, value in record.columns.items() if value},
    }


def proposal_json(pair: Proposal, one: Record, other: Record, why: Explanation) -> dict[str, Any]:
    """Return a pair that waits ready for JSON."""
    return {
        "records": [record_json(one), record_json(other)],
        "probability": pair.probability,
        "worth": pair.worth,
        "drawn": pair.drawn,
        "reasons": [{"piece": reason.piece, "bits": reason.bits, "words": reason.words} for reason in why.reasons],
    }


def _name(record: Record, language: str) -> str:
    return who(record.source, language) if isinstance(record.source, Entry) else inline(record.name)


def _facts(record: Record, language: str) -> dict[str, Text]:
    facts = {"who": Text(_name(record, language), "bold"), "where": Text(where(record))}
    if record.state:
        facts["list says"] = Text(label("list_states", record.state, language))
    source = record.source
    if isinstance(source, Entry):
        for value in (one for one in source.values if one.field not in NAMES):
            title = field_label(value.field, value.act, language)
            cell = facts.setdefault(title, Text())
            cell.append(", " if cell else "").append(inline(value.written))
            if value.normal and value.normal != inline(value.written):
                cell.append(f" ≈ {inline(value.normal)}", "dim italic")
        return facts
    start, end = max(0, source.start), max(0, source.end)
    facts["words"] = Text(inline(f"…{record.document.text[max(0, start - _BESIDE) : end + _BESIDE]}…"))
    if len(source.names) > 1:
        facts["also called"] = Text(", ".join(map(inline, source.names)))
    if source.age is not None:
        facts["age"] = Text(f"≈ {source.age}", "dim italic")
    return facts
