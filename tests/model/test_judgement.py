from __future__ import annotations

import pytest

from paradero.model import InvalidValue, Judgement

AT = "2025-07-19T10:00:00Z"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (("accepts", ("s",), "Ana", " ", AT), "reason"),  # a judgement without a reason is none
        (("accepts", ("s",), "", "checked", AT), "name"),  # nor is one that nobody signs
        (("corrects", ("s",), "Ana", "misread", AT), "replaces"),  # a correction says what is right
        (("rejects", ("s",), "Ana", "misread", AT, "t"), "replaces"),  # and a rejection does not
    ],
)
def test_judgements_that_say_too_little(fields: tuple[object, ...], message: str) -> None:
    with pytest.raises(InvalidValue, match=message):
        Judgement(*fields)  # type: ignore[arg-type]
