"""Who does an act."""

from __future__ import annotations

from dataclasses import dataclass

from paradero.model import InvalidValue


@dataclass(frozen=True, slots=True)
class Actor:
    """A person who does something to a casebook; every act is signed with the name."""

    name: str

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise InvalidValue("An act needs the name of who does it.")
        if self.name.strip().lower().startswith("policy:"):
            raise InvalidValue(
                "A name that begins with “policy:” is kept for what a policy signs.", "Give your own name."
            )
        try:
            self.name.encode()
        except UnicodeEncodeError as error:
            raise InvalidValue(f"The name {self.name!r} holds what is no character.") from error
