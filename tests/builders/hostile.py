"""PDFs that are meant to do harm, written byte by byte: each case that once passed a limit or leaked something.

`RawPdf` writes objects as they are given, so that it can write what no library would.
"""

import functools
import zlib
from dataclasses import dataclass, field

TEXT = "BT /F1 12 Tf 72 {y} Td ({text}) Tj ET\n"


@dataclass
class RawPdf:
    """Objects, numbered from 1 in the order they are added. Page tree and catalogue come last."""

    objects: list[bytes] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    catalog: str = ""

    def add(self, body: str | bytes) -> int:
        self.objects.append(body.encode("latin-1") if isinstance(body, str) else body)
        return len(self.objects)

    def stream(self, data: bytes, more: str = "", *, packed: bool = True) -> int:
        """A stream; `data` are the bytes once unpacked, where `packed` is True."""
        kept = zlib.compress(data) if packed else data
        return self.add(
            f"<< /Length {len(kept)} /Filter /FlateDecode {more} >>\nstream\n".encode() + kept + b"\nendstream"
        )

    def page(self, content: int, more: str = "", resources: str = "") -> int:
        font = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
        number = self.add(
            f"<< /Type /Page /Parent PARENT 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R "
            f"/Resources << {font} {resources} >> {more} >>"
        )
        self.pages.append(number)
        return number

    def data(self) -> bytes:
        kids = " ".join(f"{number} 0 R" for number in self.pages)
        tree = self.add(f"<< /Type /Pages /Count {len(self.pages)} /Kids [{kids}] >>")
        root = self.add(f"<< /Type /Catalog /Pages {tree} 0 R {self.catalog} >>")
        out, places = bytearray(b"%PDF-1.7\n"), []
        for number, body in enumerate(self.objects, start=1):
            places.append(len(out))
            out += f"{number} 0 obj\n".encode() + body.replace(b"PARENT 0 R", f"{tree} 0 R".encode()) + b"\nendobj\n"
        table = len(out)
        out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
        out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
        out += f"trailer\n<< /Size {len(places) + 1} /Root {root} 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()
        return bytes(out)


def words(*lines: str) -> str:
    """A content stream with these lines."""
    return "".join(TEXT.format(y=780 - 20 * at, text=line) for at, line in enumerate(lines))


