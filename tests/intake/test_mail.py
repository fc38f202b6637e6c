"""Messages and mailboxes: whose words are read, what is quoted, what is attached, and bad ones."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from paradero.intake import parse, parse_all, take_in_all
from paradero.intake.replies import unflowed
from paradero.model import Document
from tests.intake.packing import docx, p, zipped

SAID = "The governor of Port Alba said that nine men had been let go."
HEAD = "From: Marla Yutzy <marla@example.org>\nDate: Fri, 03 May 2019 23:30:00 -0500\nSubject: Nine come home\n"


def mail(body: str, *headers: str) -> bytes:
    return (HEAD + "".join(f"{header}\n" for header in headers) + "\n" + body).encode()


def parts(document: Document) -> list[tuple[str, str]]:
    return [(part.role, document.text[part.start : part.end]) for part in document.parts]


def test_headers_tell_the_author_the_day_and_the_headline() -> None:
    document, problems = parse(mail(SAID), "a.eml")
    known = document.provenance
    assert problems == ()
    assert document.media_type == "message/rfc822"
    assert (known.author.value, known.author.origin) == ("Marla Yutzy", "file")
    # The day where it was sent, which is not yet the next one of UTC.
    assert (known.published.value, known.published.origin) == ("2019-05-03", "file")
    assert parts(document) == [("headline", "Nine come home"), ("body", SAID)]


BODIES = [
    (f"{SAID}\n\n-- \nMarla Yutzy\nThe Record", [("body", SAID), ("boilerplate", "-- \nMarla Yutzy\nThe Record")]),
    (
        f"{SAID}\n\nOn Thu, 2 May 2019, Ana Ruiz wrote:\n> Eight men were\n> let go.\n\nWe asked again.",
        [
            ("body", SAID),
            ("boilerplate", "On Thu, 2 May 2019, Ana Ruiz wrote:\n> Eight men were\n> let go."),
            ("body", "We asked again."),
        ],
    ),
    (
        f"{SAID}\n\nOn Thu, 2 May 2019 at 10:30, Ana Ruiz <ana@example.org>\nwrote:\n> Eight.",  # the line is wrapped
        [
            ("body", SAID),
            ("boilerplate", "On Thu, 2 May 2019 at 10:30, Ana Ruiz <ana@example.org>\nwrote:\n> Eight."),
        ],
    ),
    (
        f"{SAID}\n\n-----Original Message-----\nFrom: Ana\n\nEight men were let go.",  # as Outlook quotes
        [("body", SAID), ("boilerplate", "-----Original Message-----\nFrom: Ana\n\nEight men were let go.")],
    ),
    (f"{SAID}\n\nHe wrote:\nit is over.", [("body", SAID), ("body", "He wrote:"), ("body", "it is over.")]),
]


@pytest.mark.parametrize(("body", "expected"), BODIES)
def test_only_the_senders_own_words_are_body(body: str, expected: list[tuple[str, str]]) -> None:
    document, _ = parse(mail(body), "a.eml")
    assert parts(document)[1:] == expected


def test_quoted_lines_are_told() -> None:
    (told,) = parse(mail(f"{SAID}\n\n> Eight men\n> were let go."), "a.eml")[1]
    assert (told.code, told.severity) == ("quoted_reply", "notice")
    assert told.message.startswith("2 lines")


def alternatives(plain: str, page: str) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "ana@example.org", "Nine come home"
    if plain:
        message.set_content(plain)
        message.add_alternative(page, subtype="html")
    else:
        message.set_content(page, subtype="html")
    return message.as_bytes()


PAGE = f"<p>{SAID}</p><script>x</script><blockquote type='cite'><p>Eight men.</p></blockquote><p>Short.</p>"


def test_plain_text_goes_before_html() -> None:
    document, problems = parse(alternatives(SAID, "<p>Something else."), "a.eml")
    assert (parts(document)[1:], problems) == ([("body", SAID)], ())
    assert document.provenance.author.value == "ana@example.org"


def test_a_mail_in_html_is_read_without_what_it_quotes() -> None:
    document, problems = parse(alternatives("", PAGE), "a.eml")
    assert parts(document)[1:] == [("body", SAID), ("body", "Short."), ("boilerplate", "Eight men.")]
    assert [problem.code for problem in problems] == ["quoted_reply"]


def with_attachments() -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "Ana Ruiz <ana@example.org>", "Papers"
    message.set_content("Please see the papers.")
    message.add_attachment(docx(p(SAID)), maintype="application", subtype="msword", filename="../../statement.docx")
    message.add_attachment(b"GIF89a" + bytes(64), maintype="image", subtype="gif", filename="pier.gif")
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "Luis Paz <luis@example.org>", "Re: nine/ten men"
    inner.set_content("Nine men.")
    message.add_attachment(inner)
    message.add_attachment("Ten men.", filename="note.txt")
    return message.as_bytes()


def test_attachments_become_documents_of_their_own() -> None:
    document, problems, inside = parse_all(with_attachments(), "a.eml")
    assert document.text == "Papers\n\nPlease see the papers.\n"
    assert [one.document.name for one in inside] == [
        "a.eml/statement.docx",
        "a.eml/Re: nine-ten men.eml",
        "a.eml/note.txt",
    ]
    assert [one.document.text.strip() for one in inside] == [SAID, "Re: nine/ten men\n\nNine men.", "Ten men."]
    assert inside[1].document.provenance.author.value == "Luis Paz"
    assert [problem.code for problem in problems] == ["files_inside", "left_inside"]
    assert "pier.gif" in problems[1].message


def test_a_mailbox_comes_apart_into_its_messages() -> None:
    first, second = mail(f"{SAID}\n\n>From there they went on."), mail("Ten men.").replace(b"\n", b"\r\n")
    start = b"From marla@example.org Fri May  3 23:30:00 2019\n"
    box = start + first + b"\n\n" + start + second + b"\n"
    document, problems, inside = parse_all(box, "letters.mbox")
    assert (document.media_type, document.text) == ("application/mbox", "")
    assert [one.document.name for one in inside] == ["letters.mbox/0001.eml", "letters.mbox/0002.eml"]
    assert inside[0].document.text.endswith("From there they went on.\n")
    assert parts(inside[1].document) == [("headline", "Nine come home"), ("body", "Ten men.")]
    assert [problem.code for problem in problems] == ["files_inside"]


def nested(depth: int) -> bytes:
    opening = "".join(f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}\n' for i in range(depth))
    return (HEAD + opening + f"Content-Type: text/plain\n\n{SAID}\n").encode()


LATIN = "Los señores volvieron a la ciudad de Añora.".encode("latin-1")
CHARSET = 'Content-Type: text/plain; charset="{}"'
BAD = [
    (
        mail("", CHARSET.format("no-such")) + LATIN,
        "Los señores volvieron",
        "guessed_encoding",
    ),  # a charset nobody knows
    (mail("", CHARSET.format("iso-8859-1")) + LATIN, "Los señores volvieron", ""),
    (mail("", CHARSET.format("utf-8")) + LATIN, "Los señores volvieron", "guessed_encoding"),  # it says what is not so
    (mail("TmluZSBtZW4=!!", "Content-Transfer-Encoding: base64"), "Nine men", ""),
    (mail(SAID, "Content-Type: ;;;=", "Content-Disposition: \"'*=x"), SAID, ""),  # headers of no form
    (mail(SAID).replace(b"Subject: Nine", "Subject: Ñine".encode()), "Ñine come home", ""),  # UTF-8 in a header
    (mail(SAID).replace(b"Fri, 03 May 2019 23:30:00 -0500", b"yesterday"), SAID, ""),
    (mail(SAID).replace(b"2019", b"1734"), SAID, "impossible_date"),
    (mail("", 'Content-Type: multipart/mixed; boundary="x"'), "Nine come home", "empty_file"),  # no part at all
    (mail(""), "Nine come home", "empty_file"),
    (mail("x", "Content-Type: multipart/encrypted; boundary=x"), "", "encrypted_file"),
    (nested(50), SAID, ""),  # parts within parts, none of them closed
    (nested(1_200), "", "nested_too_deeply"),
]


@pytest.mark.parametrize(("data", "expected", "code"), BAD)
def test_a_bad_message_is_read_as_far_as_it_goes(data: bytes, expected: str, code: str) -> None:
    document, problems = parse(data, "a.eml")
    assert expected in document.text
    assert [problem.code for problem in problems] == ([code] if code else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine men \ncame home.", "Nine men came home."),
        ("> Nine \n> men\nTen", "> Nine men\nTen"),
        ("-- \nAna", "-- \nAna"),  # the line above a signature ends with a space, and is no line that goes on
        ("> Nine \nTen", "> Nine \nTen"),  # another depth
    ],
)
def test_flowed_lines_are_joined(text: str, expected: str) -> None:
    assert unflowed(text, delete_space=False) == expected


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (mail(SAID), "a.txt", "text/plain"),  # somebody typed the headers
        (mail(SAID, "Message-ID: <1@example.org>"), "a.txt", "message/rfc822"),  # nobody types this one
        (SAID.encode(), "a.eml", "text/plain"),
        (b"From Ana, with nine men.", "a.txt", "text/plain"),  # no mailbox
    ],
)
def test_a_message_is_known_by_its_headers(data: bytes, name: str, kind: str) -> None:
    assert parse(data, name)[0].media_type == kind


def test_messages_in_an_archive_pass_through_the_worker(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    path.write_bytes(zipped({"june/a.eml": with_attachments(), "b.txt": SAID}))
    ((_, document, problems, inside),) = take_in_all([path], workers=1)
    assert document is not None
    here = parse_all(path.read_bytes(), "all.zip")[2]
    assert [(one.document, one.data) for one in inside] == [(one.document, one.data) for one in here]
    assert {problem.source for one in inside for problem in one.problems} == {f"{path}/june/a.eml"}
    assert {problem.source for problem in problems} == {str(path)}
