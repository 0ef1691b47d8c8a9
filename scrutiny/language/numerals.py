"""Room `language`: numbers in words."""

ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
"""The words from nought to nineteen, each at its own number."""

TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

NUMBER_WORDS = {word: number for number, word in enumerate(ONES)} | TENS
"""What each word stands for."""

PARTS_OF_ONE = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "twelfth": 12, "twentieth": 20,
}  # fmt: skip
"""The words for a part of one, each with how many of them make it."""

SMALL_NUMBERS = {word: number for number, word in enumerate(ONES[1:13], start=1)}
"""One to twelve: the numbers that papers write out."""