@functools.cache
def bomb(piece: bytes, megabytes: int) -> bytes:
    """A page whose content inflates to so many megabytes."""
    packer = zlib.compressobj(9)
    block = piece * (1_000_000 // len(piece))
    data = packer.compress(words("Agenda").encode())
    for _ in range(megabytes):
        data += packer.compress(block)
    pdf = RawPdf()
    pdf.page(pdf.stream(data + packer.flush(), packed=False))
    return pdf.data()


def billion_laughs(depth: int = 9, width: int = 10) -> bytes:
    """Forms that draw forms: `width` to the power of `depth` times the word at the bottom."""
    pdf = RawPdf()
    form = "/Type /XObject /Subtype /Form /BBox [0 0 595 842]"
    last = pdf.stream(words("ha").encode(), f"{form} /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>")  # fmt: skip
    for _ in range(depth):
        last = pdf.stream(b"/X Do\n" * width, f"{form} /Resources << /XObject << /X {last} 0 R >> >>")
    pdf.page(pdf.stream(words("Agenda").encode() + b"/X Do\n"), resources=f"/XObject << /X {last} 0 R >>")
    return pdf.data()


def annotations(count: int) -> bytes:
    """A page with so many notes."""
    pdf = RawPdf()
    notes = [
        pdf.add(f"<< /Type /Annot /Subtype /Square /Rect [{at % 500} 100 {at % 500 + 9} 109] /Contents (note {at}) >>")
        for at in range(count)
    ]
    listed = " ".join(f"{number} 0 R" for number in notes)
    pdf.page(pdf.stream(words("Agenda", "1 Apologies").encode()), f"/Annots [{listed}]")
    return pdf.data()


def long_rule() -> bytes:
    """A table one of whose rules is drawn far beyond the page."""
    lines = "".join(f"72 {y} m 400 {y} l S\n" for y in range(600, 720, 20))
    lines += "".join(f"{x} 600 m {x} 720 l S\n" for x in (72, 180, 290, 400))
    lines += "72 600 m 90000000 600 l S\n72 -90000000 m 72 720 l S\n"
    rows = (
        ("School", "Spring", "Summer"),
        ("North", "1", "2"),
        ("South", "3", "4"),
        ("East", "5", "6"),
        ("Total", "9", "12"),
    )
    cells = "".join(
        f"BT /F1 9 Tf {x} {705 - 20 * at} Td ({text}) Tj ET\n"
        for at, row in enumerate(rows)
        for x, text in zip((76, 184, 294), row, strict=True)
    )
    pdf = RawPdf()
    pdf.page(pdf.stream((lines + cells).encode()))
    return pdf.data()


def active() -> bytes:
    """Everything that a PDF can do of its own accord, on one page with a hidden layer and a form field."""
    pdf = RawPdf()
    script = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>"
    attached = pdf.stream(b"MZ", "/Type /EmbeddedFile")
    spec = pdf.add(f"<< /Type /Filespec /F (a.exe) /EF << /F {attached} 0 R >> >>")
    layer = pdf.add("<< /Type /OCG /Name (Hidden layer) >>")
    look = pdf.stream(words("field text").encode(), "/Type /XObject /Subtype /Form /BBox [0 0 100 20]")
    box = "/Rect [72 500 172 520]"
    listed = [
        f"<< /Type /Annot /Subtype /Link {box} /A << /S /URI /URI (https://www.example.gov.uk/) >> >>",
        f"<< /Type /Annot /Subtype /Link {box} /A << /S /URI /URI (javascript:alert\\(1\\)) >> >>",
        f"<< /Type /Annot /Subtype /Link {box} /A << /S /URI /URI (java\\nscript:alert\\(1\\)) >> >>",
        f"<< /Type /Annot /Subtype /Link {box} /A << /S /URI /URI (file:///etc/passwd) >> >>",
        f"<< /Type /Annot /Subtype /Link {box} /A << /S /Launch /F (cmd.exe) >> >>",
        f"<< /Type /Annot /Subtype /Link {box} /A << /S /GoToR /F (other.pdf) /D [0 /Fit] >> >>",
        f"<< /Type /Annot /Subtype /Link {box} /PA {script} /AA << /E {script} >> /A << /S /URI /URI (https://a.uk) /Next {script} >> >>",
        f"<< /Type /Annot /Subtype /FileAttachment {box} /FS {spec} 0 R >>",
        f"<< /Type /Annot /Subtype /RichMedia {box} /RichMediaContent << /Assets << /Names [(a) {spec} 0 R] >> >> >>",
        f"<< /Type /Annot /Subtype /Screen {box} /A << /S /Rendition /JS (x) >> >>",
        f"<< /Type /Annot /Subtype /Movie {box} /Movie << /F {spec} 0 R >> >>",
        f"<< /Type /Annot /Subtype /Sound {box} >>",
        f"<< /Type /Annot /Subtype /3D {box} /3DD {attached} 0 R >>",
        f"<< /Type /Annot /Subtype /Unheard {box} /AA << /O {script} >> >>",
        f"<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (field text) {box} /AP << /N {look} 0 R /D {look} 0 R >> /AA << /K {script} >> /A {script} >>",
        f"<< /Type /Annot /Subtype /Highlight {box} /QuadPoints [72 500 172 500 72 520 172 520] /AF [{spec} 0 R] /Contents (kept) >>",
    ]
    numbers = [pdf.add(each) for each in listed]
    content = pdf.stream(b"/OC /L BDC\n" + words("UNDER THE LAYER").encode() + b"EMC\n" + words("", "Agenda").encode())
    pdf.page(
        content, f"/AA << /O {script} >> /AF [{spec} 0 R] /Annots [{' '.join(f'{n} 0 R' for n in numbers)}]",
        resources=f"/Properties << /L {layer} 0 R >>",
    )  # fmt: skip
    pdf.catalog = (
        f"/OpenAction {script} /AA << /WC {script} >> /AF [{spec} 0 R] "
        f"/Names << /JavaScript << /Names [(a) {script}] >> /EmbeddedFiles << /Names [(a.exe) {spec} 0 R] >> >> "
        f"/OCProperties << /OCGs [{layer} 0 R] /D << /OFF [{layer} 0 R] >> >> "
        f"/AcroForm << /Fields [{numbers[14]} 0 R] /XFA {attached} 0 R >>"
    )
    return pdf.data()
