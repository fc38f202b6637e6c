"""Records of speech and own texts: who speaks where no attribution does."""

from __future__ import annotations

import pytest

from paradero.intake import GivenByPerson, parse
from paradero.reading import read
from paradero.reading.gazetteer import Gazetteer
from paradero.reading.linker import Attribution
from paradero.reading.speakers import Narrators, resolve

GAZETTEER = Gazetteer.default()


def read_text(text: str) -> list[str]:
    document, _ = parse(text.encode(), "report.txt", GivenByPerson(published="2025-07-19", language="en"))
    return [statement.act for statement in read(document, engine="rules")[0]]


OWN: list[tuple[str, str, str]] = [
    # a letterhead and "we"
    (
        "Office of the Prosecutor - Communique\n\nTen were charged. We hold nobody else.",
        "We hold",
        "Office of the Prosecutor",
    ),
    # a signature under a letter
    ("Dear Sir,\n\nWe act for nine men.\n\nYours faithfully,\nM. Adeyemi", "We act", "M. Adeyemi"),
    # the same letterhead, a sentence that does not say "we": its own words too
    (
        "Office of the Prosecutor - Communique\n\nTen were charged. We hold nobody else.",
        "Ten were",
        "Office of the Prosecutor",
    ),
    # and its heading: in an own text nobody else speaks
    (
        "Office of the Prosecutor - Communique\n\nTen were charged. We hold nobody else.",
        "Communique",
        "Office of the Prosecutor",
    ),
    # without a "we" the letterhead needs the kind of text under it
    ("MINISTRY OF HARBOURS\nCommuniqué no. 4\n\nTen were freed.", "Ten were", "MINISTRY OF HARBOURS"),
    ("The Ministry of Harbours\n\nTen were freed.", "Ten were", "outlet"),
    # a name that has no word for a body, over a kind of text, with a "we" of its own
    ("GREY GULL LANE\nWinter sheet, 9 January\n\nNine are home. We thank God.", "Nine are", "GREY GULL LANE"),
    # a paper's masthead is no author, and a "we" inside quotation marks is somebody else's
    ("THE HARBOUR GAZETTE\nEvening bulletin\n\nNine are home. We saw them.", "Nine are", "outlet"),
    ("GREY GULL LANE\nWinter sheet\n\nNine are home. “We thank God,” said one.", "Nine are", "outlet"),
    # those who sign in the first sentence
    (
        "Note on Velmara\n\nWe, the undersigned rapporteurs, write for nine men. All were jailed.",
        "All were",
        "the undersigned rapporteurs",
    ),
    # a statement that its title gives to somebody
    ("Statement by Ilva Dornan\n\nNine came home. I thank the guards.", "Nine came", "Ilva Dornan"),
    # experts who are named where they first speak
    (
        "Velmara: nine jailed\n\nGENEVA (4 March 2025) - Nine were jailed, UN human rights experts said today.",
        "Nine were",
        "UN human rights experts",
    ),
    # a release whose first paragraph begins with a day, not with a body
    ("PRESS RELEASE\n\nNine home\n\nYesterday nine came home. We thank all.", "nine came", "outlet"),
    # a letterhead above an address, in a text that speaks of itself by its noun
    (
        "EMBASSY OF VELMARA\nOstra\n\n1. The Embassy is pleased to inform that nine are home.",
        "nine are",
        "EMBASSY OF VELMARA",
    ),
    # the ministry under its government; the body that issues, not the board that it speaks through
    (
        "GOVERNMENT OF VELMARA\nMinistry of Harbours\nCommuniqué\n\nNine were freed.",
        "Nine were",
        "Ministry of Harbours",
    ),
    (
        "VELMARA UNION OF PILOTS\nSTATEMENT OF THE GENERAL COUNCIL\n\nNine of us were taken. We want them back.",
        "Nine of",
        "VELMARA UNION OF PILOTS",
    ),
    # a newsletter's title over the body whose it is
    (
        "THE BEACON\nSt Anne's Parish, Dorvane\n\nDear friends,\n\nFather Ilo was let go. We sang.",
        "Father Ilo was",
        "St Anne's Parish",
    ),
    # a firm above its profession; a letter that one of a firm signs for it, and one whose writer says "I"
    (
        "BRASK & TIMO\nSolicitors and Notaries\n\nDear Sir,\n\nWe act for nine.\n\nYours truly,\np.p. Ana Ruiz",
        "We act",
        "BRASK & TIMO",
    ),
    (
        "Brask Chambers\n\nDear Minister,\n\nI act for nine, and we met.\n\nWith consideration,\nAna Ruiz",
        "I act",
        "Ana Ruiz",
    ),
    # who sends a telegram or a mail; a reporter's cable to his paper has nobody in the line "to"
    ("FM CONSUL DORVANE\nTO MINISTRY OSTRA\n\nNINE WERE FREED TODAY.", "NINE", "CONSUL DORVANE"),
    ("FROM BRASK DORVANE\n\nNINE WERE FREED TODAY STOP WE SAW THEM", "NINE", "outlet"),
    # those who say who they are, and a company's own short name for itself
    ("READ THIS\n\nWe are the Night Watch, a group of nurses. Nine are out.", "Nine", "Night Watch"),
    (
        "Announcement\n\nDorvane Mining Limited (“the Company”) advises that nine were freed.",
        "nine",
        "Dorvane Mining Limited",
    ),
    # a record that says "we" and tells of its author by the noun; an article that tells of a commission
    ("Chapter Four\n\nThe Commission took evidence. Nine were shot. We name them.", "Nine", "The Commission"),
    ("Nine men shot\n\nThe Commission took evidence. Nine were shot.", "Nine were", "outlet"),
    # the one body that a release names at its head, when the release says "we"
    (
        "NEWS RELEASE\nNine home\n\nA ship of the Society for Captives landed nine men. We thank the crew.",
        "landed",
        "Society for Captives",
    ),
    # a byline and a paper's own reporter: no letterhead counts
    ("Union of Pilots wins\nBy Ana Ruiz\n\nNine were freed. We watched.", "Nine", "outlet"),
    ("Court of Appeal Press Office\n\nNine were freed. They told our reporter that we won.", "Nine", "outlet"),
    # a newspaper's "we" has no letterhead
    ("Nine freed\n\nWe watched them land.", "We watched", "outlet"),
]


