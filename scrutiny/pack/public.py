"""Room `pack`: a pack without what it withholds, and its file opened so that none of that can be read.

Takes a `Pack` and what is withheld, gives the pack with the words, titles and findings of withheld pages taken out,
and a finding for each of what was. Every room above gets this pack, and its file without what is withheld, so that no
command can show what it does not get.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from scrutiny.errors import NothingFoundError
from scrutiny.findings import Finding, FindingCode
from scrutiny.pack.discrepancies import page_list
from scrutiny.pack.model import AgendaItem, Document, DocumentKind, MarkKind, Meeting, Pack, Withheld
from scrutiny.pdf import WHOLE_PAGE, Pdf, read_pdf
from scrutiny.sources import fold

UNTITLED = "withheld"
"""The title of a withheld paper that the public agenda does not name."""

HINT = "Give --include-exempt if you are entitled to have it."

_SAID = {
    MarkKind.AGENDA: "the agenda says '{mark}'",
    MarkKind.FILE_NAME: "the name of the file says '{mark}'",
    MarkKind.TITLE: "its title says '{mark}'",
    MarkKind.PAGE: "marked '{mark}'",
    MarkKind.APPENDIX: "the report says '{mark}'",
    MarkKind.PASSAGE: "from '{mark}' on",
    MarkKind.DOUBT: "it may be private, from '{mark}' on",
    MarkKind.COMPANION: "an appendix of the item is marked '{mark}', and nothing says that the report is public",
}
"""What a finding says of each kind of mark."""


def open_paper(path: Path, pack: Pack, *, password: str | None = None) -> Pdf:
    """The file of a pack, without what the pack withholds. Raises `InputError` as `read_pdf` does."""
    return read_pdf(path, password=password).without(pack.hidden)


def public_pack(pack: Pack, page_texts: Iterable[str]) -> Pack:
    """The pack without what it withholds; `page_texts` are those of the file opened without it."""
    if not pack.withheld or pack.include_exempt:
        return pack
    gone = {page for page, regions in pack.hidden.items() if WHOLE_PAGE in regions}
    agenda = _agenda_words(pack, gone)
    shown = tuple(page_texts)
    closed = 1 in gone  # the agenda itself is private: its titles are too
    documents = tuple(
        _public_document(document, pack, gone | _titled_in_passage(document, pack, shown), agenda)
        for document in pack.documents
    )
    items = tuple(
        replace(item, title=UNTITLED, quote=replace(item.quote, text=""), mark=None) if _is_hidden(item, pack) else item
        for item in pack.items
    )
    findings = tuple(finding for finding in pack.findings if not _tells(finding, pack))
    return replace(
        pack,
        source=replace(pack.source, title=None) if closed else pack.source,
        meeting=Meeting(body=pack.meeting.body, date=pack.meeting.date) if closed else pack.meeting,
        items=items,
        documents=documents,
        page_texts=shown,
        findings=(*findings, *(withheld_finding(each, pack) for each in pack.withheld)),
    )


def withheld_finding(withheld: Withheld, pack: Pack) -> Finding:
    """Says which item, pages and mark."""
    pages = page_list(list(withheld.pdf_pages))
    what = f"item {withheld.item}" if withheld.item else "this paper" if pack.single else "a paper"
    passage = withheld.top is not None or withheld.bottom is not None
    where = f"{'a passage of ' if passage else ''}{what} (PDF {pages})"
    said = _SAID[withheld.kind].format(mark=fold(withheld.mark.text))
    on = "" if withheld.mark.pdf_page in withheld.pdf_pages else f" on PDF page {withheld.mark.pdf_page}"
    message = f"{where} is withheld: {said}{on}"
    return Finding.at(withheld.mark, FindingCode.EXEMPT_WITHHELD, message, printed=withheld.mark.text, hint=HINT)


def withheld_findings(pack: Pack) -> tuple[Finding, ...]:
    """What a pack withholds, for reports that show no other finding of the file."""
    return tuple(finding for finding in pack.findings if finding.code is FindingCode.EXEMPT_WITHHELD)


_NOT_READ = (FindingCode.NO_TEXT_LAYER, FindingCode.UNREADABLE_PAGE)


def unread_findings(pack: Pack) -> tuple[Finding, ...]:
    """Which pages of a pack could not be read, for reports that say that there is nothing of something."""
    return tuple(finding for finding in pack.findings if finding.code in _NOT_READ)


def nothing_in(packs: Iterable[Pack], message: str, advice: str | None = None) -> NothingFoundError:
    """That there is nothing of what was looked for, and what was withheld or not read, where it might have been."""
    packs, said = tuple(packs), [advice or ""]
    for findings_of in (withheld_findings, unread_findings):
        found = [finding for pack in packs for finding in findings_of(pack)]
        said += [f"{finding.message[:1].upper()}{finding.message[1:]}." for finding in found]
        said += [found[0].hint or ""] if found else []
    return NothingFoundError(message, advice=" ".join(said).strip() or None)


def _is_hidden(item: AgendaItem, pack: Pack) -> bool:
    """Whether the row of an item lies in what is withheld: minutes are listed like an agenda."""
    top = item.quote.box.top if item.quote.box else 0.0
    regions = pack.hidden.get(item.quote.pdf_page, ())
    return any(region.top <= top + 0.5 and top < region.bottom for region in regions)


def _public_document(document: Document, pack: Pack, gone: set[int], agenda: str) -> Document:
    whole = all(WHOLE_PAGE in pack.hidden.get(page, ()) for page in document.pdf_pages)
    begins = document.pdf_first in gone
    if not begins and not any(section.pdf_first in gone for section in document.sections):
        return document
    return replace(
        document,
        title=_public_title(document, pack, agenda) if begins else document.title,
        exempt=whole,
        sections=tuple(section for section in document.sections if section.pdf_first not in gone),
        quote=replace(document.quote, text="", box=None) if begins else document.quote,
    )


def _titled_in_passage(document: Document, pack: Pack, shown: tuple[str, ...]) -> set[int]:
    """The first page of a document, where its title stands in a passage of that page that is withheld."""
    page, title = document.pdf_first, _bare(document.title)
    if page not in pack.hidden or title not in _bare(pack.page_texts[page - 1]) or title in _bare(shown[page - 1]):
        return set()
    return {page}


def _public_title(document: Document, pack: Pack, agenda: str) -> str:
    """The title as far as the public agenda prints it; of an appendix that it does not name the label alone."""
    if _bare(document.title) and _bare(document.title) in agenda:
        return document.title
    own = next((item.title for item in pack.items if item.number == document.item), None)
    if document.main and own and _bare(own) in agenda:
        return own
    label = re.match(
        r"^\W*(?:(?:exempt|confidential|restricted|private)\s+)?((?:appendix|annex|enclosure|schedule)\s+\w{1,3})\b",
        document.title,
        re.IGNORECASE,
    )
    return f"{label[1]} ({UNTITLED})" if label else UNTITLED


def _agenda_words(pack: Pack, gone: set[int]) -> str:
    """What the public agenda prints."""
    front = [document for document in pack.documents if document.kind is DocumentKind.FRONT_SHEET]
    pages = {page for document in front for page in document.pdf_pages} | {item.quote.pdf_page for item in pack.items}
    return _bare(" ".join(pack.page_texts[page - 1] for page in sorted(pages) if page not in gone))


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def _tells(finding: Finding, pack: Pack) -> bool:
    """Whether a finding is about a withheld page."""
    pages = pack.hidden
    return any(quote.pdf_page in pages and (quote.text or finding.printed) for quote in finding.quotes)
