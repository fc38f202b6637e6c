"""Tests stay on this machine: the guard of conftest.py stops what would leave it, and lets loopback through."""

from __future__ import annotations

import socket

import pytest

OUTSIDE = "192.0.2.1"  # set aside for documentation; nobody answers there


def test_connecting_outside_is_refused() -> None:
    with socket.socket() as line, pytest.raises(AssertionError, match=OUTSIDE):
        line.connect((OUTSIDE, 80))
    with socket.socket() as line, pytest.raises(AssertionError, match=OUTSIDE):
        line.connect_ex((OUTSIDE, 80))


def test_sending_outside_is_refused() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as line, pytest.raises(AssertionError, match=OUTSIDE):
        line.sendto(b"", (OUTSIDE, 53))


def test_looking_up_a_name_is_refused() -> None:
    with pytest.raises(AssertionError, match="invalid"):
        socket.create_connection(("name.invalid", 80))


def test_loopback_is_open() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname(), timeout=5) as line,
    ):
        line.sendall(b"here")
        answer, _ = server.accept()
        with answer:
            assert answer.recv(4) == b"here"
