"""Start the command line: ``python -m paradero`` and the command ``paradero``."""

from __future__ import annotations

import signal

# Until the command line is there to tell it well, Ctrl-C just ends the program; where it is ignored, it stays ignored.
_before = signal.getsignal(signal.SIGINT)
if _before is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

from paradero.cli.main import main  # noqa: E402

if _before is signal.default_int_handler:
    signal.signal(signal.SIGINT, _before)

__all__ = ["main"]

if __name__ == "__main__":  # workers that read in parallel import this module again and must not start over
    main()
