"""Exports: what a package gives is imported when it is first asked for, and nobody waits for what they do not need."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module


class Exports:
    """What a package gives, by the module in which it is.

    As the package's ``__getattr__`` it imports the module of a name. No name may be that of a module of the package:
    once that module is there, Python would give it in place of what has its name.

    Args:
        package: its name. modules: by the name of each module, the names that it gives, with spaces between them.
    """

    def __init__(self, package: str, modules: Mapping[str, str]) -> None:
        self.package = package
        self.module_of = {name: module for module, names in modules.items() for name in names.split()}

    def __call__(self, name: str) -> object:
        """Return what has a name.

        Raises:
            AttributeError: for a name that the package does not give.
        """
        if name not in self.module_of:
            raise AttributeError(f"module {self.package!r} has no attribute {name!r}")
        return getattr(import_module(f"{self.package}.{self.module_of[name]}"), name)
