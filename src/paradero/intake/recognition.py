"""Recognition: the letters of pages that are pictures, read by another program, and what a person must know of it.

What the program gives is no more than its best guess: the document says which stretches of its text are recognised, how
sure the program was, and which program it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from paradero.intake.boxes import confidence_of, seen_in, set_in_type
from paradero.intake.glyphs import Word
from paradero.intake.pages import named
from paradero.intake.rasters import Raster
from paradero.model.document import Recognised
from paradero.model.problem import Problem

UNCERTAIN = 0.85  # mean confidence; on pages that tests/intake/scanning.py draws, every fifth word is wrong below it


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a raster was not recognised: the cause, the next step, and whether there is no program for any raster."""

    cause: str
    hint: str
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Recognition:
    """What a program made of a raster: its table of words and its name and version, or why there is none."""

    table: str = ""
    by: str = ""
    trouble: Trouble | None = None


Recognise = Callable[[Raster], Recognition]


@dataclass(slots=True)
class Scans:
    """The pages of one file that are pictures, recognised one after another.

    Attributes:
        recognise: what reads a raster.
        source: the file's name, for the problems.
        paged: whether the file has pages that a problem can name.
        by: the program that read them. confidence: of each page on which it found a text.
        blank: pages on which it found none. failed: those that it did not read, by cause.
    """

    recognise: Recognise
    source: str
    paged: bool = True
    by: str = ""
    confidence: dict[int, float] = field(default_factory=dict)
    blank: list[int] = field(default_factory=list)
    failed: dict[Trouble, list[int]] = field(default_factory=dict)

    @property
    def hopeless(self) -> Trouble | None:
        """Why no page can be recognised, so that none need be drawn; None while one may be."""
        return next((trouble for trouble in self.failed if trouble.missing), None)

    def give_up(self, trouble: Trouble, number: int) -> None:
        """Note that a page was not recognised."""
        self.failed.setdefault(trouble, []).append(number)

    def words(self, raster: Raster, number: int) -> tuple[Word, ...]:
        """Return the words of a page; none when there is no text on it or something went wrong, which is kept."""
        made = self.recognise(raster)
        if made.trouble is not None:
            self.give_up(made.trouble, number)
            return ()
        seen = seen_in(made.table)
        confidence = confidence_of(seen)
        if not confidence:
            self.blank.append(number)
            return ()
        self.by, self.confidence[number] = made.by, confidence
        return set_in_type(seen, raster)

    def problems(self) -> tuple[Problem, ...]:
        """Say which pages were recognised, which of them badly, and which not at all."""
        told = [self._failed(trouble, pages) for trouble, pages in self.failed.items()]
        if self.confidence:
            told.append(self._recognised())
        unsure = [number for number, confidence in self.confidence.items() if confidence < UNCERTAIN]
        if unsure:
            told.append(self._uncertain(unsure))
        return tuple(told)

    def _failed(self, trouble: Trouble, pages: Sequence[int]) -> Problem:
        place = self._place(pages)
        if trouble.missing:
            return Problem("no_recogniser", self.source, trouble.cause, trouble.hint, place, "warning")
        return Problem("recognition_stopped", self.source, trouble.cause, trouble.hint, place, "warning")

    def _recognised(self) -> Problem:
        mean = sum(self.confidence.values()) / len(self.confidence)
        cause = f"Text was recognised by {self.by} and not written; the mean confidence is {mean:.0%}."
        hint = "Compare names, numbers and days with the original before you rely on them."
        return Problem("recognised_text", self.source, cause, hint, self._place(list(self.confidence)), "notice")

    def _uncertain(self, pages: Sequence[int]) -> Problem:
        worst = min(self.confidence[number] for number in pages)
        cause = f"The letters are uncertain: the confidence is {worst:.0%}; every fifth word or more may be wrong."
        hint = "Scan it again, straight and at 300 dots an inch, or type what matters into a .txt file and add that."
        return Problem("uncertain_letters", self.source, cause, hint, self._place(pages), "warning")

    def _place(self, pages: Sequence[int]) -> str:
        return named(pages) if self.paged else ""


def recognised_in(
    text: str, pages: Iterable[tuple[int, int]], confidence: Mapping[int, float]
) -> tuple[Recognised, ...]:
    """Return the stretches of a text that come from recognised pages.

    Args:
        text: the frozen text.
        pages: where stretches of each page begin, as in ``Document``.
        confidence: of the pages that were recognised.
    """
    begins = list(pages)
    ends = [*(start for start, _ in begins[1:]), len(text)][: len(begins)]  # a text of nothing has no pages
    stretches = (
        (start, start + len(text[start:end].rstrip()), page) for (start, page), end in zip(begins, ends, strict=True)
    )
    return tuple(Recognised(start, end, confidence[page]) for start, end, page in stretches if page in confidence)
