"""``problems``: what was wrong with the material of a casebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from paradero.cli.options import document_option, json_option
from paradero.cli.screen import show_json, write
from paradero.cli.troubles import lines, problem_json

if TYPE_CHECKING:
    from paradero.cli.desk import Desk


@click.command("problems")
@document_option
@json_option
@click.pass_obj
def command(desk: Desk, document: str | None, as_json: bool) -> None:
    """List what was wrong with the material.

    Each problem has a code, its place in the source, its cause and the next step. An error means that the thing could
    not be used, a warning that a part of it could not, a notice that you may want to know.
    """
    from paradero.casework import problems

    with desk.open() as casebook:
        found = problems(casebook, document)
    if as_json:
        show_json([problem_json(problem) for problem in found])
    else:
        write("".join(f"{line}\n" for line in lines(found)) or "No problems.\n")
