"""Room `language`: small phrases that messages are made of: counts with their noun, cited pages, figures."""

from collections.abc import Iterable
from decimal import Decimal


def count_of(number: int, noun: str) -> str:
    """ "1 page", "2 pages"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def cite_pages(pages: Iterable[tuple[str | None, int]]) -> str:
    """Pages, each by its printed number and its place in the file, as officers cite them: "pages 3, 4 and 6" by the
    printed numbers where all have one, else by the PDF's."""
    pages = list(dict.fromkeys(pages))
    printed = [label for label, _ in pages if label is not None]
    whole = len(printed) == len(pages)
    numbers = list(dict.fromkeys(printed)) if whole else [str(page) for _, page in pages]
    word = ("page" if whole else "PDF page") + ("s" if len(numbers) > 1 else "")
    return f"{word} {' and '.join([', '.join(numbers[:-1]), *numbers[-1:]] if len(numbers) > 1 else numbers)}"


def runs_of(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Numbers in order as runs that leave none out, each by its first and its last."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        follows = runs and number == runs[-1][1] + 1
        runs[-1:] = [(runs[-1][0], number)] if follows else [*runs[-1:], (number, number)]
    return runs


def plain_number(value: Decimal) -> str:
    """A figure without needless zeros: "70.5", "376"."""
    text = format(value.normalize(), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def shorten(text: str, most: int) -> str:
    """The text, cut at a word where it is longer than so many characters, with an ellipsis."""
    if len(text) <= most:
        return text
    kept = text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:-–")
    return f"{kept} …"
