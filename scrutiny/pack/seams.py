"""Room `pack`: pages on which another file begins, told by the fonts.

Takes the identity of each page's fonts, gives the pages before which nothing is shared. Fonts that the
publishing system stamps on every page say nothing and are set aside.
"""

from msgspec import Struct

from scrutiny.pack.evidence import PageEvidence

STAMPED_SHARE = 0.9
"""A font that crosses the border between two items is the stamp's only if nearly every page uses it;
otherwise the joining program merged equal fonts of different files, and fonts tell nothing."""

SINGLE_RUN = 3
"""So many pages in a row, each with fonts of its own, are one file printed page by page, not many files."""


class Seams(Struct, frozen=True, kw_only=True):
    """`pages` on which another file begins, and those `within` one, which goes on from the page before; both are empty
    where the fonts tell nothing, or of one file only."""

    pages: frozenset[int] = frozenset()
    within: frozenset[int] = frozenset()


def find_seams(
    identities: tuple[frozenset[int], ...], pages: tuple[PageEvidence, ...], boundaries: tuple[int, ...]
) -> Seams:
    """The PDF pages on which another file begins. `boundaries` are pages where one certainly does."""
    nothing = Seams()
    if len(identities) != len(pages):
        return nothing
    spans: dict[int, list[int]] = {}
    for page, fonts in enumerate(identities, start=1):
        for font in fonts:
            spans.setdefault(font, []).append(page)
    fillers = {each.pdf_page for each in pages if each.filler}
    written = sum(bool(fonts) for fonts in identities)
    stamps = {font for font, on in spans.items() if any(at in fillers for at in on) and len(on) > 1}
    crossing = {
        font
        for font, on in spans.items()
        if font not in stamps and any(on[0] < boundary <= on[-1] for boundary in boundaries)
    }
    if any(len(spans[font]) < STAMPED_SHARE * written for font in crossing):
        return nothing
    stamps |= crossing
    own = [fonts - stamps for fonts in identities]
    if sum(bool(fonts) for fonts in own) < 2:
        return nothing
    reach = 0  # the last page that shares a font with one read so far
    found: list[int] = []
    within: set[int] = set()
    for page, fonts in enumerate(own, start=1):
        if not fonts:
            continue
        if page <= reach:
            within.add(page)
        elif reach:
            found.append(page)
        reach = max(reach, *(spans[font][-1] for font in fonts))
    return Seams(pages=frozenset(_without_single_pages(found, boundaries)), within=frozenset(within if found else ()))


def _without_single_pages(found: list[int], boundaries: tuple[int, ...]) -> list[int]:
    """The seams without those inside a long run of single pages."""
    runs: list[list[int]] = []
    for page in found:
        if runs and page == runs[-1][-1] + 1 and page not in boundaries:
            runs[-1].append(page)
        else:
            runs.append([page])
    return [page for run in runs for page in (run[:1] if len(run) > SINGLE_RUN else run)]
