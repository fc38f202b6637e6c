"""Start the command line: ``python -m paradero`` and the command ``paradero``."""

from __future__ import annotations

from paradero.cli.main import main

__all__ = ["main"]

if __name__ == "__main__":  # workers that read in parallel import this module again and must not start over
    main()
