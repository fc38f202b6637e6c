"""A thin rule down the left of something, so that notes are told from the text without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult


class Ruled:
    """A renderable with a rule at its left.

    Attributes:
        inner: what stands beside the rule.
        indent: columns before the rule.
    """

    def __init__(self, inner: RenderableType, indent: int = 0) -> None:
        self.inner = inner
        self.indent = indent

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Render the inner lines, each after the rule."""
        before = " " * self.indent + ("| " if options.ascii_only else "│ ")
        lines = console.render_lines(self.inner, options.update(width=options.max_width - len(before)), pad=False)
        for line in lines:
            yield Segment(before, Style(dim=True))
            yield from line
            yield Segment.line()
