"""Room `pack`: a pack cut into files.

Takes a path, its `Pack` and the parts, writes them together into a folder, gives what could not be kept
as findings.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from scrutiny.findings import Finding, FindingCode, Severity
from scrutiny.language.phrases import count_of
from scrutiny.outputs import write_folder
from scrutiny.pack.discrepancies import page_list
from scrutiny.pack.model import Pack
from scrutiny.pack.parts import PackPart
from scrutiny.pack.public import HINT, open_paper
from scrutiny.pdf import WHOLE_PAGE, Part
from scrutiny.sources import Quote

if TYPE_CHECKING:
    from scrutiny.pdf.writing import PartWriter


class Splitting(Struct, frozen=True, kw_only=True):
    """What split-pack is about to write. `parts` leaves out those that the pack withholds, `left_out` has the pages
    that are withheld of the others: a page with a private passage is not written at all."""

    parts: tuple[PackPart, ...]
    left_out: frozenset[int]
    findings: tuple[Finding, ...]


def plan_splitting(pack: Pack, parts: tuple[PackPart, ...]) -> Splitting:
    """Which parts are written, and which pages are left out of them."""
    hidden = pack.hidden
    written = tuple(part for part in parts if any(page not in hidden for page in part.cut.pdf_pages))
    left_out = frozenset(page for part in written for page in part.cut.pdf_pages if page in hidden)
    passages = sorted(page for page in left_out if WHOLE_PAGE not in hidden[page])
    if not passages:
        return Splitting(parts=written, left_out=left_out, findings=())
    has, was = ("has", "was") if len(passages) == 1 else ("have", "were")
    message = f"PDF {page_list(passages)} {has} a private passage and {was} not written at all"
    quote = Quote(file=pack.source.file, pdf_page=passages[0], text="")
    finding = Finding.at(quote, FindingCode.EXEMPT_WITHHELD, message, hint=HINT)
    return Splitting(parts=written, left_out=left_out, findings=(finding,))


def write_splitting(
    path: Path,
    pack: Pack,
    splitting: Splitting,
    folder: Path,
    *,
    listing: Callable[[tuple[Finding, ...]], dict[str, bytes]],
    force: bool = False,
    password: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Finding, ...]:
    """Writes the parts and the listing files (made from the findings at the end) all together.

    Raises `InputError` or `OutputError`, and then nothing has been written.
    """
    from scrutiny.pdf.writing import PartWriter

    with open_paper(path, pack, password=password) as pdf:
        outline, tagged, encrypted = pdf.outline, pdf.tagged, pdf.encrypted
    cuts = tuple(
        Part(
            pdf_first=part.cut.pdf_first,
            pdf_last=part.cut.pdf_last,
            title=part.cut.title,
            labels=tuple(pack.page_labels[page - 1] for page in part.cut.pdf_pages if page not in splitting.left_out),
            outline=tuple(
                entry
                for entry in outline
                if entry.pdf_page in part.cut.pdf_pages and entry.pdf_page not in splitting.left_out
            ),
            left_out=splitting.left_out,
        )
        for part in splitting.parts
    )
    writer = PartWriter(path, cuts, password)

    def losses() -> tuple[Finding, ...]:
        """What could not be kept; complete once every part has been made."""
        return _losses(pack, writer, tagged=tagged, encrypted=encrypted)

    def part_file(index: int) -> Callable[[Path], None]:
        def write(target: Path) -> None:
            target.write_bytes(writer.write(cuts[index]))
            if progress:
                progress(index + 1, len(cuts))

        return write

    def listing_file(name: str) -> Callable[[Path], None]:
        def write(target: Path) -> None:
            target.write_bytes(listing(losses())[name])

        return write

    files = {part.file_name: part_file(index) for index, part in enumerate(splitting.parts)}
    files |= {name: listing_file(name) for name in listing(())}
    write_folder(folder, files, force=force, source=path)
    return losses()


def _losses(pack: Pack, writer: "PartWriter", *, tagged: bool, encrypted: bool) -> tuple[Finding, ...]:
    counts = [count_of(count, what) for what, count in sorted(writer.left_out.items()) if count]
    cut_links, lead = writer.cut_links, "link leads" if writer.cut_links == 1 else "links lead"
    told = (
        (tagged, FindingCode.TAGS_LOST, "the pack is tagged for screen readers; its parts are not",
         "Publish the original, not the parts, where accessibility rules apply."),
        (writer.repaired, FindingCode.DAMAGED_FILE, "the pack is damaged; its parts were cut from a repaired copy",
         "Compare the parts with the pack."),
        (cut_links, FindingCode.LINKS_CUT, f"{cut_links} {lead} into another part and cannot work there", None),
        (counts, FindingCode.ACTIVE_LEFT_OUT, f"left out of the parts: {', '.join(counts)}",
         "Look in the pack for what was attached."),
        (encrypted, FindingCode.ENCRYPTION_REMOVED,
         "the pack is encrypted; its parts are written without encryption", None),
    )  # fmt: skip
    notes = (FindingCode.TAGS_LOST, FindingCode.LINKS_CUT)
    quote = Quote(file=pack.source.file, pdf_page=1, text="")
    return tuple(
        Finding.at(quote, code, message, Severity.NOTE if code in notes else Severity.WARNING, hint=hint)
        for holds, code, message, hint in told
        if holds
    )
