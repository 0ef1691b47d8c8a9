"""Inclusion reports of invented councils: any number of them, each with its truth.

Each report varies nation, orientation, wording, order, units, the place of totals, where the year stands, marks for
hidden figures, and the number of tables. The truth says of every count of exclusions by year group what it is, and of
every panel figure; every other figure must be kept, and may be understood or not.

    python -m tests.families.exclusions.generator 300

reads so many reports and says what came of them; the test suite reads a few.
"""

import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from scrutiny.families.exclusions.facts import TOTAL, InclusionReport, Measure
from scrutiny.families.exclusions.family import EXCLUSIONS
from scrutiny.findings import Severity
from scrutiny.paper import open_paper
from tests.builders.paper import PackBuilder

Grid = list[list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Nation:
    """The words of one nation. Measures and totals are as reports write them; groups are in order, with their name in
    the rows."""

    permanent: tuple[str, ...]
    suspensions: tuple[str, ...]
    groups: tuple[str, ...]
    stages: tuple[tuple[str, int, int], ...]
    """A sub-total with the first and last group that it adds."""
    totals: tuple[str, ...]
    corner: tuple[str, ...]
    per: int


ENGLAND = Nation(
    permanent=("Permanent exclusions", "PEX", "Number of permanent exclusions", "Pupils permanently excluded"),
    suspensions=("Suspensions", "Fixed-term exclusions", "Fixed period exclusions", "Number of suspensions"),
    groups=("Reception", *(f"Year {year}" for year in range(1, 12))),
    stages=(("Primary total", 0, 6), ("Secondary total", 7, 11)),
    totals=("Total", "All year groups", "Grand total", "TOTAL", "All years"),
    corner=("Year group", "National Curriculum year", "NC year", "Year"),
    per=100,
)
KEY_STAGES = Nation(
    permanent=("Permanent exclusions", "PEX"), suspensions=("Suspensions", "FTE"),
    groups=tuple(f"Year {year}" for year in range(7, 12)),
    stages=(("Key Stage 3 total", 0, 2), ("Key Stage 4 total", 3, 4)), totals=("Total", "All pupils", "Overall total"),
    corner=("Year group", "Year"), per=100,
)  # fmt: skip
SCOTLAND = Nation(
    permanent=("Removed from the register", "Removals from the register"), suspensions=("Temporary exclusions",),
    groups=(*(f"P{year}" for year in range(1, 8)), *(f"S{year}" for year in range(1, 7))),
    stages=(("Primary total", 0, 6), ("Secondary total", 7, 12)), totals=("Total", "All stages"),
    corner=("Stage",), per=1000,
)  # fmt: skip
WALES = Nation(
    permanent=("Gwaharddiadau parhaol / Permanent exclusions", "Permanent exclusions"),
    suspensions=("Cyfnod penodol / Fixed-term exclusions", "Fixed-term exclusions"),
    groups=tuple(f"Blwyddyn / Year {year}" for year in range(7, 12)), stages=(),
    totals=("Cyfanswm / Total", "Cyfanswm"), corner=("Grŵp blwyddyn / Year group",), per=1000,
)  # fmt: skip
NORTHERN_IRELAND = Nation(
    permanent=("Expulsions",), suspensions=("Suspensions",), groups=tuple(f"Year {year}" for year in range(8, 15)),
    stages=(), totals=("Total", "All years"), corner=("Year group",), per=1000,
)  # fmt: skip
SHORT = replace(
    ENGLAND,
    permanent=("Permanent exclusions (PEx)", "Permanently excluded", "Permanent exclusions recorded"),
    suspensions=("Suspensions (formerly fixed-term exclusions)", "Fixed-period exclusions", "Suspensions recorded"),
    groups=("R", *(f"Y{year}" for year in range(1, 12))),
    stages=(("Primary sub-total", 0, 6), ("Secondary sub-total", 7, 11)),
    totals=("Whole borough", "Borough total", "County total", "All pupils"), corner=("NCY", "Yr group", "School year"),
)  # fmt: skip
LONG = replace(
    SCOTLAND,
    permanent=("Removals from register",),
    groups=(*(f"Primary {year}" for year in range(1, 8)), *(f"Secondary {year}" for year in range(1, 7))),
    stages=(("All primary", 0, 6), ("All secondary", 7, 12)), totals=("All sectors", "Total"),
)  # fmt: skip
TURNED = replace(
    WALES,
    permanent=("Permanent exclusions / Gwaharddiadau parhaol",),
    groups=tuple(f"Year {year} / Blwyddyn {year}" for year in range(7, 12)),
    totals=("Total / Cyfanswm", "All / Pawb"), corner=("Year group / Grŵp blwyddyn",),
)  # fmt: skip
NATIONS = (ENGLAND, KEY_STAGES, SCOTLAND, WALES, NORTHERN_IRELAND, SHORT, LONG, TURNED)


def as_read(group: str) -> str:
    """A year group as the family names it: "Y7" is Year 7, "R" is Reception."""
    if group == "R":
        return "Reception"
    told = re.sub(r"^(?:Y|Yr )(?=\d)", "Year ", group)
    return re.sub(r"^(Year \d+) / .*", r"\1", told)


PLACES = ("Alder", "Birch", "Cedar", "Downs", "Elm", "Fern", "Grove", "Hazel", "Ivy", "Juniper", "Kestrel", "Linden")
SCHOOLS = ("{} High School", "{} Academy", "St {}'s School", "{} Community College")
PANELS = ("{} Panel", "{} Partnership", "{} Cluster", "{} Hub", "{} Inclusion Forum")
PANEL_MEASURES = (
    ("Cases discussed", "Managed moves", "Number of PEX", "Reintegrations", "Suspensions avoided"),
    ("Referrals received", "Moves agreed", "PEX avoided", "Places offered", "Returned to mainstream"),
)
REASONS = ("Persistent disruption", "Assault on a pupil", "Verbal abuse", "Damage", "Theft", "Bullying", "Other")
SAID_UNKNOWN = ("not recorded", "year not known")
"""Rows that the family says it does not understand, and keeps under these labels."""
HIDDEN = ("*", "<5", "c")


@dataclass(slots=True)
class Generated:
    """A report and its truth: counts by measure, group and year; panel figures; how many figures are printed in all;
    and the printed totals that are wrong."""

    data: bytes = b""
    years: Counter[tuple[str, str, str, str]] = field(default_factory=Counter)
    panels: Counter[tuple[str, str, str, str]] = field(default_factory=Counter)
    printed: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def generate(seed: int) -> Generated:
    """The report of this number: the same every time."""
    chance = random.Random(seed)
    nation = chance.choice(NATIONS)
    builder, made = PackBuilder(numbers=False, size=10.0), Generated()
    builder.new_page()
    builder.heading("Exclusions and inclusion: report to the committee")
    builder.para("This report tells members about exclusions, suspensions and permanent exclusions in our schools.")
    builder.para("A pupil may be excluded for a fixed term or permanently. The tables count exclusions as recorded.")
    tables = [_years_table, _years_table, _panel_table, _schools_table, _reasons_table, _rates_table, _heads_table]
    tables.append(_costs_table)
    chance.shuffle(tables)
    draft = Draft(chance=chance, nation=nation, made=made)
    for number, make in enumerate(tables[: chance.randint(3, 7)], start=1):
        for caption, grid in make(draft):
            builder.new_page()
            numbered = chance.random() < 0.5
            builder.line(f"Table {number}: {caption}" if numbered else caption, bold=True)
            builder.gap(6)
            first = 150.0 if len(grid[0]) < 9 else 80.0
            letters = any(cell == "c" for row in grid for cell in row)  # among figures without lines it is no mark yet
            width = (451.0 - first) / (len(grid[0]) - 1)
            builder.table(
                grid,
                [first] + [width] * (len(grid[0]) - 1),
                size=8.0 if len(grid[0]) < 9 else 6.5,
                ruled=chance.random() < 0.7 or letters,
            )
            for row in grid[1:]:
                made.printed.update(cell for cell in row[1:] if cell)
    made.data = builder.data()
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What the tables of one report share: chance, the nation, the truth so far, the measures that are used."""

    chance: random.Random
    nation: Nation
    made: Generated
    used: set[Measure] = field(default_factory=set)


Made = Iterator[tuple[str, Grid]]


def _academic(chance: random.Random, count: int) -> list[str]:
    first, between = chance.randint(2015, 2019), chance.choice("/-")
    years = [f"{year}{between}{(year + 1) % 100:02d}" for year in range(first, first + count)]
    return years if chance.random() < 0.6 else years[::-1]


def _years_table(draft: Draft) -> Made:
    """Counts by year group: one measure and several years, or one year and both measures."""
    chance, nation, made, used = draft.chance, draft.nation, draft.made, draft.used
    measure = chance.choice(list(Measure))
    words = {Measure.PERMANENT: nation.permanent, Measure.SUSPENSIONS: nation.suspensions}
    both = chance.random() < 0.25 and not used
    if measure in used or (used and both):
        measure = next((other for other in Measure if other not in used), measure)
        if measure in used:
            return
    largest = {Measure.PERMANENT: 30, Measure.SUSPENSIONS: 1400}
    by = chance.choice(("by year group", "by stage", "by year group and year"))
    if both:
        (year,) = _academic(chance, 1)
        columns = [(chance.choice(words[kind]), kind, year) for kind in Measure]
        caption = f"Exclusions by year group, {year}"
        used.update(Measure)
    else:
        columns = [(year, measure, year) for year in _academic(chance, chance.randint(2, 5))]
        caption = f"{chance.choice(words[measure])} {by}"
        used.add(measure)
    groups = list(nation.groups)
    order = 1 if chance.random() < 0.7 else -1
    values = {kind: chance.randint(5, largest[kind]) for kind in Measure}
    figures = [[chance.randint(0, values[kind]) for _, kind, _ in columns] for _ in groups]
    rows: list[tuple[str, list[int]]] = []
    stages = chance.random() < 0.5 and order == 1
    for at, group in enumerate(groups):
        rows.append((group, figures[at]))
        for label, first, last in nation.stages if stages else ():
            if at == last:
                rows.append((label, [sum(line[c] for line in figures[first : last + 1]) for c in range(len(columns))]))
    rows = rows[::order]
    if chance.random() < 0.3:
        other = [chance.randint(0, 4) for _ in columns]
        rows.append((chance.choice(("Not recorded", "Year not known", "Special schools")), other))
        figures.append(other)
    whole = [sum(line[c] for line in figures) for c in range(len(columns))]
    where, total = chance.choice(("last", "last", "first", "none")), chance.choice(nation.totals)
    if where != "none":
        rows.insert(0 if where == "first" else len(rows), (total, whole))
    grid = [[chance.choice(nation.corner), *(heading for heading, _, _ in columns)]]
    grid += [[label, *(_shown(value) for value in line)] for label, line in rows]
    if where == "last" and len(columns) > 2 and not stages and chance.random() < 0.2:
        grid[-1][1] = _shown(whole[0] + chance.choice((10, 20, 100)))
        made.wrong.append(grid[-1][1])
    for label, line in zip((row[0] for row in grid[1:]), (row[1:] for row in grid[1:]), strict=True):
        name = (
            TOTAL
            if label == total or label in {stage for stage, _, _ in nation.stages}
            else as_read(label.removeprefix("Blwyddyn / "))
        )
        for (_, kind, year), printed in zip(columns, line, strict=True):
            made.years[kind.value, name, year, printed] += 1
    turned = chance.random() < 0.3 and len(grid) < 15
    yield caption, [list(row) for row in zip(*grid, strict=True)] if turned else grid


def _shown(value: int) -> str:
    return f"{value:,}"


def _names(chance: random.Random, patterns: Sequence[str], count: int) -> list[str]:
    pattern = chance.choice(patterns)
    return [pattern.format(name) for name in chance.sample(PLACES, count)]


def _panel_table(draft: Draft) -> Made:
    """Panels: each a table with its schools, or all in one table as rows."""
    chance, made = draft.chance, draft.made
    names = _names(chance, PANELS, chance.randint(2, 3))
    measures = list(chance.choice(PANEL_MEASURES)[: chance.randint(3, 5)])
    if chance.random() < 0.5:
        rows = [[chance.randint(0, 40) for _ in measures] for _ in names]
        total = [sum(column) for column in zip(*rows, strict=True)]
        body = [[name, *map(str, line)] for name, line in zip(names, rows, strict=True)] + [
            ["All panels", *map(str, total)]
        ]
        for row in body:
            for measure, printed in zip(measures, row[1:], strict=True):
                made.panels[row[0], "", measure, printed] += 1
        yield "Cases brought to the panels", [["Panel", *measures], *body]
        return
    for name in names:
        schools = _names(chance, SCHOOLS, chance.randint(3, 5))
        rows = [[chance.randint(0, 20) for _ in measures] for _ in schools]
        body = [[school, *map(str, line)] for school, line in zip(schools, rows, strict=True)]
        if chance.random() < 0.3:
            body[0][1] = ""
            rows[0][0] = 0
        body.append(["Total", *(str(sum(column)) for column in zip(*rows, strict=True))])
        for row in body:
            for measure, printed in zip(measures, row[1:], strict=True):
                made.panels[name, "" if row[0] == "Total" else row[0], measure, printed] += 1
        yield "Panel data", [[name, *measures], *body]


def _schools_table(draft: Draft) -> Made:
    chance, nation = draft.chance, draft.nation
    schools = _names(chance, SCHOOLS, chance.randint(4, 8))
    rows = [
        [str(chance.randint(0, 90)), f"{chance.randint(0, 400) / 2:.1f}", str(chance.randint(5, 9))] for _ in schools
    ]
    if chance.random() < 0.4:
        mark = chance.choice(HIDDEN)
        rows[0][2] = rows[1][2] = mark
    yield (
        "Exclusions by school",
        [
            ["School", nation.suspensions[0], "Days lost", nation.permanent[0]],
            *([school, *line] for school, line in zip(schools, rows, strict=True)),
        ],
    )


def _reasons_table(draft: Draft) -> Made:
    chance, nation = draft.chance, draft.nation
    values = [chance.randint(1, 300) for _ in REASONS]
    whole = sum(values)
    yield (
        f"Reasons recorded for {nation.suspensions[0].lower()}",
        [
            ["Reason", "Number", "% of all reasons"],
            *(
                [reason, str(value), f"{value * 100 / whole:.1f}"]
                for reason, value in zip(REASONS, values, strict=True)
            ),
            ["All reasons", str(whole), "100.0"],
        ],
    )


def _rates_table(draft: Draft) -> Made:
    chance, nation = draft.chance, draft.nation
    years = _academic(chance, 3)
    yield (
        f"{nation.suspensions[0]} per {nation.per:,} pupils, by year group",
        [
            [nation.corner[0], *years],
            *([group, *(f"{chance.randint(10, 990) / 100:.2f}" for _ in years)] for group in nation.groups[:6]),
        ],
    )


def _heads_table(draft: Draft) -> Made:
    chance, nation = draft.chance, draft.nation
    years = _academic(chance, 3)
    yield (
        "Pupils suspended at least once, by year group",
        [
            [nation.corner[0], *years],
            *([group, *(str(chance.randint(10, 200)) for _ in years)] for group in nation.groups[:6]),
        ],
    )


def _costs_table(draft: Draft) -> Made:
    """Pounds in the shape of a table of year groups: never pupils."""
    chance, nation = draft.chance, draft.nation
    years = _academic(chance, 3)
    yield (
        "Cost of placements by year of permanent exclusion, £",
        [
            ["£", *years],
            *(
                [f"Excluded in {group}", *(f"{chance.randint(9, 40) * 1000:,}" for _ in years)]
                for group in nation.groups[:5]
            ),
        ],
    )


# --- what came of it ------------------------------------------------------------------------------


@dataclass(slots=True)
class Outcome:
    """What a reading makes of a report. `named` figures are right under their name; `kept` are printed under their
    labels; `wrong` have a name or a value that is not the paper's; `lost` stand in a table that was read and in no row;
    `unread` are figures of tables that were not found on their pages at all."""

    named: int = 0
    kept: int = 0
    wrong: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    unread: int = 0


def read(made: Generated) -> tuple[tuple[InclusionReport, ...], Counter[str]]:
    """The report as the family reads it, and every figure of the tables that were found."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.pdf"
        path.write_bytes(made.data)
        with open_paper(path, whole=True) as paper:
            tables = [table for document in paper.documents for table in document.tables]
            cells = Counter(cell.text for table in tables for row in table.rows for cell in row)
            return EXCLUSIONS.read(paper), cells


def judge(made: Generated) -> Outcome:
    """Every figure of a report: right, kept, wrong or lost."""
    outcome = Outcome()
    reports, cells = read(made)
    left = {"years": Counter(made.years), "panels": Counter(made.panels)}
    kept: Counter[str] = Counter()
    for report in reports:
        for year in report.years:
            if not year.understood and year.label.casefold() not in SAID_UNKNOWN:
                kept[year.printed or ""] += 1  # a label that the table was not read with: said to be not understood
                continue
            key = (year.measure.value if year.measure else "", year.year_group, year.academic_year, year.printed or "")
            _take(outcome, left["years"], key)
            kept[year.printed or ""] += 1
        for panel in report.panels:
            name = (panel.panel, panel.school or "", panel.measure, panel.printed or "")
            _take(outcome, left["panels"], name)
            kept[panel.printed or ""] += 1
        for figure in (*report.schools, *report.others):
            kept[figure.printed or ""] += 1
        wrong = {finding.printed for finding in report.findings if finding.severity is Severity.ERROR}
        outcome.wrong += [f"alarm: {printed}" for printed in wrong - set(made.wrong)]
    printed = Counter({text: count for text, count in made.printed.items() if not text.endswith(",000")})  # no pounds
    found = Counter({text: min(count, cells[text]) for text, count in printed.items()})
    outcome.unread = (printed - found).total()
    outcome.lost += [f"{text} x {count}" for text, count in (found - kept).items()]
    outcome.kept = kept.total() - outcome.named
    return outcome


def _take(outcome: Outcome, truth: Counter[tuple[str, str, str, str]], key: tuple[str, str, str, str]) -> None:
    if truth[key] > 0:
        truth[key] -= 1
        outcome.named += 1
    else:
        outcome.wrong.append(" | ".join(key))


def main(count: int) -> int:
    """Reads so many reports and prints what came of them; 1 where a figure is wrong or lost."""
    named = kept = found = planted = unread = 0
    bad: list[tuple[int, Outcome]] = []
    for seed in range(count):
        made = generate(seed)
        outcome = judge(made)
        unread += outcome.unread
        named, kept, planted = named + outcome.named, kept + outcome.kept, planted + len(made.wrong)
        found += sum(
            printed in {finding.printed for report in read(made)[0] for finding in report.findings}
            for printed in made.wrong
        )
        if outcome.wrong or outcome.lost:
            bad.append((seed, outcome))
    for seed, outcome in bad[:20]:
        print(seed, "wrong", outcome.wrong[:4], "lost", outcome.lost[:4])
    print(
        f"{count} reports: {named} figures named, {kept} kept under their labels, {unread} in tables that were not found; "
        f"{len(bad)} reports with wrong or lost figures; {found} of {planted} wrong totals found"
    )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 300))