@pytest.mark.parametrize(("text", "at", "name"), OWN)
def test_own_texts(text: str, at: str, name: str) -> None:
    assert Narrators(text, GAZETTEER).at(text.index(at)).name == name


def test_the_author_of_an_own_text_is_marked() -> None:
    """The words are the publication's and the organisation's at once: both are told."""
    text = "Office of the Prosecutor - Communique\n\nTen were charged. We hold nobody else."
    assert Narrators(text, GAZETTEER).at(text.index("Ten")).position == "author"
    assert Narrators("Ten were charged.", GAZETTEER).at(0).position == ""


RECORDS: list[tuple[str, str, str]] = [
    # initials of the one whom the heading names
    (
        """“They came at two”: questions to Pola Lindqvist

CR: When?

PL: At two. Nine were taken.

CR: Where?

PL: North.""",
        "Nine were",
        "Pola Lindqvist",
    ),
    # a title and surname in capitals
    (
        """Session with the minister, Alhaji Sule Garkuwa

ALHAJI SULE: Nine are back.

PUNCH: All?

ALHAJI SULE: All.""",
        "Nine are",
        "Alhaji Sule Garkuwa",
    ),
    # a bare "A" is the one who gives the briefing, when the heading names one office
    (
        """Noon, the Deputy Spokesperson for the Council

Q: How many?

A: Nine are held.

Q: Where?

A: North.""",
        "Nine are",
        "the Deputy Spokesperson for the Council",
    ),
    # in court, whoever was called
    (
        """MR LUX: I call Emina Dovic.

Q. Who kept you?
A. Men from our road. Nine were taken.
Q. When?
A. In May.

MR LUX: Thank you.""",
        "Nine were",
        "Emina Dovic",
    ),
    # an office with a name in brackets has the name's later turns
    (
        """The Foreign Secretary (Mr Julian Ashby): Nine were flown out.

Mr Fane (North): All?

Mr Ashby: All nine.

Mr Fane (North): Where?""",
        "Nine were",
        "The Foreign Secretary (Mr Julian Ashby)",
    ),
    # those who ask and answer in writing
    (
        """Prisoners

Asked by Baroness Thwaite
How many are held?

Answered by Lord Penhale, Minister

Nine are held.""",
        "Nine are",
        "Lord Penhale",
    ),
    # the posts of a thread, under the name that stands over the first handle
    (
        """Ilva Dornan | President
@PresDornan

Nine came back.

@PresDornan
Nobody was sold.

The Bureau @bureau_x
replying to @PresDornan
They were expelled.""",
        "Nobody was",
        "Ilva Dornan",
    ),
    # an interview with no labels: questions in lines of their own
    (
        """Ana Ruiz, 29, a nurse, spent a year in jail.

Why?
I asked for it. Nine of us were taken.

Where to?
To the fort. My mother came.

And then?
We were let go.""",
        "Nine of us",
        "Ana Ruiz",
    ),
    # its questions are the outlet's
    (
        """Ana Ruiz, 29, a nurse, spent a year in jail.

Why were nine freed?
I asked.

Where to?
To the fort. My mother came.

And then?
We were let go.""",
        "Why were",
        "outlet",
    ),
    # the last turn goes on until the record closes
    (
        """Q: How many?

MS HALE: Nine.

Q: Where?

MS HALE: North.

They were moved in May.""",
        "They were",
        "MS HALE",
    ),
    # and no further
    (
        """Q: How many?

MS HALE: Nine.

Q: Where?

MS HALE: North.

The briefing ended at six.""",
        "The briefing",
        "outlet",
    ),
]


