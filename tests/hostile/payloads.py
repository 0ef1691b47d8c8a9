"""What a paper's words may hold to steer what they are shown in, and readers that tell whether they do.

Each reader takes what a command wrote in one format and gives what is wrong with it, in words.
"""

import csv
import importlib
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from html.parser import HTMLParser
from xml.etree import ElementTree

import openpyxl
from markdown_it import MarkdownIt

from scrutiny.sheets import Format

PAYLOADS: dict[str, str] = {
    "colour": "\x1b[31mred\x1b[0m",
    "title of the terminal": "\x1b]0;owned\x07",
    "clipboard": "\x1b]52;c;b3duZWQ=\x07",
    "clear the screen": "\x1b[2J\x1b[H",
    "report back": "\x1b[6n\x1b[c",
    "C1 control": "\x9b31m\x9d0;owned\x9c",
    "backspaces": "12\x08\x08 99",
    "carriage return": "wrong\rright",
    "bell and null": "a\x07b\x00c",
    "turned round": "\u202egnp.exe",
    "isolate": "\u2066admin\u2069",
    "Arabic letter mark": "1\u061c2",
    "marks of direction": "a\u200eb\u200fc",
    "tags": "safe\U000e0001\U000e0068\U000e0069\U000e007f",
    "hidden message": "safe\U000e0148\U000e0149 a\u2061\u2062\u2063\u2064b\u180e",
    "annotation": "\ufff9shown\ufffahidden\ufffb",
    "line separator": "one\u2028two\u2029three",
    "no character": "a\ufffeb\uffffc\ufdd0",
    "byte order mark": "\ufeffa",
    "surrogate": "a\ud800b",
    "Rich markup": "[bold red]x[/bold red] [/bold] [link=file:///x]y[/link] :warning:",
    "formula": "=HYPERLINK(\"http://x.uk\",\"click\")",
    "formula with cmd": "=cmd|'/c calc'!A1",
    "formula by plus": "+1+cmd|' /C calc'!A0",
    "formula by minus": "-2+3+cmd|'/C calc'!A0",
    "formula by at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "wide formula": "\uff1dHYPERLINK(1)",
    "wide plus": "\uff0b1\uff0b1",
    "formula behind space": " \t =1+1",
    "formula behind a no-break space": "\u00a0=1+1",
    "script": "<script>alert(1)</script>",
    "picture": "<img src=x onerror=alert(1)>",
    "end of a cell": "</td></tr></table><h1>x</h1>",
    "attribute": "\" onmouseover=\"alert(1)",
    "entity": "&lt;b&gt; &#60;script&#62;",
    "pipe": "a | b || c",
    "back-tick": "`code` ```block```",
    "link": "[click](javascript:alert(1)) ![x](http://x.uk/a.png)",
    "emphasis": "*a* **b** _c_ __d__ ~~e~~",
    "heading": "# heading",
    "list": "- item",
    "numbered list": "1. item",
    "quote": "> quoted",
    "rule": "---",
    "mention": "@octocat @org/team",
    "issue": "#1 org/repo#2",
    "bare address": "http://x.uk https://y.uk/a?b=c www.z.uk",
    "mail": "clerk@example.gov.uk",
    "angle address": "<http://x.uk>",
    "mathematics": "$x$ $$y$$",
    "back-slash": "a\\|b \\",
    "GitHub command": "::error file=a::owned",
    "GitHub command behind space": "  ::set-output name=a::owned",
    "GitHub group": "##[group]owned",
    "Azure command": "##vso[task.setvariable variable=a]owned",
    "rich text of a workbook": "<r><t>x</t></r>",
    "escape of a workbook": "_x0041_ _x000D_",
    "quotation mark": "a\"b\"\"c",
    "line breaks": "a\r\nb\nc\x0bd\x0ce",
    "code by spaces": "     code",
    "underline": "=====",
}  # fmt: skip

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200e\u200f\u2028-\u202e\u2061-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef"
    "\ufffe\uffff\U000e0000-\U000e0fff\ud800-\udfff]"
)
COMMANDS = re.compile(r"^\s*::[A-Za-z]|##\[|##vso\[", re.MULTILINE | re.IGNORECASE)
PAGE = re.compile(r"(?:[\w.~-]|%[0-9A-F]{2})*#page=\d+", re.ASCII)
"""The only address that is ours: a page of a file in the same folder. Whatever else the name holds is encoded."""
FORMULA = re.compile(r"^\s*[=+\-@|%\uff1d\uff0b\uff0d\uff20]")
NUMBER = re.compile(r"[-+]?£?[\d,]*\.?\d+\s?(?:%|[A-Za-z]{1,3})?\*{0,3}")


