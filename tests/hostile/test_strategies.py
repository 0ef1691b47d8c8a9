"""Pages, tables and outlines that nobody would write, chosen by Hypothesis: each is read, or refused in one line."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scrutiny.errors import ExitCode
from tests.builders.hostile import RawPdf, words
from tests.cli.test_commands import run

FINE = (ExitCode.OK, ExitCode.FINDINGS, ExitCode.NOTHING_FOUND, ExitCode.INPUT)

numbers = st.one_of(
    st.integers(-1000, 1000),
    st.sampled_from([0, -1, 1e-9, 1e9, -1e9, 2147483647, 32768]),
    st.floats(-900, 900, width=32),
).map(lambda number: f"{number:.6f}".rstrip("0").rstrip("."))
strings = st.text(st.characters(min_codepoint=32, max_codepoint=126, exclude_characters="\\()"), max_size=20).map(
    lambda text: f"({text})"
)


def operator(name: str, operands: int) -> st.SearchStrategy[str]:
    return st.lists(numbers, min_size=operands, max_size=operands).map(lambda values: " ".join([*values, name]))


operators = st.one_of(
    operator("m", 2), operator("l", 2), operator("c", 6), operator("re", 4), operator("w", 1), operator("cm", 6), operator("Td", 2),
    operator("Tm", 6), operator("TL", 1), operator("Tz", 1), operator("rg", 3), operator("d", 1),
    st.sampled_from(["S", "f", "B", "n", "h", "W", "q", "Q", "BT", "ET", "T*", "/F1 12 Tf", "/F1 0 Tf", "/F1 -9 Tf", "/None 9 Tf", "/X Do", "EMC", "/P BMC"]),
    strings.map(lambda text: f"{text} Tj"), st.lists(st.one_of(strings, numbers), max_size=5).map(lambda parts: f"[{' '.join(parts)}] TJ"),
)  # fmt: skip
contents = st.lists(operators, max_size=60).map("\n".join)
boxes = st.lists(numbers, min_size=4, max_size=4).map(" ".join)
cells = st.sampled_from(
    ["", "School", "Total", "12", "1,292", "4.5%", "£1,000", "-", "<5", "2023-24", "9" * 30, "0", "Year 7", "of which"]
)


def read(pdf: RawPdf, tmp_path: Path) -> None:
    path = tmp_path / "pack.pdf"
    path.write_bytes(pdf.data())
    for command in ("contents", "check", "tables"):
        code, _, err = run(command, path, "-f", "json", "-q")
        assert code in FINE, err


usual = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@usual
@given(
    pages=st.lists(
        st.tuples(contents, boxes, st.sampled_from(["0", "90", "45", "-90", "1e9", "(x)", "null"])),
        min_size=1,
        max_size=3,
    )
)
def test_pages(pages: list[tuple[str, str, str]], tmp_path: Path) -> None:
    pdf = RawPdf()
    for content, box, turn in pages:
        pdf.page(pdf.stream((words("Agenda") + content).encode()), f"/CropBox [{box}] /Rotate {turn}")
    read(pdf, tmp_path)


@usual
@given(
    rows=st.lists(st.lists(cells, min_size=1, max_size=6), min_size=1, max_size=8),
    ruled=st.booleans(),
    step=st.sampled_from([0, 1, 12, 400]),
)
def test_tables(rows: list[list[str]], ruled: bool, step: int, tmp_path: Path) -> None:
    content = "".join(
        f"BT /F1 9 Tf {72 + 80 * across} {700 - step * down} Td ({text}) Tj ET\n".replace("£", "\\243")
        for down, row in enumerate(rows)
        for across, text in enumerate(row)
    )
    if ruled:
        content += "".join(f"70 {712 - step * at} m 600 {712 - step * at} l S\n" for at in range(len(rows) + 1))
        content += "".join(f"{70 + 80 * at} 712 m {70 + 80 * at} {712 - step * len(rows)} l S\n" for at in range(7))
    pdf = RawPdf()
    pdf.page(pdf.stream(content.encode("latin-1")))
    read(pdf, tmp_path)


@usual
@given(entries=st.lists(st.tuples(st.text(max_size=12), *(st.integers(0, 14) for _ in range(4))), max_size=8))
def test_outlines(entries: list[tuple[str, int, int, int, int]], tmp_path: Path) -> None:
    """Entries that are their own parents, children and neighbours, or lead to what is no page."""
    pdf = RawPdf()
    pdf.page(pdf.stream(words("Agenda", "1 Apologies").encode()))
    first = len(pdf.objects) + 1
    for title, parent, after, child, target in entries:
        shown = title.encode("utf-16-be", "surrogatepass").hex()
        pdf.add(
            f"<< /Title <feff{shown}> /Parent {first + parent} 0 R /Next {first + after} 0 R /First {first + child} 0 R "
            f"/Last {first + child} 0 R /Count {target - 7} /Dest [{target} 0 R /XYZ 0 {target * 100} null] >>"
        )
    root = pdf.add(f"<< /Type /Outlines /First {first} 0 R /Last {first + max(len(entries) - 1, 0)} 0 R /Count 3 >>")
    pdf.catalog = f"/Outlines {root} 0 R"
    read(pdf, tmp_path)
