"""What a paper of a few sentences says of a claim. The paper and the summaries are made up."""

import time
from functools import partial

import pytest
from msgspec.structs import replace

from scrutiny.products.summaries import claims_of_text
from scrutiny.products.verifying import Evidence, Outcome, Verified, Verifier
from scrutiny.products.verifying.extracting import find_numerals
from scrutiny.products.verifying.model import WRONG, Passage, Told
from scrutiny.products.verifying.wording import about, merged, weights
from scrutiny.sources import Quote

PAPER = (
    "The library lent 4,210 books in 2023/24, which was 315 more than the 3,895 of the year before.",
    "Of the 64 staff, 16 work at the northern depot and 27 at the southern depot.",
    "Visits to the museum fell from 910 to 845.",
    "Repairs to the pier cost £1.2 million, and repairs to the harbour wall cost £340,000.",
    "In September 137 allotments were let.",
    "The grant has three parts: £240,000 from the lottery, £85,000 from parishes and £35,000 from the trust.",
    "The committee next meets on 14 May 2025.",
)


def paper(*sentences: str) -> Verifier:
    """A paper of nothing but these sentences."""
    passages = []
    for number, text in enumerate(sentences, start=1):
        quote = Quote(file="paper.pdf", pdf_page=number, page_label=None, item=None, text=text)
        numerals = find_numerals(text)
        told = tuple(
            Told(
                numeral=each, words=merged((weights(text, each, numerals), 1.0)), quote=quote, text=text,
                start=each.start,
            )
            for each in numerals
        )  # fmt: skip
        words = dict.fromkeys(about(text), 1.0)
        passages.append(Passage(words=words, numerals=numerals, quote=quote, tell=partial(tuple[Told, ...], told)))
    return Verifier(Evidence(passages=tuple(passages)))


def verdicts(text: str) -> dict[str, Verified]:
    """What the paper says of each figure of a summary."""
    verifier = paper(*PAPER)
    return {claim.numeral.printed: verifier.verify(claim) for claim in claims_of_text("summary", text)}


@pytest.mark.parametrize(
    ("summary", "printed", "page"),
    [
        ("The library lent 4,210 books.", "4,210", 1),
        ("Sixteen of the staff are at the northern depot.", "Sixteen", 2),
        ("Fewer people came to the museum: it went from 910 to 845.", "845", 3),
        ("The pier was repaired for £1.2m.", "£1.2m", 4),
        ("In September 137 allotments were let.", "137", 5),
        ("The parishes gave £85,000.", "£85,000", 6),
        ("Next meeting: 14 May 2025.", "14 May 2025", 7),
    ],
)
def test_a_figure_is_borne_out_where_the_paper_has_it_of_the_same_thing(summary: str, printed: str, page: int) -> None:
    found = verdicts(summary)[printed]
    assert found.outcome is Outcome.SUPPORTED
    assert found.told is not None and found.told.quote.pdf_page == page


@pytest.mark.parametrize(
    ("summary", "printed"),
    [
        ("The library lent 4,120 books.", "4,120"),  # swapped digits
        ("Of the staff 27 work at the northern depot.", "27"),  # the other depot
        ("The parishes gave £35,000.", "£35,000"),  # the trust did
        ("Visits to the museum rose from 845 to 910.", "845"),  # the other way round
        ("Visits to the museum fell to 910.", "910"),  # they fell from that
        ("Visits to the museum were up 65.", "65"),
        ("Visits to the museum fell by 8%.", "8%"),  # by 7 % of 910; they are 8 % of 845
        ("Allotments let rose by 14%.", "14%"),  # 35,000 of 240,000 is no rise
        ("The harbour wall cost £1.2 million.", "£1.2 million"),  # the pier did
        ("The committee next meets on 14 March 2025.", "14 March 2025"),
        ("Some 25.8% of the staff work at the northern depot.", "25.8%"),  # a quarter, and not a rough one
        ("There are 30 vans at the northern depot. Staff at the southern depot fell by three.", "three"),  # 30 - 27
    ],
)
def test_a_figure_of_something_else_is_not_borne_out(summary: str, printed: str) -> None:
    assert verdicts(summary)[printed].outcome in (Outcome.CONTRADICTED, Outcome.NOT_FOUND)


