"""An answer explained: what it says, by which rules, and each statement with its words; in words and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.padding import Padding
from rich.text import Text

from paradero.cli.ledger.wording import BOLD, DERIVED, DIM, Page, named, shortened
from paradero.cli.screen import SHORT_ID, inline
from paradero.cli.show.notes import INFERRED
from paradero.cli.wording import act_words, label, speaker_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rich.console import RenderableType

    from paradero.casework import LedgerOf
    from paradero.ledger import Claim, Explained
    from paradero.model import Judgement, Statement

    Judged = Mapping[str, Sequence[Judgement]]

_LETTERS = 26
_STEP = 2  # columns by which a part stands further in than the whole


def explain_page(page: Page, one: Explained, judged: Judged) -> Iterator[RenderableType]:
    """Yield an answer and all that it rests on; statements and rules are told once, and named where they come again."""
    yield from _Telling(page, judged).part(one, 0)
    yield Text(f"{INFERRED} in italics: worked out, not said", DIM)


class _Telling:
    """An explanation that is being told: which statements and rules have been told already."""

    def __init__(self, page: Page, judged: Judged) -> None:
        self.page = page
        self.judged = judged
        self.told: set[str] = set()
        self.letters: dict[str, str] = {}
        self.claims = by_statement(page.of)

    def part(self, one: Explained, depth: int) -> Iterator[RenderableType]:
        """Yield one answer, then its parts, each a step further in."""
        title = Text(shortened(one.says), BOLD)
        if one.kind != "statement":
            yield _in(title.append(named(one.kind, one.id) if one.kind != "account" else "  account", DIM), depth)
        yield from self._why(one, depth + 1)
        yield from self._statements(one.statements, depth + (one.kind != "statement"))
        same = [part for part in one.parts if part.id == one.id]
        for part in same:  # the movement of a leg is the leg itself: its way, its rules, its statements
            yield _in(Text(shortened(part.says)), depth + 1)
            yield from self._why(part, depth + 1)
            yield from self._statements(part.statements, depth + 1)
        yield ""
        for part in one.parts:
            if part not in same:
                yield from self.part(part, depth + 1)

    def _why(self, one: Explained, depth: int) -> Iterator[RenderableType]:
        for words in one.reasons:
            yield _in(Text(f"{INFERRED} {inline(words)}", DERIVED), depth)
        yield from self._rules(one.rules, depth)

    def _rules(self, codes: Iterable[str], depth: int) -> Iterator[RenderableType]:
        """Yield rules in words, each with a letter; those that were told before by their letters alone."""
        from paradero.ledger import rule_words

        words, again = rule_words(), []
        for code in dict.fromkeys(codes):
            if code in self.letters:
                again.append(self.letters[code])
                continue
            self.letters[code] = f"[{_letter(len(self.letters))}]"
            told = words[code][self.page.language] if code in words else code.replace("_", " ")
            yield _in(Text(f"{INFERRED} {self.letters[code]} {told}", DERIVED), depth)
        if again:
            yield _in(Text(f"{INFERRED} {' '.join(again)} as above", DERIVED), depth)

    def _statements(self, ids: Iterable[str], depth: int) -> Iterator[RenderableType]:
        every = list(ids)
        again = [id for id in every if id in self.told]
        for id in (id for id in every if id not in self.told):
            self.told.add(id)
            yield from self._statement(id, depth)
        if again:
            yield _in(Text("told above: ", DIM).append_text(self.page.cite(again)), depth)

    def _statement(self, id: str, depth: int) -> Iterator[RenderableType]:
        """Yield a statement: who says it, the exact words with their place, what was worked out, what people judged."""
        claims = self.claims.get(id, [])
        statement = self.page.of.statements.get(id)
        yield _in(_head(self.page, id, statement, claims), depth)
        words = statement.span.exact if statement is not None else claims[0].words if claims else ""
        where = _place(self.page, statement, claims)
        if words or where:
            quote = Text(f"“{inline(words)}”  " if words else "").append(where, DIM)
            yield _in(quote, depth + 1)
        yield from self._rules([rule for one in claims for rule in one.rules], depth + 1)
        for one in self.judged.get(id, ()):
            yield _in(_judgement(one, id), depth + 1)


def by_statement(of: LedgerOf) -> dict[str, list[Claim]]:
    """Return the claims of each statement, by its id."""
    found: dict[str, list[Claim]] = {}
    for one in of.ledger.claims:
        found.setdefault(one.statement, []).append(one)
    return found


def _letter(number: int) -> str:
    return (
        chr(ord("a") + number)
        if number < _LETTERS
        else f"{_letter(number // _LETTERS - 1)}{_letter(number % _LETTERS)}"
    )


def _in(item: RenderableType, depth: int) -> RenderableType:
    return Padding(item, (0, 0, 0, depth * _STEP))


def _head(page: Page, id: str, statement: Statement | None, claims: Sequence[Claim]) -> Text:
    head = Text()
    if statement is not None:
        head.append(speaker_words(statement.speaker, page.language), BOLD)
        head.append(f" · {label('stances', statement.stance, page.language)} · {act_words(statement, page.language)}")
    elif claims:
        head.append(page.voice(claims[0].speaker), BOLD).append(f" · {claims[0].act.replace('_', ' ')}")
    return head.append(named("statement", id), DIM)


def _judgement(one: Judgement, id: str) -> Text:
    """Return a judgement about a statement, with the other statement when it is about two."""
    others = [other for other in one.about if other != id]
    told = f" people, beside {' '.join(other[:SHORT_ID] for other in others)}," if others else ""
    text = Text(f"judged: {one.decision}{told} by {inline(one.by)}, {one.made_at[:10]}: “{inline(one.reason)}”")
    return text.append(f"  {one.id[:SHORT_ID]}", DIM)


def _place(page: Page, statement: Statement | None, claims: Sequence[Claim]) -> str:
    """Return where the words stand: the document, and the part, page, row or character in it."""
    if statement is None:
        return page.document(claims[0].document) if claims else ""
    span = statement.span
    role, _, count = statement.part.partition(" ")
    part = f"{label('parts', role, page.language)} {count}".strip()
    if span.row is not None:
        part = f"{f'sheet {inline(span.sheet)}, ' if span.sheet else ''}row {span.row}"
    where = f"{page.document(statement.document)}, {part}"
    return where + (f", p. {span.page}" if span.page is not None else "")


def explain_json(of: LedgerOf, one: Explained, judged: Judged) -> dict[str, Any]:
    """Return an answer, its parts, and each statement that it rests on once, in its public form."""
    from paradero.cli.ledger.shapes import asked_json, claim_json

    ids = list(dict.fromkeys(_all(one)))
    claims = by_statement(of)
    return {
        **asked_json(of),
        **_explained(one),
        "cited": [
            {
                "statement": _public(of, id),
                "claims": [claim_json(claim) for claim in claims.get(id, ())],
                "judgements": [
                    {"id": each.id, "decision": each.decision, "by": each.by, "reason": each.reason, "at": each.made_at}
                    for each in judged.get(id, ())
                ],
            }
            for id in ids
        ],
    }


def _public(of: LedgerOf, id: str) -> dict[str, Any] | None:
    """Return a statement in its public form, without the words around its span: they may be about somebody else."""
    from paradero.model.public import statement_json

    known = of.statements.get(id)
    return None if known is None else statement_json(known, with_context=False)


def _all(one: Explained) -> Iterator[str]:
    yield from one.statements
    for part in one.parts:
        yield from _all(part)


def _explained(one: Explained) -> dict[str, Any]:
    from paradero.cli.ledger.shapes import rules_json

    return {
        "kind": one.kind,
        "id": one.id,
        "says": one.says or None,
        "rules": rules_json(one.rules),
        "reasons": list(one.reasons),
        "statements": list(one.statements),
        "parts": [_explained(part) for part in one.parts],
    }
