"""The model on parameters: dated, sourced, exact; what-if, scenarios, and the two methods."""

import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny.errors import ExitCode, ParameterError, UsageError
from scrutiny.families.costs.modelling import Assumptions, FirstYear, Method, Outcome, run_model, weeks_left
from scrutiny.families.costs.parameters import (
    Parameters,
    Pupil,
    parse_setting,
    read_scenario,
    reference_parameters,
)
from scrutiny.families.costs.what_if import Costs, WhatIf, check_settings
from scrutiny.sheets.drawing import Bar, draw_svg, draw_text

REFERENCE = reference_parameters()


def run(*settings: str, **assumed: object) -> Outcome:
    changes = dict(parse_setting(each) for each in settings)
    return run_model(REFERENCE.with_values(changes, "test"), Assumptions(**assumed))  # type: ignore[arg-type]


def test_the_reference_gives_the_published_example() -> None:
    outcome = run()
    assert [str(total) for total in outcome.totals] == ["95000.00", "75525.00", "55100.00", "32300.00"]
    assert (outcome.total, outcome.break_even_exact, outcome.break_even) == (Decimal(257925), Decimal("14.807"), 15)
    assert {str(share) for share in outcome.contributions} == {"5704.42", "6174.95"}


def test_every_parameter_is_dated_and_sourced() -> None:
    assert REFERENCE.values
    for parameter in REFERENCE.values.values():
        assert parameter.unit
        assert parameter.source
        assert parameter.since is not None
        assert parameter.checked_on is not None


@given(st.sampled_from(["awpu.ks3", "awpu.ks4", "top_up", "transport", "growth"]), st.integers(1, 500))
def test_more_for_a_day_or_a_pupil_never_costs_less(key: str, more: int) -> None:
    changed = run(f"{key}={REFERENCE.values[key].value + more}")
    assert changed.total >= run().total
    assert sum(changed.contributions) >= sum(run().contributions)


@given(st.integers(7, 11), st.integers(2018, 2030))
def test_a_year_more_never_lowers_a_cost_and_totals_are_the_sum_of_their_rows(group: int, year: int) -> None:
    def of(start: int, begins: int) -> Outcome:
        pupils = (Pupil(year_group=start, excluded=begins),)
        return run_model(REFERENCE.with_values({}, "test", pupils), Assumptions(first_year=FirstYear.FULL))

    outcome = of(group, year)
    assert outcome.total == sum(each.cost for each in outcome.years)
    if group > 7:
        assert of(group - 1, year).total > outcome.total - 5 * 190 * 5


def test_a_scenario_without_a_change_is_the_base(tmp_path: Path) -> None:
    path = tmp_path / "none.toml"
    path.write_text('name = "none"\n', encoding="utf-8")
    scenario = read_scenario(path)
    assert run_model(REFERENCE.with_values(scenario.changes, "x", scenario.pupils), Assumptions()) == run()


def test_years_after_the_last_rate_grow_and_years_before_the_first_are_refused() -> None:
    def first_of(text: str) -> Decimal:
        return run_model(REFERENCE.with_values({}, "x", (Pupil.parse(text),)), Assumptions()).years[0].cost

    assert first_of("year=8,excluded=2024-25") == Decimal(190) * (95 + 2 * 5 + 25) / 2
    with pytest.raises(ParameterError, match="no day rate for 2012-13"):
        first_of("year=8,excluded=2012-13")


@pytest.mark.parametrize(
    ("part", "cost"),
    [("half", "9500.00"), ("full", "19000.00"), ("term", "6333.33"), ("two-terms", "12666.67"), ("days", "12000.00")],
)
def test_how_much_of_the_first_year_counts(part: str, cost: str) -> None:
    assert str(run(first_year=FirstYear(part)).years[0].cost) == cost


def test_the_statutory_method_counts_complete_weeks() -> None:
    assert weeks_left(datetime.date(2025, 3, 25), datetime.date(2025, 3, 31)) == 1
    assert weeks_left(datetime.date(2025, 3, 26), datetime.date(2025, 3, 31)) == 0
    outcome = run(method=Method.STATUTORY, relevant=datetime.date(2025, 1, 13))
    assert {share.key_stage: str(share.amount) for share in outcome.shares} == {"KS3": "852.92", "KS4": "1010.52"}


def test_a_leaver_and_the_admitting_school() -> None:
    outcome = run(method=Method.BOTH, relevant=datetime.date(2025, 5, 12), admitted=datetime.date(2025, 6, 9))
    amounts = {share.key_stage: share for share in outcome.shares if share.method is Method.STATUTORY}
    assert amounts["KS4"].working == "£4777 x 46 / 52 + £0, 46 complete weeks to 2026-03-31"
    assert amounts["KS4, leaver"].working == "£4777 x 16 / 52 + £0, 16 complete weeks to 2025-08-31"
    assert amounts["KS4, to the admitting school"].working == "£4225.81 x 42 / 46"
    with pytest.raises(ParameterError, match="relevant date"):
        run(method=Method.STATUTORY)


