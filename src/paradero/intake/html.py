"""HTML: headline, body, captions and credits of a page in document order, and what its markup says of it.

trafilatura judges which blocks of the page belong to the report; the text itself is taken from the page's own tree, so
that captions and credits stay where they stand. Nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING

from paradero.intake.blocks import blocks_of
from paradero.intake.boilerplate import is_boilerplate
from paradero.intake.corrections import is_correction
from paradero.intake.credits import credit_at_end, who_and_relay
from paradero.intake.jsonld import Picture, Update, read_jsonld
from paradero.intake.live import entry_times, matching
from paradero.intake.markup import metadata, provenance_of
from paradero.intake.material import Block, Material, assembled
from paradero.intake.stamps import stamp_length
from paradero.intake.visible import take_out_unseen
from paradero.model.problem import Problem

if TYPE_CHECKING:
    from lxml.html import HtmlElement

CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.I)
_INLINE = re.compile(r"</?(?:a|b|i|u|em|strong|span|font|small|big)\b[^<>]*>", re.I)
_EDGES = re.compile(r"(?:</?(?:div|section|center|blockquote|ul|ol|li|table|tbody|tr|td|dl|dd)\b[^<>]*>\s*)+", re.I)
_QUOTES = "//blockquote[@type='cite'] | //*[contains(concat(' ', @class, ' '), ' gmail_quote ')]"
_PICTURES = frozenset({"caption", "credit"})
_FEWEST = 8  # words of a note that corrects; a link to a page of corrections has fewer
_FOOT = 12  # blocks after the last of the body among which such a note is looked for
_SHORT = 30  # letters; a shorter block counts as main text only when a whole line of trafilatura's equals it


def read(text: str, source: str) -> Material:
    """Turn an HTML page into material.

    Args:
        text: the decoded page.
        source: the file's name, for the problems.
    """
    root, problems = tree(text, source)
    if root is None:
        return Material("", (), problems=(*problems, _no_text(source)))
    article = read_jsonld([script.text_content() for script in root.iter("script") if _is_jsonld(script)])
    meta = metadata(root)
    found = provenance_of(root, article, meta)
    headline = article.headline or meta.get("og:title", "") or _title(root)
    entries = entry_times(root, article.updates)
    take_out_unseen(root)
    blocks = _with_moments(list(blocks_of(root, entries)), article.updates)
    chosen = _chosen(root, _with_alts(blocks, article.pictures), headline, article.pictures)
    whole, stretches = assembled(chosen)
    bodiless = not any(block.role in ("", "body") for block in chosen)
    return Material(whole, stretches, found, (*problems, _no_text(source)) if bodiless else problems)


def blocks_in(text: str, source: str) -> tuple[tuple[Block, ...], tuple[Block, ...], tuple[Problem, ...]]:
    """Return the visible blocks of a mail written in HTML, which has no menus to be told from the report.

    Args:
        text: the decoded markup.
        source: the file's name, for the problems.

    Returns:
        Its own blocks, those that it quotes from an earlier mail, and the problems met.
    """
    root, problems = tree(text, source)
    if root is None:
        return (), (), problems
    take_out_unseen(root)
    quoted = [block for element in _taken_quotes(root) for block in blocks_of(element)]
    return tuple(_settled(b) for b in blocks_of(root) if b.role != "alt"), tuple(quoted), problems


def _taken_quotes(root: HtmlElement) -> list[HtmlElement]:
    """Take out what a mail quotes, and return it; what it forwards stays."""
    taken = []
    for element in root.xpath(_QUOTES):
        if root in element.iterancestors() and "Forwarded message" not in element.text_content()[:200]:
            taken.append(deepcopy(element))
            element.drop_tree()
    return taken


def tree(text: str, source: str) -> tuple[HtmlElement | None, tuple[Problem, ...]]:
    """Parse a page; one that is nested more deeply than the parser goes is parsed again without its divisions."""
    root, too_deep = _parsed(text)
    if not too_deep:
        return root, ()
    root, still_too_deep = _parsed(_EDGES.sub("<p>", _INLINE.sub("", text)))
    lost = "what stands deeper was left out" if still_too_deep else "it was read without its divisions"
    cause = f"The page is nested more than 2,000 elements deep; {lost}."
    hint = "Compare the text with the page; if words are missing, save them as a .txt file."
    return root, (Problem("nested_too_deeply", source, cause, hint, severity="warning"),)


def _parsed(text: str) -> tuple[HtmlElement | None, bool]:
    """Return the tree, and whether the parser gave up because of its depth."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        root = None
    return root, any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


