"""Pairs of figures that a paper tells row after row: each row that is told right beside the same with one wrong."""

from scrutiny.checks.named import check_named
from tests.checks import Rows, paragraph, placed

PIERS: Rows = [
    ["£000", "First budget", "Current budget", "Spring forecast", "Outturn"],
    ["Dredging and Buoys", "14,210", "15,842", "14,977", "12,316"],
    ["PilotBoats", "6,120", "6,388", "6,204", "5,251"],
    ["Lamps", "2,004", "2,718", "2,655", "2,193"],
    ["Moorings", "9,360", "9,871", "9,410", "8,642"],
    ["Storm Store", "744", "931", "880", "1,206"],
    ["Piers Sub Total", "32,438", "35,750", "34,126", "29,608"],
]
CREWS: Rows = [
    ["Drill done (%)", "Harbour", "Coast"], ["Ropes", "27.4", "31.8"], ["Flares", "61.7", "65.2"],
    ["Rafts", "48.3", "44.9"], ["Radios", "83.6", "79.1"],
]  # fmt: skip
SHIFTS: Rows = [
    ["Shifts kept (%)", "Harbour", "Coast"], ["Boats", "", ""], ["Phase 1", "71.4", "68.2"], ["Phase 2", "57.9", "63.3"],
    ["Phase 3", "62.6", "66.1"], ["Phase 4", "80.7", "77.5"],
]  # fmt: skip
TOLD = (
    "Dredging and Buoys: the {} ({}) variance is due to the late tender.|£3.5m|22%|£5.3m|26%",
    "Pilot boats came in {} ({}) below the current budget.|£1.1m|18%||81%",
    "Lamps: there is a variance of {}, {}, from posts that were not put up.|£0.53m|19%|£0.35m|91%",
    "The most is within Moorings ({}, {}), where two berths were closed.|£1.23m|12%|£1.32m|21%",
    "Storm Store cost {} or {} more than was planned.|£0.28m|30%|£0.82m|70%",
    "Piers spent less by {} ({}) against the current budget.|£6.1m|17%|£1.6m|71%",
)
COMPARED = (
    "Ropes were drilled by {} compared to {} on the coast.|27.4%|31.8%|24.7%|38.1%",
    "Flares were drilled by {} compared to {} on the coast.|61.7%|65.2%|67.1%|62.5%",
    "Rafts were drilled by {} compared to {} on the coast.|48.3%|44.9%|43.8%|49.4%",
    "Radios were drilled by {} compared to {} on the coast.|83.6%|79.1%|86.3%|71.9%",
)
NUMBERED = tuple(
    f"In phase {at} {{}} of all five shifts compared with {{}} on the coast.|{told}"
    for at, told in enumerate(
        ("71.4%|68.2%|74.1%|62.8%", "57.9%|63.3%|75.9%|36.3%", "62.6%|66.1%|26.6%|61.6%"), start=1
    )
)


def found(*sentences: str, wanted: int | None = None) -> list[tuple[str, str | None]]:
    tables = [
        placed(PIERS, "Table 1: Outturn of the piers (£000)"),
        placed(CREWS, "Table 2: Drills (%)"),
        placed(SHIFTS, "Table 3: All shifts (%)"),
    ]
    told = [paragraph(each) for each in sentences]
    own = None if wanted is None else told[wanted : wanted + 1]
    return [(each.printed, each.expected) for each in check_named(tables, told, own) if each.finding]


def test_the_other_figure_of_two_that_a_paper_tells_of_row_after_row() -> None:
    missed = []
    for forms in (TOLD, COMPARED, NUMBERED):
        parts = [each.split("|") for each in forms]
        right = [text.format(one, other) for text, one, other, *_ in parts]
        assert found(*right) == []
        for at, (text, one, other, *wrong) in enumerate(parts):
            for figures in ((wrong[0], other), (one, wrong[1])):
                if not figures[0]:
                    continue
                printed = next(each for each in figures if each in wrong)
                told = found(*right[:at], text.format(*figures), *right[at + 1 :])
                assert {figure for figure, _ in told} <= {printed}
                missed += [figures] if not told else []
    assert len(missed) <= 2, missed


def test_one_sentence_is_held_against_the_way_that_all_others_tell() -> None:
    parts = [each.split("|") for each in TOLD]
    right = [text.format(one, other) for text, one, other, *_ in parts]
    for at, (text, one, _, *wrong) in enumerate(parts):
        told = [*right[:at], text.format(one, wrong[1]), *right[at + 1 :]]
        assert found(*told, wanted=at) == found(*told)
        assert not any(found(*told, wanted=other) for other in range(len(told)) if other != at)


def test_a_pair_is_left_where_the_paper_has_no_way_or_another_one_is_told() -> None:
    right = [text.format(one, other) for text, one, other, *_ in (each.split("|") for each in TOLD)]
    assert found("Moorings had a variance of £1.23m (31%).") == []  # one row tells of no way
    for other in (
        "Moorings: £1.23m (31%) of the saving is from berths.",
        "Moorings spent £0.77m (29%) less than the spring forecast.",
        "Moorings, excluding the north basin, £1.23m (31%) less.",
        "Moorings: £1.23m (41%) of £3.00m was for chains.",
        "Moorings: around £1.23m (some 30%) was saved.",
        "Ferries: £1.23m (31%) less was spent.",
        "Moorings are £1.23m (20%), most of it from two berths.",  # of all that was not spent
        "Moorings are £1.23m (14%), most of it from two berths.",  # of what was spent
    ):
        assert found(*right[:3], other) == [], other
