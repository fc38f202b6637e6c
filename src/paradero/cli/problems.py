"""``problems``: what was wrong with the material of a casebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from paradero.cli.options import document_option, json_option, pager_option
from paradero.cli.screen import show_json, show_lines
from paradero.cli.troubles import SEVERITIES, Trouble, lines, summaries, summary_lines, trouble_json

if TYPE_CHECKING:
    from paradero.cli.desk import Desk


@click.command("problems")
@document_option
@click.option(
    "--code", "codes", metavar="CODE", multiple=True, help="Only problems of this code; more than once for several."
)
@click.option(
    "--severity",
    "severities",
    type=click.Choice(SEVERITIES),
    multiple=True,
    help="Only errors, only warnings, or only notices; more than once for two of them.",
)
@click.option(
    "--summary", is_flag=True, help="Sum up by code, the worst first: how many, in how many files, what next."
)
@json_option
@pager_option
@click.pass_obj
def command(
    desk: Desk,
    document: str | None,
    codes: tuple[str, ...],
    severities: tuple[str, ...],
    summary: bool,
    as_json: bool,
    pager: bool,
) -> None:
    """List what was wrong with the material.

    Each problem has a code, its place in the source, its cause and the next step. An error means that the thing could
    not be used, a warning that a part of it could not, a notice that you may want to know.
    """
    from paradero.casework import found

    with desk.open() as casebook:
        known = [Trouble(one.problem, one.document) for one in found(casebook, document)]
    asked = [one for one in known if _wanted(one, codes, severities)]
    if summary and as_json:
        show_json([one.json() for one in summaries(asked)])
    elif as_json:
        show_json([trouble_json(one) for one in asked])
    elif asked:
        show_lines(summary_lines(summaries(asked)) if summary else lines(asked), pager)
    else:
        show_lines(["No such problems." if known else "No problems."])


def _wanted(one: Trouble, codes: tuple[str, ...], severities: tuple[str, ...]) -> bool:
    return (not codes or one.problem.code in codes) and (not severities or one.problem.severity in severities)
