"""Room `cli`: the columns of every command's tables, from which the JSON Schemas are made."""

from dataclasses import replace

from scrutiny.sheets.model import PAPER_COLUMNS, Column, Kind, Layout

_KINDS = ("front sheet", "minutes", "report", "appendix", "presentation", "supplement", "other")

CONTENTS = Layout(
    name="contents",
    caption="Contents",
    columns=(
        Column(name="item", heading="Item", meaning="the agenda item's number as printed"),
        Column(name="title", heading="Title", optional=False),
        Column(name="kind", heading="Kind", optional=False, choices=_KINDS),
        Column(name="page_first", heading="Page", meaning="first number printed on its pages"),
        Column(name="page_last", heading="to", meaning="last number printed on its pages"),
        Column(name="pdf_first", heading="PDF page", kind=Kind.COUNT, optional=False),
        Column(name="pdf_last", heading="to", kind=Kind.COUNT, optional=False),
        Column(name="exempt", heading="Exempt", kind=Kind.YES_NO, optional=False),
        Column(name="file_name", heading="File name", optional=False, meaning="what split-pack calls the part"),
        Column(
            name="evidence", heading="Evidence", optional=False, shown=False, meaning="what says that it begins there"
        ),
        *PAPER_COLUMNS,
    ),
)

SECTIONS = Layout(
    name="sections",
    caption="Sections inside documents",
    companion=True,
    columns=(
        Column(name="item", heading="Item"),
        Column(name="document", heading="Document", optional=False, meaning="title of the document it is part of"),
        Column(name="label", heading="Label", meaning='as printed: "Appendix 2"'),
        Column(name="title", heading="Title", optional=False),
        Column(name="page_first", heading="Page"),
        Column(name="page_last", heading="to"),
        Column(name="pdf_first", heading="PDF page", kind=Kind.COUNT, optional=False),
        Column(name="pdf_last", heading="to", kind=Kind.COUNT, optional=False),
        *PAPER_COLUMNS,
    ),
)

_PLACE = tuple(replace(column, shown=column.name in ("page", "pdf_page")) for column in PAPER_COLUMNS)
"""Where a row stands, with its pages for people to see."""

RECOMMENDATIONS = Layout(
    name="recommendations",
    caption="Recommendations and resolutions",
    columns=(
        Column(name="ref", heading="Ref", optional=False, meaning="the same in every run on the same file"),
        Column(name="item", heading="Item", shown=False, meaning="the agenda or minute item's number as printed"),
        Column(name="kind", heading="Kind", optional=False, choices=("recommendation", "resolution")),
        Column(name="number_printed", heading="No.", meaning="number or letter as printed"),
        Column(name="text", heading="Text", optional=False, meaning="with the lead-in it needs to be read alone"),
        Column(name="lead_in", heading="Lead-in", shown=False),
        Column(name="addressed_to", heading="Addressed to", meaning="who is to act, as printed"),
        Column(name="report", heading="Report", optional=False, shown=False),
        Column(
            name="author", heading="Author", shown=False, meaning="as printed; for resolutions the body that resolved"
        ),
        Column(
            name="parts", heading="Parts", kind=Kind.COUNT, optional=False, shown=False, meaning="parts of a resolution"
        ),
        Column(name="meeting_date", heading="Meeting", kind=Kind.DATE, shown=False),
        Column(name="repeat_of", heading="Repeats", meaning="ref of the first one that says the same"),
        *_PLACE,
    ),
)

