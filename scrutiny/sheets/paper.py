"""Room `sheets`: a paper for people, in Markdown and as one HTML page.

Takes a `Paper`, gives text. The HTML is a single file: pictures stand inside it, there is no script, nothing is
fetched. Headings go down in steps of one, every table has one header row, every picture its words, every page that is
named is a link to it. On a phone each row of a table becomes a block.
"""

import base64
import html
from collections.abc import Iterable, Iterator

from scrutiny.language.patterns import pattern_of
from scrutiny.sheets.cells import clean
from scrutiny.sheets.model import Chapter, Exhibit, Illustration, Paper, PaperPart
from scrutiny.sheets.textforms import escape_markdown, html_link, html_page, html_table, markdown_link, markdown_table

POINT = 4 / 3
"""CSS pixels a point: a picture is as large as the lines are on the page."""

ANNEX = "Annex"


def render_paper_markdown(paper: Paper) -> str:
    """GitHub Markdown, without the pictures: those are only in the HTML and in the DOCX."""
    parts = [f"# {_plain(paper.title)}\n", *_markdown_lines(paper.text)]
    for part in paper.parts:
        if part.heading is not None:
            parts.append(f"## {_plain(part.heading)}\n")
        mark = "##" if part.heading is None else "###"
        for chapter in part.front:
            parts += _markdown_chapter(chapter, mark)
        if part.annex:
            parts.append(f"{mark} {ANNEX}\n")
        for chapter in part.annex:
            parts += _markdown_chapter(chapter, f"{mark}#")
    return "\n".join(parts)


def _markdown_chapter(chapter: Chapter, mark: str) -> Iterator[str]:
    yield f"{mark} {_plain(chapter.heading)}\n"
    yield from _markdown_lines(chapter.text)
    if chapter.points:
        pages = [f" ({markdown_link(point.link)})" if point.link else "" for point in chapter.points]
        yield "".join(f"- {_plain(point.text)}{page}\n" for point, page in zip(chapter.points, pages, strict=True))
    for table in chapter.tables:
        yield f"**{_plain(table.layout.caption)}**\n\n{markdown_table(table)}\n"
    for number, exhibit in enumerate(chapter.exhibits, start=chapter.numbered_from):
        yield f"{mark}# {_plain(f'{number}. {exhibit.severity.capitalize()}: {exhibit.heading}')}\n"
        links = ", ".join(markdown_link(link) for link in exhibit.links)
        yield f"{_plain(exhibit.place)}{': ' if links else ''}{links}\n"
        yield from (f"> {_plain(line)}\n" for line in exhibit.lines)


_BEGINS_BLOCK = pattern_of(r"^(?:#|[-+=](?=\s|[-=]|$)|\d{1,9}(?=[.)](?:\s|$)))")
"""What makes a heading, a list or a rule at the beginning of a line: "# ", "- ", "---", "1. "."""


def _plain(text: str) -> str:
    """A paper's words that stand for themselves, wherever in a line they stand."""
    escaped = escape_markdown(clean(text).strip())  # four spaces at the beginning would make it code
    begins = _BEGINS_BLOCK.match(escaped)
    if not begins:
        return escaped
    at = begins.end() if begins.group()[0].isdigit() else 0
    return f"{escaped[:at]}\\{escaped[at:]}"


def _markdown_lines(lines: Iterable[str]) -> list[str]:
    return [f"{_plain(line)}\n" for line in lines]


def render_paper_html(paper: Paper) -> str:
    """One self-contained page with a list of its chapters."""
    parts = [*_paragraphs(paper.text), '<nav aria-label="Contents">\n<ol>\n']
    for at, part in enumerate(paper.parts, start=1):
        parts += _contents(part, f"p{at}")
    parts.append("</ol>\n</nav>\n")
    for at, part in enumerate(paper.parts, start=1):
        level = 2
        if part.heading is not None:
            parts.append(f'<h2 id="p{at}">{_text(part.heading)}</h2>\n')
            level = 3
        for number, chapter in enumerate(part.front, start=1):
            parts += _html_chapter(chapter, level, f"p{at}c{number}")
        if part.annex:
            parts.append(f'<h{level} id="p{at}annex" class="annex">{ANNEX}</h{level}>\n')
        for number, chapter in enumerate(part.annex, start=len(part.front) + 1):
            parts += _html_chapter(chapter, level + 1, f"p{at}c{number}")
    return html_page(paper.title, parts)


def _contents(part: PaperPart, name: str) -> Iterator[str]:
    if part.heading is not None:
        yield f'<li><a href="#{name}">{_text(part.heading)}</a></li>\n'
        return
    for number, chapter in enumerate(part.front, start=1):
        yield f'<li><a href="#{name}c{number}">{_text(chapter.heading)}</a></li>\n'
    if part.annex:
        yield f'<li><a href="#{name}annex">{ANNEX}</a></li>\n'


def _html_chapter(chapter: Chapter, level: int, name: str) -> Iterator[str]:
    yield f'<h{level} id="{name}">{_text(chapter.heading)}</h{level}>\n'
    yield from _paragraphs(chapter.text)
    if chapter.points:
        pages = [f" ({html_link(point.link)})" if point.link else "" for point in chapter.points]
        points = "".join(f"<li>{_text(p.text)}{page}</li>\n" for p, page in zip(chapter.points, pages, strict=True))
        yield f"<ul>\n{points}</ul>\n"
    if chapter.drawing is not None:
        yield f"<figure>\n{chapter.drawing}</figure>\n"
    yield from (html_table(table) for table in chapter.tables)
    for number, exhibit in enumerate(chapter.exhibits, start=chapter.numbered_from):
        yield from _html_exhibit(exhibit, number, level + 1)


def _html_exhibit(exhibit: Exhibit, number: int, level: int) -> Iterator[str]:
    severity = exhibit.severity.value
    said = f'{number}. <span class="severity">{severity.capitalize()}:</span> {_text(exhibit.heading)}'
    links = ", ".join(html_link(link) for link in exhibit.links)
    yield f'<div class="exhibit {severity}">\n<h{level}>{said}</h{level}>\n'
    yield f'<p class="place">{_text(exhibit.place)}{": " if links else ""}{links}</p>\n'
    lines = () if exhibit.pictures else exhibit.lines  # a picture shows the line itself
    yield from (f"<blockquote>{_text(line)}</blockquote>\n" for line in lines)
    yield from (_figure(picture) for picture in exhibit.pictures)
    yield "</div>\n"


def _figure(picture: Illustration) -> str:
    data = base64.b64encode(picture.png).decode("ascii")
    size = f'width="{round(picture.width * POINT)}" height="{round(picture.height * POINT)}"'
    return f'<figure><img src="data:image/png;base64,{data}" {size} alt="{_text(picture.description)}"></figure>\n'


def _paragraphs(lines: Iterable[str]) -> list[str]:
    return [f"<p>{_text(line)}</p>\n" for line in lines]


def _text(text: str) -> str:
    return html.escape(clean(text))
