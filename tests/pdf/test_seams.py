"""The objects of fonts, page by page: what a plain file says itself is what pypdf says, and the rest is left to it."""

import zlib
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter

from scrutiny.pdf.objects import NotPlainError, Objects
from scrutiny.pdf.seams import _read_with_pypdf, fonts_of_plain, read_font_identities

FORM = b"<</Type /XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F3 8 0 R>>>>/Length 0>>stream\n\nendstream"
OBJECTS = {
    1: b"<</Type/Catalog/Pages 2 0 R/Title(a \\) b (c) % no remark)>>",
    2: b"<</Type/Pages/Count 3/Kids[3 0 R 9 0 R]/Resources<</Font 5 0 R>>/MediaBox[0 0 99.5 -.5]>>",
    3: b"<</Type/Page/Parent 2 0 R % a remark with >>\n/Contents[]>>",
    5: b"<</F1 6 0 R/F2<</Type/Font/Subtype/Type1>>>>",
    6: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    8: b"<</Type/Font/Subtype/Type1/BaseFont/Courier/W[<00ff> null true]>>",
    9: b"<</Type/Pages/Count 2/Parent 2 0 R/Kids[10 0 R 11 0 R]>>",
    10: b"<</Type/Page/Parent 9 0 R/Resources<</XObject<</X1 7 0 R>>>>>>",
    11: b"<</Type/Page/Parent 9 0 R>>",
}
"""Three pages: with the fonts of their branch, with a font of a drawing, and with those of the branch again."""

FONTS = (frozenset({6}), frozenset({8}), frozenset({6}))


def plain(objects: dict[int, bytes] = OBJECTS, *, form: bytes = FORM, more: bytes = b"") -> bytes:
    made, places = bytearray(b"%PDF-1.4\n"), {}
    for number, text in sorted({**objects, 7: form}.items()):
        places[number] = len(made)
        made += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    begin = len(made)
    made += b"xref\n0 12\n"
    made += b"".join(
        b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n" for number in range(12)
    )
    return bytes(made) + b"trailer\n<</Size 12/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (more, begin)


def packed() -> bytes:
    """The same with its dictionaries in a stream, and a table whose rows are told by their differences."""
    heads, body = b"", b""
    for number, text in OBJECTS.items():
        heads += b"%d %d " % (number, len(body))
        body += text + b" "
    made, places = bytearray(b"%PDF-1.5\n"), {7: 0, 12: 0, 13: 0}
    held = zlib.compress(heads + body)
    head = b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>" % (len(OBJECTS), len(heads), len(held))
    for number, text in ((7, FORM), (12, head + b"stream\n" + held + b"\nendstream")):
        places[number] = len(made)
        made += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    places[13] = len(made)
    order = list(OBJECTS)
    rows = [
        bytes((1, *places[n].to_bytes(2, "big"), 0)) if n in places
        else bytes((2, 0, 12, order.index(n))) if n in order else bytes(4)
        for n in range(14)
    ]  # fmt: skip
    told = b"".join(
        b"\2" + bytes((one - other) & 255 for one, other in zip(row, above, strict=True))
        for row, above in zip(rows, [bytes(4), *rows], strict=False)
    )
    table = zlib.compress(told)
    made += (
        b"13 0 obj\n<</Type/XRef/Size 14/W[1 2 1]/Root 1 0 R/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 4>>"
        b"/Length %d>>stream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % (len(table), table, places[13])
    )
    return bytes(made)


@pytest.mark.parametrize("data", [plain(), packed()], ids=["table", "streams"])
def test_a_plain_file_says_what_pypdf_says(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "file.pdf"
    path.write_bytes(data)
    assert fonts_of_plain(Objects(data)) == _read_with_pypdf(path, None) == FONTS


def test_the_sample_is_plain(sample: Path) -> None:
    data = sample.read_bytes()
    assert fonts_of_plain(Objects(data)) == _read_with_pypdf(sample, None)
    assert any(fonts_of_plain(Objects(data)))


def encrypted() -> bytes:
    writer, made = PdfWriter(BytesIO(plain())), BytesIO()
    writer.encrypt("", algorithm="RC4-128")
    writer.write(made)
    return made.getvalue()


AGAIN = {**OBJECTS, 9: b"<</Type/Pages/Kids[2 0 R 2 0 R]>>"}
DEEP = {**OBJECTS, 5: b"<</A" + b"[" * 5000 + b"]" * 5000 + b">>"}


@pytest.mark.parametrize(
    "data",
    [
        encrypted(), plain()[:-200], plain(AGAIN), plain(DEEP), plain(more=b"/Prev 7"), b"", packed()[:-30] + b"0\n%%EOF",
        plain({**OBJECTS, 5: b"<<" + b" " * 5000 + b"% remark\n{"}),
        plain({**OBJECTS, 6: b"<</A(never closed>>"} | {5: b"<</F1 6 0 R/F1 6 0 R>>"}),
    ],
    ids=["encrypted", "cut", "in a circle", "deep", "older table lost", "empty", "no table", "a brace", "twice"],
)  # fmt: skip
def test_any_other_file_is_left_to_pypdf(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "file.pdf"
    path.write_bytes(data)
    with pytest.raises((NotPlainError, ValueError)):
        fonts_of_plain(Objects(data))
    assert read_font_identities(path) == _read_with_pypdf(path, None)
