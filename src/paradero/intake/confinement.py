"""Confinement: what a worker process gives up before it reads the first file.

The limits of the kernel (memory, processor time, files written) hold against anything. Where the system allows it the
process moves to a network name space without any network. The audit hook on top stops Python code that would open a
socket, start a program or write a file.

Run as a program, ``confinement.py MEMORY SECONDS PROGRAM ARGUMENT...``, it gives up the same but for the hook, and then
becomes another program.
"""

from __future__ import annotations

import os
import sys
from typing import Any

_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_FORBIDDEN = (
    "socket.",
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "pty.spawn",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "shutil.",
    "ftplib.",
    "smtplib.",
    "urllib.Request",
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
_OPEN_FILES = 128  # the modules that are imported late, and the pipes


def confine(memory: int) -> None:
    """Give up memory beyond ``memory`` bytes, writing, starting programs and the network, for good."""
    _limit(memory)
    _leave_network()
    sys.addaudithook(_forbid)


def become(memory: int, seconds: float, command: list[str]) -> None:
    """Turn this process into another program that may use so many bytes and seconds, and no network."""
    _limit(memory)
    allow_seconds(seconds)
    _leave_network()
    os.execv(command[0], command)


def allow_seconds(seconds: float) -> None:
    """Let the process use so many more seconds of the processor before the kernel ends it."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; the clock of the parent still holds
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(usage.ru_utime + usage.ru_stime + seconds) + 1, hard))


def _limit(memory: int) -> None:
    try:
        import resource
    except ImportError:
        return
    wanted = (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
    )
    for kind, most in wanted:
        hard = resource.getrlimit(kind)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (most, most))


def _leave_network() -> None:
    """Best effort: not every system has name spaces, and not every one lets a common user make them."""
    if sys.platform != "linux":
        return
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    unshare = getattr(libc, "unshare", None)
    if unshare is not None and unshare(_CLONE_NEWNET) != 0:
        unshare(_CLONE_NEWUSER | _CLONE_NEWNET)


def _forbid(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open":
        flags = arguments[2] if len(arguments) > 2 and isinstance(arguments[2], int) else 0
        if flags & _WRITING:
            raise PermissionError(f"a worker may not write: {arguments[0]!r}")
    elif event.startswith(_FORBIDDEN):
        raise PermissionError(f"a worker may not do this: {event}")


if __name__ == "__main__":
    become(int(sys.argv[1]), float(sys.argv[2]), sys.argv[3:])
