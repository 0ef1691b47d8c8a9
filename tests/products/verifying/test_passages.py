"""What a paper says in figures, read in runs of its paragraphs."""

from types import SimpleNamespace
from typing import cast

import pytest

from scrutiny.paper.document import PaperDocument
from scrutiny.products.verifying import passages
from tests.checks import paragraph


def test_what_a_run_of_paragraphs_says_does_not_depend_on_where_it_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    told = (
        paragraph("Moorings"), paragraph("The quay has 12 boats.", "They came in May 2021."), paragraph("Lamps"),
        paragraph(), paragraph("Of these 7 were mended.", "The rest, 31, were not."), paragraph("9 more are due."),
    )  # fmt: skip
    pack = SimpleNamespace(source=SimpleNamespace(meeting_date=None))
    document = cast(PaperDocument, SimpleNamespace(paragraphs=told, pack=pack))
    title = frozenset(("harbour",))
    whole = [(each.words, each.quote) for each in passages._sentences(document, title, 0)]
    assert len(whole) == 5
    for long in range(1, len(told) + 1):
        monkeypatch.setattr(passages, "RUN", long)
        runs = (passages._sentences(document, title, first) for first in range(0, len(told), long))
        assert [(each.words, each.quote) for run in runs for each in run] == whole