def test_each_step_says_what_it_read() -> None:
    steps = {step.what: step.read for step in run().steps}
    assert "day_rate.2019-20" in steps["case 1, Year 8, 2019-20"]
    assert steps["contribution KS3, local"] == ("pupil_premium", "awpu.ks3", "top_up", "school_days", "days")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('name = "x"\nawpu.ks33 = 4200\n', "s.toml, line 2: there is no parameter awpu.ks33"),
        ("[awpu]\nks3 = 4200\nks5 = 1\n", "s.toml, line 3: there is no parameter awpu.ks5"),
        ("days = 0\n", "s.toml, line 1: days cannot be 0"),
        ("days = 12.5\n", "s.toml, line 1: days cannot be 12.5"),
        ("\n\ntop_up = true\n", "s.toml, line 3: top_up is not a number"),
        ("top_up = -1\n", "s.toml, line 1: top_up cannot be -1"),
        ("top_up = \n", "s.toml: Invalid value (at line 1, column 10)"),
        ('pupils = ["year=8"]\n', "the pupil is not valid: year=8"),
        ("pupils = 3\n", "s.toml, line 1: pupils is no list"),
    ],
)
def test_scenario_files_with_a_mistake(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "s.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ParameterError) as caught:
        asked = WhatIf.parse([], {}, [path], [], None, "half", "local", None, None)
        check_settings(Costs.of(None, ()), asked)
    assert caught.value.message == message
    assert caught.value.exit_code == ExitCode.PARAMETERS
    assert caught.value.advice


def test_the_drawing_says_its_figures_in_words() -> None:
    bars = [Bar(name="Case <1>", parts=(("2018-19", Decimal(9500)), ("2019-20", Decimal(19950))))]
    svg = draw_svg(bars, "Costs & more")
    assert '<title id="title">Costs &amp; more</title>' in svg
    assert "Case &lt;1&gt;: £29,450, of which 2018-19 £9,500, 2019-20 £19,950</desc>" in svg
    assert "£29,450" in draw_text(bars)
    assert isinstance(REFERENCE, Parameters)


@pytest.mark.parametrize(
    ("relevant", "academy", "order", "stage", "amount"),
    [
        ("2025-01-13", False, "0", "KS3", "852.92"),  # 11 complete weeks to 31 March
        ("2025-01-13", True, "0", "KS3", "2558.77"),  # 33 to 31 August
        ("2025-01-13", False, "4000", "KS3", "4852.92"),  # with C, an adjustment order
        ("2025-05-12", False, "0", "KS3", "3566.77"),  # 46 to 31 March of the next year
        ("2025-05-12", True, "0", "KS3", "1240.62"),  # 16 to 31 August
        ("2025-05-12", False, "0", "KS4, leaver", "1469.85"),  # 16 to the end of the school year
        ("2025-10-06", True, "0", "KS4", "4317.67"),  # 47 to 31 August of the next year
    ],
)
def test_complete_weeks_of_maintained_schools_and_academies(
    relevant: str, academy: bool, order: str, stage: str, amount: str
) -> None:
    outcome = run(
        f"adjustment={order}", method=Method.STATUTORY, relevant=datetime.date.fromisoformat(relevant), academy=academy
    )
    assert {share.key_stage: str(share.amount) for share in outcome.shares}[stage] == amount


@pytest.mark.parametrize(
    ("assumed", "beside_paper", "said"),
    [
        ({"academy": True}, False, "--academy belongs"),
        ({"relevant": datetime.date(2024, 11, 18)}, True, "--relevant-date belongs"),
        ({"first_year": FirstYear.FULL}, True, "--first-year counts the place of a pupil"),
        ({"first_year": FirstYear.FULL}, False, None),
        ({"academy": True, "method": Method.BOTH}, True, None),
    ],
)
def test_an_option_that_would_change_nothing_is_refused(
    assumed: dict[str, object], beside_paper: bool, said: str | None
) -> None:
    asked = WhatIf(
        changes={},
        scenarios=(),
        pupils=(),
        avoided=None,
        assumptions=Assumptions(**assumed),  # type: ignore[arg-type]
    )
    if said is None:
        asked.check_use(beside_paper=beside_paper)
    else:
        with pytest.raises(UsageError, match=said):
            asked.check_use(beside_paper=beside_paper)
