"""``people calibrate``: weights fitted to what people decided; shown first, used when asked, taken back at will."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from paradero.cli.options import json_option
from paradero.cli.screen import show_json, write

if TYPE_CHECKING:
    from paradero.cli.desk import Desk
    from paradero.linking import Calibration

_FITS_WORSE = "They fit no better than the weights in the package: keep those.\n"


@click.command("calibrate")
@click.option("--use", is_flag=True, help="Use the fitted weights from now on, as a new version.")
@click.option("--back-to", type=click.IntRange(min=0), metavar="N", help="Use version N again; 0 is the package's own.")
@click.option("--reason", default="", metavar="WORDS", help="Why; never left out when weights change.")
@json_option
@click.pass_obj
def command(desk: Desk, use: bool, back_to: int | None, reason: str, as_json: bool) -> None:
    """Fit the weights to what people decided, or go back.

    It is shown how much each kind of evidence would count, and what that is worth on pairs it was not fitted to.
    Nothing changes without --use: then the weights become a version of their own in the audit log, and --back-to takes
    any earlier one again. From 20 pairs of either answer on, looked at in review or found by hand.
    """
    from paradero.casework import calibration, fit_weights, go_back, use_weights

    if use and back_to is not None:
        raise click.UsageError("Give --use or --back-to, not both.")
    if (use or back_to is not None) and not reason.strip():
        raise click.UsageError("Weights are changed for a reason: give --reason WORDS.")
    with desk.open() as casebook:
        if back_to is not None:
            go_back(casebook, back_to, reason, desk.actor)
            write(f"The weights of version {back_to} are in use.\n")
            return
        fit = fit_weights(casebook)
        version = use_weights(casebook, fit, reason, desk.actor) if use else None
        in_use = calibration(casebook)
    if as_json:
        used = 0 if in_use is None else in_use.version
        show_json({**asdict(fit), "version": version, "in_use": used})
        return
    write(_words(fit))
    if version is None:
        write(_advice(fit))
    else:
        write(f"They are in use as version {version}. To take that back: paradero people calibrate --back-to 0.\n")


def _words(fit: Calibration) -> str:
    lines = [f"Fitted to {fit.labels:,} pairs that people decided, {fit.same:,} of them one person."]
    lines += [f"  {kind.replace('_', ' '):<12} counts {factor:.2f} times" for kind, factor in fit.factors.items()]
    lines.append(f"  {'every pair':<12} {fit.shift:+.1f} bits")
    lines.append(
        f"Surprise per pair: {fit.before:.3f} bits as shipped, {fit.after:.3f} on pairs they were not fitted to."
    )
    return "\n".join(lines) + "\n"


def _advice(fit: Calibration) -> str:
    return "To use them: --use --reason WORDS.\n" if fit.after < fit.before else _FITS_WORSE
