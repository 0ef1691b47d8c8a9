"""A program `ocrmypdf` that reads nothing: it hands over a paper that was made beforehand."""

import io
from pathlib import Path

from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas


def scan_pages(data: bytes, numbers: tuple[int, ...]) -> bytes:
    """The paper with these pages (from 1) made pictures without a word."""
    reader, writer = PdfReader(io.BytesIO(data)), PdfWriter()
    for number, page in enumerate(reader.pages, start=1):
        if number in numbers:
            out = io.BytesIO()
            canvas = Canvas(out, pagesize=(float(page.mediabox.width), float(page.mediabox.height)))
            canvas.drawImage(ImageReader(Image.new("L", (200, 300), 128)), 50, 50, 400, 600)
            canvas.save()
            writer.add_page(PdfReader(io.BytesIO(out.getvalue())).pages[0])
        else:
            writer.add_page(page)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def write_fake_ocr(folder: Path, read: bytes) -> None:
    """Puts the program into the folder; whatever it is given, it writes `read`."""
    (folder / "read.pdf").write_bytes(read)
    write_program(folder, f"for last; do :; done\ncp '{folder / 'read.pdf'}' \"$last\"\n")


def write_program(folder: Path, script: str) -> None:
    """A shell script as `ocrmypdf`."""
    program = folder / "ocrmypdf"
    program.write_text(f"#!/bin/sh\n{script}", encoding="utf-8")
    program.chmod(0o755)
