"""A heading that tells that the public went, or that business was private, is weighed as a sentence of the same words is;
beside those that are private stand headings that only look like it."""

from pathlib import Path

import pytest

from tests.builders.paragraphs import draw
from tests.builders.reading import read_pack
from tests.builders.withheld import PUBLIC, SECRET

PRIVATE = (
    "# 6. The public and press left the room at 7.40pm",
    "# 6. Pay review in confidence",
    "# 6. Streaming was stopped and members of the public withdrew",
    "# 6. Grading appeal - public excluded",
    "# 6. Boat lease - press and public withdrawn",
    "# 6. The Panel went into closed session at 7.40pm",
    "# 6. Boat lease - Closed",
    "# 6. Webcast paused and the gallery cleared",
    "# 6. Boat lease: heard after the public had gone",
    "# 6. Boat lease (public not present)",
    "# 6. Members of the public left the meeting",
    "# The public withdrew from the meeting",
    "Members considered the following in private:",
)
"""Headings of items, one of a part, and words that lead to what stands below."""

OPEN = (
    "# 6. The public gallery was full",
    "# 6. Public participation ended at 7.40pm",
    "# 6. Councillor Orme left the meeting at 7.40pm",
    "# 6. Members of the public were welcomed",
    "# 6. A member of the public left a petition",
    "# 6. Private hire licensing",
    "# 6. Webcasting of meetings",
    "# 6. Exclusion of pupils from school",
    "# 6. Confidence in local services",
    "# 6. Public questions closed",
    "# 6. Low Road - closed",
    "# 6. Letters (public)",
    "# The public gallery was full",
    "Members considered the following in turn:",
)


def _read_rows(rows: tuple[str, ...], tmp_path: Path) -> str:
    path = tmp_path / "minutes.pdf"
    path.write_bytes(draw("MINUTES of the Leisure Panel held on 4 March 2025", *rows).data())
    return "".join(read_pack(path).page_texts)


def _read(told: str, tmp_path: Path) -> str:
    below = () if told.startswith("# 6") else ("# 6. Boat lease",)
    told_rows = (told, *below) if told.startswith("# ") else (*below, told)
    rows = ("# 5. Kilns", f"RESOLVED: That {PUBLIC} be kept.", *told_rows, f"RESOLVED: That {SECRET} be paid.")
    return _read_rows(rows, tmp_path)


@pytest.mark.parametrize("told", PRIVATE)
def test_what_stands_below_such_a_heading_is_withheld(told: str, tmp_path: Path) -> None:
    text = _read(told, tmp_path)
    assert PUBLIC in text
    assert SECRET not in text


@pytest.mark.parametrize("told", OPEN)
def test_what_stands_below_any_other_is_shown(told: str, tmp_path: Path) -> None:
    text = _read(told, tmp_path)
    assert PUBLIC in text
    assert SECRET in text


def test_a_status_in_a_heading_is_read_in_every_form(tmp_path: Path) -> None:
    """However the items are numbered, and the heading is printed; a second part of a book is none of the meeting."""
    shapes = (
        "{status}: {title}", "{status} - {title}", "{title} ({status})", "{title} – {status}", "[{status}] {title}",
        "{title} / {status}", "{title}. {status}.", "{title} ({status} report)", "{status} minute - {title}", "{status} section",
    )  # fmt: skip
    numbers = ("{}.", "24/0{}", "Item {} -", "Minute {}:", "CS{}", "{})")
    shown: list[str] = []
    for place, status in enumerate(
        ("Exempt", "CONFIDENTIAL", "Private", "Part II", "Part B", "Commercially sensitive")
    ):
        for other, shape in enumerate(shapes):
            number = numbers[(place + other) % len(numbers)]
            mark = "# " if (place + other // 2) % 2 else ""
            heading = f"{mark}{number.format(6)} {shape.format(status=status, title='Boat lease')}"
            rows = (
                f"{mark}{number.format(5)} Kilns",
                f"RESOLVED: That the {PUBLIC} kilns be kept for another year of use.",
                heading,
            )
            text = _read_rows((*rows, f"RESOLVED: That {SECRET} be paid."), tmp_path)
            assert PUBLIC in text
            shown += [heading] if SECRET in text else []
    assert shown == []


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Approval of reserved matters", True), ("Reserved matters application", True), ("Part 2: lanes", True),
        # as often what is private, or of another body's business
        ("Boat hall scheme (Part II)", False), ("Lease strategy - Part 2", False), ("Reserved business", False),
    ],
)  # fmt: skip
def test_a_part_of_one_thing_and_matters_of_planning_are_shown(title: str, shown: bool, tmp_path: Path) -> None:
    rows = ("# 5. Part 1: roads", f"RESOLVED: That {PUBLIC} be kept.", f"# 6. {title}", f"That {SECRET} be paid.")
    assert (SECRET in _read_rows(rows, tmp_path)) is shown
