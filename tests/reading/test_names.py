from __future__ import annotations

import pytest

from paradero.reading.gazetteer import Gazetteer
from paradero.reading.names import person_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Oto Reva and Ana de la Cruz", ("Oto Reva", "Ana de la Cruz")),  # particles belong to a name
        ("Defence Minister Oto Reva", ("Oto Reva",)),  # an office does not
        ("Mr. Oto Reva, 58", ("Oto Reva",)),  # nor does a form of address
        ("Alleged Venezuelan gangsters", ()),  # a people is no person
        ("the State Department", ()),  # nor is a body
        ("The Venezuelans", ()),  # nor a people with its article
        ("San Salvador and El Helicoide", ()),  # nor places
        ("POLITICAL LEADER OTO REVA AND ANA DE LA CRUZ", ("OTO REVA", "ANA DE LA CRUZ")),  # in capitals
        ("TEN ARMED MEN IN THE CAMP", ()),  # the same, without a name
        ("Reva", ()),  # a surname alone is not yet a full name
    ],
)
def test_person_names(text: str, names: tuple[str, ...]) -> None:
    assert person_names(text, 0, len(text), Gazetteer.default()) == names
