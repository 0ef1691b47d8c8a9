"""Which row, column and period of a table a claim names. The papers and the summaries are made up."""

from collections.abc import Iterator

import pytest

from scrutiny.paper import open_paper
from scrutiny.products.summaries import claims_of_form
from scrutiny.products.verifying import Verifier, evidence_of
from scrutiny.products.verifying.model import WRONG
from tests.builders.paper import PackBuilder

YEARS = ("2021/22", "2022/23", "2023/24")
MOORINGS = {"Elm Quay": (418, 365, 532), "Oak Haven": (247, 291, 276), "Ash Point": (683, 614, 759)}
MONTHS = {"April": (64, 182), "May": (97, 139), "June": (41, 206)}
CREWS = {"Harbour Dredging": (4120, 4710), "Pilot Boats": (8350, 7964), "Slipway Repair": (2875, 3068)}


@pytest.fixture(scope="module")
def verifier(tmp_path_factory: pytest.TempPathFactory) -> Verifier:
    builder = PackBuilder(numbers=True)
    builder.new_page()
    builder.heading("Moorings by quay")
    total = ["Total", *(f"{sum(row[at] for row in MOORINGS.values()):,}" for at in range(len(YEARS)))]
    rows = [[name, *map(str, row)] for name, row in MOORINGS.items()]
    builder.table([["Quay", *YEARS], *rows, total], [130.0, 90.0, 90.0, 90.0])
    builder.new_page()
    builder.heading("Licences by month")
    months = [[name, *map(str, row)] for name, row in MONTHS.items()]
    builder.table([["Month", "Licences granted", "Licences refused"], *months], [130.0, 120.0, 120.0])
    builder.new_page()
    builder.heading("Running costs")
    costs = [[name, f"{was:,}", f"{now:,}", f"{now - was:,}"] for name, (was, now) in CREWS.items()]
    builder.table([["Service", "Budget £000", "Forecast £000", "Variance £000"], *costs], [150.0, 90.0, 90.0, 90.0])
    path = tmp_path_factory.mktemp("axes") / "paper.pdf"
    path.write_bytes(builder.data())
    with open_paper(path, whole=True) as opened:
        return Verifier(evidence_of(opened))


def told() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Sentences about the tables with their figure left out: the right one, and others that stand in the tables."""
    for name, row in MOORINGS.items():
        others = [str(other[-1]) for key, other in MOORINGS.items() if key != name]
        wrong = (*others, str(row[0]), str(row[1]), f"{sum(each[-1] for each in MOORINGS.values()):,}")
        for form in (
            f"{name} had ~ moorings in 2023/24.",
            f"There were ~ moorings at {name} in 2023/24.",
            f"In 2023/24 ~ moorings were let at {name}.",
            f"{name}'s moorings in 2023/24 numbered ~.",
            f"## {name}\n\nThere were ~ moorings in 2023/24.",
            f"## Moorings in 2023/24\n\n- {name}: ~",
            f"- Moorings at {name} in 2023/24: ~",
            f"{name} had ~ moorings in 2023/24, compared with {row[1]} in 2022/23.",
        ):
            yield form, str(row[-1]), wrong
        yield f"Moorings at {name} went from ~ in 2022/23 to {row[2]} in 2023/24.", str(row[1]), (str(row[0]),)
    first, second = "Elm Quay", "Ash Point"
    a, b = MOORINGS[first][2], MOORINGS[second][2]
    for form, own, far in (
        (f"{first} and {second} had ~ and {b} moorings respectively in 2023/24.", a, 276),
        (f"With {a} moorings in 2023/24, {first} was followed by {second} (~).", b, 276),
        (f"{first} had {a} moorings in 2023/24, while {second} had ~.", b, 614),
        ("In all there were ~ moorings in 2022/23.", "1,270", 614),
    ):
        yield form, str(own), (str(far),)
    for month, (granted, refused) in MONTHS.items():
        elsewhere = (*(str(other[0]) for key, other in MONTHS.items() if key != month), str(refused))
        yield f"There were ~ licences granted in {month}.", str(granted), elsewhere
        yield f"## {month}\n\n- Licences granted: ~", str(granted), elsewhere
    for name, (was, now) in CREWS.items():
        over = "over" if now > was else "under"
        yield f"{name} has a budget of £~,000.", f"{was:,}", (f"{now:,}",)
        yield f"{name} is forecast to spend £~,000 against a budget of £{was:,},000.", f"{now:,}", (f"{was + 90:,}",)
        yield f"{name} is forecast to {over}spend by £~,000.", f"{abs(now - was):,}", (f"{now:,}",)


def flagged(verifier: Verifier, text: str) -> list[str]:
    claims = [claim for claim in claims_of_form("s", ".md", text) if not claim.soft]
    return [claim.numeral.printed for claim in claims if verifier.verify(claim).outcome in WRONG]


def test_each_figure_stands_in_the_row_and_column_that_its_sentence_names(verifier: Verifier) -> None:
    for form, right, wrong in told():
        assert flagged(verifier, form.replace("~", right)) == [], form
        for each in wrong:
            assert flagged(verifier, form.replace("~", each)), (form, each)


def test_what_a_name_is_only_compared_with_says_nothing(verifier: Verifier) -> None:
    for text in (
        "Unlike Oak Haven, Elm Quay had 532 moorings in 2023/24.",
        "Oak Haven has had fewer moorings than Elm Quay since 2021/22: 276 in 2023/24.",
        "Of the 1,567 moorings in 2023/24, 532 were at Elm Quay.",
        "Elm Quay had 532 moorings in 2023/24, up from 365.",
    ):
        assert flagged(verifier, text) == [], text
