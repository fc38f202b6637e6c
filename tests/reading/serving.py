"""A service on this machine that answers chat completions as a test wants: rightly, wrongly, slowly or for ever."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from paradero.reading.engines.llm import Service

Headers = dict[str, str]


@dataclass(frozen=True)
class Response:
    """What the service sends back; ``pieces`` instead of a body are sent one by one, with no length told before."""

    body: bytes = b""
    status: int = 200
    headers: Headers = field(default_factory=dict)
    pieces: Iterator[bytes] | None = None


@dataclass(frozen=True)
class Asked:
    """A request that came: its path, its headers in lower case, and its JSON."""

    path: str
    headers: Headers
    question: Any

    @property
    def text(self) -> str:
        """The user's message: context, and text between their marks."""
        said: str = self.question["messages"][-1]["content"]
        return said


@dataclass
class Running:
    """A service that runs, and all that it was asked."""

    port: int
    asked: list[Asked] = field(default_factory=list)

    def service(self, **settings: Any) -> Service:
        """Return its description for the engine."""
        return Service(f"http://127.0.0.1:{self.port}/v1", "test-model", **settings)


def completion(content: Any, reason: str = "stop", usage: Any = None, **message: Any) -> Response:
    """Return a chat completion with a message; anything but a text becomes its JSON."""
    said = content if isinstance(content, str) else json.dumps(content)
    whole = {"role": "assistant", "content": said, **message}
    body: dict[str, Any] = {
        "model": "test-model-1",
        "choices": [{"index": 0, "message": whole, "finish_reason": reason}],
    }
    if usage is not None:
        body["usage"] = usage
    return Response(json.dumps(body).encode())


@contextmanager
def serving(answers: Callable[[Asked], Response] | list[Response]) -> Iterator[Running]:
    """Run a service on a free port of this machine.

    Args:
        answers: what is sent back to a request, or a list of it, the last of which is repeated.
    """
    running = Running(0)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            data = self.rfile.read(int(self.headers["Content-Length"]))
            asked = Asked(self.path, {k.lower(): v for k, v in self.headers.items()}, json.loads(data))
            running.asked.append(asked)
            if isinstance(answers, list):
                response = answers[min(len(running.asked), len(answers)) - 1]
            else:
                response = answers(asked)
            try:
                _send(self, response)
            except OSError:
                return  # the engine has hung up, as it should on too much

        def log_message(self, format: str, *values: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    running.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield running
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _send(handler: BaseHTTPRequestHandler, response: Response) -> None:
    handler.send_response(response.status)
    for name, value in response.headers.items():
        handler.send_header(name, value)
    if response.pieces is None and "Content-Length" not in response.headers:
        handler.send_header("Content-Length", str(len(response.body)))
    handler.end_headers()
    handler.wfile.write(response.body)
    for piece in response.pieces or ():
        handler.wfile.write(piece)
        handler.wfile.flush()
