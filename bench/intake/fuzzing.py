"""What intake and reading do with files that nobody meant: mangled, cut and spliced ones of every format.

python -m bench.intake.fuzzing [--minutes 10] [--seed 1] [--engine rules] [--ocr]

Originals of every format are made here and damaged by chance: bytes changed, stretches lost, doubled or moved, two
files spliced, hostile characters put in. Each goes through intake's confined worker as ``paradero add`` takes it, and
what became of it is read. Prints how many files, documents, statements and problems there were; a crash of either, a
time over its limit, an original that changed, or a statement that does not stand in its text is an error and ends in 1.
With ``--ocr`` half of the files are scans, and letters are recognised as ``paradero add --ocr`` does it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import time
import traceback
from collections import Counter
from email.message import EmailMessage
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from paradero.intake import take_in_all
from paradero.reading import read
from tests.intake.packing import docx, odt, p, zipped
from tests.intake.photographs import COPYRIGHT, DESCRIPTION, exif, iptc, jpeg, png, tiff, webp, xmp
from tests.intake.printing import column, pdf, wrapped
from tests.intake.scanning import article, drawn, picture, scanned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paradero.model import Document

TOLD = (
    "Velmara freed 14 prisoners on Monday, the ministry said. “Nine were flown to Oran,” said Ana Ruiz, a lawyer.\n\n"
    "Forty sailors held in Fort Hale since March have not been charged. Families say that no lawyer was let in.\n\n"
    "Q: How many are held?\n\nA: Between 30 and 40. Two escaped; one died in custody."
)
CAPTION = "Fourteen prisoners are led to a bus in Velmara, 5 March 2025. Photo: Ana Birk"
STAMPS = ("9.10pm", "7.05 pm GMT", "17 March, 01.05", "23:50", "11am ET", "00.20")
HOSTILE = (
    *("\x00", "\ufeff", "\u202e", "\ud7ff", "((((", "“" * 40, "<" * 60),
    *("a" * 5000, "\n" * 400, "É́" * 50, "1" * 400),
)
BATCH = 40  # files in one call of intake
PATIENCE = 20.0  # seconds of the processor for reading one small document
# Seconds in which intake has to come back with the next file: its own limit on the clock, with some for a busy machine.
WAITING = 120.0
WAITING_FOR_LETTERS = 400.0


def originals() -> dict[str, bytes]:
    """Make one file of each format, all with the same report."""
    paragraphs = TOLD.split("\n\n")
    body = "".join(f"<p>{t}</p>" for t in paragraphs)
    page = f"<html><head><title>Freed</title></head><body><article>{body}</article></body></html>"
    message = EmailMessage()
    message["From"], message["Subject"] = "a@example.org", "Freed"
    message.set_content(TOLD)
    message.add_attachment(TOLD.encode(), maintype="text", subtype="plain", filename="list.txt")
    files = {
        "report.txt": TOLD.encode(),
        "report.md": f"# Freed\n\n{TOLD}".encode(),
        "report.html": page.encode(),
        "report.pdf": pdf([column(50, 760, wrapped(TOLD.replace("“", '"').replace("”", '"'), 80))]),
        "report.docx": docx("".join(p(t) for t in paragraphs)),
        "report.odt": odt("".join(f"<text:p>{t}</text:p>" for t in paragraphs)),
        "report.eml": message.as_bytes(),
        **pictures(),
        **live(paragraphs),
        "report.mbox": b"From a@example.org Mon Jul  7 10:00:00 2025\n" + message.as_bytes() + b"\n",
    }
    packed = zipped(dict(files))
    nested = zipped({"inner/one.zip": packed, "two.zip": zipped({"one.zip": packed, "../out.txt": TOLD})})
    return files | {"report.zip": packed, "nested.zip": nested}


def pictures() -> dict[str, bytes]:
    """Make a picture of each kind with Exif, XMP and IPTC fields, which disagree here and there."""
    fields = exif({DESCRIPTION: CAPTION, COPYRIGHT: "Port Alba Watch"}, "2025:03:05 11:20:00", located=True)
    sets = iptc((2, 5, b"Bus"), (2, 55, b"20250305"), (2, 80, b"Ana Birk"), (2, 120, CAPTION.encode()))
    packet = xmp({"dc:description": TOLD, "dc:creator": "Ana Birk; Ivo Sand", "photoshop:City": "Oran"})
    return {
        "picture.jpg": jpeg(fields, packet, sets, check_sum_of=sets[:-1]),
        "picture.png": png(fields, packet),
        "picture.webp": webp(fields, packet),
        "picture.tiff": tiff({DESCRIPTION: CAPTION}, sets, packet, ">"),
    }


def scans() -> dict[str, bytes]:
    """Make pages without letters: pictures of type, and PDFs that hold such pictures."""
    straight, askew = drawn(article(TOLD), dots=150), drawn(article(TOLD), dots=120, askew=1.0, specks=5)
    return {
        "scan.pdf": scanned(straight, dots=150),
        "pages.pdf": scanned(askew, straight, dots=120),
        "scan.png": picture(straight),
        "scan.jpg": picture(askew, "JPEG"),
        "scan.tiff": picture(straight.convert("1"), "TIFF", compression="group4"),
    }


def live(paragraphs: list[str]) -> dict[str, bytes]:
    """Make a live blog in microdata, one that JSON-LD lists, and a log that is plain text."""
    entry = '<div itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting" id="e{0}">{1}</div>'
    moments = [f"2025-03-{16 + n // 2}T{(19 + 3 * n) % 24:02}:05:00-04:00" for n in range(len(paragraphs))]
    told = zip(moments, STAMPS, paragraphs, strict=False)
    marked = (f'<time itemprop="datePublished" datetime="{at}">{said}</time><p>{p}</p>' for at, said, p in told)
    entries = "".join(entry.format(number, words) for number, words in enumerate(marked))
    blog = f'<div itemscope itemtype="https://schema.org/LiveBlogPosting">{entries}</div>'
    updates = [{"@type": "BlogPosting", "datePublished": at, "url": f"#e{n}"} for n, at in enumerate(moments)]
    listed = json.dumps({"@type": "LiveBlogPosting", "headline": "Freed", "liveBlogUpdate": updates})
    head = (
        f'<html><head><title>Live: freed</title><script type="application/ld+json">{listed}</script></head><body><main>'
    )
    return {
        "live.html": f"{head}<h1>Live: freed</h1>{blog}</main></body></html>".encode(),
        "listed.html": f"{head}{blog.replace('item', 'data-')}</main></body></html>".encode(),
        "live.txt": "\n\n".join(f"{said}\n{p}" for said, p in zip(STAMPS, paragraphs, strict=False)).encode(),
    }


def mangled(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Damage bytes one to four times; ``other`` is what may be spliced in."""
    for _ in range(chance.randint(1, 4)):
        at, end = sorted((chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)))
        way = chance.randrange(7)
        if way == 0:
            data = data[:at] + bytes(chance.randrange(256) for _ in range(chance.randint(1, 8))) + data[at + 4 :]
        elif way == 1:
            data = data[:at]
        elif way == 2:
            data = data[:at] + data[end:]
        elif way == 3:
            data = data[:end] + data[at:end] + data[end:]
        elif way == 4:
            data = data[:at] + other[chance.randrange(len(other) + 1) :]
        elif way == 5:
            data = data[:at] + chance.choice(HOSTILE).encode() * chance.randint(1, 20) + data[at:]
        else:
            data = bytes(b ^ (1 << chance.randrange(8)) if chance.random() < 0.01 else b for b in data)
    return data


