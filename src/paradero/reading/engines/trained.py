"""The engine ``classifier``: the trained reader finds attributions and has an opinion on acts; rules do the rest."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from paradero import __version__
from paradero.model import ParaderoError
from paradero.reading.acts.extract import extract
from paradero.reading.continuing import continued
from paradero.reading.engines import Analysis, Stretch, rules
from paradero.reading.engines.seconding import seconded

if TYPE_CHECKING:
    from paradero.reading.engines.classifier import Classifier
    from paradero.reading.gazetteer import Gazetteer
    from paradero.reading.linker import Attribution


class ModelMissing(ParaderoError):
    """The trained model's files are not where they should be."""

    code = "model_missing"

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"The trained reader's files are not in {folder}.",
            "Install Paradero again, or read with --engine rules, which needs no model.",
        )


class TrainedEngine:
    """Reads with the trained model and the rules.

    Args:
        folder: where the model's files are; those that come with the package when None.
    """

    name = "classifier"

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    @cached_property
    def _classifier(self) -> Classifier:
        from paradero.reading.engines.classifier import DATA, Classifier

        folder = self._folder if self._folder is not None else DATA
        if not (folder / "reader.onnx").is_file():
            raise ModelMissing(folder)
        return Classifier(folder)

    @cached_property
    def version(self) -> str:
        """The package's version and the model's own."""
        return f"{__version__}+{self._classifier.version}"

    def attributions(self, text: str) -> tuple[Attribution, ...]:
        """Return who says what, in text order."""
        return continued(text, self._classifier.attributions(text))

    def analyse(self, text: str, stretches: tuple[Stretch, ...], gazetteer: Gazetteer) -> Analysis:
        """Return attributions and acts from one pass of the model."""
        from paradero.reading.engines.considered import Considered

        reader = self._classifier
        begun = reader.begin(text)
        by_rules = rules.attributions(text)  # a long text is being encoded meanwhile
        acts = extract(text, stretches, gazetteer, Considered(begun, reader.words))
        return Analysis(continued(text, seconded(text, reader.told(begun), by_rules)), acts)
