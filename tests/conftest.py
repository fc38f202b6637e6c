"""For every test: no socket leaves this machine, and no setting of whoever runs the tests reaches them."""

from __future__ import annotations

import ipaddress
import os
import socket
from typing import Any

import pytest

# The real ones, which the guards below call once an address has been found to stay here.
CONNECT, CONNECT_EX, SEND_TO = socket.socket.connect, socket.socket.connect_ex, socket.socket.sendto
LOOK_UP = socket.getaddrinfo


class OutsideAddress(AssertionError):
    """A test tried to reach an address that is not this machine's own."""

    def __init__(self, address: object) -> None:
        super().__init__(f"a test tried to reach {address!r}; tests stay on this machine")


def stays_here(host: object) -> bool:
    """Tell whether a host is this machine: its loopback addresses, its name for them, or none at all."""
    try:
        return ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return host in (None, "", "localhost")


def _guard(address: Any) -> None:
    # An address that is not a tuple names a socket file.
    if isinstance(address, tuple) and not stays_here(address[0]):
        raise OutsideAddress(address)


def _connect(self: socket.socket, address: Any) -> None:
    _guard(address)
    CONNECT(self, address)


def _connect_ex(self: socket.socket, address: Any) -> int:
    _guard(address)
    return CONNECT_EX(self, address)


def _send_to(self: socket.socket, *words: Any) -> int:
    _guard(words[-1])
    return SEND_TO(self, *words)


def _look_up(host: Any, *words: Any, **named: Any) -> Any:
    if not stays_here(host):
        raise OutsideAddress(host)
    return LOOK_UP(host, *words, **named)


def pytest_configure() -> None:
    """Close the doors before any test module is imported, and drop the settings of a real casebook."""
    for name in [name for name in os.environ if name.startswith("PARADERO_")]:
        del os.environ[name]
    doors = pytest.MonkeyPatch()
    doors.setattr(socket.socket, "connect", _connect)
    doors.setattr(socket.socket, "connect_ex", _connect_ex)
    doors.setattr(socket.socket, "sendto", _send_to)
    doors.setattr(socket, "getaddrinfo", _look_up)
