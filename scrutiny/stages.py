"""Key stages of year groups. Imports nothing of ours."""


def key_stage(year_group: int) -> int:
    """The key stage of a year group, 1 to 5 (Education Act 2002, s.82)."""
    if year_group <= 2:
        return 1
    if year_group <= 6:
        return 2
    return 3 if year_group <= 9 else 4 if year_group <= 11 else 5