def test_more_than_the_last_figure_compares_and_rounds_nothing() -> None:
    """3,859 is not "more than" 3,895: the words belong to the 315 before them."""
    found = verdicts("It lent 4,210 books, 315 more than the 3,859 of the year before.")
    assert found["3,859"].outcome in (Outcome.CONTRADICTED, Outcome.NOT_FOUND)
    assert found["315"].outcome is Outcome.SUPPORTED


def test_what_stands_before_a_sentence_may_be_of_something_else() -> None:
    summary = "The library lent many books to staff at both depots, and repairs went on.\n\nNext meeting: 14 May 2025."
    assert verdicts(summary)["14 May 2025"].outcome is Outcome.SUPPORTED


def test_a_share_of_two_sums_of_the_summary_is_worked_out() -> None:
    found = verdicts("The trust gave £35,000 of £240,000, or 25%.")["25%"]
    assert found.outcome is Outcome.CONTRADICTED
    assert found.working is not None and found.working.endswith("is 14.58 %")


@pytest.mark.parametrize(("share", "outcome"), [("65.9%", Outcome.NOT_FOUND)])
def test_a_line_of_two_columns_bears_out_no_figure_that_it_holds_against_another(share: str, outcome: Outcome) -> None:
    text = "Ferries that kept all eight 32.9 tide marks in the bay of checks were 61.7% compared to 65.9% in care elsewhere."
    sheet = Quote(file="paper.pdf", pdf_page=1, page_label=None, item=None, text=text)
    verifier = Verifier(replace(paper("The quay is old.").evidence, sheets=(sheet,)))
    claims = claims_of_text("s", f"Of the ferries in the bay {share} kept to their tide marks and checks.")
    assert [verifier.verify(claim).outcome for claim in claims] == [outcome]


SURVEY = (
    "In total, 52% said that they had joined a club; in the east it was 60%.",
    "Six beaches were judged good, two were judged poor and one was judged excellent.",
    "The lifeguards watched over 400 bathers, of whom 50 were brought ashore.",
    "The first boat sailed in July 2020.",
    "Hire boats came to the bay in October 2020.",
    "The fee was cut in August from £5.25 to £5.00.",
    "Our forecast is for the fee to be £4.50 next year.",
    "Wooden boats make up 41.2% of those in the bay; along the whole coast it is 44.6%.",
    "Ferries, trams and buses had £150,000 from the fund.",
)


def surveyed(text: str) -> dict[str, Verified]:
    verifier = paper(*SURVEY)
    return {claim.numeral.printed: verifier.verify(claim) for claim in claims_of_text("summary", text)}


@pytest.mark.parametrize(
    ("summary", "printed"),
    [
        ("Just over half (52%) had joined a club.", "half"),  # as the exact figure beside it
        ("Seven beaches were good or excellent.", "Seven"),  # 6 + 1, both named
        ("They watched over 400 bathers, and 87.5% of them were not brought ashore.", "87.5%"),  # 100% less 50 of 400
        ("In the bay 41.2% of boats are wooden, 3.4 points below the 44.6% of the whole coast.", "3.4"),
        ("Of the boats 61 were hired, 42 of them by families and 19 by clubs.", "19"),  # the rest of them
        ("A pass costs £25, or £40 with a guide, so the guide adds some £15.", "£15"),
        ("Berths are 4,730, up from 4,290, which is 440 or 10.3% more.", "440"),
        ("Dues were between £310,000 and £470,000, a range of £160,000.", "£160,000"),
    ],
)
def test_a_figure_follows_in_one_step_from_figures_of_the_same_subjects(summary: str, printed: str) -> None:
    assert surveyed(summary)[printed].outcome in (Outcome.SUPPORTED, Outcome.COMPUTED)


@pytest.mark.parametrize(
    ("summary", "printed"),
    [
        ("Just over half (58%) had joined a club.", "58%"),
        ("Eight beaches were good or excellent.", "Eight"),  # 6 + 2, but two were poor
        ("They watched over more than 350 bathers.", "350"),  # "more than" takes nothing from 400
        ("Hire boats came in October 2020, four months after the first of July 2020.", "four"),
        ("The fee was cut in August from £5.25 to £4.50.", "£4.50"),  # the same move ends elsewhere
        ("Of the boats 61 were hired, 42 of them by families and 91 by clubs.", "91"),
        ("The yard has 40 berths and 35 buoys (85 places).", "85"),
        ("A pass costs £25, or £40 with a guide, so the guide adds some £25.", "£25"),
        ("Berths are 4,730, up from 4,290, which is 404 or 10.3% more.", "404"),
        ("Berths are 4,730 and rings are 4,290, which is 440.", "440"),  # nothing is said of what it is
        ("Dues were between £310,000 and £470,000, a range of £610,000.", "£610,000"),
    ],
)
def test_what_agrees_by_chance_does_not_bear_out(summary: str, printed: str) -> None:
    assert surveyed(summary)[printed].outcome in (Outcome.CONTRADICTED, Outcome.NOT_FOUND)


