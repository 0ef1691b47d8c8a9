"""Room `pack`: how a pack is cut up, and what the files are called.

Takes a `Pack`, gives `PackPart`s that cover every page once. File names are made of the item number and
the title, never more than letters, digits and hyphens: a title can choose no path. What is attached to a paper has an
underscore between the two titles, so that a folder lists it behind the paper.
"""

import re
import unicodedata
from enum import StrEnum
from itertools import accumulate, groupby, takewhile

from msgspec import Struct
from msgspec.structs import replace

from scrutiny.language.patterns import pattern_of
from scrutiny.pack.model import Document, DocumentKind, Evidence, Pack, ends_of

MAX_NAME = 100
"""Characters of a file name without its ending; paths on shared drives are limited to 260 in all."""

MAX_ATTACHED_TO = 45
"""Characters that the item's own title may take in the name of what is attached to it."""

_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))]
)
"""Names that Windows keeps for devices, whatever their ending."""

_REPORT_OF = pattern_of(r"\s*[-–—:]?\s*\(?\bReport\s+of\s+(?:the\s+)?[A-Z].*$")
"""Behind a title: " - Report of the Corporate Director of Resources"."""


class Cut(StrEnum):
    """What becomes one file."""

    DOCUMENT = "document"
    ITEM = "item"
    APPENDIX = "appendix"


class PackPart(Struct, frozen=True, kw_only=True):
    """Pages that become one file: `cut` is the first document in it, with the title, kind and pages of the part."""

    cut: Document
    file_name: str


def plan_parts(pack: Pack, by: Cut = Cut.DOCUMENT) -> tuple[PackPart, ...]:
    """The parts of a pack, in page order."""
    pieces = [piece for group in _groups(pack, by) for piece in group]
    names: set[str] = set()
    parts = []
    for piece in pieces:
        name = _unique(piece.file_name, names)
        names.add(name)
        parts.append(replace(piece, file_name=name))
    return tuple(parts)


def file_name(item: str | None, *titles: str) -> str:
    """A file name without its ending: "06-independent-inquiry_appendix-2". Any title gives a safe one, of whole words.

    The underscore sorts behind the full stop and the hyphen, so that "06-independent-inquiry.pdf" comes first."""
    number = ""
    if item is not None:
        number = slug(re.sub(r"\d+", lambda match: match.group().zfill(2), item))
    first, *more = [slug(title) for title in titles] or [""]
    name = "-".join(word for word in (number, first) if word)
    name = "_".join(part for part in (name, *more) if part) or "document"
    if name in _RESERVED:
        name = f"{name}-paper"
    return _whole_words(name, MAX_NAME)


def _whole_words(name: str, room: int) -> str:
    """The name without the words that find no room; a single word that is too long is cut."""
    if len(name) <= room:
        return name
    cut = re.sub(r"[-_][^-_]*$", "", name[: room + 1])
    return (cut if len(cut) <= room else name[:room]).rstrip("-_")


def slug(text: str) -> str:
    """The text as lower-case ASCII words joined by hyphens."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", ""))
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")


def _groups(pack: Pack, by: Cut) -> list[list[PackPart]]:
    if by is Cut.APPENDIX:
        return [_cut_at_sections(pack, document) for document in pack.documents]
    runs = groupby(pack.documents, key=lambda each: (by is Cut.ITEM and each.item) or each.pdf_first)
    return [[_part_of_documents(pack, list(run))] for _, run in runs]


def _part_of_documents(pack: Pack, run: list[Document]) -> PackPart:
    first, last = run[0], run[-1]
    page_first, page_last = ends_of(n for document in run for n in (document.page_first, document.page_last))
    cut = replace(
        first,
        pdf_last=last.pdf_last,
        page_first=page_first,
        page_last=page_last,
        exempt=any(document.exempt for document in run),
    )
    return PackPart(cut=cut, file_name=_document_name(pack, first))


def _cut_at_sections(pack: Pack, document: Document) -> list[PackPart]:
    whole = _part_of_documents(pack, [document])
    if not document.sections:
        return [whole]
    end = document.sections[0].pdf_first - 1
    first, last = ends_of(pack.page_numbers[document.pdf_first - 1 : end])
    parts = [replace(whole, cut=replace(whole.cut, pdf_last=end, page_first=first, page_last=last))]
    for section in document.sections:
        title = (
            f"{section.label}: {section.title}" if section.label and section.label != section.title else section.title
        )
        cut = replace(
            document,
            title=title,
            kind=DocumentKind.APPENDIX if section.label else document.kind,
            pdf_first=section.pdf_first,
            pdf_last=section.pdf_last,
            page_first=section.page_first,
            page_last=section.page_last,
            evidence=(Evidence.FLYSHEET,),
            quote=section.quote,
        )
        name = file_name(document.item, _short(_main_title(pack, document)), title)
        parts.append(PackPart(cut=cut, file_name=name))
    return parts


def _document_name(pack: Pack, document: Document) -> str:
    if document.kind is DocumentKind.FRONT_SHEET:
        return file_name("0", document.title)
    if document.main or document.item is None:
        return file_name(document.item if not pack.single else None, _main_title(pack, document))
    return file_name(document.item, _short(_main_title(pack, document)), document.title)


def _main_title(pack: Pack, document: Document) -> str:
    """The title of the document's item without its "Report of ..."; of a part without one that of the item above."""
    title = next((item.title for item in pack.items if item.number == document.item), None)
    if title is None and document.item is None:
        title = document.title
    elif title is None:
        title = next(
            (other.title for other in pack.documents if other.item == document.item and other.main), document.title
        )
    cut = _REPORT_OF.sub("", title)
    if cut.strip():
        return cut
    parent = re.sub(r"[a-z]+$", "", document.item or "")
    above = next((item.title for item in pack.items if item.number == parent and parent != document.item), "")
    return _REPORT_OF.sub("", above) or title


def _short(title: str) -> str:
    """The first words of a title."""
    first, *longer = accumulate(slug(title).split("-"), "{}-{}".format)
    *_, short = first, *takewhile(lambda name: len(name) <= MAX_ATTACHED_TO, longer)
    return _whole_words(short, MAX_ATTACHED_TO)


def _unique(name: str, taken: set[str]) -> str:
    candidate, count = f"{name}.pdf", 2
    while candidate in taken:
        tail = f"-{count}"
        candidate = f"{_whole_words(name, MAX_NAME - len(tail))}{tail}.pdf"
        count += 1
    return candidate
