"""Room `language`: numbers in words."""

ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
"""The words from nought to nineteen, each at its own number."""

TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

NUMBER_WORDS = {word: number for number, word in enumerate(ONES)} | TENS
"""What each word stands for."""

_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}


def value_of(words: str) -> int:
    """What a number in words is: "two thousand, three hundred and five"."""
    whole = part = 0
    for word in words.replace("-", " ").replace(",", " ").split():
        if word == "hundred":
            part = max(part, 1) * 100
        elif word in _SCALES:
            whole, part = whole + max(part, 1) * _SCALES[word], 0
        else:
            part += NUMBER_WORDS.get(word, 0)
    return whole + part


PARTS_OF_ONE = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "twelfth": 12, "twentieth": 20,
}  # fmt: skip
"""The words for a part of one, each with how many of them make it."""

SMALL_NUMBERS = {word: number for number, word in enumerate(ONES[1:13], start=1)}
"""One to twelve: the numbers that papers write out."""