def test_up_to_one_number_is_not_up_to_another() -> None:
    verifier = paper("Up to three boats may be moored at each buoy.")
    wrong, right = (
        verifier.verify(claim).outcome
        for text in ("Up to five boats may be moored at each buoy.", "Up to three boats may be moored at each buoy.")
        for claim in claims_of_text("summary", text)
    )
    assert (wrong in (Outcome.CONTRADICTED, Outcome.NOT_FOUND), right) == (True, Outcome.SUPPORTED)


def test_no_correction_is_a_figure_that_the_sentence_has_already() -> None:
    found = verdicts("Of the 46 staff, 16 work at the northern depot and 27 at the southern depot.")["46"]
    assert found.told is None or found.told.numeral.printed not in ("16", "27")


def test_how_long_ago_it_was_is_no_figure_that_moved() -> None:
    verifier = paper("Wrecks went down from 48 to 34 in two years.")
    claims = claims_of_text("s", "There were 34 wrecks, 14 fewer than two years ago.")
    assert {claim.numeral.printed: verifier.verify(claim).outcome for claim in claims if claim.numeral.value > 2} == {
        "34": Outcome.SUPPORTED,
        "14": Outcome.COMPUTED,
    }


@pytest.mark.parametrize(("left", "found"), [("£30,000", Outcome.COMPUTED), ("£50,000", Outcome.NOT_FOUND)])
def test_what_is_under_budget_is_a_difference(left: str, found: Outcome) -> None:
    verifier = paper("The budget for dredging was £1.9 million and the forecast in June was £1.87 million.")
    claims = claims_of_text("s", f"The forecast for dredging, £1.87 million, is {left} under budget.")
    assert [verifier.verify(claim).outcome for claim in claims if claim.numeral.printed == left] == [found]


@pytest.mark.parametrize("rest", ["with 30 under construction", "and 30 over the winter"])
def test_what_goes_on_under_or_over_something_is_no_difference(rest: str) -> None:
    verifier = paper("There were 80 berths in the north and 50 in the south.")
    claims = claims_of_text("s", f"There were 80 berths in the north and 50 in the south, {rest}.")
    outcomes = [verifier.verify(each).outcome for each in claims if each.numeral.printed == "30"]
    assert outcomes and not {Outcome.SUPPORTED, Outcome.COMPUTED} & set(outcomes)


@pytest.mark.parametrize(("way", "right"), [("over", True), ("under", False)])
def test_over_budget_is_not_under_budget(way: str, right: bool) -> None:
    (claim,) = claims_of_text("s", f"The pier came in £30,000 {way} budget.")
    found = paper("The pier came in £30,000 over budget.").verify(claim).outcome
    assert (found is Outcome.SUPPORTED) is right


@pytest.mark.parametrize(("many", "right"), [("12", True), ("14", False)])
def test_a_number_behind_a_month_is_a_figure_where_it_counts(many: str, right: bool) -> None:
    (claim,) = claims_of_text("s", f"In March {many} moorings closed.")
    assert (paper("In March 12 moorings closed.").verify(claim).outcome is Outcome.SUPPORTED) is right


def test_a_day_that_does_not_exist_is_counted_from_nothing() -> None:
    found = surveyed("The last boat left 47 days after 31 June 2020, on 17 August 2020.")
    assert found["47"].outcome is Outcome.NOT_FOUND


def test_what_the_sentence_before_says_is_no_rival() -> None:
    verifier = paper("There were 58 moorings in use, 8 more than the 50 of the year before.", "The quay has 12 lamps.")
    text = "There were 58 moorings in use. The year before it was 50."
    found = {claim.numeral.printed: verifier.verify(claim).outcome for claim in claims_of_text("summary", text)}
    assert found["50"] is Outcome.SUPPORTED


