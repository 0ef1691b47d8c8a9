"""Room `language`: numbers in words."""

ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
"""The words from nought to nineteen, each at its own number."""

TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

NUMBER_WORDS = {word: number for number, word in enumerate(ONES)} | TENS
"""What each word stands for."""

SMALL_NUMBERS = {word: number for number, word in enumerate(ONES[1:13], start=1)}
"""One to twelve: the numbers that papers write out."""
