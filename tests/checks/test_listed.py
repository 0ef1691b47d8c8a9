"""How many of something a sentence says there are, against the list of them: right ones and wrong ones, and lists that
leave the number open."""

from itertools import product

from scrutiny.checks.listed import check_listed
from scrutiny.figures.verdicts import Status
from scrutiny.paper.document import Paragraph
from tests.checks import paragraph

WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
NUMBERED = ("{}.", "{})", "({})")
PARTS = (
    "a warm room for each visitor", "boats that are mended in time", "a ferry in the evening", "lamps on the long pier",
    "a clean slip for the crews", "ropes of the right length", "a bell that rings",
)  # fmt: skip
NAMES = ("Ashdown", "Birchley", "Coldham", "Dunmere", "Elmstow", "Fernhope", "Garside")
LEADS = (
    "The harbour plan has {} aims:", "There are {} main areas of work:", "The following {} wishes were heard:",
    "It was split into {} phases:", "{} themes were found:", "The {} that were left out are:",
    "This leads to the following {} questions:", "The visit served {} purposes;", "It is built around {} themes:-",
)  # fmt: skip


def _marks(style: str, many: int) -> list[str]:
    if style in NUMBERED:
        return [style.format(number) for number in range(1, many + 1)]
    if style == "a":
        return [f"{letter})" for letter in "abcdefgh"[:many]]
    if style == "i":
        return [f"({number})" for number in ("i", "ii", "iii", "iv", "v", "vi", "vii")[:many]]
    return [style] * many


def _paper(lead: str, marks: list[str], behind: str = "The work goes on.") -> list[Paragraph]:
    parts = [
        paragraph(f"{mark} {text}", marker=mark, left=90.0) for mark, text in zip(marks, PARTS, strict=False)
    ]  # fmt: skip
    return [paragraph(lead), *parts, paragraph(behind)]


def _said(paragraphs: list[Paragraph]) -> list[tuple[str, Status]]:
    return [(each.printed, each.status) for each in check_listed(paragraphs)]


def test_a_list_in_paragraphs_has_as_many_as_it_is_said_to() -> None:
    styles = (*NUMBERED, "a", "i", "•", "-")
    for lead, style, many, wrong in product(LEADS, styles, range(2, 7), (-1, 0, 1, 2)):
        count = many + wrong
        if count < 2:
            continue
        for printed in (WORDS[count], str(count)):
            text = lead.format(printed)
            said = _said(_paper(text[:1].upper() + text[1:], _marks(style, many)))
            assert [status for _, status in said] == [Status.ERROR if wrong else Status.OK], (text, style, many, said)


def test_what_leaves_the_number_open_says_nothing() -> None:
    three = _marks("•", 3)
    silent = (
        _paper("All four schools were asked to:", three),
        _paper("The Panel met four times and resolved:", three),
        _paper("There are four aims, including:", three),
        _paper("To meet these four aims we will:", three),
        _paper("At least four reasons were given:", three),
        _paper("The following four members came and noted:", three),
        _paper("The following four councils will work on:", three),
        [*_paper("There are four aims:", three), paragraph("• and a fourth", marker="•", left=90.0)],
        [*_paper("There are four aims:", three)[:-1], paragraph("Onwards", page=2)],
        [paragraph("There are four sites:"), *[paragraph(f"• {n} quiet piers", marker="•", left=90) for n in "22"],
         paragraph("Behind it.")],
        [paragraph("There are four aims:"), *[paragraph(f"{n}. Rest", marker=f"{n}.", left=90) for n in (1, 2, 4)],
         paragraph("Behind it.")],
        [paragraph("There are four aims:"), paragraph("The work goes on.")],
        [*_paper("There are four aims:", _marks("{}.", 3)), *[paragraph("It is told at length.")] * 9,
         paragraph("4. Rest", marker="4.", left=90.0)],
        [*_paper("There are four aims:", three)[:-1], *[paragraph("– a rope", marker="–", left=90.0)] * 6,
         paragraph("• and a fourth", marker="•", left=90.0)],
    )  # fmt: skip
    for paragraphs in silent:
        assert not [status for _, status in _said(paragraphs) if status is Status.ERROR], paragraphs[0].whole.text


def test_names_joined_by_and_leave_room() -> None:
    parts = [paragraph(f"• {name}", marker="•", left=90.0) for name in ("Ash and Elm", "Birch", "Cold Row")]
    for printed, status in (("three", Status.OK), ("four", Status.OK), ("five", Status.ERROR), ("two", Status.ERROR)):
        assert _said([paragraph(f"There are {printed} sites:"), *parts, paragraph("Onwards.")]) == [(printed, status)]


def test_a_list_in_a_sentence_has_as_many_as_it_is_said_to() -> None:
    forms = (
        "It runs in {} wards ({}).", "There are {} themes: {}.", "The scheme began in {} areas in May ({}) and went on.",
        "A second wave of {} areas, made up of {}, applied to join.", "It covers {} topics, namely {}.",
    )  # fmt: skip
    for form, many, wrong in product(forms, range(3, 7), (0, 1, 2)):
        names = f"{', '.join(NAMES[: many - 1])} and {NAMES[many - 1]}"
        said = _said([paragraph(form.format(WORDS[many + wrong], names))])
        assert [status for _, status in said] == [Status.ERROR if wrong else Status.OK], (form, many, wrong, said)
    for many, wrong in product(range(2, 7), (-1, 0, 1)):
        marked = " ".join(f"({'abcdefg'[at]}) {PARTS[at]}" for at in range(many))
        said = _said([paragraph(f"It has {many + wrong} parts: {marked}.")])
        assert not said or [status for _, status in said] == [Status.ERROR if wrong else Status.OK], (many, wrong)


def test_a_bracket_that_is_no_list_says_nothing() -> None:
    for text in (
        "It runs in five wards (including Ashdown, Birchley and Coldham).",
        "Five authors (Smith, 2019) agree.",
        "Twelve schools (four primary, two secondary and one special) took part.",
        "The five areas (see Appendix A, B and C) are known.",
        "Twelve officers (planning, legal and housing) came.",
        "The other five wards (Ashdown, Birchley and Coldham) are dry.",
        "It has five themes: Ashdown is wet; Birchley is dry.",
        "The three larger sites (6,8 and 11) are late.",
        "The two officers (Jo Ash, Head of Boats, and Al Elm) agree.",
        "It has three themes: safe, clean and warm, each with rules and a plan.",
        "Seven wards of the nine wards (Ashdown, Birchley and Coldham) are wet.",
        "It costs £5 (bread, milk and salt).",
    ):
        assert not [status for _, status in _said([paragraph(text)]) if status is Status.ERROR], text
