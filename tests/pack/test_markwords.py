"""Nothing that is a mark is passed over because of its words."""

import re

import pytest

from scrutiny.language.letters import has_any, small_letters
from scrutiny.pack import exclusion, marks, minutewords
from scrutiny.pack.markwords import may_hold_mark
from scrutiny.sources import fold
from tests.builders.wordings import texts_of

STATUSES = (
    "not for publication", "not to be disclosed", "NFP", "do not circulate", "do not copy", "do not forward",
    "closed to the press and public", "not open to the public", "non-public items", "withheld from the press",
    "exempt", "Exempted from disclosure", "confidential", "private", "restricted", "closed report", "sensitive",
    "in camera", "in strict confidence", "commercial in confidence", "legally privileged", "OFFICIAL: SENSITIVE",
    "members only", "pink papers", "green pages", "eithriedig", "cyfrinachol", "nid yw i'w gyhoeddi", "cyfyngedig",
)  # fmt: skip


@pytest.mark.parametrize("status", STATUSES)
def test_a_status_is_looked_at(status: str) -> None:
    assert re.search(marks._STATUS, status, re.IGNORECASE)
    assert may_hold_mark(status)
    assert may_hold_mark(status.upper())


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The minutes of the last meeting", False),
        ("schedule 3 of the 150 actions", False),
        ("Schedule\n12A", True),
        ("part 2", True),
        ("part 22", False),
        ("section 100A", True),
        ("in\nCamera", True),
        ("C O N F I D E N T I A L", True),
        ("NFP", True),
        ("Yellow Pages", True),
        ("Access status: closed", True),
    ],
)
def test_a_page_is_looked_at_where_it_has_a_word_of_marks(text: str, held: bool) -> None:
    assert may_hold_mark(text) is held


@pytest.mark.parametrize("text", ["EXEMPT", "eXempt ", "ſensitive", "Restrıcted", "RESTRİCTED", "£"])
def test_small_letters_find_what_ignoring_case_finds(text: str) -> None:
    for word in ("exempt", "sensitive", "restricted"):
        assert has_any((word,), small_letters(text)) is (re.search(word, text, re.IGNORECASE) is not None)


@pytest.mark.parametrize("pattern", [marks._STATUS_RE, marks._EXEMPTION, marks._NOUN_PREFIX])
def test_nothing_that_the_grammar_calls_a_mark_is_passed_over(pattern: re.Pattern[str]) -> None:
    """The words are written down by hand, the grammar is not asked without them: they must not fall out of step."""
    for text in texts_of(pattern):
        assert may_hold_mark(text), text


def test_no_ground_in_law_is_passed_over() -> None:
    for ground, statute in zip(texts_of(marks._BY_VIRTUE), texts_of(marks._STATUTE), strict=True):
        assert may_hold_mark(f"{ground} {statute}"), ground


def test_a_row_that_begins_a_decision_has_its_words() -> None:
    for text in texts_of(r"^\W*(?:RESOLVED|Resolved|AGREED|It was (?:agreed|resolved)|DECISION)\b"):
        assert minutewords._BEGINS_DECISION.match(text)
        assert minutewords.DECIDES.search(text)
        assert has_any(minutewords.DECIDING, text)


def test_no_status_is_passed_over() -> None:
    assert all(map(may_hold_mark, texts_of(marks._STATUS_RE, 1000)))


def test_no_exclusion_is_passed_over() -> None:
    for words in map(fold, texts_of(exclusion._EXCLUDES, 1000)):
        assert exclusion._EXCLUDES.search(words) is None or has_any(exclusion._EXCLUDING_WORDS, small_letters(words))


@pytest.mark.parametrize("mark", ["NOT FOR RELEASE", "Not open to the public", "Do not copy", "Member only"])
def test_every_status_is_looked_for_on_a_page(mark: str) -> None:
    assert may_hold_mark(mark)
