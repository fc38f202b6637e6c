"""Beside the legs of an exchange: who is said to have mediated it, on what conditions and in what stages it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from paradero.cli.screen import inline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paradero.cli.ledger.wording import Page
    from paradero.ledger import Condition, Exchange, Intermediary, StageTold


def beside_legs(page: Page, one: Exchange) -> dict[str, Text | str | list[Text]]:
    """Return the rows for intermediaries, conditions and stages; empty ones are left out by whoever shows them."""
    at = {leg.id: number for number, leg in enumerate(one.legs, 1)}
    return {
        "intermediaries": [line for each in one.intermediaries for line in _intermediary(page, each)],
        "conditions": [_condition(page, each, at) for each in one.conditions],
        "stages": [_stage(page, each, at) for each in one.stages],
    }


def _intermediary(page: Page, one: Intermediary) -> list[Text]:
    """Return a line for each thing that somebody is said to have done, with the words and who says so."""
    from paradero.ledger.mediating import roles

    name = inline(one.name) + (f" ({inline(one.party)})" if one.party else "")
    lines = []
    for part in one.parts:
        role = roles()[part.role][page.language]
        text = page.derived(f"{name}, {role}: “{inline(part.words)}”; ", *one.rules)
        lines.append(text.append_text(page.voices(claim.id for claim in part.claims)))
    return lines


def _condition(page: Page, one: Condition, at: dict[str, int]) -> Text:
    text = page.derived(f"“{inline(one.words)}”, for {_where(one.legs, at)}; ", *one.rules)
    return text.append_text(page.voices(claim.id for claim in one.claims))


def _stage(page: Page, one: StageTold, at: dict[str, int]) -> Text:
    words = ", ".join(f"“{inline(each)}”" for each in one.words)
    text = page.derived(f"{words}, for {_where(one.legs, at)}; ", *one.rules)
    return text.append_text(page.voices(claim.id for claim in one.claims))


def _where(legs: Sequence[str], at: dict[str, int]) -> str:
    """Return which legs something is said of, by their numbers on the page."""
    numbers = [str(at[id]) for id in legs if id in at]
    return f"leg {' and '.join(numbers)}" if numbers else "the exchange"
