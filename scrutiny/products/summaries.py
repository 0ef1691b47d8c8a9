"""Room `registers`: the figures of a summary, to be verified. Takes a file, gives what it says, line by line.

Reads Markdown, plain text with aligned columns, CSV and TSV, HTML, and the tool's own JSON. Headings, list numbers, and
columns that hold page numbers, references or counts of checks are no figures of the paper.
"""

import csv
import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from scrutiny.checks.facts import words_of
from scrutiny.checks.verifying import Said
from scrutiny.errors import InputError
from scrutiny.figures import parse_figure
from scrutiny.figures.mentions import Mention, find_mentions

_NO_FIGURES = re.compile(
    r"^(?:page|pdf.?page|page.?(?:first|last)|pdf.?(?:first|last)|to|ref|item|line|number.?printed|no\.?|row|column|"
    r"table.?number|table|file|file.?name|sha256|repeat.?of|schema|version|meeting.?date|due|due.?printed|date|seen|checked|"
    r"case|excluded.?year.?group|excluded|half|half.?year|difference|apart.?£?|difference.?£|working|rounding|method|"
    r"parts|level|agree|proven|not.?checkable|why|code|chart|trend|place)$",
    re.IGNORECASE,
)
"""Columns and keys that hold no figures of the paper."""

_WHOLE = re.compile(r"\b(?:all|totals?|sum)\b", re.IGNORECASE)

LONGEST = 3000
"""Characters of a line that are read at a time."""

LONG = 80
"""Characters from which on a cell is a sentence."""

_FINDING = re.compile(r"^(?:error|warning|note): .*\[[a-z]+(?:-[a-z]+)+\]$")
"""A finding of the tool's own: it says itself what does not agree."""

_GROUP = re.compile(r"^(?:year.?)?group$", re.IGNORECASE)
_HEADING = re.compile(r"^\s*(?:#{1,6}\s|={3,}|-{3,}\s*$|\$\s)")
_LIST_NUMBER = re.compile(r"^(\s*(?:[-*•]\s+)?)(\(?\d{1,3}[.)]|[-*•])\s+")
_NUMBERED = re.compile(r"^\(?\d{1,4}[.)]?\s+(?=[A-Z(])")
_RULE = re.compile(r"^\s*-{2,}(?:\s{1,}-{2,})+\s*$|^\s*-{3,}\s*$")
_SEPARATOR = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")


