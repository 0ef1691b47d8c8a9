"""Figures of a summary that stand where another one should. The papers and the summaries are made up."""

from functools import partial

import pytest
from msgspec.structs import replace

from scrutiny.products.summaries import claims_of_text
from scrutiny.products.verifying import Evidence, Outcome, Verifier
from scrutiny.products.verifying.extracting import find_numerals
from scrutiny.products.verifying.model import WRONG, Passage, Told
from scrutiny.products.verifying.passages import in_unit
from scrutiny.products.verifying.wording import about, merged, respective
from scrutiny.sources import Quote
from scrutiny.tables.units import MeasureUnit, UnitKind
from tests.products.verifying.test_judging import paper

MINUTES = (
    "Repairs to a buoy took 71 days to be done.",
    "That compared with 94 days two years earlier.",
    "There were three stalls on the quay, and 41% of the traders asked had one.",
    "The number of gulls has nearly trebled since the first count.",
    "Of the 75 wardens 30 had seen more than 35 gulls.",
)


def flagged(verifier: Verifier, text: str) -> list[str]:
    claims = [claim for claim in claims_of_text("summary", text) if not claim.soft]
    return [claim.numeral.printed for claim in claims if verifier.verify(claim).outcome in WRONG]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Repairs to a buoy took 71 days, compared with 94 two years before.", []),
        ("Repairs to a buoy took 71 days.", []),  # nothing beside it
        ("Gulls have nearly trebled since the first count.", []),
        ("Gulls more than doubled since the first count, from 35 to 75.", []),  # it says so itself
    ],
)
def test_what_is_of_now_is_not_of_then(text: str, wrong: list[str]) -> None:
    assert flagged(paper(*MINUTES), text) == wrong


def table(*rows: tuple[str, dict[str, str]], sentences: tuple[str, ...] = ()) -> Verifier:
    """A paper of a table, each row with its label and its figures by their headings, and of some sentences."""
    passages = list(paper(*sentences).evidence.passages)
    for label, cells in rows:
        quote = Quote(file="paper.pdf", pdf_page=9, page_label=None, item=None, text=label)
        told = tuple(
            Told(
                numeral=numeral, words=merged((about(f"{label} {heading}"), 1.0)), quote=quote, text=printed,
                start=numeral.start, cell=True, label=about(label),
            )
            for heading, printed in cells.items()
            for numeral in find_numerals(printed)
        )  # fmt: skip
        words = merged(*((each.words, 1.0) for each in told))
        numerals = tuple(each.numeral for each in told)
        tell = partial(tuple[Told, ...], told)
        passages.append(Passage(words=words, numerals=numerals, quote=quote, table=1, label=about(label), tell=tell))
    return Verifier(Evidence(passages=tuple(passages)))


DUES = (("Ferry", {"first": "£15,318", "second": "£22,260"}), ("Pilots", {"first": "£8,140", "second": "£9,950"}))


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2019 the ferry dues came to £22,260.", "The target for the ferry dues was £22,260.",
        "Arrears on ferry dues stood at £22,260.", "The ferry dues were expected to reach £22,260.",
    ],
)  # fmt: skip
def test_a_sentence_of_something_else_does_not_speak_before_a_cell(sentence: str) -> None:
    assert flagged(table(*DUES, sentences=(sentence, "The harbour has 3 cranes.")), "Ferry dues were £15,318.") == []


@pytest.mark.parametrize(
    ("way", "many", "outcome"),
    [
        ("went down by", "three", Outcome.SUPPORTED),
        ("went up by", "three", Outcome.CONTRADICTED),
        ("went down by", "four", Outcome.NOT_FOUND),
    ],
)
def test_a_small_number_of_a_row_that_the_sentence_does_not_name_bears_nothing_out(
    way: str, many: str, outcome: Outcome
) -> None:
    moorings = ("Moorings in the east bay", {"before": "47", "now": "44", "change": "-3"})
    other = ("Buoys laid out at the quay", {"seen": "3", "paid": "71"})
    (claim,) = claims_of_text("summary", f"Moorings in the east bay {way} {many}.")
    assert table(moorings, other).verify(claim).outcome is outcome