def read_lines(data: bytes) -> Iterator[str]:
    """What stands in every text: no controls, no commands of a build server."""
    text = data.decode("utf-8")
    if found := FORBIDDEN.search(text):
        yield f"U+{ord(found.group()):04X} in …{text[max(found.start() - 30, 0) : found.end() + 30]!r}"
    if found := COMMANDS.search(text):
        yield f"a command in …{text[max(found.start() - 10, 0) : found.end() + 30]!r}"


def read_terminal(data: bytes) -> Iterator[str]:
    """What a terminal emulator makes of it: its title and screen stay, and it is asked nothing."""
    text = data.decode("utf-8")
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
    yield from read_lines(plain.encode("utf-8"))
    try:
        pyte = importlib.import_module("pyte")
    except ImportError:
        return
    said: list[str] = []
    screen = pyte.Screen(120, 50)
    screen.write_process_input = said.append
    pyte.Stream(screen).feed(text.replace("\n", "\r\n"))
    if said or screen.title or screen.icon_name:
        yield f"the terminal answered {said} or has the title {screen.title!r}"


def read_table(data: bytes, delimiter: str) -> Iterator[str]:
    yield from read_lines(data)
    rows = csv.reader(io.StringIO(data.decode("utf-8"), newline=""), delimiter=delimiter, strict=True)
    for row in rows:
        for cell in row:
            if FORMULA.match(cell) and not NUMBER.fullmatch(cell):
                yield f"a formula: {cell[:40]!r}"


