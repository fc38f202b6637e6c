from __future__ import annotations

import pytest

from paradero.intake.boilerplate import is_boilerplate


@pytest.mark.parametrize(
    "line",
    [
        "Sign up to the Harbour Notes newsletter for free: everything you need, in your inbox each day.",
        "Get the day's headlines in your inbox",
        "Did a friend send you this? Subscribe below. Until Sunday.",  # the sentence, not the paragraph, begins with it
        "READ MORE: Nine fishermen come home",
        "See also: Sports, p. 31",
        "PLUS: the odds, p. 9",
        "© 2031 The Alba Post. All rights reserved.",
        "Reporting by Rosa Quint in Alba; Editing by Li Wen",
        "(Compiled by the Alba desk; edited for length)",
        "This site uses cookies.",
        "Advertisement",
        "ENDS",
        "Media contact: Rosa Quint, Alba (English, Spanish)",
        "Suscríbete a nuestro boletín diario",
    ],
)
def test_publication_speaks_of_itself(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "Police told him to sign up for the newsletter of the prison, he said.",
        "Get them home, the families say.",
        "Advertising executives were detained on Monday.",
        "They were ordered to register at the police station here.",
        "Editing by the censors removed three names.",
        "Share of prisoners freed: 40 per cent.",
        "Contact with the men was lost in May.",
        "Contacts: none of the families has heard from them.",
        "Supported by the Red Cross, 14 men went home.",
        "Comments by the minister angered the families.",
        "See how they live: forty men in one cell.",
        "(c) return no one to the island, whatever is offered.",  # a list's letter, not a copyright
        "END THE DETENTION OF THE NINE NOW",
    ],
)
def test_report_speaks_of_custody(line: str) -> None:
    assert not is_boilerplate(line)