ACTIONS = Layout(
    name="actions",
    caption="Action log",
    columns=(
        Column(name="ref", heading="Ref", optional=False, meaning="the same in every run on the same file"),
        Column(name="item", heading="Item", shown=False, meaning="the minute or agenda item's number as printed"),
        Column(name="text", heading="Action", optional=False, meaning="as an instruction"),
        Column(
            name="kind", heading="Kind", optional=False,
            choices=("commitment", "request", "agreed", "suggestion", "outstanding"),
        ),
        Column(name="owner", heading="Owner", meaning="as printed"),
        Column(name="requested_by", heading="Asked by", meaning="as printed"),
        Column(name="due", heading="Due", kind=Kind.DATE, meaning="where it follows from the paper for certain"),
        Column(name="due_printed", heading="Due as printed"),
        Column(name="status", heading="Status", optional=False, choices=("open", "outstanding", "closed")),
        Column(name="meeting_date", heading="Meeting", kind=Kind.DATE, shown=False),
        Column(name="body", heading="Body", shown=False),
        Column(name="about", heading="About", shown=False, meaning="ref of the earlier action it reports on"),
        Column(name="rule", heading="Rule", shown=False, optional=False, meaning="the rule that found it"),
        *_PLACE,
    ),
)  # fmt: skip

POSSIBLE = Layout(
    name="possible",
    caption="Possible actions, not in the log",
    columns=(
        *ACTIONS.columns[:-len(_PLACE)],
        Column(name="probability", heading="Likely", optional=False, meaning="how likely it is an action, from 0 to 1"),
        *_PLACE,
    ),
)

OUTCOMES = Layout(
    name="outcomes",
    caption="What became of the recommendations",
    columns=(
        Column(name="ref", heading="Ref", optional=False),
        Column(name="item", heading="Item", shown=False),
        Column(name="number_printed", heading="No.", meaning="number or letter as printed"),
        Column(name="text", heading="Recommended", optional=False),
        Column(
            name="outcome", heading="Outcome", optional=False, choices=("adopted", "amended", "deferred", "not found")
        ),
        Column(name="changes", heading="Changed words", meaning="[-taken out-] and [+put in+]"),
        Column(name="resolved", heading="Resolved", shown=False, meaning="the resolution, verbatim"),
        Column(name="minutes_file", heading="Minutes", shown=False),
        Column(name="minutes_item", heading="Minute", shown=False, meaning="number of the minute as printed"),
        Column(name="minutes_page", heading="Minutes page"),
        Column(name="minutes_pdf_page", heading="Minutes PDF page", kind=Kind.COUNT, shown=False),
        *_PLACE,
    ),
)

TRACKER = Layout(
    name="tracker",
    caption="Recommendation tracker",
    columns=(
        Column(name="reference", heading="Reference", optional=False),
        Column(name="origin", heading="Origin", optional=False, meaning="the report"),
        Column(name="date", heading="Date", kind=Kind.DATE, meaning="of the meeting"),
        Column(name="area", heading="Area", meaning="the committee"),
        Column(name="recommendation", heading="Recommendation", optional=False),
        Column(name="lead_officer", heading="Lead officer", meaning="for the officer to fill in"),
        Column(name="action_taken", heading="Action taken", meaning="for the officer to fill in"),
        Column(name="status", heading="Status", optional=False),
        Column(name="response_due", heading="Response due", kind=Kind.DATE, meaning="two months after the meeting"),
        Column(name="item", heading="Item", shown=False),
        *_PLACE,
    ),
)

REMARKS = Layout(
    name="remarks",
    caption="Remarks on the recommendations",
    columns=(
        Column(name="ref", heading="Ref", optional=False),
        Column(name="item", heading="Item", shown=False),
        Column(name="number_printed", heading="No."),
        Column(name="rule", heading="Rule", optional=False, choices=("no actor", "no action", "two in one", "no date")),
        Column(name="remark", heading="Remark", optional=False),
        Column(name="text", heading="Recommendation", optional=False),
        *_PLACE,
    ),
)