@pytest.mark.parametrize(("day", "right"), [("12 May", True), ("21 May", False)])
def test_a_date_of_something_else_does_not_do(day: str, right: bool) -> None:
    verifier = paper(
        "The harbour plan was published on 12 May and went to the parishes.",
        "Applications for moorings close on 21 May.",
    )
    (claim,) = claims_of_text("summary", f"The harbour plan was published on {day}.")
    assert (verifier.verify(claim).outcome is Outcome.SUPPORTED) is right


@pytest.mark.parametrize("text", ["The ferry is away from 15 – 22 May.", "Under the rules,11 ferries sailed."])
def test_the_first_day_of_a_span_and_what_sticks_to_a_comma_are_read(text: str) -> None:
    first = find_numerals(text)[0]
    assert first.printed in ("15", "11")
    assert (first.key == (None, 5, 15)) is ("May" in text)


def test_an_overspend_is_no_underspend() -> None:
    assert not about("an overspend") & about("it underspent")
    assert about("an overspend") == about("it overspent")


@pytest.mark.parametrize(
    ("printed", "claimed"),
    [
        ("The board agreed a six-week closure of the quay.", "The quay closes for six weeks."),
        ("The port dredged over 1200km of channels.", "It dredged more than 1,200 km of channels."),
        ("The port had a surplus of 24k for the year.", "The port ended the year with a surplus of £24,000."),
        ("The port has a surplus and 24,000 members.", "The port has 24k members."),
        ("The port met on WEDNESDAY, 6TH DECEMBER, 2023.", "The port met on 6 December 2023."),
    ],
)
def test_what_sticks_to_its_unit_is_read(printed: str, claimed: str) -> None:
    assert all(
        paper(*PAPER, printed).verify(each).outcome is Outcome.SUPPORTED for each in claims_of_text("s", claimed)
    )


def test_a_sentence_of_a_hundred_figures_is_judged_soon() -> None:
    """Each was once held against every pair of the others: a minute for a thousand letters."""
    begun = time.process_time()
    verifier = paper(*PAPER)
    claims = list(claims_of_text("s", "five votes to three " * 40))
    assert [verifier.verify(claim) for claim in claims]
    assert time.process_time() - begun < 12


@pytest.mark.parametrize(
    ("sentence", "summary", "figure", "right"),
    [
        # the year of its part of a list, or behind the figure
        ("Fuel cost: 2021-22 £410; 2022-23 £560.", "Fuel cost £560 in 2022-23.", "£560", True),
        ("Fuel cost: 2021-22 £410; 2022-23 £560.", "Fuel cost £560 in 2021-22.", "£560", False),
        ("Sixty berths were let: 27 in 2021/22 and 33 in 2022/23.", "In 2022/23 the berths let were 27.", "27", False),
        ("There were 27 berths let in 2021/22 and 33 in 2022/23.", "27 berths were let in 2022/23.", "27", False),
        ("The fill rate (58.5%) is below the English average (61.2%).", "The fill rate is 58.5%.", "58.5%", True),
        ("The fill rate at Wick is 58.5%; the rate for England (61.2%) is known.", "For England the rate was 61.2%.", "61.2%", True),
        ("Most boats paid the toll (58.5%) on time.", "The toll was paid on time by 58.5% of boats.", "58.5%", True),
        # a sum of money told without its unit
        ("A sum of £4m was spent on boats.", "Four million went on boats.", "Four million", True),
        # as many more, in other words
        ("There were 65 wrecks. The year before it was 59, an increase of 6.", "Of 65 wrecks, 6 more than before.", "6", True),
    ],
)  # fmt: skip
def test_of_which_year_and_of_what_a_sentence_has_a_figure(
    sentence: str, summary: str, figure: str, right: bool
) -> None:
    found = {claim.numeral.printed: paper(sentence).verify(claim) for claim in claims_of_text("summary", summary)}
    assert (found[figure].outcome is Outcome.SUPPORTED) is right


def test_nothing_is_offered_instead_of_a_figure_that_stands_elsewhere_with_much_of_the_same() -> None:
    verifier = paper(
        "Requests for berths at the quay numbered 21.", "Requests in all harbours: 674 requests for berths."
    )
    (claim,) = claims_of_text("summary", "Requests for berths at the quay numbered 674.")
    assert not verifier.verify(claim).corrects


def test_a_figure_without_a_word_in_common_is_not_borne_out() -> None:
    (claim,) = claims_of_text("summary", "Zebras: 47.")
    assert paper("Visits to the museum fell to 47.").verify(claim).outcome is Outcome.NOT_FOUND


