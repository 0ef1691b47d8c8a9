"""Room `sheets`: findings for CI: annotations of GitHub Actions, and SARIF 2.1.0.

Takes a `Report`, gives its findings; the rows are left out. A summary is marked at its
line; a PDF has none, and the page stands in the message.
"""

import json
from urllib.parse import quote

from scrutiny.explanations import EXPLANATIONS
from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.sheets.cells import clean
from scrutiny.sheets.model import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render_github(report: Report) -> str:
    """One workflow command for each finding."""
    return "".join(
        f"::{_COMMANDS[finding.severity]} file={_property(_file(finding))}{_line(finding)},"
        f"title={_property(finding.code)}::{_data(_message(finding))}\n"
        for finding in report.findings
    )


def render_sarif(report: Report) -> str:
    """One run with a rule for each code that occurs."""
    used = [code for code in FindingCode if any(finding.code is code for finding in report.findings)]
    rules = [{"id": code.value, "shortDescription": {"text": EXPLANATIONS[code].meaning}} for code in used]
    results: list[dict[str, object]] = [
        {
            "ruleId": finding.code.value,
            "level": finding.severity.value,
            "message": {"text": clean(_message(finding))},
            "locations": [
                {"physicalLocation": _location(finding), "logicalLocations": [{"name": _page(finding), "kind": "page"}]}
            ],
        }
        for finding in report.findings
    ]
    driver = {"name": "scrutiny", "version": report.version, "rules": rules}
    data = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]}
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _line(finding: Finding) -> str:
    return "" if finding.line is None else f",line={finding.line}"


def _location(finding: Finding) -> dict[str, dict[str, str] | dict[str, int]]:
    file = {"uri": quote(_file(finding))}
    if finding.line is None:
        return {"artifactLocation": file}
    return {"artifactLocation": file, "region": {"startLine": finding.line}}


def _file(finding: Finding) -> str:
    return finding.quotes[0].file if finding.quotes else ""


def _page(finding: Finding) -> str:
    own = finding.quotes[0] if finding.quotes else None
    return own.cited if own is not None and own.file.lower().endswith(".pdf") else ""


def _message(finding: Finding) -> str:
    page = _page(finding)
    return f"{page}: {finding.message}" if page else finding.message


def _data(text: str) -> str:
    """Escaped as GitHub reads it, so that a paper's words start no command of their own."""
    return clean(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