@pytest.mark.parametrize(("text", "at", "name"), RECORDS)
def test_records_of_speech(text: str, at: str, name: str) -> None:
    assert Narrators(text, GAZETTEER).at(text.index(at)).name == name


def test_you_is_whoever_spoke_before() -> None:
    text = "JUDGE: Was he held?\n\nBROUGH: He was a guest.\n\nJUDGE: You said that he was a guest.\n\nBROUGH: Yes."
    start = text.index("You said")
    item = Attribution(((start, start + 3),), ((start + 4, start + 8),), ((start + 9, text.index("\n\nBROUGH: Yes")),))
    assert resolve(text, (item,), GAZETTEER)[0].speaker.name == "BROUGH"


def test_a_form_of_address_is_nobody() -> None:
    text = "PUNCH: Sir, nine were freed.\n\nHALE: Yes.\n\nPUNCH: All?"
    start = text.index("Sir")
    item = Attribution(((start, start + 3),), (), ((start + 5, text.index(".\n")),))
    assert resolve(text, (item,), GAZETTEER)[0].speaker.name == "PUNCH"


def test_the_author_is_meant_by_its_noun() -> None:
    text = "COMMISSION FOR THE TRUTH\nFinal report\n\nWe heard nine. The Commission finds that all were held."
    start = text.index("The Commission")
    item = Attribution(((start, start + 14),), ((start + 15, start + 20),), ((start + 21, len(text) - 1),))
    said = resolve(text, (item,), GAZETTEER)[0].speaker
    assert (said.name, said.as_written, said.position) == ("COMMISSION FOR THE TRUTH", "The Commission", "author")


@pytest.mark.parametrize(
    "stretch",
    ["\n" * 60_000, " " * 60_000, ". " * 30_000, "Answered by " + "A" * 60_000, "Ana Ruiz: " * 6_000],
    ids=["empty lines", "spaces", "full stops", "one long word", "labels"],
)
def test_a_long_stretch_of_nothing_is_passed_over(stretch: str) -> None:
    """Each of these once took a time that grew with the square of its length: minutes."""
    text = f"Nine were freed.\n{stretch}\nTen were held."
    assert Narrators(text, GAZETTEER).at(0).name == "outlet"
    assert read_text(text)[0] == "released"
