"""Room `language`: small letters and sets of words, for the many tests that a text has none of those asked for.

A pattern that ignores case tries each of its words at each place of the text, fifty times slower than looking for
words in small letters.
"""

_ALIKE = (("i̇", "i"), ("ſ", "s"), ("ı", "i"))
"""What ignoring case takes for one another, beside capital and small."""


def small_letters(text: str) -> str:
    """The text in small letters, where a pattern of small letters finds what it finds in the text when it ignores
    case."""
    small = text.lower()
    if not small.isascii():
        for one, other in _ALIKE:
            small = small.replace(one, other)
    return small


def has_any(words: tuple[str, ...], small: str) -> bool:
    """Whether any of the words, or beginnings of words, stands in a text of small letters."""
    for word in words:  # noqa: SIM110 - a third of the time that any() takes, asked some ten thousand times
        if word in small:
            return True
    return False


def word_set(text: str) -> frozenset[str]:
    """The words of a text, for a list of them."""
    return frozenset(text.split())
