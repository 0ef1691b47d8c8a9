"""File names: any title gives a safe one, and no two are the same."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny.pack.parts import MAX_NAME, Cut, file_name, plan_parts
from tests.builders.paper import PackBuilder
from tests.builders.reading import read_pack
from tests.conftest import PackFile


@pytest.mark.parametrize(
    ("item", "titles", "expected"),
    [
        ("3", ("Minutes of the meeting held on 9 March 2023",), "03-minutes-of-the-meeting-held-on-9-march-2023"),
        ("7a", ("Inclusion / Exclusion Update:",), "07a-inclusion-exclusion-update"),
        ("10.2", ("../../etc/passwd",), "10-02-etc-passwd"),
        ("1", ("CON",), "01-con"),
        (None, ("a\nb\x00\x1b[31m",), "a-b-31m"),
        ("2", ("🎉 Café – Führung’s",), "02-cafe-fuhrungs"),
        ("4", ("",), "04"),
        ("6", ("Road safety", "Appendix 2 Collisions"), "06-road-safety_appendix-2-collisions"),
        (None, ("CON",), "con-paper"),
        (None, ("Lpt1.",), "lpt1-paper"),
        ("9", ("word " * 19 + "incomprehensibilities",), "09-" + "-".join(["word"] * 19)),
        (None, ("x" * 120,), "x" * MAX_NAME),
        (None, ("///",), "document"),
    ],
)
def test_file_names(item: str | None, titles: tuple[str, ...], expected: str) -> None:
    assert file_name(item, *titles) == expected


@given(st.none() | st.from_regex(r"\d{1,3}[a-z]?", fullmatch=True), st.text(max_size=400))
def test_no_title_chooses_a_path(item: str | None, title: str) -> None:
    name = file_name(item, title)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name)
    assert len(name) <= MAX_NAME
    assert name not in ("con", "prn", "aux", "nul", "com1", "lpt1")


def test_documents_of_the_same_title_get_different_names(pack_file: PackFile) -> None:
    builder = PackBuilder()
    builder.begin(None, "Agenda")
    builder.line("AGENDA")
    for number in ("1", "2"):
        builder.para("Budget (Pages 2 - 3)", number=number)
        builder.gap(6)
    builder.begin("1", "1 Budget")
    for _ in range(3):
        builder.begin(None, "Annex", level=1)
        builder.line("Words")
    names = [part.file_name for part in plan_parts(read_pack(pack_file(builder)))]
    assert names == ["00-agenda.pdf", "01-budget.pdf", "01-budget_annex.pdf", "01-budget_annex-2.pdf",
                     "01-budget_annex-3.pdf"]  # fmt: skip


def test_a_folder_lists_a_paper_before_what_is_attached_to_it() -> None:
    paper = file_name("6", "Independent inquiry into flooding in the lower valley")
    attached = [file_name("6", "Independent inquiry into flooding", title) for title in ("Appendix A", "Presentation")]
    assert min(f"{name}.pdf" for name in [*attached, paper]) == f"{paper}.pdf"


@pytest.mark.parametrize("by", list(Cut))
def test_every_cut_covers_every_page_once(sample: Path, by: Cut) -> None:
    parts = plan_parts(read_pack(sample), by)
    assert [n for part in parts for n in part.cut.pdf_pages] == list(range(1, 20))
    assert len({part.file_name for part in parts}) == len(parts)
    assert [len(plan_parts(read_pack(sample), cut)) for cut in Cut] == [5, 4, 11]
