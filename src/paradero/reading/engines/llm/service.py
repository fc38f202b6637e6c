"""The service that a language model answers at: its address, the model, the key, and what its tokens cost."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from paradero.model import InvalidValue

PORTION = 8000  # characters of text sent at a time; an answer to more is cut off by many models
TIMEOUT = 300.0  # seconds for one answer; models that think first are silent for minutes
_PATH = "/chat/completions"
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Service:
    """An OpenAI-compatible service.

    Attributes:
        address: base address, without the ``/chat/completions`` that is asked under it.
        model: name of the model, as the service knows it.
        key: sent as a bearer token; empty when the service wants none. Never shown.
        price_in, price_out: for a million tokens sent and answered; None when unknown, which is not the same as free.
        currency: of the prices, as it is to be shown.
        timeout: seconds for one answer, from connecting to its last byte.
        portion: characters of text sent at a time.

    Raises:
        InvalidValue: for an address that is no http or https address of a host, or that carries a name, a key, a query
            or a fragment; for a key or a model's name with characters that a request cannot hold.
    """

    address: str
    model: str
    key: str = field(default="", repr=False)
    price_in: float | None = None
    price_out: float | None = None
    currency: str = ""
    timeout: float = TIMEOUT
    portion: int = PORTION

    def __post_init__(self) -> None:
        fault = _address_fault(self.address)
        if fault:
            raise InvalidValue(f"The address of the language model cannot be used: {fault}.")
        if not self.model.strip() or not self.model.isprintable() or len(self.model) > _LONGEST_NAME:
            raise InvalidValue(f"A model's name has 1 to {_LONGEST_NAME} printable characters.")
        if not (self.key.isascii() and self.key.isprintable()) or " " in self.key:
            raise InvalidValue("The key of the language model holds characters that no key has.")

    @property
    def endpoint(self) -> str:
        """The address that is asked; an address that names it already is taken as it is."""
        base = self.address.rstrip("/")
        return base if base.endswith(_PATH) else base + _PATH

    @property
    def host(self) -> str:
        """The host that is asked."""
        return urlsplit(self.address).hostname or ""

    @property
    def stays_here(self) -> bool:
        """Whether the address is this machine's own, so that nothing leaves it."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    @property
    def encrypted(self) -> bool:
        """Whether what is sent is encrypted on its way."""
        return urlsplit(self.address).scheme == "https"

    def cost(self, tokens_in: int | None, tokens_out: int | None) -> float | None:
        """Return what tokens cost; None when a price or a number is unknown."""
        if tokens_in is None or tokens_out is None or self.price_in is None or self.price_out is None:
            return None
        return (tokens_in * self.price_in + tokens_out * self.price_out) / 1_000_000

    def without_key(self, text: str) -> str:
        """Return a text of the service with the key taken out, should it repeat it."""
        return text.replace(self.key, "[key]") if self.key else text


def _address_fault(address: str) -> str:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return "it is no web address"
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        return "it must begin with http:// or https:// and a host"
    if parts.username is not None or parts.password is not None:
        return "a name or a key does not belong into it"
    if parts.query or parts.fragment or "?" in address or "#" in address:
        return "it has a query or a fragment"
    if not address.isascii() or not address.isprintable() or " " in address:
        return "it holds characters that a web address cannot have"
    return ""