def test_so_many_or_more_is_no_rise() -> None:
    (claim, *_) = claims_of_text("summary", "It pays off at 14 fewer wrecks.")
    assert paper("It pays off if they reduce the wrecks by 14 or more.").verify(claim).outcome is Outcome.SUPPORTED


def test_a_sum_in_thousands_is_one_in_pounds() -> None:
    (claim,) = claims_of_text("summary", "The quay has to find £304,000.")
    assert paper("The quay has to find 304k.").verify(claim).outcome is Outcome.SUPPORTED


WHARF = (
    "The plan assumed that 6% of the moorings would be idle.",
    "The rate was at present 8%, the harbour master said.",
    "At the wharf 35% of boats are hired, whilst elsewhere the figure is 43%.",
    "In all, 40% of boats at the wharf are for sale, compared to 32% elsewhere.",
    "The crew landed at 12.10 pm and sailed at 12.25 pm.",
    "There are 440 berths in the first basin and 90 in the second.",
    "Painting cost £24.4m and tarring cost £23.9m.",
    "Income from dues rose by 200% since then.",
    "About a third of the sails were torn.",
    "The dry dock took in 41 hulls, one in eight of them for want of a keel.",
)


@pytest.mark.parametrize(
    ("summary", "printed", "borne_out"),
    [
        ("At the wharf 35% of boats are hired against 43% elsewhere.", "43%", True),
        ("At the wharf 35% of boats are hired against 40% elsewhere.", "40%", False),  # those are for sale
        ("The crew stayed ashore for 25 minutes.", "25", False),
        ("The queue lasted 15 minutes.", "15", False),  # nothing but the length is the same
        ("Painting cost £24.4m against £23.9m for tarring, £0.5m more.", "£0.5m", True),
        ("Income from dues doubled.", "doubled", False),  # 200% more is three times as much
        ("Some 33% of the sails were torn.", "33%", True),
        ("Of the sails 36% were torn.", "36%", False),  # "about a third" is not so exact
        ("Forty-one hulls came in. The wharf has many more: berths, sheds. A fifth lacked a keel.", "A fifth", False),
    ],
)
def test_what_stands_beside_a_figure_says_what_it_is(summary: str, printed: str, *, borne_out: bool) -> None:
    verifier = paper(*WHARF)
    found = {claim.numeral.printed: verifier.verify(claim) for claim in claims_of_text("summary", summary)}
    assert (found[printed].outcome in (Outcome.SUPPORTED, Outcome.COMPUTED)) is borne_out


@pytest.mark.parametrize(
    ("summary", "printed", "borne_out"),
    [
        ("96% of the sheds are let. So 4% are not.", "4%", True),
        ("96% of the sheds are let. So 6% are not.", "6%", False),
        ("96% of the sheds are let. Gulls have 4%.", "4%", False),  # nothing says that it is the rest
        ("27% had difficulty getting to the quay.", "27%", True),
        ("26% had difficulty getting to the quay.", "26%", False),
        ("27% did not have difficulty getting to the quay.", "27%", False),
        ("On the ferry 40 voted for it, 6 against, 3 abstained: 94 votes.", "94", False),
        ("Sheds: 96% let. So 4% of gulls nest.", "4%", False),  # of something else
        ("On the ferry 40 voted for it, 6 against, 3 abstained; 49 gulls nest there.", "49", False),
        ("On the ferry 40 voted for it, 6 against, 3 abstained, and the quay has 49 lamps.", "49", False),
        ("On the ferry 40 voted for it, 6 against, 3 abstained: 49 members sit on the board.", "49", False),
        ("On the ferry 40 voted for it, 6 against: 46 gulls.", "46", False),  # of two, each pair might be added
    ],
)
def test_the_rest_and_the_sum_of_what_was_said(summary: str, printed: str, *, borne_out: bool) -> None:
    verifier = paper(
        "96% of the sheds are let.", "73% said that they did not have any difficulty getting to the quay.",
        "On the ferry 40 voted for it, 6 against, and 3 abstained.",
    )  # fmt: skip
    found = {claim.numeral.printed: verifier.verify(claim) for claim in claims_of_text("summary", summary)}
    assert (found[printed].outcome in (Outcome.SUPPORTED, Outcome.COMPUTED)) is borne_out


