"""Office files that the tests make: small ones about invented events, and bad ones."""

from __future__ import annotations

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
STYLES = f"""<w:styles {W}>
<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Ours"><w:name w:val="Our chapter"/><w:basedOn w:val="H1"/></w:style>
<w:style w:styleId="Bild"><w:name w:val="caption"/></w:style>
<w:style w:styleId="Nr"><w:name w:val="List Number"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="Toc1"><w:name w:val="toc 1"/></w:style>
</w:styles>"""
NUMBERS = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
</w:numbering>"""
NOTES = f"""<w:footnotes {W}><w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:t>Interview in Port Alba.</w:t></w:r></w:p></w:footnote></w:footnotes>"""
CORE = """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
<dc:title>Nine come home</dc:title><dc:creator>Marla Yutzy</dc:creator>
<dcterms:created>2019-05-03T10:00:00Z</dcterms:created>
</cp:coreProperties>"""


def zipped(members: dict[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP container with some members."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return made.getvalue()


def p(words: str, form: str = "") -> str:
    """Return a Word paragraph of one run."""
    return f"<w:p><w:pPr>{form}</w:pPr><w:r><w:t xml:space='preserve'>{words}</w:t></w:r></w:p>"


def styled(style: str, words: str) -> str:
    """Return a Word paragraph with a style."""
    return p(words, f'<w:pStyle w:val="{style}"/>')


def docx(body: str, **parts: str | bytes) -> bytes:
    """Return a Word file with a body, and other parts than the usual ones by their names."""
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERS,
        "word/footnotes.xml": NOTES,
        "docProps/core.xml": CORE,
    }
    return zipped({**members, **parts})


def odt(body: str, **parts: str | bytes) -> bytes:
    """Return an OpenDocument text with a body."""
    made = io.BytesIO()
    members: dict[str, str | bytes] = {
        "content.xml": f"<office:document-content {ODF}><office:automatic-styles>"
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
        '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Illustration"/>'
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>",
        "meta.xml": f"<office:document-meta {ODF}><office:meta><meta:initial-creator>Marla Yutzy</meta:initial-creator>"
        "<meta:creation-date>2019-05-03T10:00:00</meta:creation-date></office:meta></office:document-meta>",
        **parts,
    }
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for name, data in members.items():
            package.writestr(name, data)
    return made.getvalue()