def test_a_share_stands_in_no_column_of_counts() -> None:
    """Beside "about 41%" a row is none that has 41 of something."""
    rows = (
        ("Wardens all told", {"visits": "1,099"}),
        ("Wardens of the north", {"visits": "41"}),
        ("Wardens of the south", {"visits": "72"}),
    )
    text = "Wardens all told made 1,099 visits, about 41%; the worst was the north."
    assert "1,099" not in flagged(table(*rows), text)


@pytest.mark.parametrize(
    ("label", "figure", "right"), [("Wardens, abroad", "53.9", True), ("Wardens, abroad", "50.4", False)]
)
def test_a_row_of_a_summary_has_the_cell_that_all_its_words_are_said_of(label: str, figure: str, right: bool) -> None:
    rows = (("Wardens", {"here": "59.8", "inland": "50.4", "abroad": "53.9"}),)
    verifier = table(*rows)
    summary = f"| | Share |\n|---|---|\n| {label} | {figure} |\n"
    (claim,) = claims_of_text("summary", summary)
    assert (verifier.verify(claim).outcome is Outcome.SUPPORTED) is right


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("That makes 56, 37 fewer than before.", []),
        ("That makes 65, 37 fewer than before.", ["65", "37"]),
        ("That makes 56, 37 more than before.", ["56", "37"]),
    ],
)
def test_what_a_change_came_to_is_borne_out_by_the_change(text: str, wrong: list[str]) -> None:
    quote = Quote(file="paper.pdf", pdf_page=1, page_label=None, item=None, text="Moorings 93 56")
    (numeral,) = find_numerals("-37")
    told = Told(numeral=numeral, words=dict.fromkeys(about("change"), 1.0), quote=quote, working="93 to 56", cell=True)
    passage = Passage(words=told.words, numerals=(numeral,), quote=quote, tell=partial(tuple[Told, ...], (told,)))
    assert (
        flagged(Verifier(Evidence(passages=(passage, *paper("The quay has 12 lamps.").evidence.passages))), text)
        == wrong
    )


SHARES = (("Elm", {"lonely": "28.3%"}), ("Ash", {"lonely": "23.8%"}), ("Oak", {"lonely": "27.1%"}))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Most are lonely in Elm, 28.3%, and Oak, 27.1%.", []),
        ("Most are lonely in Elm, 23.8%, and Oak, 27.1%.", ["23.8%"]),  # that is Ash
        ("In another place 23.8% are lonely.", []),  # no other row is named
        ("The fewest are lonely at 23.8%, far fewer than in Elm.", []),  # which it is only set against
        ("Unlike Elm and Oak, the best place had 23.8% lonely.", []),
    ],
)
def test_the_figure_of_a_row_that_is_not_named_is_none_of_one_that_is(text: str, wrong: list[str]) -> None:
    assert flagged(table(*SHARES), text) == wrong


@pytest.mark.parametrize(
    ("heading", "printed", "right"),
    [
        ("Total", "150,891", True),
        ("Total", "150.891", False),
        ("Total", "150,819", False),
        ("Total", "150,891,000", True),
        # not where the summary says what it is in
        ("Total", "£150,891", False),
        ("Total", "150,891 people", False),
        ("Visitors", "150,891", False),
        ("Total in pounds", "150,891", False),
    ],
)
def test_a_column_in_thousands_may_be_copied_as_it_stands(heading: str, printed: str, right: bool) -> None:
    quote = Quote(file="paper.pdf", pdf_page=1, page_label=None, item=None, text="150,891")
    (numeral,) = find_numerals("150,891")
    assert numeral.mention is not None
    unit = MeasureUnit(kind=UnitKind.MONEY, scale=3)
    numeral = replace(numeral, mention=replace(numeral.mention, figure=in_unit(numeral.mention.figure, unit)))
    words = dict.fromkeys(about("Harbour works"), 1.0)
    told = Told(numeral=numeral, words=words, quote=quote, cell=True, label=about("Harbour works"), text="150,891")
    passage = Passage(
        words=words, numerals=(numeral,), quote=quote, table=1, label=told.label,
        tell=partial(tuple[Told, ...], (told,)),
    )  # fmt: skip
    verifier = Verifier(Evidence(passages=(passage, *paper("The quay has 12 lamps.").evidence.passages)))
    (claim,) = claims_of_text("summary", f"| Works | {heading} |\n|---|---|\n| Harbour works | {printed} |\n")
    assert (verifier.verify(claim).outcome is Outcome.SUPPORTED) is right


