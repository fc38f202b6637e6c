"""What reading a document with a language model will send, and about how many tokens it will take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from paradero.reading.engines.llm.portions import portions
from paradero.reading.engines.llm.question import plain_question, written
from paradero.reading.pipeline import stretches

if TYPE_CHECKING:
    from paradero.model import Document
    from paradero.reading.engines.llm.service import Service

# Each model cuts words into tokens in its own way, and which way is not known here. English takes about four bytes a
# token with all of them, other writing more; bytes of UTF-8 hold both.
BYTES_PER_TOKEN = 4
# An answer repeats the words of each statement in several fields, with their names around them: the statements read in
# the training reports, written as answers, take about this many times the tokens of the text.
ANSWER_PER_TEXT = 3


@dataclass(frozen=True, slots=True)
class Estimate:
    """What will be sent, if every request is answered at once.

    Attributes:
        portions: requests.
        text: characters of the document that leave it. characters: of all requests, instructions and context included.
        tokens_in, tokens_out: estimated.
    """

    portions: int = 0
    text: int = 0
    characters: int = 0
    tokens_in: int = 0
    tokens_out: int = 0

    def __add__(self, other: Estimate) -> Estimate:
        """Return the sum of two."""
        return Estimate(
            self.portions + other.portions,
            self.text + other.text,
            self.characters + other.characters,
            self.tokens_in + other.tokens_in,
            self.tokens_out + other.tokens_out,
        )


def estimate(document: Document, service: Service) -> Estimate:
    """Return what reading a document will send; nothing for one in a language that cannot be read."""
    total = Estimate()
    for portion in portions(document.text, stretches(document), service.portion):
        asked = written(plain_question(service.model, document.text, portion))
        own = portion.words_in(document.text)
        answered = ANSWER_PER_TEXT * _tokens(own)
        total += Estimate(1, len(own), len(asked), _tokens(asked), answered)
    return total


def _tokens(text: str) -> int:
    return -(-len(text.encode("utf-8", "surrogatepass")) // BYTES_PER_TOKEN)