def test_what_says_too_little_to_be_missed_is_said_of_no_figure() -> None:
    verifier = paper(*PAPER)
    for text, little in (
        ("Nearly a third of the gulls left.", True),
        ("Two gulls in seven left.", True),
        ("The museum shuts at 5pm.", True),
        ("A third of the staff work at the ferry depot.", True),
        ("Last year 317 gulls left.", False),
        ("Last year 31% of gulls left.", False),
    ):
        for claim in claims_of_text("summary", f"The board met. {text}"):
            found = verifier.verify(claim)
            assert (found.outcome, found.claim.soft) == (Outcome.NOT_FOUND, little), text
    (claim,) = claims_of_text("summary", "Nearly a third of the gulls left.")
    found = paper(*PAPER, "Of the gulls 80% left.").verify(claim)
    assert (found.outcome in WRONG, found.claim.soft) == (True, False)  # the paper has another share of them


def test_a_time_is_the_same_in_longer_units_and_a_bare_figure_beside_shares_may_be_one() -> None:
    verifier = paper(
        "A berth is let within 41.8 days.",
        "Repairs to a slipway took 84 days.",
        "Of the skiffs 70.0% leaked; the year before it was 56.0%.",
    )
    for text, wrong in (
        ("A berth is let within six weeks.", []),
        ("A berth is let within seven weeks.", ["seven"]),
        ("Repairs to a slipway took 12 weeks.", []),
        ("Repairs to a slipway took three months.", []),
        ("Repairs to a slipway took 84 weeks.", ["84"]),
        ("Of the skiffs 70% leaked; before that it was 56.", []),
        ("Of the skiffs 70% leaked; before that it was 65.", ["65"]),
    ):
        found = [verifier.verify(claim) for claim in claims_of_text("summary", text)]
        assert [each.claim.numeral.printed for each in found if each.outcome in WRONG] == wrong, text
    rows = claims_of_text("summary", "| Basin | Boats |\n|---|---|\n| Elm | 1,694 |\n| Oak | 873 |\n| Both | 2,567 |\n")
    assert verifier.verify(list(rows)[-1]).working == "1694 + 873"


@pytest.mark.parametrize(
    ("printed", "claimed", "right"),
    [
        ("The ferry fund began the year with a deficit of £12.9m.", "It is forecast to overspend by £12.9m.", False),
        ("The ferry fund began the year with a deficit of £12.9m.", "It had a deficit of £12.9m.", True),
        ("The ferry fund has a budget of £48.2m.", "The ferry fund is overspent by £48.2m.", False),
        ("The ferry fund has a budget of £48.2m.", "The ferry fund spent £48.2m.", False),
        ("The ferry fund has a budget of £48.2m.", "The budget of the ferry fund is £48.2m.", True),
        ("The ferry fund has a budget of £48.2m.", "The ferry fund is to spend £48.2m.", True),
        ("The ferry fund will overspend by £2.3m on a budget of £48.2m.", "The ferry fund is £2.3m over budget.", True),
        ("The ferry fund will overspend by £2.3m on a budget of £48.2m.", "The ferry fund saved £2.3m.", False),
        ("So far £1.2m of the ferry fund's budget has been spent.", "The ferry fund has spent £1.2m.", True),
        ("The ferry fund spent £2.4m of grant income on piers.", "The ferry fund had grant income of £2.4m.", True),
        ("The ferry fund overspent by £2.1m, which was drawn from reserves.", "It drew £2.1m from reserves.", True),
        ("Savings of £3.1m reduced the overspend of the ferry fund.", "Savings in the ferry fund were £3.1m.", True),
        ("The ferry fund's spending was £0.4m less than the budget.", "The ferry fund underspent by £0.4m.", True),
        ("The ferry fund is forecast to exceed its budget by £0.7m.", "It is forecast to overspend by £0.7m.", True),
        ("The ferry fund spent £0.4m less than its budget.", "The ferry fund spent £0.4m.", False),
        ("Income from ferries was £9.4m.", "Spending on ferries was £9.4m.", False),
        ("The outturn of the ferries was £9.4m.", "The ferries spent £9.4m.", True),
    ],
)
def test_amounts_of_unlike_measures_do_not_bear_each_other_out(printed: str, claimed: str, right: bool) -> None:
    claims = claims_of_text("summary", claimed.replace("It ", "The ferry fund "))
    assert [paper(*PAPER, printed).verify(claim).outcome is Outcome.SUPPORTED for claim in claims] == [right]