def read_workbook(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        for name in parts.namelist():
            if name.endswith(".xml"):
                ElementTree.fromstring(parts.read(name))
    for sheet in openpyxl.load_workbook(io.BytesIO(data)).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    yield f"a formula: {cell.value!r}"
                if (link := cell.hyperlink) and not (link.target or "").startswith("#"):
                    target = f"{link.target}#{link.location}" if link.location else str(link.target)
                    if not PAGE.fullmatch(target):
                        yield f"a link to {target!r}"
                if isinstance(cell.value, str) and (found := FORBIDDEN.search(cell.value)):
                    yield f"U+{ord(found.group()):04X} in a cell"


TAGS = frozenset(
    [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "nav",
        "ol",
        "ul",
        "li",
        "a",
        "p",
        "div",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "span",
        "blockquote",
        "figure",
        "figcaption",
        "img",
        "svg",
        "desc",
        "text",
        "rect",
        "section",
        "details",
        "summary",
    ]
)
ATTRIBUTES = frozenset(
    [
        "lang",
        "charset",
        "name",
        "content",
        "class",
        "role",
        "tabindex",
        "aria-label",
        "aria-labelledby",
        "scope",
        "id",
        "href",
        "src",
        "width",
        "height",
        "alt",
        "xmlns",
        "viewbox",
        "font-family",
        "font-size",
        "font-weight",
        "x",
        "y",
        "fill",
        "stroke",
        "data-label",
    ]
)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.wrong.append(f"<{tag}>")
        for name, value in attrs:
            if name not in ATTRIBUTES:
                self.wrong.append(f"<{tag} {name}>")
            ours = (value or "").startswith(("#", "data:image/png;base64,")) or PAGE.fullmatch(value or "")
            if name in ("href", "src") and not ours:
                self.wrong.append(f"{name}={value}")

    def handle_comment(self, data: str) -> None:
        self.wrong.append(f"<!--{data}")


def read_page(data: bytes) -> Iterator[str]:
    yield from read_lines(data)
    page = _Page()
    page.feed(data.decode("utf-8"))
    yield from page.wrong


OURS = {"inline", "text", "heading_open", "heading_close", "paragraph_open", "paragraph_close", "softbreak"}
OURS |= {"text_special", "blockquote_open", "blockquote_close", "strong_open", "strong_close", "bullet_list_open"}
OURS |= {"bullet_list_close", "list_item_open", "list_item_close"}
OURS |= {f"{part}_{side}" for part in ("table", "thead", "tbody", "tr", "th", "td") for side in ("open", "close")}
LINKED = re.compile(r"(?<!\\)(?:https?|ftp)://|\bwww\.|[@#]\w|(?<![\\$])\$\w", re.IGNORECASE)


def read_markdown(data: bytes) -> Iterator[str]:
    """What a renderer makes of it, and what GitHub would link whatever the renderer does."""
    yield from read_lines(data)
    text = data.decode("utf-8")
    renderer = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    for token in renderer.parse(text):
        for each in [token, *(token.children or [])]:
            if each.type == "link_open" and PAGE.fullmatch(str(each.attrs["href"])):
                continue
            if each.type not in OURS and each.type != "link_close":
                yield f"{each.type}: {each.content[:60]!r}"
            if each.type == "strong_open" and len(token.children or []) > 5:
                yield f"bold in a line: {token.content[:60]!r}"
    text = re.sub(rf"\]\({PAGE.pattern}\)", "]", text, flags=re.ASCII)
    if found := LINKED.search(text):
        yield f"a link: {text[max(found.start() - 20, 0) : found.end() + 20]!r}"


def read_document(data: bytes) -> Iterator[str]:
    """Every part is XML, every link is to a page, no field is a paper's, and no text holds a control."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        for name in parts.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            root = ElementTree.fromstring(parts.read(name))
            for each in root.iter():
                kind = each.tag.rsplit("}", 1)[-1]
                outside = kind == "Relationship" and each.get("TargetMode") == "External"
                if outside and not PAGE.fullmatch(each.get("Target", "")):
                    yield f"a link to {each.get('Target')!r}"
                if kind == "instrText" and not re.fullmatch(r"\s*(?:PAGE|NUMPAGES)\s*", each.text or ""):
                    yield f"a field: {each.text!r}"
                if kind == "t" and (found := FORBIDDEN.search(each.text or "")):
                    yield f"U+{ord(found.group()):04X} in {name}"


def read_json(data: bytes) -> Iterator[str]:
    yield from read_lines(data)
    yield from _strings(json.loads(data))


def read_json_lines(data: bytes) -> Iterator[str]:
    yield from read_lines(data)
    for line in data.decode("utf-8").split("\n"):
        if line:
            yield from _strings(json.loads(line))


def _strings(value: object) -> Iterator[str]:
    """What is wrong with the strings once they are read: a program may print them."""
    if isinstance(value, str):
        yield from (
            wrong for wrong in read_lines(value.encode("utf-8", "surrogatepass").decode("utf-8", "replace").encode())
        )
        if any("\ud800" <= letter <= "\udfff" for letter in value):
            yield "half a character"
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def read_annotations(data: bytes) -> Iterator[str]:
    """Each line is a command of ours, whole, with its properties."""
    for line in data.decode("utf-8").splitlines():
        if not re.fullmatch(r"::(?:error|warning|notice) file=[^,:]*(?:,line=\d+)?,title=[a-z-]+::.*", line):
            yield f"not ours: {line[:60]!r}"
        yield from read_lines(line.removeprefix("::").encode())


READERS: dict[Format, Callable[[bytes], Iterable[str]]] = {
    Format.TABLE: read_terminal, Format.TEXT: read_terminal, Format.JSON: read_json, Format.JSONL: read_json_lines,
    Format.CSV: lambda data: read_table(data, ","), Format.TSV: lambda data: read_table(data, "\t"),
    Format.MARKDOWN: read_markdown, Format.HTML: read_page, Format.XLSX: read_workbook,
    Format.DOCX: read_document, Format.GITHUB: read_annotations, Format.SARIF: read_json,
}  # fmt: skip
