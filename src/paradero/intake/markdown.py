"""Markdown: marks are taken away and the words kept; the front matter and the first heading say what the text is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from paradero.intake.material import Block, Material, assembled
from paradero.intake.provenance import day, said
from paradero.model.document import Provenance

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_ROW = re.compile(r"^([A-Za-z_][\w-]*)\s*:\s*(.*?)\s*$", re.M)
_TAGS = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->|<[^<>]*>", re.S | re.I)


def read(text: str, source: str) -> Material:
    """Turn a Markdown text into material.

    Args:
        text: the decoded text.
        source: the file's name.
    """
    front = _FRONT.match(text)
    rows = {key.lower(): value.strip("\"'[] ") for key, value in _ROW.findall(front[1])} if front is not None else {}
    blocks = list(_blocks(text[front.end() :] if front is not None else text))
    title = rows.get("title", "")
    if title:
        blocks = [Block(title, "headline"), *(b for b in blocks if b.text != title)]
    elif blocks and blocks[0].role == "subhead":
        blocks[0] = Block(blocks[0].text, "headline")
    whole, stretches = assembled(blocks)
    return Material(whole, stretches, _found(rows))


def _found(rows: dict[str, str]) -> Provenance:
    def first(*names: str) -> str:
        return next((rows[name] for name in names if rows.get(name)), "")

    return Provenance(
        publisher=said(first("publisher", "source", "site", "outlet"), "file"),
        published=said(day(first("published", "date", "datepublished")), "file"),
        author=said(first("author", "authors", "byline"), "file"),
        url=said(first("url", "link", "canonical", "canonical_url"), "file"),
        language=said(first("language", "lang"), "file"),
        licence=said(first("licence", "license"), "file"),
    )


def _blocks(text: str) -> Iterator[Block]:
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    marker = ""
    for i, token in enumerate(tokens):
        if token.type == "list_item_open":
            marker = f"{token.info}{token.markup} "
        elif token.type == "inline":
            block = _inline(token, tokens[i - 1].type, marker)
            marker = ""
            if block.text:
                yield block
        elif token.type in ("fence", "code_block", "html_block"):
            words = _TAGS.sub("", token.content) if token.type == "html_block" else token.content
            if words.strip():
                yield Block(words.strip("\n").rstrip())


def _inline(token: Token, opened_by: str, marker: str) -> Block:
    children = token.children or []
    role = "subhead" if opened_by == "heading_open" else ""
    shown = [c for c in children if c.type == "image"]
    words = "".join(_words(c) for c in _without_scripts(children)).strip()
    if shown and not words:
        return Block(" ".join(str(shown[0].attrs.get("title") or shown[0].content).split()), "caption")
    lines = (line.strip() for line in words.split("\n"))
    return Block(marker + "\n".join(line for line in lines if line) if words else "", role)


def _without_scripts(children: list[Token]) -> Iterator[Token]:
    inside = False
    for child in children:
        if child.type == "html_inline":
            inside = re.match(r"<(?:script|style)\b", child.content, re.I) is not None
        elif not inside:
            yield child


def _words(child: Token) -> str:
    if child.type in ("text", "code_inline"):
        return child.content
    return {"softbreak": " ", "hardbreak": "\n"}.get(child.type, "")
