"""How well exchanges are proposed from reports that the program reads itself, by what annotators found in them.

    python -m bench.ledger.exchanges [--folder DIR ...] [--verbose]

A text tells of an exchange when its annotators marked somebody as exchanged. Counted are texts: in how many of those
for which an exchange is proposed the annotators found one (precision), and for how many of theirs one is proposed
(recall). Without a folder, the annotated reports of ``training/reports/en`` are read; the rules were written with a
look at them.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from paradero.intake import GivenByPerson, parse
from paradero.ledger import Exchange, Ledger, claims_of, resolved
from paradero.reading import read
from paradero.reading.gazetteer import Gazetteer
from paradero.reading.gazetteer.naming import GazetteerNaming

REPORTS = Path(__file__).parents[2] / "training" / "reports" / "en"


@dataclass(frozen=True, slots=True)
class Text:
    """An annotated text: its name, whether it tells of an exchange, and the exchanges that are proposed for it."""

    name: str
    tells: bool
    proposed: tuple[Exchange, ...]


def texts(folder: Path) -> Iterator[Text]:
    """Read every text of a folder."""
    naming = GazetteerNaming(Gazetteer.default())
    for path in sorted(folder.glob("*.toml")):
        annotated = tomllib.loads(path.read_text(encoding="utf-8"))
        row = annotated["document"]
        given = GivenByPerson(published=row.get("published", ""), language=row["language"])
        document, _ = parse(row["text"].encode(), f"{path.stem}.txt", given)
        statements = {one.id: one for one in read(document)[0]}
        id = document.id
        claims = claims_of(statements, naming, {id: document.provenance.anchor}, texts={id: document.text})
        yield Text(path.stem, _tells(annotated), Ledger(resolved(claims)).exchanges)


def _tells(annotated: dict[str, Any]) -> bool:
    told = (one for name in ("statements", "statement") for one in annotated.get(name, ()))
    return any(one.get("act") == "exchanged" and one.get("polarity") != "negative" for one in told)


def main() -> None:
    """Print precision and recall, and when asked every text that counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, action="append")
    parser.add_argument("--verbose", action="store_true")
    given = parser.parse_args()
    every = [one for folder in given.folder or [REPORTS] for one in texts(folder)]
    if given.verbose:
        for one in every:
            if one.tells or one.proposed:
                parties = "; ".join(", ".join(each.parties) or "no party" for each in one.proposed)
                print(f"{one.name:50} {'told' if one.tells else 'not told':9} {parties or 'not proposed'}")
    told, proposed = sum(one.tells for one in every), [one for one in every if one.proposed]
    right = sum(one.tells for one in proposed)
    legs = [leg for one in proposed for each in one.proposed for leg in each.legs]
    print(f"texts                      {len(every)}")
    print(f"told of by the annotators  {told}")
    print(f"proposed                   {len(proposed)}, {right} of them told: precision {right / len(proposed):.2f}")
    print(f"recall                     {right / told:.2f}")
    print(f"legs                       {len(legs)}, {sum(bool(one.sender) for one in legs)} with their sender, "
          f"{sum(bool(one.receiver) for one in legs)} with their receiver")  # fmt: skip


if __name__ == "__main__":
    main()
