"""A PDF on its whole way: added, read into statements that name the page, kept, and found unchanged."""

from __future__ import annotations

from pathlib import Path

from paradero.casework import Casebook, add, documents, read, statements, verify
from paradero.model.public import statement_json
from tests.casework.material import ANA, NOTHING
from tests.intake.printing import column, pdf, wrapped

FIRST = "The ministry said that nine fishermen were released on Friday in Port Alba."
SECOND = "Two sailors were arrested by the coast guard at the harbour of Port Alba, a lawyer said."


def test_statements_from_a_pdf_name_the_page(casebook: Casebook, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf([column(50, 700, wrapped(words, 60)) for words in (FIRST, SECOND)]))
    (tmp_path / "b.txt").write_text(FIRST)
    _, problems = add(casebook, [tmp_path / "a.pdf", tmp_path / "b.txt"], NOTHING, ANA)
    assert problems == ()
    assert [document.pages for document in documents(casebook)] == [((0, 1), (len(FIRST) + 2, 2)), ()]
    read(casebook, engine="rules", actor=ANA)
    found = [statement_json(judged.statement) for judged in statements(casebook)]
    pages = {(one["act"], one["span"].get("page"), one["span"]["exact"][:3]) for one in found}
    assert {page for act, page, _ in pages if act == "arrested"} == {2}
    assert {page for act, page, _ in pages if act == "released"} == {1, None}
    assert verify(casebook)[1] == ()