CELLS = Layout(
    name="cells",
    caption="Cells of the tables",
    columns=(
        Column(
            name="table_number", heading="Table", kind=Kind.COUNT, optional=False, meaning="counted from 1 in the file"
        ),
        Column(name="caption", heading="Caption", meaning="the line above the table"),
        Column(name="row", heading="Row", kind=Kind.COUNT, optional=False, meaning="counted from 1 below the header"),
        Column(name="column", heading="Column", kind=Kind.COUNT, optional=False, meaning="counted from 1"),
        Column(name="label", heading="Label", meaning="text of the row's first cell"),
        Column(name="heading", heading="Heading", meaning="text of the column's header cell"),
        Column(name="text", heading="Text", meaning="as printed; null where the cell is blank"),
        Column(name="strategy", heading="Read", optional=False, meaning="ruled: by drawn lines; aligned: by position"),
        Column(
            name="confidence",
            heading="Confidence",
            optional=False,
            meaning="proven: every column adds to its printed total; partly; unproven",
        ),
        Column(name="item", heading="Item"),
        *PAPER_COLUMNS,
    ),
)

_ITEM = Column(name="item", heading="Item", shown=False)

EXCLUSION_YEARS = Layout(
    name="years",
    caption="Exclusions by year group",
    columns=(
        Column(name="measure", heading="Measure", meaning="permanent exclusions or suspensions; null where unsaid"),
        Column(name="key_stage", heading="Key stage", meaning="of a total: what it is the total of"),
        Column(name="year_group", heading="Year group", optional=False, meaning="TOTAL for a total"),
        Column(name="academic_year", heading="Year", optional=False, meaning="as read"),
        Column(name="heading_printed", heading="Heading", optional=False, meaning="the column heading as printed"),
        Column(name="printed", heading="Printed", meaning="null where the cell is blank"),
        Column(name="value", heading="Value", kind=Kind.EXACT),
        Column(name="recomputed", heading="Recomputed", kind=Kind.EXACT, meaning="totals only"),
        _ITEM,
        *PAPER_COLUMNS,
    ),
)

PANELS = Layout(
    name="panels",
    caption="Panels",
    columns=(
        Column(name="panel", heading="Panel", optional=False),
        Column(name="school", heading="School", meaning="null for the panel's total"),
        Column(name="measure", heading="Measure", optional=False, meaning="the column heading as printed"),
        Column(name="printed", heading="Printed", meaning="null where the cell is blank"),
        Column(name="value", heading="Value", kind=Kind.EXACT),
        Column(name="recomputed", heading="Recomputed", kind=Kind.EXACT, meaning="totals only"),
        _ITEM,
        *PAPER_COLUMNS,
    ),
)

SCHOOLS = Layout(
    name="schools",
    caption="Schools",
    columns=(
        Column(name="school", heading="School", optional=False),
        Column(name="measure", heading="Measure", optional=False, meaning="the column heading as printed"),
        Column(name="printed", heading="Printed", meaning="null where the cell is blank"),
        Column(name="value", heading="Value", kind=Kind.EXACT),
        _ITEM,
        *PAPER_COLUMNS,
    ),
)

OUTREACH = Layout(
    name="outreach",
    caption="Outreach outcomes",
    columns=(
        Column(name="outcome", heading="Outcome", optional=False),
        Column(name="pupils", heading="Pupils", kind=Kind.COUNT),
        Column(name="percent_printed", heading="% printed"),
        Column(name="percent", heading="% recomputed", kind=Kind.EXACT),
        _ITEM,
        *PAPER_COLUMNS,
    ),
)

REFERRALS = Layout(
    name="referrals",
    caption="Referrals to the primary panel",
    columns=(
        Column(name="school", heading="School", optional=False),
        Column(name="referrals", heading="Referrals", kind=Kind.COUNT),
        _ITEM,
        *PAPER_COLUMNS,
    ),
)

VULNERABLE_GROUPS = Layout(
    name="vulnerable_groups",
    caption="Vulnerable groups, as the prose counts them",
    columns=(
        Column(name="groups", heading="Groups", meaning="separated by semicolons; null: all pupils"),
        Column(name="measure", heading="Measure", meaning="permanent exclusions or suspensions"),
        Column(name="printed", heading="Printed", optional=False, shown=False),
        Column(name="pupils", heading="Pupils", kind=Kind.COUNT),
        Column(name="working", heading="Working", meaning="the counts of single groups that add to this one"),
        _ITEM,
        *PAPER_COLUMNS,
    ),
)

