from __future__ import annotations

from datetime import date, timedelta

import pytest

from paradero.intake import GivenByPerson, parse
from paradero.intake.provenance import day

PAGE = b"""<html lang="en"><head><meta property="article:published_time" content="2019-05-03T06:00:00Z">
<meta property="og:site_name" content="Alba Post"></head><body><article><h1>Nine freed</h1>
<p>Nine fishermen came home to Port Alba on Monday, the governor said, after a year on the island.</p></article>
</body></html>"""


def test_what_a_person_typed_goes_before_the_markup() -> None:
    given = GivenByPerson(published="2019-05-04", publisher="The Alba Post", language="en", licence="CC BY 4.0")
    known = parse(PAGE, "a.html", given)[0].provenance
    assert (known.published.value, known.published.origin) == ("2019-05-04", "person")
    assert (known.publisher.value, known.publisher.origin) == ("The Alba Post", "person")
    assert (known.licence.value, known.licence.origin) == ("CC BY 4.0", "person")
    assert (known.author.value, known.author.origin) == ("", "none")


def test_markup_counts_where_nobody_typed() -> None:
    known = parse(PAGE, "a.html")[0].provenance
    assert (known.published.value, known.published.origin) == ("2019-05-03", "markup")
    assert known.anchor == date(2019, 5, 3)


@pytest.mark.parametrize(
    ("typed", "cause"),
    [
        ("1734-03-01", "is before 1800"),
        ("2145-03-01", "lies in the future"),
        ("2019-02-31", "is not in the calendar"),
        ("3 May 2019", "is not a day written YYYY-MM-DD"),
        ("2019-05", "is not a day written YYYY-MM-DD"),
        ("２０１９-05-03", "is not a day written YYYY-MM-DD"),  # digits of another script
    ],
)
def test_an_impossible_day_is_told_and_not_recorded(typed: str, cause: str) -> None:
    document, problems = parse(PAGE, "a.html", GivenByPerson(published=typed))
    assert document.provenance.anchor is None
    (problem,) = problems
    assert problem.code == "impossible_date"
    assert typed in problem.message
    assert cause in problem.message


def test_an_impossible_day_in_the_markup_is_not_recorded() -> None:
    later = (date.today() + timedelta(days=40)).isoformat().encode()
    document, problems = parse(PAGE.replace(b"2019-05-03", later), "a.html")
    assert (document.provenance.anchor, [p.code for p in problems]) == (None, ["impossible_date"])


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2019-05-03", "2019-05-03"),
        ("2019-05-03T23:30:00-04:00", "2019-05-03"),  # the day of the place that wrote it
        ("Fri, 03 May 2019 06:00:00 GMT", "2019-05-03"),
        ("2019-05", ""),  # no day is invented
        ("May 2019", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_a_day_is_read_from_machine_time_only(written: str, expected: str) -> None:
    assert day(written) == expected
