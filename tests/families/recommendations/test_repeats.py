"""A recommendation printed on several pages: people read it once, a script gets each of them."""

import json
from pathlib import Path

import pytest

from tests.builders.paragraphs import draw
from tests.cli.test_commands import run


def section(*parts: str) -> tuple[str, ...]:
    return (
        "# Recommendations",
        "The Board is asked to:",
        *(f"> ({letter})| {part}" for letter, part in zip("ab", parts, strict=False)),
    )


PLAN, HERONS, OTTERS = (
    "agree the plan for the sluice;",
    "note the count of herons.",
    "ask for a count of the otters.",
)
PAPER = (
    "# The weir", "In short.", *section(PLAN, HERONS), "# Background", "The weir is old.", "---", "At length, and with the reasons.",
    *section(PLAN, OTTERS), "# Costs", "It costs little.", "---", "What the Board will be asked next year is the same.", *section(PLAN),
)  # fmt: skip


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_it_is_one_row_with_every_page(form: str, tmp_path: Path) -> None:
    (tmp_path / "weir.pdf").write_bytes(draw(*PAPER).data())
    shown = run("recs", tmp_path / "weir.pdf", "-f", form)[1]
    assert [shown.count(word) for word in ("sluice", "herons", "otters")] == [1, 1, 1]
    assert all(f"PDF {page}" in shown for page in (1, 2, 3))
    assert "Repeats" not in shown


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_script_gets_each_with_the_ref_of_the_first(form: str, tmp_path: Path) -> None:
    (tmp_path / "weir.pdf").write_bytes(draw(*PAPER).data())
    printed = run("recs", tmp_path / "weir.pdf", "-f", form)[1]
    assert printed.count("recommendation,") + printed.count('"kind": "recommendation"') == 5
    if form == "json":
        rows = json.loads(printed)["tables"]["recommendations"]
        assert [row["repeat_of"] for row in rows] == [None, None, rows[0]["ref"], None, rows[0]["ref"]]
        assert [row["pdf_page"] for row in rows] == [1, 1, 2, 2, 3]
