"""Which figure of a sentence a claim is told of. The papers are made up."""

import pytest

from scrutiny.products.summaries import claims_of_text
from scrutiny.products.verifying.model import WRONG
from tests.products.verifying.test_judging import paper

SENTENCES = {
    "A berth must be paid for within 14 days, and a licence renewed within 48 hours.": (
        ["A berth must be paid for within 14 days.", "Licences have to be renewed inside 48 hours."],
        ["A licence must be renewed within 14 days.", "A berth must be paid for within 14 weeks."],
    ),
    "In the north of the bay 214 boats lay idle, in the south 97 and in the west 143.": (
        ["In the south 97 boats lay idle.", "The west had 143 idle boats."],
        ["214 boats lay idle in the south.", "In the west 97 boats lay idle."],
    ),
    "The target is that 85% of repairs are done in time; in the third quarter 78% were.": (
        ["In the third quarter 78% of repairs were done in time.", "The target for repairs in time is 85%."],
        ["In the third quarter 85% of repairs were done in time.", "The target for repairs in time is 78%."],
    ),
    "Landings fell from 83 in April to 57 in September.": (
        ["There were 57 landings in September.", "Landings dropped to 57 in September, from 83 in April."],
        ["There were 83 landings in September.", "Landings rose to 57 in September.", "In June there were 57 landings."],
    ),
    "Moorings cost £3.1m in 2021/22, £3.4m in 2022/23 and £3.9m in 2023/24.": (
        ["In 2022/23 moorings cost £3.4m.", "Moorings cost £3.9m in 2023/24, up from £3.1m in 2021/22."],
        ["In 2022/23 moorings cost £3.9m."],
    ),
    "The average wait for a berth was 18 weeks and the longest 41 weeks.": (
        ["On average people waited 18 weeks for a berth.", "The longest wait for a berth was 41 weeks."],
        ["On average people waited 41 weeks for a berth.", "The average wait for a berth was 18 days."],
    ),
    "Hire costs £21.50 an hour, against a regional average of £23.10 an hour.": (
        ["Hire costs £21.50 an hour, less than the regional average.", "The regional average is £23.10 an hour."],
        ["The regional average is £21.50 an hour.", "Hire costs £21.50 a week."],
    ),
    "A grant of up to £5,000 is open to clubs with fewer than 20 members.": (
        ["Clubs can get up to £5,000.", "Clubs with fewer than 20 members can have it."],
        ["Clubs can get a grant of at least £5,000.", "The grant is open to clubs with more than 20 members."],
    ),
    "Visits to the pier rose by 12% over the last year and by 31% since 2019.": (
        ["Over the last year visits to the pier were up 12%.", "Since 2019 visits to the pier have risen by 31%."],
        ["Visits to the pier rose by 31% over the last year.", "There was a 31% fall in visits to the pier."],
    ),
    "Of the 27 sheds, 18 have been let and five are for sale.": (
        ["Eighteen sheds have been let.", "Five sheds are for sale.", "There are 27 sheds."],
        ["Five sheds have been let.", "Eighteen sheds are for sale."],
    ),
    "Of those asked about the lock 54% were in favour, 29% against and 17% of no view.": (
        ["Some 54% of those asked about the lock were in favour.", "29% were against the lock."],
        ["54% of those asked about the lock were against.", "17% of those asked about the lock were against."],
    ),
    "Dredging cost £2.6m, against a budget of £2.9m.": (
        ["Dredging cost £2.6m.", "The budget for dredging was £2.9m.", "Dredging came in £0.3m under budget."],
        ["Dredging cost £2.9m.", "The budget for dredging was £2.6m."],
    ),
    "The fair ran from 3 February to 14 April 2025.": (
        ["The fair opened on 3 February 2025.", "The fair ended on 14 April 2025."],
        ["The fair opened on 14 April 2025.", "The fair ended on 3 February 2025."],
    ),
    "The gritting crew has 31 lorries, 7 more than in 2020.": (
        ["The gritting crew has 31 lorries.", "The gritting crew has seven more lorries than in 2020."],
        ["In 2020 the gritting crew had 31 lorries.", "The gritting crew has seven fewer lorries than in 2020."],
    ),
    "At the end of June 81.0% of hulls were sound or better, against 74.5% a year earlier.": (
        ["Hulls: 81% sound or better, six points up.", "A year earlier 74.5% of hulls were sound."],
        ["Hulls: 74.5% sound or better.", "A year earlier 81.0% of hulls were sound."],
    ),
    "The dry dock took £3.18m, against a budget of £2.40m.": (
        ["The dry dock took £3.18m, well over budget.", "The dry dock had a budget of £2.40m."],
        ["The dry dock took £2.40m, well over budget.", "The dry dock had a budget of £3.18m."],
    ),
    "Four rules of the port out of nine were kept in spring, against five in winter.": (
        ["Four of nine rules of the port were kept."],
        ["Five of nine rules of the port were kept."],
    ),
    "Staff off sick were 9% on the ferry, 17% at the yard and 11% in the whole port.": (
        ["At the yard 17% of staff were off sick.", "On the ferry 9% of staff were off sick."],
        ["On the ferry 17% of staff were off sick.", "At the yard 9% of staff were off sick."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("claimed", ["right", "wrong"])
def test_a_claim_is_told_as_the_paper_tells_its_figure(claimed: str) -> None:
    verifier = paper(*SENTENCES)
    for right, wrong in SENTENCES.values():
        for text in right if claimed == "right" else wrong:
            claims = [claim for claim in claims_of_text("s", text) if not claim.soft]
            flagged = any(verifier.verify(claim).outcome in WRONG for claim in claims)
            assert flagged is (claimed == "wrong"), text