def batches(chance: random.Random, folder: Path, ocr: bool) -> Iterator[list[Path]]:
    """Write damaged files without end, so many at a time; with ``ocr`` half of them scans."""
    made = originals()
    names, number = sorted(made), 0
    if ocr:
        pages = scans()
        made |= pages
        names += sorted(pages) * (len(names) // len(pages))
    while True:
        paths = []
        for _ in range(BATCH):
            number += 1
            name = chance.choice(names)
            path = folder / f"{number:06}-{name}"
            path.write_bytes(mangled(made[name], made[chance.choice(names)], chance))
            paths.append(path)
        yield paths


def told_of(document: Document, engine: str, seen: Counter[str]) -> None:
    """Read a document; every statement has to stand in it to the letter, within the time."""
    began = time.process_time()
    statements, problems = read(document, engine=engine)
    took = time.process_time() - began
    seen["statements"] += len(statements)
    seen.update(f"problem {one.code}" for one in problems)
    seen["too slow"] += took > PATIENCE
    seen["milliseconds of the slowest reading"] = max(seen["milliseconds of the slowest reading"], int(1000 * took))
    seen["not in the text"] += sum(document.text[s.span.start : s.span.end] != s.span.exact for s in statements)


def run(minutes: float, seed: int, engine: str, ocr: bool = False) -> tuple[Counter[str], list[str]]:
    """Damage, take in and read until the minutes are over; return the counts and what crashed."""
    seen: Counter[str] = Counter()
    crashes: list[str] = []
    end = time.monotonic() + 60 * minutes
    with TemporaryDirectory() as name:
        for paths in batches(random.Random(seed), Path(name), ocr):
            before = {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}
            documents: list[Document] = []
            waited = time.monotonic()
            for path, document, problems, inside in take_in_all(paths, recognise=ocr):
                seen["intake too slow"] += time.monotonic() - waited > (WAITING_FOR_LETTERS if ocr else WAITING)
                waited = time.monotonic()
                seen.update(f"problem {one.code}" for one in problems)
                seen["changed originals"] += hashlib.sha256(path.read_bytes()).hexdigest() != before[path]
                documents += [one for one in (document, *(held.document for held in inside)) if one is not None]
            seen["files"] += len(paths)
            seen["documents"] += len(documents)
            for document in documents:
                try:
                    told_of(document, engine, seen)
                except Exception:
                    crashes.append(f"{document.name}\n{traceback.format_exc()}")
            for path in paths:
                path.unlink()
            if time.monotonic() > end:
                return seen, crashes
    return seen, crashes


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--engine", choices=("classifier", "rules"), default="rules")
    parser.add_argument("--ocr", action="store_true", help="recognise letters; half of the files are scans")
    args = parser.parse_args()
    seen, crashes = run(args.minutes, args.seed, args.engine, args.ocr)
    for name, count in sorted(seen.items()):
        print(f"{count:8,}  {name}")
    for crash in crashes[:10]:
        print(crash)
    print(f"{len(crashes)} crashes")
    faults = ("changed originals", "too slow", "intake too slow", "not in the text")
    bad = len(crashes) + sum(seen[fault] for fault in faults)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