TREND = Layout(
    name="trend",
    caption="Permanent exclusions, year by year",
    columns=(
        Column(name="academic_year", heading="Year", optional=False, meaning="as read"),
        Column(name="heading_printed", heading="Heading", optional=False, shown=False),
        Column(name="pupils", heading="Pupils", kind=Kind.COUNT, optional=False, meaning="the sum of the year groups"),
        Column(name="change", heading="Change", kind=Kind.COUNT),
        Column(name="percent_change", heading="% change", kind=Kind.EXACT),
        Column(name="chart", heading="", meaning="a bar, where --chart asks for it"),
        _ITEM,
        *PAPER_COLUMNS,
    ),
)

_STATUSES = ("ok", "error", "warning", "note", "not-checkable")

CHECKS = Layout(
    name="checks",
    caption="Checks",
    columns=(
        Column(name="check", heading="Check", optional=False),
        Column(name="status", heading="Status", optional=False, choices=_STATUSES),
        Column(name="printed", heading="Printed", meaning="as the paper prints it"),
        Column(name="expected", heading="Expected", meaning="what the working gives"),
        Column(name="working", heading="Working", optional=False, meaning="how; of what cannot be checked, why"),
        _ITEM,
        *PAPER_COLUMNS,
    ),
)

COVERAGE = Layout(
    name="coverage",
    caption="What was checked",
    columns=(
        Column(name="check", heading="Check", optional=False),
        Column(name="seen", heading="Seen", kind=Kind.COUNT, optional=False, meaning="figures that it applies to"),
        Column(name="checked", heading="Checked", kind=Kind.COUNT, optional=False),
        Column(name="proven", heading="Agree", kind=Kind.COUNT, optional=False),
        Column(name="not_checkable", heading="Not checkable", kind=Kind.COUNT, optional=False),
        Column(name="why", heading="Why not", meaning="the commonest reasons, with how often"),
    ),
)

AGENDA = Layout(
    name="agenda",
    caption="On the agenda",
    columns=(
        Column(name="item", heading="Item", meaning="the agenda item's number as printed"),
        Column(name="title", heading="Business", optional=False),
        Column(name="kind", heading="Paper", choices=_KINDS, meaning="null for business without a paper"),
        Column(name="page_first", heading="Page", meaning="first number printed on its pages"),
        Column(name="page_last", heading="to", meaning="last number printed on its pages"),
        Column(name="pdf_first", heading="PDF page", kind=Kind.COUNT),
        Column(name="pdf_last", heading="to", kind=Kind.COUNT),
        Column(name="exempt", heading="Exempt", kind=Kind.YES_NO, optional=False),
        *PAPER_COLUMNS,
    ),
)

GAPS = Layout(
    name="gaps",
    caption="What could not be found",
    columns=(
        Column(name="part", heading="Part", optional=False, shown=False),
        Column(name="says", heading="What was looked for", optional=False),
        Column(name="file", heading="File", optional=False),
    ),
)

WITHHELD = Layout(
    name="withheld",
    caption="What is left out",
    columns=(
        Column(name="says", heading="What", optional=False),
        Column(name="file", heading="File", optional=False),
    ),
)

PARTS = Layout(
    name="parts",
    caption="What is installed",
    columns=(
        Column(name="part", heading="Part", optional=False),
        Column(name="state", heading="State", optional=False, choices=("ok", "missing", "not installed", "unknown")),
        Column(name="version", heading="Version"),
        Column(name="purpose", heading="What for", optional=False),
        Column(name="advice", heading="What to do"),
    ),
)

_OUTCOMES = ("supported", "computed", "contradicted", "not-found", "allowed")

