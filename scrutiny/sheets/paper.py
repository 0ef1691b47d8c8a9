"""Room `sheets`: a paper for people, in Markdown and as one HTML page.

Takes a `Paper`, gives text. The HTML is a single file: pictures stand inside it, there is no script, nothing is
fetched. Headings go down in steps of one, every table has one header row, every picture its words.
"""

import base64
import html
import re

from scrutiny.sheets.cells import clean
from scrutiny.sheets.model import Chapter, Exhibit, Illustration, Paper
from scrutiny.sheets.textforms import HTML_END, escape_markdown, html_head, html_table, markdown_table

POINT = 4 / 3
"""CSS pixels a point: a picture is as large as the lines are on the page."""


def render_paper_markdown(paper: Paper) -> str:
    """GitHub Markdown, without the pictures: those are only in the HTML."""
    parts = [f"# {_plain(paper.title)}\n", *_markdown_lines(paper.says)]
    for part in paper.parts:
        if part.heading is not None:
            parts.append(f"## {_plain(part.heading)}\n")
        mark = "##" if part.heading is None else "###"
        for chapter in part.chapters:
            parts += _markdown_chapter(chapter, mark)
    return "\n".join(parts)


def _markdown_chapter(chapter: Chapter, mark: str) -> list[str]:
    parts = [f"{mark} {_plain(chapter.heading)}\n", *_markdown_lines(chapter.says)]
    if chapter.points:
        parts.append("".join(f"- {_plain(point)}\n" for point in chapter.points))
    parts += [f"**{_plain(table.layout.caption)}**\n\n{markdown_table(table)}\n" for table in chapter.tables]
    for number, exhibit in enumerate(chapter.exhibits, start=1):
        heading = f"{number}. {exhibit.severity}: {exhibit.heading}"
        parts.append(f"{mark}# {_plain(heading)}\n")
        parts.append(f"{_plain(exhibit.place)}\n")
        parts += [f"> {_plain(line)}\n" for line in exhibit.lines]
    return parts


_BEGINS_BLOCK = re.compile(r"^(?:#|[-+=](?=\s|[-=]|$)|\d{1,9}(?=[.)](?:\s|$)))")
"""What makes a heading, a list or a rule at the beginning of a line: "# ", "- ", "---", "1. "."""


def _plain(text: str) -> str:
    """A paper's words that stand for themselves, wherever in a line they stand."""
    escaped = escape_markdown(clean(text).strip())  # four spaces at the beginning would make it code
    begins = _BEGINS_BLOCK.match(escaped)
    if not begins:
        return escaped
    at = begins.end() if begins.group()[0].isdigit() else 0
    return f"{escaped[:at]}\\{escaped[at:]}"


def _markdown_lines(lines: tuple[str, ...]) -> list[str]:
    return [f"{_plain(line)}\n" for line in lines]


def render_paper_html(paper: Paper) -> str:
    """One self-contained page with a list of its chapters."""
    title = _text(paper.title)
    parts = [html_head(title), f"<h1>{title}</h1>\n", *_paragraphs(paper.says), '<nav aria-label="Contents">\n<ol>\n']
    for at, part in enumerate(paper.parts, start=1):
        if part.heading is not None:
            parts.append(f'<li><a href="#p{at}">{_text(part.heading)}</a></li>\n')
        else:
            parts += [
                f'<li><a href="#p{at}c{number}">{_text(chapter.heading)}</a></li>\n'
                for number, chapter in enumerate(part.chapters, start=1)
            ]
    parts.append("</ol>\n</nav>\n")
    for at, part in enumerate(paper.parts, start=1):
        level = 2
        if part.heading is not None:
            parts.append(f'<h2 id="p{at}">{_text(part.heading)}</h2>\n')
            level = 3
        for number, chapter in enumerate(part.chapters, start=1):
            parts += _html_chapter(chapter, level, f"p{at}c{number}")
    parts.append(HTML_END)
    return "".join(parts)


def _html_chapter(chapter: Chapter, level: int, name: str) -> list[str]:
    parts = [f'<h{level} id="{name}">{_text(chapter.heading)}</h{level}>\n', *_paragraphs(chapter.says)]
    if chapter.points:
        points = "".join(f"<li>{_text(point)}</li>\n" for point in chapter.points)
        parts.append(f"<ul>\n{points}</ul>\n")
    if chapter.drawing is not None:
        parts.append(f"<figure>\n{chapter.drawing}</figure>\n")
    parts += [html_table(table) for table in chapter.tables]
    for number, exhibit in enumerate(chapter.exhibits, start=1):
        parts += _html_exhibit(exhibit, number, level + 1)
    return parts


def _html_exhibit(exhibit: Exhibit, number: int, level: int) -> list[str]:
    severity = exhibit.severity.value
    said = f'{number}. <span class="severity">{severity}:</span> {_text(exhibit.heading)}'
    return [
        f'<div class="exhibit {severity}">\n<h{level}>{said}</h{level}>\n',
        f'<p class="place">{_text(exhibit.place)}</p>\n',
        *(f"<blockquote>{_text(line)}</blockquote>\n" for line in exhibit.lines),
        *(_figure(picture) for picture in exhibit.pictures),
        "</div>\n",
    ]


def _figure(picture: Illustration) -> str:
    data = base64.b64encode(picture.png).decode("ascii")
    size = f'width="{round(picture.width * POINT)}" height="{round(picture.height * POINT)}"'
    return f'<figure><img src="data:image/png;base64,{data}" {size} alt="{_text(picture.says)}"></figure>\n'


def _paragraphs(lines: tuple[str, ...]) -> list[str]:
    return [f"<p>{_text(line)}</p>\n" for line in lines]


def _text(text: str) -> str:
    return html.escape(clean(text))
