"""Room `pack`: a private passage while its end is looked for.

Takes where a passage begins and ends, in the order of the rows, gives the passages as `Withheld`s. Does not judge rows:
`passages` and `annexes` do.
"""

from msgspec import Struct

from scrutiny.pack.exclusion import Reach
from scrutiny.pack.model import Document, MarkKind, Withheld
from scrutiny.pack.paper import Paper
from scrutiny.pack.rows import Row


class Stretch(Struct):
    """A passage that has begun."""

    mark: str
    mark_page: int
    first: Row
    reach: Reach
    passed: int = 0
    """How many items have begun in it."""
    covers: int = 1
    """How many items it lasts for, where it does not reach further."""
    headed: bool = False
    """Whether the heading of an item began it, and what stands below may say how many items it is about."""
    doubtful: bool = False
    """Whether it is only possible that it is private."""
    titled: bool = False
    """Whether its item has a title: then an item without one goes on with its business."""


class Stretches:
    """The passages of a document, and the one under way in `open`, which is set to None where it is not private."""

    def __init__(self, paper: Paper, document: Document) -> None:
        self._paper = paper
        self._document = document
        self._found: list[Withheld] = []
        self.open: Stretch | None = None

    def begin(self, mark: str, at: Row | int, row: Row, reach: Reach, *, passed: int = 0) -> Stretch:
        """A passage begins with `row` because of a mark on another, or on a PDF page."""
        page = at if isinstance(at, int) else at.pdf_page
        self.open = Stretch(mark=mark, mark_page=page, first=row, reach=reach, passed=passed)
        return self.open

    def end(self, row: Row) -> None:
        """The passage under way ends above a row."""
        current, self.open = self.open, None
        if current is None or row.place <= (*current.first.place[:2], current.first.box.top + 0.5):
            return
        self._keep(current, row.pdf_page, row.box.top - 1.0)

    def close(self) -> list[Withheld]:
        """All passages; the one under way goes on to the end of the document."""
        if self.open is not None:
            self._keep(self.open, self._document.pdf_last, None)
            self.open = None
        return self._found

    def _keep(self, current: Stretch, last: int, bottom: float | None) -> None:
        self._found.append(
            Withheld(
                kind=MarkKind.DOUBT if current.doubtful else MarkKind.PASSAGE,
                mark=self._paper.quote(current.mark_page, current.mark, self._document.item),
                item=self._document.item, pdf_first=current.first.pdf_page, pdf_last=last,
                top=current.first.box.top - 1.0, bottom=bottom,
            )
        )  # fmt: skip