VERIFIED = Layout(
    name="figures",
    caption="Figures of the summary",
    columns=(
        Column(name="summary", heading="Summary", optional=False, meaning="the file that was verified"),
        Column(name="line", heading="Line", kind=Kind.COUNT, optional=False, meaning="counted from 1"),
        Column(name="printed", heading="Figure", optional=False, meaning="as the summary prints it"),
        Column(name="outcome", heading="Outcome", optional=False, choices=_OUTCOMES),
        Column(name="working", heading="Working", meaning="how it follows, or what the paper says instead"),
        Column(name="item", heading="Item", shown=False),
        Column(name="file", heading="File", shown=False, meaning="the PDF that bears it out or contradicts it"),
        Column(name="page", heading="Page", meaning="the page number as printed"),
        Column(name="pdf_page", heading="PDF page", kind=Kind.COUNT, shown=False, meaning="counted from 1"),
        Column(name="quote", heading="Line there", meaning="verbatim, white space folded"),
    ),
)

_MAY_BE_PAPER = tuple(replace(column, optional=True) for column in PAPER_COLUMNS)
"""For rows that come from a paper or from parameters: then they are null."""

PLACEMENTS = Layout(
    name="placements",
    caption="Cost by year group",
    columns=(
        Column(name="case", heading="Case", optional=False),
        Column(name="excluded_year_group", heading="Excluded", kind=Kind.COUNT, optional=False, shown=False),
        Column(name="year_group", heading="Group", kind=Kind.COUNT, optional=False),
        Column(name="academic_year", heading="Year", meaning="worked out from the pupil's other years"),
        Column(
            name="half_year",
            heading="Half",
            kind=Kind.YES_NO,
            optional=False,
            shown=False,
            meaning="half of the year's cost",
        ),
        Column(name="printed", heading="Printed £", kind=Kind.EXACT),
        Column(name="recomputed", heading="Should be £", kind=Kind.EXACT),
        Column(name="difference", heading="Apart £", kind=Kind.EXACT),
        Column(name="working", heading="Working", optional=False),
        _ITEM,
        *_MAY_BE_PAPER,
    ),
)

CASE_TOTALS = Layout(
    name="case_totals",
    caption="Each case",
    columns=(
        Column(name="case", heading="Case", optional=False),
        Column(name="total_printed", heading="Total printed £", kind=Kind.EXACT),
        Column(name="total", heading="Total £", kind=Kind.EXACT),
        Column(name="contribution_printed", heading="Contribution printed £", kind=Kind.EXACT),
        Column(name="contribution", heading="Contribution £", kind=Kind.EXACT),
        Column(name="net_printed", heading="Net printed £", kind=Kind.EXACT),
        Column(name="net", heading="Net £", kind=Kind.EXACT, meaning="total less the printed contribution"),
        _ITEM,
        *_MAY_BE_PAPER,
    ),
)

CONTRIBUTIONS = Layout(
    name="contributions",
    caption="The excluding school's contribution",
    columns=(
        Column(name="key_stage", heading="Key stage"),
        Column(name="awpu", heading="AWPU £", kind=Kind.EXACT),
        Column(name="top_up", heading="Top-up £", kind=Kind.EXACT),
        Column(name="school_days", heading="School days", kind=Kind.COUNT),
        Column(name="days", heading="Days", kind=Kind.COUNT),
        Column(name="daily_printed", heading="A day, printed £", kind=Kind.EXACT),
        Column(name="daily", heading="A day £", kind=Kind.EXACT),
        Column(name="printed", heading="Printed £", kind=Kind.EXACT),
        Column(name="recomputed", heading="Recomputed £", kind=Kind.EXACT),
        Column(name="rounding", heading="Rounding"),
        Column(name="method", heading="Method", optional=False, choices=("local", "statutory")),
        Column(name="working", heading="Working", meaning="of contributions that were computed"),
        _ITEM,
        *_MAY_BE_PAPER,
    ),
)

DAY_RATES = Layout(
    name="day_rates",
    caption="What a place costs a year: school days x (day rate + transport)",
    columns=(
        Column(name="academic_year", heading="Year", optional=False),
        Column(name="school_days", heading="School days", kind=Kind.COUNT, optional=False),
        Column(name="day_rate", heading="Day rate £", kind=Kind.EXACT),
        Column(name="transport", heading="Transport £", kind=Kind.EXACT),
        Column(name="daily", heading="A day £", kind=Kind.EXACT),
        Column(name="printed", heading="Printed £", kind=Kind.EXACT),
        Column(name="recomputed", heading="Recomputed £", kind=Kind.EXACT),
        _ITEM,
        *_MAY_BE_PAPER,
    ),
)

