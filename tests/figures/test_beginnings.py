"""What is asked first, because it is quick, passes over nothing that the pattern behind it would find."""

import re
from collections.abc import Callable

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from scrutiny.families.recommendations import read as recommendations
from scrutiny.figures import mentions
from scrutiny.language import topics
from scrutiny.language.letters import has_any, small_letters
from scrutiny.products.verifying import extracting, wording
from scrutiny.statements import quantities
from scrutiny.tables import aligned, legends, roles

NO_FIGURE = re.compile(mentions._NO_FIGURE.pattern.replace(mentions._MAY_BE_NO_FIGURE, ""), mentions._NO_FIGURE.flags)
IN_WORDS = re.compile(mentions._IN_WORDS.pattern.replace(f"(?={mentions._BEGINNINGS})", ""), mentions._IN_WORDS.flags)


@settings(max_examples=1500)
@given(st.from_regex(NO_FIGURE))
def test_what_is_no_figure_is_found_as_without_its_beginning(text: str) -> None:
    assert NO_FIGURE.pattern != mentions._NO_FIGURE.pattern
    assume(not re.search(r"\s{3}|[\w.+-]{40}", text))  # as no text of a paper is, which is folded
    spans = [match.span() for match in NO_FIGURE.finditer(text)]
    assert [match.span() for match in mentions._NO_FIGURE.finditer(text)] == spans


@settings(max_examples=300)
@given(st.from_regex(IN_WORDS))
def test_a_number_in_words_is_found_as_without_its_beginning(text: str) -> None:
    assert IN_WORDS.pattern != mentions._IN_WORDS.pattern
    spans = [match.span() for match in IN_WORDS.finditer(text)]
    assert [match.span() for match in mentions._IN_WORDS.finditer(text)] == spans
    assert has_any(mentions._NUMBER_WORDS, small_letters(text))


@settings(max_examples=300)
@given(
    st.one_of(
        *(
            st.tuples(st.just(letters), st.from_regex(pattern))
            for letters, pattern, _ in (*topics._OTHER_NAMES, *wording._SAME)
        )
    )
)
def test_what_has_several_names_has_the_letters_of_one(row: tuple[tuple[str, ...], str]) -> None:
    letters, text = row
    assert has_any(letters, small_letters(text))


@settings(max_examples=100)
@given(st.from_regex(quantities._OVER))
def test_one_figure_over_another_has_a_stroke(text: str) -> None:
    assert "/" in text


@settings(max_examples=200)
@given(st.from_regex(recommendations._WORTH))
def test_what_may_recommend_has_the_letters(text: str) -> None:
    assert has_any(recommendations._WORTH_LETTERS, small_letters(text))


@settings(max_examples=600)
@given(st.sampled_from(legends._LEGENDS).flatmap(lambda row: st.tuples(st.just(row[1]), st.from_regex(row[0]))))
def test_what_explains_a_mark_begins_as_one_does(row: tuple[Callable[[str], bool], str]) -> None:
    may_stand, text = row
    assert may_stand(small_letters(text))


@settings(max_examples=100)
@given(st.from_regex(legends._ROUNDING))
def test_what_excuses_rounding_says_round(text: str) -> None:
    assert "round" in small_letters(text)


PLAIN_FIGURE = re.compile(r"(?<!\S)[£(+-]?\d[\d,.]*[%)]?(?!\S)")


@settings(max_examples=400)
@given(st.text(alphabet="£(+-0 1,.%)\na", max_size=24))
def test_a_figure_between_white_space_is_found_by_its_first_letter(text: str) -> None:
    spans = [match.span() for match in PLAIN_FIGURE.finditer(text)]
    assert [match.span() for match in aligned._FIGURE_IN_TEXT.finditer(text)] == spans


@settings(max_examples=400)
@given(
    st.one_of(
        *(
            st.from_regex(pattern)
            for pattern in (
                mentions._IN_WORDS, mentions._SHARE, extracting._PART, extracting._MULTIPLE, extracting._AMOUNT,
                extracting._CALLED, extracting._ONE, extracting._IN, extracting._TIME,
            )
        )
    )
)  # fmt: skip
def test_what_states_something_in_words_has_one_of_them(text: str) -> None:
    assume(extracting._DIGIT.search(text) is None)
    assert extracting._ANY.search(text)


PART = re.compile(roles._PART.pattern.replace(roles._PART_BEGINS, ""), roles._PART.flags)


@settings(max_examples=300)
@given(st.from_regex(PART))
def test_a_part_of_a_year_is_found_as_without_its_beginning(text: str) -> None:
    assert PART.pattern != roles._PART.pattern
    spans = [match.span() for match in PART.finditer(text)]
    assert [match.span() for match in roles._PART.finditer(text)] == spans
