"""The one place where functions over arrays are compiled (numba); they run without the interpreter's lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

import numba

Given = ParamSpec("Given")
Gives = TypeVar("Gives")


def compiled(function: Callable[Given, Gives]) -> Callable[Given, Gives]:
    """Compile a function when it is first called; what was compiled is kept beside the source or in the user's cache."""
    compile_with = cast("Callable[[Callable[..., Any]], Callable[..., Any]]", numba.njit(cache=True, nogil=True))
    return compile_with(function)
