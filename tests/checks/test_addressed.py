"""Sentences that say nothing but what one row of a table shows."""

from scrutiny.checks.addressed import check_addressed
from tests.checks import Rows, paragraph, placed

VISITS: Rows = [
    ["Quay", "2031/32", "2032/33", "2033/34"],
    ["Ashwater", "4,180", "4,925", "5,310"],
    ["Hill Top", "3,845", "4,011", "3,720"],
    ["Marsh End", "1,870", "2,140", "2,255"],
    ["Total", "9,895", "11,076", "11,285"],
]
MEASURES: Rows = [
    ["Measure", "Target", "Q1", "Q2"],
    ["Calls answered in time", "80%", "74%", "83%"],
    ["Berths let on time", "90%", "88%", "81%"],
    ["Rent collected", "97%", "96%", "98%"],
]
BUDGET: Rows = [
    ["Service", "Budget £000", "Forecast £000", "Variance £000"],
    ["Dredging", "4,120", "4,655", "535"],
    ["Lights", "2,310", "2,040", "(270)"],
    ["Total", "6,430", "6,695", "265"],
]
WRONG = {
    "Hill Top had {3,720} visits in 2033/34.": "3,270",
    "In 2032/33 Marsh End was visited {2,140} times.": "2,410",
    "Visits to Ashwater came to {5,310} in 2033/34, compared with {4,925} in 2032/33.": "5,130",
    "Visits to Ashwater rose by {385} between 2032/33 and 2033/34.": "358",
    "Visits to Hill Top fell by {7.3}% between 2032/33 and 2033/34.": "8.3",
    "Visits to Hill Top {fell} in 2033/34.": "rose",
    "There were {11,285} visits in all in 2033/34.": "12,185",
    "Marsh End had {2,255} visits in 2033/34. ": "3,720",
    "Calls answered in time stood at {83}% in Q2 against a target of {80}%.": "88",
    "Berths let on time {fell} in Q2.": "rose",
    "Berths let on time was {below} target in Q2.": "above",
    "Performance on rent collected was {98}% in Q2 (target {97}%).": "89",
    "Dredging is forecast to overspend by £{535,000}.": "553,000",
    "Lights has a forecast {underspend} of £{270,000}.": "overspend",
    "Overall there is a forecast {overspend} of £265,000.": "underspend",
    "The forecast for Lights is £{2,040,000} against a budget of £2,310,000.": "2,400,000",
}
LEFT = (
    "Hill Top had 3,270 visits by boat in 2033/34.",
    "Hill Top had 3,270 visits in 2034/35.",
    "Hill Top and Ashwater had 3,270 visits in 2033/34.",
    "Hill Top had 3,270 visits in 2033/34, if parties are left out.",
    "Half of the visits to Hill Top in 2033/34 were by the 3,270 who came twice.",
    "Hill Top had about 3,700 visits in 2033/34.",
    "Hill Top had 3,700 members in 2033/34.",
    "Hill Top had 9 visits in 2033/34.",
    "Visits to Hill Top did not rise in 2033/34.",
    "Visits to Hill Top rose in 2033/34 in the north.",
    "Rent collected was 91% in Q3.",
    "Dredging is forecast to spend £4.7m.",
    "Berths let on time is planned to be above target in Q2.",
)


def alarms(text: str, page: int = 1) -> list[str]:
    tables = [
        placed(VISITS, "Table 1: Visits to each quay"), placed(MEASURES, "Table 2: Performance"),
        placed(BUDGET, "Table 3: Forecast by service"),
    ]  # fmt: skip
    return [each.printed for each in check_addressed(tables, [paragraph(text, page=page)]) if each.finding]


def test_a_sentence_that_its_row_bears_out_is_silent_and_one_that_it_belies_is_found() -> None:
    for form, wrong in WRONG.items():
        right = form.replace("{", "").replace("}", "")
        first = form[form.index("{") + 1 : form.index("}")]
        assert alarms(right) == [], right
        assert alarms(right.replace(first, wrong, 1)) in ([wrong], [f"£{wrong}"], [f"{wrong}%"]), right


def test_a_sentence_that_says_more_or_of_another_time_is_left() -> None:
    assert [text for text in LEFT if alarms(text)] == []
    assert alarms("Hill Top had 3,270 visits in 2033/34.", page=4) == []
    gap = placed(
        [["Quay", "2031/32", "2033/34"], ["Oxbow", "400", "500"], ["Elm Quay", "300", "200"]], "Visits to quays"
    )
    text = paragraph("Visits to Elm Quay rose in 2033/34.")  # since 2032/33, which the table leaves out
    assert [each for each in check_addressed([gap], [text]) if each.finding] == []