@pytest.mark.parametrize(
    ("cells", "right"),
    [
        ({"£": "63,176"}, True),
        ({"North": "63,176", "Total": "80,412"}, False),
    ],
)
def test_a_row_of_one_figure_is_copied_though_a_total_elsewhere_is_called_so(
    cells: dict[str, str], right: bool
) -> None:
    total = ("Harbour works and dredging, total", {"2014/15": "8,577", "later": "54,601", "all": "63,178"})
    (claim,) = claims_of_text("s", "| Works | Total |\n|---|---|\n| Harbour works and dredging | 63,176 |\n")
    found = table(("Harbour works and dredging", cells), total).verify(claim)
    assert (found.outcome is Outcome.SUPPORTED) is right


@pytest.mark.parametrize("days", ["28 July, 27 September and 22 November", "1 July and 2 August and 3 October"])
def test_a_list_of_dates_is_not_put_right_by_one_date(days: str) -> None:
    verifier = paper("The meeting of the boat club was held on 22 March 2018.", "The quay has 12 lamps.")
    found = [verifier.verify(claim) for claim in claims_of_text("s", f"The boat club has a meeting on {days}.")]
    assert found and not any(each.corrects for each in found)


def test_what_lies_over_something_is_no_end_of_a_move() -> None:
    verifier = paper("The outturn is £61.5m, £3.2m (5%) lower than the budget of £64.7m.", "It is £1.4m over the plan.")
    text = "That is £3.2m or 5% under the budget of £64.7 million, though a little (£1.4m) over what was planned."
    assert not {"£3.2m", "5%"} & set(flagged(verifier, text))
    assert "15%" in flagged(verifier, text.replace("5%", "15%"))


REASONS = (
    ("Eggs broken by gulls", {"2023/24": "44", "2022/23": "47"}),
    ("Nets torn by seals", {"2023/24": "59", "2022/23": "31"}),
    ("Lines cut", {"2023/24": "18", "2022/23": "36"}),
)
VISITS = (("Elm Harbour", {"visits": "125"}), ("Ash Harbour", {"visits": "123"}), ("Oak Harbour", {"visits": "120"}))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Nets torn by seals (59) exceed eggs broken by gulls (44).", []),
        ("Nets torn by seals (59) exceed eggs broken by gulls (31).", ["31"]),  # of the nets, a year before
        ("Most came to Elm (125), then Ash 123, Oak 120.", []),
        ("Most came to Elm (125), then Ash 123, Oak 123.", ["123"]),  # the second one
        ("Elm had 125 and Ash 123, more than the lines that were cut (36).", []),  # of another table
    ],
)
def test_a_sentence_keeps_to_its_column(text: str, wrong: list[str]) -> None:
    assert flagged(table(*REASONS, *VISITS), text) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Skippers were 20% less likely to swim than crew.", []),
        ("Skippers were 20% likelier than crew to swim.", ["20%"]),
        ("20% of the earlier skippers swim.", []),  # no more so than anything
    ],
)
def test_likelier_is_not_less_likely(text: str, wrong: list[str]) -> None:
    assert flagged(paper("Skippers were nearly 20% less likely to swim than crew.", "It has 3 cranes."), text) == wrong


SITTING = (
    "The board met at 6.05 p.m. and adjourned at 8.40 p.m.",
    "At 8.15 p.m. the board had agreed, under Standing Rule 12, to go on for a further fifteen minutes.",
    "The warden was asked to hold three further drop-in mornings at the quay.",
    "Yachts at the lower basin came to 1,062 in the year.",
    "The board passed 14 motions.",
)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The board adjourned at 8.40.", []),
        ("The board adjourned 8.45.", ["8.45"]),
        ("The board agreed at 8.15 pm to go on for a quarter of an hour.", []),
        ("The board agreed at 8.15 pm to go on for three quarters of an hour.", ["three quarters of an hour"]),
        ("The warden is asked for three more drop-in mornings.", []),  # nothing drops
        ("The warden is asked for four more drop-in mornings.", ["four"]),
        ("Yachts at the lower basin passed 1,000.", []),
        ("Yachts at the lower basin passed 1,100.", ["1,100"]),
        ("The board passed 13 motions.", ["13"]),  # which is none of more than 13
    ],
)
def test_hours_bounds_and_words_of_two_parts(text: str, wrong: list[str]) -> None:
    assert flagged(paper(*SITTING), text) == wrong


