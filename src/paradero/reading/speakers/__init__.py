"""Speakers: who says it, under the fullest name the document gives; who passes it on; where it was said.

``resolve(text, attributions, gazetteer, parts)`` gives one ``Source`` for each attribution.
``Narrators(text, gazetteer).at(place)`` tells who speaks where no attribution does: a labelled turn, an own text's
author, or the outlet.
``Holders(text, gazetteer).antecedent(start, end)`` answers what a pronoun or definite noun in any role stands for.
Nobody is guessed: what fits nobody, or several alike, stays as written and is marked unresolved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paradero.exports import Exports

if TYPE_CHECKING:
    from paradero.reading.speakers.holders import Holders
    from paradero.reading.speakers.narrating import Narrators
    from paradero.reading.speakers.resolving import resolve
    from paradero.reading.speakers.source import Source
else:
    # Names and nouns of speakers are used without any text being read.
    __getattr__ = Exports(
        __name__,
        {
            "holders": "Holders",
            "narrating": "Narrators",
            "resolving": "resolve",
            "source": "Source",
        },
    )


__all__ = ["Holders", "Narrators", "Source", "resolve"]
