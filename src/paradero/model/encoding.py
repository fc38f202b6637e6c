"""The plain form of the frozen types: what JSON can hold, and back again without loss, driven by the type hints.

``to_plain`` writes every field, defaults included, so that a default changed later cannot change what was written.
Only a field marked ``ADDED`` is left out while it has its default: records written before it was there keep their plain
form, and with it their seal.
``from_plain`` gives an equal value with the same id, or says which field does not fit.
"""

from __future__ import annotations

import math
import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date, datetime, time
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from paradero.model.errors import InvalidValue
from paradero.model.identity import ADDED

T = TypeVar("T")
Decoder = Callable[[Any], Any]

_ATOMS = (str, int, float, bool)


def to_plain(value: Any) -> Any:
    """Return the plain form of a value: dictionaries, lists, texts, numbers, truth values and None.

    Args:
        value: a dataclass, tuple, list, mapping with text keys, date, time, text, number, truth value or None.

    Raises:
        InvalidValue: for a number that JSON cannot hold (infinite, or not a number).
        TypeError: for any other type.
    """
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, float):
        return _finite(value)
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [to_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: to_plain(item) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return {name: to_plain(inner) for name, inner in _written(value)}
    raise TypeError(f"no plain form for {type(value).__name__}")


def from_plain(cls: type[T], plain: Any) -> T:
    """Return the value of a type from its plain form.

    Args:
        cls: a dataclass whose hints are made of dataclasses, dates, tuples, lists, mappings, Literal, None and unions.
        plain: what ``to_plain`` gave, possibly after a way through JSON. A field that is missing takes its default.

    Raises:
        InvalidValue: when the plain form does not fit the type; the message names the field.
    """
    hint: Any = cls
    result: T = _decoder(hint)(plain)
    return result


def _finite(value: float) -> float:
    if not math.isfinite(value):
        raise InvalidValue(f"{value!r} is not a number that can be written down.")
    return value


def _written(value: Any) -> Iterator[tuple[str, Any]]:
    kind: type = type(value)
    for name, added, default in _fields(kind):
        inner = getattr(value, name)
        if not added or inner != default:
            yield name, inner


@cache
def _fields(cls: type) -> tuple[tuple[str, bool, Any], ...]:
    return tuple((field.name, bool(field.metadata.get(ADDED)), field.default) for field in fields(cls))


@cache
def _decoder(hint: Any) -> Decoder:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _union(get_args(hint))
    if origin is Literal:
        return _literal(get_args(hint))
    if origin in (tuple, list):
        return _sequence(origin, get_args(hint))
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(*get_args(hint))
    return _single(hint)


def _single(hint: Any) -> Decoder:
    if hint is Any:
        return lambda plain: plain
    if hint in (None, type(None)):
        return _nothing
    if hint in _ATOMS:
        return _atom(hint)
    if isinstance(hint, type) and issubclass(hint, (datetime, date, time)):
        return _moment(hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return _dataclass(hint)
    raise TypeError(f"no way back from a plain form to {hint!r}")


def _nothing(plain: Any) -> None:
    if plain is not None:
        raise InvalidValue(f"Nothing was expected, not {plain!r}.")


def _atom(kind: type) -> Decoder:
    def decode(plain: Any) -> Any:
        # type, not isinstance: True is no number here, and 1 and 1.0 have different ids.
        if type(plain) is not kind:
            raise InvalidValue(f"{plain!r} is not of type {kind.__name__}.")
        return plain

    return decode


def _moment(kind: type[date] | type[time]) -> Decoder:
    def decode(plain: Any) -> Any:
        try:
            return kind.fromisoformat(plain)
        except (TypeError, ValueError) as error:
            raise InvalidValue(f"{plain!r} is not an ISO {kind.__name__}.") from error

    return decode


def _literal(allowed: tuple[Any, ...]) -> Decoder:
    def decode(plain: Any) -> Any:
        if plain not in allowed:
            raise InvalidValue(f"{plain!r} is not one of {', '.join(map(repr, allowed))}.")
        return plain

    return decode


def _union(members: tuple[Any, ...]) -> Decoder:
    decoders = [_decoder(member) for member in members if member is not type(None)]
    optional = len(decoders) < len(members)

    def decode(plain: Any) -> Any:
        if plain is None and optional:
            return None
        failures: list[InvalidValue] = []
        for decoder in decoders:
            try:
                return decoder(plain)
            except InvalidValue as failure:
                failures.append(failure)
        raise InvalidValue(" ".join(failure.message for failure in failures))

    return decode


def _sequence(kind: type[Any], members: tuple[Any, ...]) -> Decoder:
    if kind is tuple and not (len(members) == 2 and members[1] is Ellipsis):
        return _fixed([_decoder(member) for member in members])
    item = _decoder(members[0])

    def decode(plain: Any) -> Any:
        return kind(item(value) for value in _listed(plain))

    return decode


def _fixed(items: list[Decoder]) -> Decoder:
    def decode(plain: Any) -> tuple[Any, ...]:
        if len(_listed(plain)) != len(items):
            raise InvalidValue(f"{len(items)} values were expected, not {len(plain)}.")
        return tuple(item(value) for item, value in zip(items, plain, strict=True))

    return decode


def _listed(plain: Any) -> list[Any]:
    if not isinstance(plain, list):
        raise InvalidValue(f"A list was expected, not {plain!r}.")
    return plain


def _mapping(key: Any, value: Any) -> Decoder:
    if key is not str:
        raise TypeError("only mappings with text keys have a plain form")
    item = _decoder(value)

    def decode(plain: Any) -> dict[str, Any]:
        if not isinstance(plain, dict):
            raise InvalidValue(f"A mapping was expected, not {plain!r}.")
        return {name: item(inner) for name, inner in plain.items()}

    return decode


@dataclass(frozen=True, slots=True)
class _Slot:
    """A field on its way back: its name, how it is read, and whether it must be there."""

    name: str
    read: Decoder
    required: bool


@cache
def _slots(cls: Any) -> tuple[_Slot, ...]:
    hints = get_type_hints(cls)
    return tuple(_Slot(field.name, _decoder(hints[field.name]), _required(field)) for field in fields(cls))


def _required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _dataclass(cls: Any) -> Decoder:
    def decode(plain: Any) -> Any:
        if not isinstance(plain, dict):
            raise InvalidValue(f"The fields of {cls.__name__} were expected, not {plain!r}.")
        present = {}
        for slot in _slots(cls):
            if slot.name in plain:
                present[slot.name] = _read(cls, slot, plain[slot.name])
            elif slot.required:
                raise InvalidValue(f"The field {slot.name!r} is missing.")
        if len(present) < len(plain):
            raise InvalidValue(f"{cls.__name__} has no field {', '.join(sorted(set(plain) - set(present)))}.")
        return cls(**present)

    return decode


def _read(cls: type, slot: _Slot, plain: Any) -> Any:
    try:
        return slot.read(plain)
    except InvalidValue as failure:
        raise InvalidValue(f"{cls.__name__}.{slot.name}: {failure.message}") from failure