def read_summary(path: Path) -> list[Said]:
    """Every figure of a summary. Raises `InputError` when it cannot be read as text."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}", advice="Give the summary's file.") from None
    except UnicodeDecodeError:
        raise InputError(
            f"{path.name} is not text", advice="verify reads Markdown, text, CSV, HTML and JSON."
        ) from None
    suffix = path.suffix.lower()
    name = path.name
    if suffix in (".csv", ".tsv"):
        return list(_of_csv(name, text, "\t" if suffix == ".tsv" else ","))
    if suffix in (".json", ".jsonl"):
        return list(_of_json(name, text))
    if suffix in (".html", ".htm"):
        return list(_of_html(name, text))
    return list(_of_text(name, text))


def _of_line(name: str, line: int, text: str, about: str = "") -> Iterator[Said]:
    if _FINDING.match(text.strip()):
        return
    if len(text) > LONGEST:
        for start in range(0, len(text), LONGEST):
            yield from _of_line(name, line, text[start : start + LONGEST], about)
        return
    mentions = find_mentions(text)
    for mention in mentions:
        beside = tuple(other.value for other in mentions if other is not mention)
        yield Said(
            summary=name, line=line, mention=mention, words=words_of(f"{about} {_around(text, mention)}"), beside=beside
        )


def _around(text: str, mention: Mention) -> str:
    """The sentence that a figure stands in."""
    start = max((match.end() for match in re.finditer(r"[.!?;]\s", text[: mention.start])), default=0)
    stop = re.search(r"[.!?;](?:\s|$)", text[mention.end :])
    return text[start : mention.end + stop.start() if stop else len(text)]


def _of_cells(name: str, line: int, header: list[str], cells: list[str], caption: str = "") -> Iterator[Said]:
    """The figures of a row: each is about the row's words and its column's heading, those of its label about that."""
    pairs = zip(header, cells, strict=False)
    kept = [
        (heading, cell)
        for heading, cell in pairs
        if not _NO_FIGURES.match(heading.strip()) and not (cell.isdigit() and _GROUP.match(heading.strip()))
    ]
    labels = " ".join(cell for _, cell in kept if parse_figure(cell).value is None and len(cell) < LONG)
    found: list[tuple[Mention, str, bool]] = []
    for heading, cell in kept:
        if len(cell) >= LONG:
            yield from _of_line(name, line, _NUMBERED.sub("", cell))
        elif heading != "quote":  # a short quote is the cell that stands beside it
            worded = parse_figure(cell).value is None and not cell[:1].isdigit()
            about = cell if worded else f"{labels} {heading} {cell}"
            found += [(mention, about, _WHOLE.search(heading) is not None) for mention in find_mentions(cell)]
    above = words_of(caption)
    for mention, about, whole in found:
        beside = tuple(other.value for other, _, _ in found if other is not mention)
        yield Said(
            summary=name, line=line, mention=mention, words=words_of(about), beside=beside, row=True, whole=whole,
            caption=above,
        )  # fmt: skip


def _of_csv(name: str, text: str, delimiter: str) -> Iterator[Said]:
    header: list[str] = []
    rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    for cells in rows:
        if not cells:
            header = []
        elif not header:
            header = cells
        else:
            yield from _of_cells(name, rows.line_num, header, cells)


def _of_json(name: str, text: str) -> Iterator[Said]:
    try:
        documents = (
            [json.loads(line) for line in text.splitlines() if line.strip()]
            if name.endswith("l")
            else [json.loads(text)]
        )
    except ValueError as error:
        raise InputError(
            f"{name} is no JSON: {error}", advice="Give a file that scrutiny wrote with --format json."
        ) from None
    for number, document in enumerate(documents, start=1):
        tables = document.get("tables") if isinstance(document, dict) else None
        rows = [row for own in tables.values() for row in own] if isinstance(tables, dict) else [document]
        for row in rows:
            if not isinstance(row, dict):
                continue
            cells = {
                str(key): str(value) for key, value in row.items() if isinstance(value, str | int) and key != "quote"
            }
            quote = row.get("quote")
            named = {**cells, "about": quote} if isinstance(quote, str) and len(quote) >= 80 else cells
            yield from _of_cells(name, number, list(named), list(named.values()))


def _of_text(name: str, text: str) -> Iterator[Said]:
    """Markdown and plain text: tables by their bars or by the rule below their heading, the rest line by line."""
    lines = text.splitlines()
    header: list[str] = []
    spans: list[tuple[int, int]] = []
    caption = ""
    for number, line in enumerate(lines, start=1):
        following = lines[number] if number < len(lines) else ""
        if not line.strip():
            header, spans = [], []
        elif line.lstrip().startswith("|"):
            cells = [re.sub(r"\\(.)", r"\1", cell.strip()) for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]
            if _SEPARATOR.match(following) and not header:
                header = cells
            elif not _SEPARATOR.match(line) and header:
                yield from _of_cells(name, number, header, cells, caption)
        elif _RULE.match(following) and not spans:
            spans = [match.span() for match in re.finditer(r"-{2,}", following)]
            header = _cut(line, spans)
        elif _RULE.match(line):
            continue
        elif len(spans) > 1:
            yield from _of_cells(name, number, header, _cut(line, spans), caption)
        elif _HEADING.match(line):
            caption = line
        else:
            plain = re.sub(r"[*_`]|\\(?=[|<>\[\]*_`])", "", _LIST_NUMBER.sub(r"\1", line))
            caption = plain if len(plain) < LONG else ""
            yield from _of_line(name, number, plain)


def _cut(line: str, spans: list[tuple[int, int]]) -> list[str]:
    """The line cut where the rule below the heading is; the last piece is the rest."""
    ends = [start for start, _ in spans[1:]] + [len(line)]
    return [line[start:end].strip() for (start, _), end in zip(spans, ends, strict=True)]


class _Page(HTMLParser):
    """Lines of text and rows of tables, headings left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[int, list[str], list[str]]] = []
        self._header: list[str] = []
        self._row: list[str] | None = None
        self._text: list[str] = []
        self._skip = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in ("script", "style", "title", "h1", "h2", "h3", "h4", "h5", "h6"):
            self._skip += 1
        elif tag == "table":
            self._flush()
            self._header = []
        elif tag == "tr":
            self._row = []
        elif tag in ("p", "li", "div", "br", "caption"):
            self._flush()
        elif tag in ("td", "th"):
            self._text = []

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style", "title", "h1", "h2", "h3", "h4", "h5", "h6"):
            self._skip = max(0, self._skip - 1)
        elif tag in ("td", "th") and self._row is not None:
            self._row.append(" ".join("".join(self._text).split()))
            self._text = []
        elif tag == "tr" and self._row is not None:
            if not self._header:
                self._header = self._row
            else:
                self.found.append((self.getpos()[0], self._header, self._row))
            self._row = None
        elif tag in ("p", "li", "div", "caption"):
            self._flush()

    def handle_data(self, data: str) -> None:
        if not self._skip:
            self._text.append(data)

    def _flush(self) -> None:
        text = " ".join("".join(self._text).split())
        if text and self._row is None:
            self.found.append((self.getpos()[0], [], [text]))
            self._text = []


def _of_html(name: str, text: str) -> Iterator[Said]:
    page = _Page()
    page.feed(text)
    page.close()
    for line, header, cells in page.found:
        yield from _of_cells(name, line, header, cells) if header else _of_line(name, line, cells[0])
