"""What is asked first, because it is quick, passes over nothing that the pattern behind it would find."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from scrutiny.checks.facts import words_of
from scrutiny.families.recommendations import openings as recommendations
from scrutiny.figures import mentions
from scrutiny.language import topics
from scrutiny.language.letters import has_any, small_letters
from scrutiny.products.verifying import extracting, passages, wording
from scrutiny.prose import casestudies
from scrutiny.statements import quantities
from scrutiny.tables import aligned, legends, roles
from tests.builders.wordings import texts_of


def spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


def without(pattern: re.Pattern[str], beginning: str) -> re.Pattern[str]:
    """The pattern without what it asks first."""
    assert beginning in pattern.pattern
    return re.compile(pattern.pattern.replace(beginning, ""), pattern.flags)


def test_what_is_no_figure_is_found_as_without_its_beginning() -> None:
    whole = without(mentions._NO_FIGURE, mentions._MAY_BE_NO_FIGURE)
    for text in texts_of(whole, 5000):
        if not re.search(r"\s{3}|[\w.+-]{40}", text):  # as no text of a paper has, which is folded
            assert spans(mentions._NO_FIGURE, text) == spans(whole, text)


def test_a_number_in_words_is_found_as_without_its_beginning() -> None:
    whole = without(mentions._IN_WORDS, f"(?={mentions._BEGINNINGS})")
    for text in texts_of(whole):
        assert spans(mentions._IN_WORDS, text) == spans(whole, text)
        assert has_any(mentions._NUMBER_WORDS, small_letters(text))


def test_what_has_several_names_has_the_letters_of_one() -> None:
    for letters, pattern, _ in (*topics._OTHER_NAMES, *wording._SAME):
        for text in texts_of(pattern, 200):
            assert has_any(letters, small_letters(text)), text


def test_what_bears_a_number_or_letter_may_be_numbered() -> None:
    for text in texts_of(wording._NUMBERED):
        assert wording._MAY_BE_NUMBERED.search(small_letters(text)), text


def test_a_long_name_with_its_short_one_has_that_in_brackets() -> None:
    assert all(passages._SHORT.search(text) for text in texts_of(passages._ACRONYM))


@given(st.text(alphabet="abeé’' .-\nTK", max_size=30))
def test_words_without_digits_are_those_among_digits(text: str) -> None:
    assert words_of(text) | {"2024"} == words_of(f"{text} . 2024")


def test_what_each_finder_finds_has_its_letters_or_signs() -> None:
    finders = {finder: (words, signs) for finder, words, signs in extracting._FINDERS}
    for finder, pattern in ((extracting._multiples, extracting._MULTIPLE), (extracting._nothing, extracting._NONE)):
        words, signs = finders[finder]
        for text in texts_of(pattern):
            assert has_any(words, small_letters(text)) or (signs is not None and signs.search(text)), text


@given(st.text(alphabet="heimrsfl HS.-", max_size=24))
def test_he_and_she_are_found_by_their_first_letter(text: str) -> None:
    whole = re.compile(r"\b(?:he|she|his|her|him|himself|herself)\b(?!\s+Majesty)", re.IGNORECASE)
    assert spans(casestudies._SINGULAR, text) == spans(whole, text)


def test_how_a_child_is_called_begins_with_one_of_the_letters() -> None:
    whole = without(casestudies._COVER_NAME, "(?=[bcfgmprstyBCFGMPRSTY])")
    for text in texts_of(whole):
        assert spans(casestudies._COVER_NAME, text) == spans(whole, text)


@given(st.text(alphabet="mbaoenys MBAOE-.", max_size=24))
def test_men_and_boys_are_found_by_their_first_letter(text: str) -> None:
    pattern = next(pattern for _, pattern, name in wording._SAME if name == "male")
    assert spans(pattern, text) == spans(re.compile(r"\b(?:m[ae]n|boys?)\b", re.IGNORECASE), text)


def test_one_figure_over_another_has_a_stroke() -> None:
    assert all("/" in text for text in texts_of(quantities._OVER))


def test_what_may_recommend_has_the_letters() -> None:
    for letters, pattern in (recommendations._LABELLED, *recommendations._LEADING):
        for text in texts_of(pattern):
            assert has_any(letters, small_letters(text)), text


def test_what_explains_a_mark_begins_as_one_does() -> None:
    for pattern, may_stand in legends._LEGENDS:
        for text in texts_of(pattern):
            assert may_stand(small_letters(text)), text


def test_what_excuses_rounding_says_round() -> None:
    assert all("ound" in text.lower() for text in texts_of(legends._ROUNDED))


PLAIN_FIGURE = re.compile(r"(?<!\S)[£(+-]?\d[\d,.]*[%)]?(?!\S)")


@settings(max_examples=400)
@given(st.text(alphabet="£(+-0 1,.%)\na", max_size=24))
def test_a_figure_between_white_space_is_found_by_its_first_letter(text: str) -> None:
    assert spans(aligned._FIGURE_IN_TEXT, text) == spans(PLAIN_FIGURE, text)


def test_what_states_something_in_words_has_one_of_them() -> None:
    for pattern in (
        mentions._IN_WORDS, mentions._SHARE, extracting._PART, extracting._MULTIPLE, extracting._AMOUNT,
        extracting._CALLED, extracting._ONE, extracting._IN, extracting._TIME,
    ):  # fmt: skip
        for text in texts_of(pattern):
            assert extracting._DIGIT.search(text) or extracting._ANY.search(small_letters(text)), text


def test_a_part_of_a_year_is_found_as_without_its_beginning() -> None:
    whole = without(roles._PART, roles._PART_BEGINS)
    for text in texts_of(whole):
        assert spans(roles._PART, text) == spans(whole, text)


def test_what_parts_a_sentence_is_found_as_without_its_beginning() -> None:
    whole = without(wording._BREAK, "(?=[abcorstw])")
    for text in texts_of(whole):
        assert spans(wording._BREAK, text) == spans(whole, text)