LISTS = (
    "Elm, Oak and Ash moorings had 12, 9 and 7 leaks respectively.",
    "Of the 31 boats lost from the fleet 14, 8, 6 and 3 were in Zones 2, 3, 5 and 6.",
    "The dues paid at the lock were £6,020 x 11/52 = £1,273.46.",
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Elm, Oak and Ash had £12m, £9m and £7m of dues respectively.", [("elm",), ("oak",), ("ash",)]),
        ("In spring the leaks of Oak and Ash were 9 and 7 respectively.", [("oak",), ("ash",)]),
        ("Elm, Oak and Ash had 12 and 9 leaks respectively.", []),  # one name more than figures
        ("In Elm, Oak and Ash 12 and 9 leaks were found respectively.", []),
    ],
)
def test_there_are_as_many_names_as_figures(text: str, names: list[tuple[str, ...]]) -> None:
    found = respective(text, find_numerals(text))
    assert [tuple(sorted(own)) for own, _, _ in found.values()] == names


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Oak moorings had nine leaks.", []),
        ("Oak moorings had seven leaks.", ["seven"]),  # which is Ash
        ("Elm moorings had 12 leaks, Ash seven.", []),
        ("Zone 5 lost six boats.", []),
        ("Zone 5 lost eight boats.", ["eight"]),
        ("Fourteen boats of the fleet were lost in Zone 2, three in Zone 5.", ["three"]),
    ],
)
def test_figures_of_a_list_belong_to_as_many_names(text: str, wrong: list[str]) -> None:
    assert flagged(paper(*LISTS), text) == wrong


@pytest.mark.parametrize(("figure", "wrong"), [("£1,273.46", []), ("£1,273.64", ["£1,273.64"])])
def test_a_rounder_figure_is_no_rival(figure: str, wrong: list[str]) -> None:
    verifier = table(
        ("Dues of the barge", {"paid": "£1,273"}), ("Dues of the yacht", {"paid": "£940"}), sentences=LISTS
    )
    assert flagged(verifier, f"The dues of the barge paid at the lock were {figure}.") == wrong


DENIED = (
    "Of the skippers asked, 84% did not have a mooring of their own.",
    "Some 61% of the crews were not satisfied with the lock.",
    "In all 312 boats had paid the dues by March.",
    "Some 73% of wardens were not only content with the steps, they were proud of them.",
    "Of the pilots 55% did not report any trouble at night.",
)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("84% of skippers did not have a mooring.", []),
        ("84% of skippers had no mooring of their own.", []),
        ("84% of skippers lacked a mooring of their own.", []),
        ("84% of skippers were without a mooring; 16% had one.", []),
        ("Only 16% of skippers had a mooring of their own.", []),
        ("61% of crews were dissatisfied with the lock.", []),
        ("61% of crews were unsatisfied with the lock.", []),
        ("39% of crews were satisfied with the lock.", []),
        ("312 boats had paid the dues by March.", []),
        ("73% of wardens were content with the steps.", []),
        ("55% of pilots reported no trouble at night.", []),
    ],
)
def test_what_the_paper_denies_is_not_said_of_its_figure(text: str, wrong: list[str]) -> None:
    assert flagged(paper(*DENIED), text) == wrong


def test_a_telling_figure_needs_no_words_and_no_other_may_be_named() -> None:
    verifier = table(
        ("Lock gates", {"2023/24": "4,318", "2022/23": "3,902"}),
        ("Moorhaven quay", {"2023/24": "2,756", "2022/23": "2,691"}),
    )
    for text, wrong in (
        ("What keeps the water in took 4,318 hours.", []),
        ("What keeps the water in took 4,381 hours.", ["4,381"]),
        ("At Moorhaven it was 4,318 hours.", ["4,318"]),
    ):
        assert flagged(verifier, text) == wrong, text