def _is_jsonld(script: HtmlElement) -> bool:
    return (script.get("type") or "").split(";")[0].strip().lower() == "application/ld+json"


def _title(root: HtmlElement) -> str:
    """The page's title without the name of the site after it."""
    title = root.find(".//title")
    words = " ".join((title.text_content() if title is not None else "").split())
    return re.split(r"\s+[|–—-]\s+(?=[^|–—-]{2,40}$)", words)[0]


def _no_text(source: str) -> Problem:
    return Problem(
        "no_text_in_page",
        source,
        "The page holds no report: it is empty, or a script would have to build its text.",
        "Open the page in a browser and save it complete, or save its words as a .txt file.",
    )


def _with_moments(blocks: list[Block], updates: tuple[Update, ...]) -> list[Block]:
    """Give blocks the moments of the JSON-LD's updates by their words, when no element could be told for an entry."""
    if not updates or any(block.said for block in blocks):
        return blocks
    return [replace(block, said=matching(block.text, updates)) for block in blocks]


def _with_alts(blocks: list[Block], pictures: tuple[Picture, ...]) -> list[Block]:
    """Take a picture's alternative text for its caption only on a page that captions no picture in any other way."""
    captioned = bool(pictures) or any(block.role == "caption" for block in blocks)
    role = "alt" if captioned else "caption"
    return [replace(block, role=role) if block.role == "alt" else block for block in blocks]


def _chosen(root: HtmlElement, blocks: list[Block], headline: str, pictures: tuple[Picture, ...]) -> list[Block]:
    """Choose the blocks of the report: the headline first, the others in the page's order."""
    main = _main_text(root)
    titles = [i for i, block in enumerate(blocks) if block.role == "headline"]
    title = _best_title(blocks, titles, headline)
    body = [i for i, block in enumerate(blocks) if _is_body(block, main) and i not in titles]
    body = body or [i for i, block in enumerate(blocks) if block.role == "" and len(block.text.split()) > 12]
    if not body:
        return [Block(headline, "headline")] if headline else []
    first, last = title if title is not None else body[0], body[-1]
    among = {i for i in range(first, min(last + 2, len(blocks))) if _belongs(blocks[i], i < body[0])}
    notes = {i for i in range(last + 1, min(last + _FOOT, len(blocks))) if _corrects(blocks[i])}
    kept = sorted({*body, *among, *notes})
    head = blocks[title].text if title is not None else headline
    report = _without_repeats(_with_credits([_settled(blocks[i]) for i in kept], pictures), head)
    return [Block(head, "headline"), *report] if head else report


def _settled(block: Block) -> Block:
    """Settle a role that the markup leaves half open.

    An item of a list is body whatever its words look like, unless the publication speaks in it of itself. Words beside
    a picture that are neither caption nor credit by their markup are a credit if they look like one.
    """
    if block.role in ("credit", "picture"):
        credit, relay = who_and_relay(block.text)
        return replace(block, role="credit", credit=credit, relay=relay)
    if block.role != "item":
        return block
    return replace(block, role="boilerplate" if is_boilerplate(block.text) else "body")


def _belongs(block: Block, above: bool) -> bool:
    """Captions and credits among the paragraphs belong to the report, the byline above them, and an entry's hour."""
    if block.role == "picture":
        credit = credit_at_end(block.text)
        return credit is not None and credit.start == 0
    return block.role in _PICTURES or (above and block.role == "byline") or _is_hour(block) or _corrects(block)