COST_TOTALS = Layout(
    name="totals",
    caption="Totals",
    columns=(
        Column(name="name", heading="What", optional=False),
        Column(name="printed", heading="Printed £", kind=Kind.EXACT),
        Column(name="recomputed", heading="Recomputed £", kind=Kind.EXACT),
        Column(name="difference", heading="Difference £", kind=Kind.EXACT),
        Column(name="working", heading="Working", optional=False),
        _ITEM,
        *_MAY_BE_PAPER,
    ),
)

BREAK_EVEN = Layout(
    name="break_even",
    caption="Avoided exclusions at which the investment breaks even",
    columns=(
        Column(name="investment", heading="Investment £", kind=Kind.EXACT),
        Column(name="mean_net", heading="Mean net cost £", kind=Kind.EXACT),
        Column(name="exact", heading="Exactly", kind=Kind.EXACT),
        Column(name="exclusions", heading="Exclusions", kind=Kind.COUNT, optional=False),
        Column(name="printed", heading="Printed", kind=Kind.COUNT),
        _ITEM,
        *_MAY_BE_PAPER,
    ),
)

SCENARIOS = Layout(
    name="scenarios",
    caption="Scenarios",
    columns=(
        Column(name="scenario", heading="Scenario", optional=False),
        Column(name="name", heading="What", optional=False),
        Column(name="value", heading="Value", kind=Kind.EXACT, optional=False),
        Column(name="base", heading="Base", kind=Kind.EXACT, optional=False),
        Column(name="difference", heading="Difference", kind=Kind.EXACT, optional=False),
    ),
)

TRACE = Layout(
    name="trace",
    caption="Every step, and the parameters it read",
    columns=(
        Column(name="scenario", heading="Scenario", optional=False),
        Column(name="step", heading="Step", optional=False),
        Column(name="working", heading="Working", optional=False),
        Column(name="result", heading="Result", kind=Kind.EXACT, optional=False),
        Column(name="parameters", heading="Parameters", meaning="each with its value and source"),
    ),
)

LAYOUTS: dict[str, tuple[Layout, ...]] = {
    "contents": (CONTENTS, SECTIONS),
    "split-pack": (CONTENTS, SECTIONS),
    "actions": (ACTIONS,),
    "actions-possible": (ACTIONS, POSSIBLE),
    "tables": (CELLS,),
    "exclusions-summary": (TREND, EXCLUSION_YEARS, PANELS, SCHOOLS, OUTREACH, REFERRALS, VULNERABLE_GROUPS),
    "exclusions-years": (EXCLUSION_YEARS,),
    "exclusions-panels": (PANELS,),
    "exclusions-schools": (SCHOOLS,),
    "check": (CHECKS, COVERAGE),
    "brief": (
        AGENDA,
        RECOMMENDATIONS,
        ACTIONS,
        TREND,
        PANELS,
        CASE_TOTALS,
        CONTRIBUTIONS,
        COST_TOTALS,
        BREAK_EVEN,
        CHECKS,
        COVERAGE,
        GAPS,
        WITHHELD,
    ),
    "verify": (VERIFIED,),
    "cost-model": (
        PLACEMENTS,
        CASE_TOTALS,
        CONTRIBUTIONS,
        DAY_RATES,
        COST_TOTALS,
        BREAK_EVEN,
        SCENARIOS,
        TRACE,
    ),
    "recs": (RECOMMENDATIONS,),
    "recs-against": (OUTCOMES,),
    "recs-tracker": (TRACKER,),
    "recs-lint": (REMARKS,),
    "doctor": (PARTS,),
}
"""The tables of each command that has data to give."""
