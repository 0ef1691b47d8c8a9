"""Room `products`: the reports of several files made one, for the commands that read each file by itself."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from scrutiny.sheets.model import Report, Table


def joined(reports: Sequence[Report], *, for_reading: bool) -> Report:
    """For programs the tables of one name as one, whose rows say which file they come from; for people the tables of
    each file apart, under its name. One report stays as it is."""
    if len(reports) == 1:
        return reports[0]
    tables = (
        _under_file(table, report.sources[0].file)
        if for_reading or "file" not in {column.name for column in table.layout.columns}
        else table
        for report in reports
        for table in report.tables
    )
    return replace(
        reports[0],
        sources=tuple(source for report in reports for source in report.sources),
        tables=joined_tables(tables),
        findings=tuple(finding for report in reports for finding in report.findings),
    )


def joined_tables(tables: Iterable[Table]) -> tuple[Table, ...]:
    """The tables of several papers, those of one name as one."""
    found: dict[str, Table] = {}
    for table in tables:
        name = table.layout.name
        found[name] = replace(table, rows=(*found[name].rows, *table.rows)) if name in found else table
    return tuple(found.values())


def _under_file(table: Table, file: str) -> Table:
    layout = replace(table.layout, name=f"{file} {table.layout.name}", caption=f"{file}: {table.layout.caption}")
    return replace(table, layout=layout)
