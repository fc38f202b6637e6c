"""The one place where functions over arrays are compiled (numba); they run without the interpreter's lock."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any, ParamSpec, TypeVar, cast

import numba
from numba.core.caching import CompileResultCacheImpl, FunctionCache

Given = ParamSpec("Given")
Gives = TypeVar("Gives")


class _Named(CompileResultCacheImpl):  # type: ignore[misc,unused-ignore]
    """Files of compiled code, named after this very state of the package.

    Numba alone looks at the file of the function, and would go on with what it compiled from a function of another file
    that has changed since.
    """

    @property
    def filename_base(self) -> str:
        return f"{super().filename_base}-{_sources()}"


class _Kept(FunctionCache):  # type: ignore[misc,unused-ignore]
    _impl_class = _Named


@cache
def _sources() -> str:
    """Return a digest of the sources of this package."""
    sources = sorted(
        (one.name, one.read_bytes()) for one in files("paradero.linking").iterdir() if one.name.endswith(".py")
    )
    return hashlib.sha256(repr(sources).encode()).hexdigest()[:12]


def compiled(function: Callable[Given, Gives]) -> Callable[Given, Gives]:
    """Compile a function when it is first called; what was compiled is kept for the next time.

    It is kept beside the source or in the user's cache. The very first call takes seconds.
    """
    return _kept(function, nogil=True)


def inner(function: Callable[Given, Gives]) -> Callable[Given, Gives]:
    """Compile a function that makes no array.

    Nobody keeps count of who holds its arrays, which otherwise takes longer than what such functions do.
    """
    return _kept(function, nogil=True, _nrt=False)


def _kept(function: Callable[Given, Gives], **how: bool) -> Callable[Given, Gives]:
    dispatcher = cast("Any", numba).njit(**how)(function)
    dispatcher._cache = cast("Callable[..., Any]", _Kept)(function)
    return cast("Callable[Given, Gives]", dispatcher)
