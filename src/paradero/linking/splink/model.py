"""What Splink is told to compare: comparisons, each with its levels from the most telling on, and how it says them.

Shares of the same person (m) are set by hand, as for the own engine. Shares of strangers (u) stand here as they are
taken to be before anything is seen; Splink counts them in pairs drawn from the table (``scoring.py``). Its expectation
maximisation is not used: where a block of training holds few pairs of one person it ends far off (docs/linking.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Shares = Mapping[str, tuple[float, ...]]  # for each comparison, the share of strangers at each level


@dataclass(frozen=True)
class Level:
    """One degree of likeness.

    Attributes:
        sql: when a pair is at this level, if at none before; in Spark's SQL, which Splink translates.
        m, u: shares of pairs of one person, and of strangers, that are at this level.
        words: what it says of the pair.
        rare: how much it counts how rare the value is; 0 where it does not.
    """

    sql: str
    m: float
    u: float
    words: str
    rare: float = 0.0


@dataclass(frozen=True)
class Comparison:
    """One piece of evidence.

    Attributes:
        name: of the column of the table, or of several together.
        told: columns without which nothing is compared.
        levels: the last is all that is left.
    """

    name: str
    told: tuple[str, ...]
    levels: tuple[Level, ...]

    @property
    def rarity(self) -> bool:
        """Whether it counts how rare a value is."""
        return any(level.rare for level in self.levels)


def _shared(column: str) -> str:
    return f"size(array_intersect({column}_l, {column}_r))"


def _within(column: str, many: int) -> str:
    """Say that the shorter list of two is in the longer, and has so many members."""
    shorter = f"least(size({column}_l), size({column}_r))"
    return f"{shorter} >= {many} and {_shared(column)} = {shorter}"


_LONGER, _SHORTER = "abs(length(name_l) - length(name_r))", "least(length(name_l), length(name_r))"
_EDITS = "levenshtein(name_l, name_r)"  # what costs most: asked last
_ONE_LETTER = f"{_LONGER} <= 1 and {_SHORTER} >= 5 and {_EDITS} <= 1"
_TWO_LETTERS = f"{_LONGER} <= 2 and {_SHORTER} >= 10 and {_EDITS} <= 2"
_FAR = (
    f"name_l <> name_r and ({_LONGER} > 1 or {_SHORTER} < 5 or {_EDITS} > 1) "
    f"and ({_LONGER} > 2 or {_SHORTER} < 10 or {_EDITS} > 2)"
)
_NAME = Comparison(
    "name",
    ("name",),
    (
        # First what most pairs of strangers are, so that little is computed for them.
        Level(f"{_shared('sounds')} = 0 and {_FAR}", 1e-4, 0.95, "have no word in common"),
        Level(f"{_shared('sounds')} = 1 and {_shared('words')} = 1 and {_FAR}", 0.05, 0.02, "one word is the same"),
        Level("name_l = name_r", 0.45, 1e-5, "the same words", 1.0),
        Level(_ONE_LETTER, 0.12, 1e-6, "differ by one letter", 0.8),
        Level(_within("words", 3), 0.05, 1e-6, "all words of one stand in the other", 1.0),
        Level(_within("words", 2), 0.10, 1e-5, "both words of one stand in the other", 1.0),
        Level(_within("sounds", 2), 0.08, 2e-5, "all words of one sound like words of the other", 0.7),
        Level(_TWO_LETTERS, 0.04, 1e-6, "differ by two letters", 0.7),
        Level(f"{_shared('sounds')} >= 3", 0.01, 1e-5, "three words or more sound alike, and others do not"),
        Level(f"{_shared('words')} >= 2", 0.005, 1e-4, "two words are the same, and others are not"),
        Level(f"{_shared('sounds')} >= 2", 0.005, 4e-4, "two words sound alike, and others do not"),
        Level("", 0.02, 0.03, "one word sounds alike"),
    ),
)
_WHOLE = "year_l = year_r and month_l = month_r and day_l = day_r"
_ROUND = "year_l = year_r and month_l = day_r and day_l = month_r"
_TWO = (
    "(year_l = year_r and month_l = month_r) or (year_l = year_r and day_l = day_r) "
    "or (month_l = month_r and day_l = day_r)"
)
_AROUND = "born_from_l <= born_to_r + {0} and born_from_r <= born_to_l + {0}"
_BIRTH = Comparison(
    "birth",
    ("born_from",),
    (
        Level(_WHOLE, 0.75, 1 / 25_000, "the same day of birth"),
        Level(_ROUND, 0.01, 1 / 25_000, "births with day and month changed round"),
        Level(_TWO, 0.12, 0.004, "two of year, month and day of birth agree"),
        Level("year_l = year_r", 0.06, 0.02, "the same year of birth"),
        Level(_AROUND.format(0), 0.03, 0.03, "years of birth agree, by age or date"),
        Level(_AROUND.format(2), 0.02, 0.08, "years of birth lie up to two apart"),
        Level("", 0.01, 0.87, "births differ"),
    ),
)


def _trait(name: str, said: str, m: float, u: float, rare: float = 1.0) -> Comparison:
    same = Level(f"{name}_l = {name}_r", m, u, f"the {said} agrees", rare)
    return Comparison(name, (name,), (same, Level("", 1 - m, 1 - u, f"the {said} differs")))


COMPARISONS = (
    _NAME,
    _BIRTH,
    _trait("document", "number of the document", 0.9, 1e-6, 0.0),
    _trait("sex", "sex", 0.97, 0.5, 0.0),
    _trait("nationality", "nationality", 0.9, 0.3),
    _trait("birth_place", "place of birth", 0.7, 0.05),
    _trait("residence", "place of residence", 0.5, 0.02),
    _trait("occupation", "occupation", 0.5, 0.05),
    _trait("held_at", "place of detention", 0.5, 0.05),
    _trait("father", "father's given name", 0.8, 0.02),
    _trait("mother", "mother's given name", 0.8, 0.02),
)
SHARES: Shares = {one.name: tuple(level.u for level in one.levels) for one in COMPARISONS}


def settings(compared: tuple[Comparison, ...], shares: Shares) -> Any:
    """Return Splink's settings for some comparisons, with the shares of strangers that have been found."""
    from splink import SettingsCreator, block_on
    from splink.comparison_library import CustomComparison

    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="row",
        blocking_rules_to_generate_predictions=[block_on("blocks", arrays_to_explode=["blocks"])],
        comparisons=[CustomComparison(_levels(one, shares[one.name]), output_column_name=one.name) for one in compared],
        probability_two_random_records_match=0.5,  # so that match weights are those of the evidence alone
        retain_matching_columns=True,  # without them it does not tell the levels
        retain_intermediate_calculation_columns=True,
    )


def _levels(one: Comparison, shares: tuple[float, ...]) -> list[Any]:
    from splink.comparison_level_library import CustomLevel, ElseLevel

    untold = " or ".join(f"{column}_{side} is null" for column in one.told for side in "lr")
    levels: list[Any] = [CustomLevel(untold, base_dialect_str="spark").configure(is_null_level=True)]
    for level, u in zip(one.levels, shares, strict=True):
        made = CustomLevel(level.sql, base_dialect_str="spark") if level.sql else ElseLevel()
        made.configure(m_probability=level.m, u_probability=u)
        if level.rare:
            made.configure(tf_adjustment_column=one.name, tf_adjustment_weight=level.rare)
            made.configure(disable_tf_exact_match_detection=True)
        levels.append(made)
    return levels
