"""Writing to the terminal: in colour when somebody looks at it, plain when it goes to a file, never a raw escape.

rich is imported late: ``paradero --help`` must not wait for it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from itertools import chain
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console, RenderableType

SHORT_ID = 8  # characters of an id in lists; nearly always enough to tell it in a large casebook

# A document must not act on the terminal of its reader: move the cursor, change colours, turn the reading direction.
_CONTROLS: dict[int, int | str] = {
    **{c: 0x2400 + c for c in range(0x20) if chr(c) not in "\n\t"},
    **dict.fromkeys([*range(0x7F, 0xA0), 0x202D, 0x202E], "\ufffd"),
}
_UNSAFE = re.compile("[\x7f-\x9f\u202d\u202e\ud800-\udfff]")


def visible(text: str) -> str:
    """Return the text with control characters made visible, one for one, so that offsets stay true."""
    return text.translate(_CONTROLS)


def inline(text: str) -> str:
    """Return the text on one line, its white space folded and its control characters made visible."""
    return visible(" ".join(text.split()))


def counted(number: int, one: str, several: str = "") -> str:
    """Return a number with its noun: "1 record", "1,200 records"; the plural is made with an -s when not given."""
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"


def console(width: int | None = None) -> Console:
    """Return a console for standard output: colours only on a terminal, none when ``NO_COLOR`` is set."""
    from rich.console import Console

    return Console(width=width, markup=False, highlight=False, emoji=False, soft_wrap=False)


def show(renderables: Iterable[RenderableType], pager: bool = False) -> None:
    """Print rich renderables, one below the other, each as soon as it is made.

    Args:
        renderables: what to print.
        pager: pass it through the pager when it is longer than the terminal is high and a person sits there.
    """
    screen = console()
    show_texts((_rendered(screen, item) for item in renderables), screen.height, pager)


def show_lines(lines: Iterable[str], pager: bool = False) -> None:
    """Print plain lines, through the pager as ``show`` does."""
    show_texts((f"{line}\n" for line in lines), shutil.get_terminal_size().lines, pager)


def show_texts(texts: Iterator[str], room: int, pager: bool) -> None:
    """Print texts one after the other; begin with the first, or with the pager when ``room`` lines are full."""
    if pager and sys.stdin.isatty() and sys.stdout.isatty():
        height = 0
        first = []
        for text in texts:
            first.append(text)
            height += text.count("\n")
            if height >= room:
                click.echo_via_pager(chain(first, texts))  # click knows which pagers take colours, and tells them
                return
        texts = iter(first)
    for text in texts:
        write(text)


def _rendered(screen: Console, item: RenderableType) -> str:
    with screen.capture() as capture:
        screen.print(item)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def show_json(value: Any) -> None:
    """Print a value as indented JSON in UTF-8, whatever the terminal's encoding.

    What could act on a terminal, or is no character (in a file name that is no UTF-8), is escaped as JSON allows.
    """
    text = json.dumps(value, ensure_ascii=False, indent=2)
    write((_UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n").encode())


def write(text: str | bytes) -> None:
    """Write to standard output; leave quietly when nobody reads it any more.

    Raises:
        click.exceptions.Exit: with 141, as the shell has it for a closed pipe.
    """
    try:
        click.echo(text, nl=False, color=True)  # colour was settled by the console already
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the flush at exit must not fail again
        raise click.exceptions.Exit(141) from None


def tell(text: str) -> None:
    """Write a line to standard error: what is said to the person beside the result."""
    click.echo(text, err=True)
