"""Room `registers`: the inclusion report in a pack. Takes a file and its `Pack`, gives what it says of exclusions."""

import functools
import re
from pathlib import Path

from scrutiny.exclusions import InclusionReport, find_inclusion_report, worth_reading, worth_reading_for_groups
from scrutiny.pack import DocumentKind, Pack, open_paper
from scrutiny.prose import split_sentences
from scrutiny.registers.reading import LONGEST, cell_quote, quote_of, read_blocks
from scrutiny.sources import Quote
from scrutiny.tables import ends_in_figures, find_tables, may_hold_figures

_TOLD = re.compile(r"\b(?:supported|took|received)\s+\d", re.IGNORECASE)
"""Pages whose sentences can say what a table says; the others need not be taken apart."""


def read_exclusions(path: Path, pack: Pack, *, password: str | None = None) -> tuple[InclusionReport, ...]:
    """Every report in the file that holds tables of exclusions. Raises `InputError` as `read_pdf` does."""
    reports = []
    with open_paper(path, pack, password=password) as pdf:
        for document in pack.documents:
            texts = list(pack.page_texts[document.pdf_first - 1 : document.pdf_last])
            if document.kind in (DocumentKind.FRONT_SHEET, DocumentKind.MINUTES) or not worth_reading(texts):
                continue
            tables = find_tables(
                page
                for at in _worth_loading(texts)
                for page in pdf.pages(document.pdf_first + at, document.pdf_first + at)
            )
            wanted = [
                n
                for n, text in enumerate(texts, start=document.pdf_first)
                if _TOLD.search(text) or worth_reading_for_groups(text)
            ]
            sentences: list[Quote] = []
            for page in wanted:
                for block in read_blocks(pdf, pack, document, page, page):
                    sentences += [
                        quote_of(pack, block.pages, sentence.text, document.item)
                        for sentence in split_sentences(block.text)
                        if len(sentence.text) <= LONGEST
                    ]
            report = find_inclusion_report(tables, tuple(sentences), functools.partial(cell_quote, pack, document))
            if not report.empty:
                reports.append(report)
    return tuple(reports)


def _worth_loading(texts: list[str]) -> list[int]:
    """The pages, from 0, on which a table of figures may stand or go on from the page before."""
    held = [may_hold_figures(text) for text in texts]
    return [at for at in range(len(texts)) if held[at] or (at and held[at - 1] and ends_in_figures(texts[at - 1]))]
