"""Room `exclusions`: what must reconcile with what.

Takes typed figures, yields findings with their working. Nothing is expected to add up that need not: suppressed
or missing parts make a total unsure, and then nothing is said.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from scrutiny.exclusions.model import Outreach, PanelFigure, Referral, YearFigure
from scrutiny.figures import interval_of, parse_figure, truncation_of
from scrutiny.figures.intervals import Interval
from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.sources import Quote


def plain(value: Decimal) -> str:
    """A figure without needless zeros: "70.5", "376"."""
    text = format(value.normalize(), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def check_year_headings(years: Sequence[YearFigure]) -> Iterator[Finding]:
    """A heading whose second year does not follow its first."""
    seen: set[str] = set()
    for figure in years:
        own = figure.heading_printed
        if own in seen or re.sub(r"\D", "", own)[4:][-2:] == figure.academic_year[-2:]:
            continue
        seen.add(own)
        yield Finding(
            code=FindingCode.YEAR_HEADING,
            severity=Severity.WARNING,
            message=f"the column heading {own} was read as {figure.academic_year}",
            printed=own,
            expected=figure.academic_year,
            quotes=(Quote(file=figure.quote.file, pdf_page=figure.quote.pdf_page, page_label=figure.quote.page_label,
                          item=figure.quote.item, text=own),),
        )  # fmt: skip


def check_year_totals(years: Sequence[YearFigure]) -> Iterator[Finding]:
    """Totals of key stages and of all."""
    for figure in years:
        if figure.value is None or figure.recomputed is None or figure.value == figure.recomputed:
            continue
        of = figure.key_stage or "all year groups"
        yield _mismatch(
            f"{of}, {figure.academic_year}",
            figure.printed,
            figure.value,
            figure.recomputed,
            "the year groups",
            figure.quote,
        )


def check_panel_totals(panels: Sequence[PanelFigure]) -> Iterator[Finding]:
    """Every total of every panel; silent where a part is suppressed or no figure."""
    for total in panels:
        if total.school is not None or total.value is None or total.recomputed is None:
            continue
        parts = [p for p in panels if p.panel == total.panel and p.measure == total.measure and p.school is not None]
        if total.value == total.recomputed:
            continue
        counted = sum(part.value is not None for part in parts)
        yield _mismatch(
            f"{total.panel}, {total.measure}",
            total.printed,
            total.value,
            total.recomputed,
            f"the {counted} schools",
            total.quote,
        )


def _mismatch(what: str, printed: str | None, value: Decimal, expected: Decimal, parts: str, quote: Quote) -> Finding:
    apart = value - expected
    way = "too much" if apart > 0 else "too little"
    return Finding(
        code=FindingCode.TOTAL_MISMATCH,
        severity=Severity.ERROR,
        message=f"{what}: printed total {printed}, {parts} add to {plain(expected)} ({plain(abs(apart))} {way})",
        printed=printed,
        expected=plain(expected),
        quotes=(quote,),
    )


def check_outreach(outreach: Sequence[Outreach]) -> Iterator[Finding]:
    """Each percentage against its pupils: first rounded, then cut off."""
    whole = sum((row.pupils for row in outreach if row.pupils is not None), Decimal(0))
    for row in outreach:
        if row.pupils is None or not whole or row.percent_printed is None:
            continue
        figure = parse_figure(row.percent_printed)
        share = Interval.of(row.pupils * 100 / whole)
        rounded, cut = interval_of(figure), truncation_of(figure)
        if rounded is None or cut is None or rounded.meets(share):
            continue
        truncated = cut.meets(share)
        exact = (row.pupils * 100 / whole).quantize(Decimal("0.01"))
        yield Finding(
            code=FindingCode.PERCENT_MISMATCH,
            severity=Severity.WARNING if truncated else Severity.ERROR,
            message=f"{row.outcome}: printed {row.percent_printed}, {plain(row.pupils)} of {plain(whole)} is {exact} %"
            + (" (cut off, not rounded)" if truncated else ""),
            printed=row.percent_printed,
            expected=None if row.percent is None else plain(row.percent),
            quotes=(row.quote,),
        )


_SUPPORTED = re.compile(
    r"\bsupported\s+(?P<all>\d[\d,]*)\s+(?:pupils|young\s+people|children)\b.{0,80}?\b(?P<excluded>\d[\d,]*)\s+(?:pupils\s+|of\s+whom\s+)?"
    r"(?:going|went|who\s+went|go)\s+on\s+to\s+be\s+permanently\s+excluded\b.{0,60}?\b(?P<percent>\d{1,3}(?:\.\d+)?)\s?(?:%|per\s?cent)",
    re.IGNORECASE,
)
"""Accepts "the panels supported 376 pupils with 51 pupils going on to be permanently excluded, this represents 86%"."""

_CASES = re.compile(r"\bcases?\b", re.IGNORECASE)
_CLOSED = re.compile(r"\b(?:closed|positive|outcome)\b", re.IGNORECASE)
_PEX = re.compile(r"\b(?:number\s+of\s+)?(?:PEX|P/Ex|permanent\s+exclusions?)\s*$", re.IGNORECASE)


def check_panel_sentence(panels: Sequence[PanelFigure], sentences: Sequence[Quote]) -> Iterator[Finding]:
    """The sentence that sums the panels up, against their totals and against itself."""
    for sentence in sentences:
        match = _SUPPORTED.search(sentence.text)
        if not match:
            continue
        whole, excluded = (Decimal(match[name].replace(",", "")) for name in ("all", "excluded"))
        share = Interval.of((whole - excluded) * 100 / whole) if whole else Interval.of(Decimal(0))
        printed = parse_figure(match["percent"] + "%")
        rounded, cut = interval_of(printed), truncation_of(printed)
        if rounded and cut and not rounded.meets(share):
            yield Finding(
                code=FindingCode.PERCENT_MISMATCH,
                severity=Severity.WARNING if cut.meets(share) else Severity.ERROR,
                message=f"printed {printed.printed}, {plain(whole - excluded)} of {plain(whole)} is {share.low.quantize(Decimal('0.1'))} %",
                printed=printed.printed,
                expected=str(share.low.quantize(Decimal("0.1"))),
                quotes=(sentence,),
            )
        for value, wanted in ((whole, _CASES), (excluded, _PEX)):
            sums = [
                p.recomputed
                for p in panels
                if p.school is None and wanted.search(p.measure) and not _CLOSED.search(p.measure)
            ]
            known = [figure for figure in sums if figure is not None]
            if known and len(known) == len(sums) and sum(known, Decimal(0)) != value:
                yield Finding(
                    code=FindingCode.STATED_TWICE,
                    severity=Severity.ERROR,
                    message=f"the sentence says {plain(value)}, the panels' schools add to {plain(sum(known, Decimal(0)))}",
                    printed=plain(value),
                    expected=plain(sum(known, Decimal(0))),
                    quotes=(sentence,),
                )


_PRIMARY = re.compile(
    r"\bprimary\s+(?:[\w-]+\s+){0,4}?panel\s+(?:has\s+|have\s+)?(?:supported|took|received)\s+(?P<count>\d[\d,]*)\s+(?:young\s+people|pupils|children|referrals)\b",
    re.IGNORECASE,
)


def check_referral_statements(referrals: Sequence[Referral], sentences: Sequence[Quote]) -> Iterator[Finding]:
    """How many the primary panel supported, wherever it is said, against the table of referrals."""
    said = [
        (Decimal(match["count"].replace(",", "")), quote)
        for quote in sentences
        if (match := _PRIMARY.search(quote.text))
    ]
    known = [row.referrals for row in referrals if row.referrals is not None]
    table = sum(known, Decimal(0)) if known and len(known) == len(referrals) else None
    for value, quote in said:
        others = {other for other, _ in said} | ({table} if table is not None else set())
        if table is not None and value != table:
            yield Finding(
                code=FindingCode.STATED_TWICE,
                severity=Severity.ERROR,
                message=f"the primary panel supported {plain(value)} here; the table of referrals adds to {plain(table)}",
                printed=plain(value),
                expected=plain(table),
                quotes=(quote, *(other for count, other in said if count != value)),
            )
        elif table is None and len(others) > 1 and value == max(others):
            yield Finding(
                code=FindingCode.STATED_TWICE,
                severity=Severity.ERROR,
                message=f"the primary panel supported {' and '.join(plain(v) for v in sorted(others))}, by two sentences",
                printed=plain(value),
                quotes=tuple(other for _, other in said),
            )
