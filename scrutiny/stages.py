"""Key stages of year groups, and what academic years are called. Imports nothing of ours."""


def key_stage(year_group: int) -> int:
    """The key stage of a year group, 1 to 5 (Education Act 2002, s.82)."""
    if year_group <= 2:
        return 1
    if year_group <= 6:
        return 2
    return 3 if year_group <= 9 else 4 if year_group <= 11 else 5


def academic(first: int, joint: str = "-") -> str:
    """The academic or financial year that begins in a year: "2024-25"."""
    return f"{first}{joint}{(first + 1) % 100:02d}"
