"""Room `products`: the reports of several files made one, for the commands that read each file by itself."""

from collections.abc import Sequence
from dataclasses import replace

from scrutiny.sheets.model import Report, Table


def joined(reports: Sequence[Report], *, for_reading: bool) -> Report:
    """For programs the tables of one name as one, whose rows say which file they come from; for people the tables of
    each file apart, under its name. One report stays as it is."""
    if len(reports) == 1:
        return reports[0]
    tables: dict[str, Table] = {}
    for report in reports:
        for table in report.tables:
            tells_file = "file" in {column.name for column in table.layout.columns}
            if for_reading or not tells_file:
                table = _under_file(table, report.sources[0].file)
            name = table.layout.name
            tables[name] = replace(table, rows=(*tables[name].rows, *table.rows)) if name in tables else table
    return replace(
        reports[0],
        sources=tuple(source for report in reports for source in report.sources),
        tables=tuple(tables.values()),
        findings=tuple(finding for report in reports for finding in report.findings),
    )


def _under_file(table: Table, file: str) -> Table:
    layout = replace(table.layout, name=f"{file} {table.layout.name}", caption=f"{file}: {table.layout.caption}")
    return replace(table, layout=layout)