def _corrects(block: Block) -> bool:
    """A note at the foot, which extractors take for the page's furniture; "Corrections: write to us" is no sentence."""
    return block.role in ("", "item") and len(block.text.split()) >= _FEWEST and is_correction(block.text)


def _is_hour(block: Block) -> bool:
    return block.role == "" and stamp_length(block.text) == len(block.text)


def _best_title(blocks: list[Block], titles: list[int], headline: str) -> int | None:
    """The h1 that shares most words with the headline of the metadata; the first among equals."""
    known = set(_letters(headline))
    return (
        max(titles, key=lambda i: (_shared(blocks[i].text, headline), -i), default=None)
        if known
        else next(iter(titles), None)
    )


def _shared(one: str, other: str) -> int:
    return len(set(one.lower().split()) & set(other.lower().split()))


def _main_text(root: HtmlElement) -> tuple[str, frozenset[str]]:
    from trafilatura import extract

    page = root.getroottree()
    found = extract(
        page.getroot(),
        include_comments=False,
        include_tables=True,
        output_format="txt",
        date_extraction_params=_NO_DATE,
    )
    lines = (found or "").splitlines()
    return _letters(found or ""), frozenset(_letters(line) for line in lines)


# trafilatura looks for a date by itself unless told where to stop; the day comes from markup.py.
_NO_DATE = {"extensive_search": False, "original_date": True}


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def _is_body(block: Block, main: tuple[str, frozenset[str]]) -> bool:
    letters = _letters(block.text)
    if block.role in ("caption", "credit", "picture", "alt") or not letters:
        return False
    if len(letters) >= _SHORT:
        return letters in main[0]
    return letters in main[1] or all(_letters(line) in main[1] for line in block.text.splitlines())


def _with_credits(blocks: list[Block], pictures: tuple[Picture, ...]) -> list[Block]:
    """Give each caption its credit: from the block after it, from its own end, or from the JSON-LD of its picture."""
    given: list[Block] = []
    for i, block in enumerate(blocks):
        following = blocks[i + 1] if i + 1 < len(blocks) else None
        if block.role == "caption":
            block = _credited(block, following, pictures)
        given.append(block)
    return [*_unshown(given, pictures), *given]


def _credited(block: Block, following: Block | None, pictures: tuple[Picture, ...]) -> Block:
    if following is not None and following.role == "credit":
        credit, relay = who_and_relay(following.text)
        return replace(block, credit=credit, relay=relay)
    ending = credit_at_end(block.text)
    if ending is not None:
        role = block.role if ending.start else "credit"
        return replace(block, role=role, credit=ending.credit, relay=ending.relay)
    picture = next((p for p in pictures if p.credit and _letters(p.caption)[:60] == _letters(block.text)[:60]), None)
    return (
        block
        if picture is None
        else replace(block, credit=who_and_relay(picture.credit)[0], relay=who_and_relay(picture.credit)[1])
    )


def _unshown(blocks: list[Block], pictures: tuple[Picture, ...]) -> list[Block]:
    """The lead picture's caption from the JSON-LD, when the page shows no caption of its own."""
    if any(block.role in ("caption", "credit") for block in blocks):
        return []
    texts = {_letters(block.text) for block in blocks}
    lead = next((p for p in pictures if len(p.caption.split()) >= 4 and _letters(p.caption) not in texts), None)
    if lead is None:
        return []
    credit, relay = who_and_relay(lead.credit)
    return [Block(lead.caption, "caption", credit, relay)]


def _without_repeats(blocks: Iterable[Block], headline: str) -> list[Block]:
    """Drop a caption or credit that the page sets twice, and a first block that repeats the headline."""
    seen: set[tuple[str, str]] = set()
    kept: list[Block] = []
    for block in blocks:
        key = (block.role, _letters(block.text))
        again = key in seen and block.role in _PICTURES
        if not again and not (_letters(headline) == key[1] and block.role != "caption"):
            kept.append(block)
        seen.add(key)
    return kept
