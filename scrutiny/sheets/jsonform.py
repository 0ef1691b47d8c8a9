"""Room `sheets`: JSON, JSON Lines, and the JSON Schemas that describe them.

Money and other exact figures are strings holding a decimal, counts are numbers, what is absent is null.
"""

import json
from datetime import date
from decimal import Decimal
from typing import cast

from msgspec import to_builtins

from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.language.patterns import pattern_of
from scrutiny.sheets.model import Column, Kind, Layout, Report, Table, Value

SCHEMA_VERSION = 1

Json = dict[str, "Json"] | list["Json"] | str | int | bool | None

_UNSAFE = pattern_of("[\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""Characters that JSON allows bare but a terminal or a JavaScript reader stumbles over."""


def render_json(report: Report) -> str:
    """The envelope, indented."""
    return _escape(json.dumps(envelope(report), ensure_ascii=False, indent=2)) + "\n"


def render_jsonl(report: Report) -> str:
    """One row a line, the name of its table first."""
    lines = [
        _escape(json.dumps({"table": table.layout.name, **row}, ensure_ascii=False))
        for table in report.tables
        for row in _rows(table)
    ]
    return "".join(line + "\n" for line in lines)


def envelope(report: Report) -> Json:
    """What every command's JSON looks like from outside."""
    return {
        "schema": SCHEMA_VERSION,
        "command": report.command,
        "version": report.version,
        "sources": cast(Json, to_builtins(list(report.sources))),
        "tables": {table.layout.name: cast("list[Json]", _rows(table)) for table in report.tables},
        "findings": [finding_row(finding) for finding in report.findings],
    }


def finding_row(finding: Finding) -> dict[str, Json]:
    """A finding as a flat object; its first quote gives the place."""
    quote = finding.quotes[0] if finding.quotes else None
    return {
        "code": finding.code.value,
        "severity": finding.severity.value,
        "message": finding.message,
        "printed": finding.printed,
        "expected": finding.expected,
        "file": quote.file if quote else finding.file,
        "item": quote.item if quote else None,
        "page": quote.page_label if quote else None,
        "pdf_page": quote.pdf_page if quote else None,
        "quote": (quote.text or None) if quote else None,
    }


def schema(command: str, layouts: tuple[Layout, ...]) -> Json:
    """The JSON Schema (draft 2020-12) of a command's output."""
    text_or_null: Json = {"type": ["string", "null"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"scrutiny {command}",
        "type": "object",
        "additionalProperties": False,
        "required": ["schema", "command", "version", "sources", "tables", "findings"],
        "properties": {
            "schema": {"const": SCHEMA_VERSION},
            "command": {"const": command},
            "version": {"type": "string"},
            "sources": {
                "type": "array",
                "items": _object(
                    {
                        "file": {"type": "string"},
                        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
                        "title": text_or_null,
                        "body": text_or_null,
                        "meeting_date": {"type": ["string", "null"], "format": "date"},
                        "pdf_pages": {"type": "integer", "minimum": 1},
                    },
                    {"ocr_pages": {"type": "array", "items": {"type": "integer", "minimum": 1}}},
                ),
            },
            "tables": _object(
                {
                    layout.name: {
                        "type": "array",
                        "description": layout.caption,
                        "items": _object({column.name: _column(column) for column in layout.columns}),
                    }
                    for layout in layouts
                }
            ),
            "findings": {
                "type": "array",
                "items": _object(
                    {
                        "code": {"enum": [code.value for code in FindingCode]},
                        "severity": {"enum": [severity.value for severity in Severity]},
                        "message": {"type": "string"},
                        **dict.fromkeys(("printed", "expected", "file", "item", "page"), text_or_null),
                        "pdf_page": {"type": ["integer", "null"], "minimum": 1},
                        "quote": text_or_null,
                    }
                ),
            },
        },
    }


def _object(properties: dict[str, Json], optional: dict[str, Json] | None = None) -> Json:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": cast("list[Json]", list(properties)),
        "properties": properties | (optional or {}),
    }


def _column(column: Column) -> Json:
    kind = {
        Kind.TEXT: "string", Kind.COUNT: "integer", Kind.EXACT: "string", Kind.DATE: "string", Kind.YES_NO: "boolean",
    }[column.kind]  # fmt: skip
    described: dict[str, Json] = {"type": [kind, "null"] if column.optional else kind}
    if column.choices:
        choices: list[Json] = [*column.choices]
        described = {"enum": [*choices, None] if column.optional else choices}
    if column.kind is Kind.EXACT:
        described["pattern"] = r"^-?\d+(\.\d+)?$"
    if column.kind is Kind.DATE:
        described["format"] = "date"
    if column.meaning:
        described["description"] = column.meaning
    return described


def _rows(table: Table) -> list[dict[str, Json]]:
    names = [column.name for column in table.layout.columns]
    return [{name: _value(row[name]) for name in names} for row in table.rows]


def _value(value: Value) -> Json:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    return value


def _escape(text: str) -> str:
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
