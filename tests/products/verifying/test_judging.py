"""What a paper of a few sentences says of a claim. The paper and the summaries are made up."""

from functools import partial

import pytest

from scrutiny.products.summaries import claims_of_text
from scrutiny.products.verifying import Evidence, Outcome, Verified, Verifier
from scrutiny.products.verifying.model import Passage, Told
from scrutiny.products.verifying.numerals import find_numerals
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
        ("The harbour wall cost £1.2 million.", "£1.2 million"),  # the pier did
        ("The committee next meets on 14 March 2025.", "14 March 2025"),
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
    assert found.working is not None and found.working.endswith("is 14.6%")
