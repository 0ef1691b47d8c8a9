"""Room `statements`: quantities that a paper tells in prose, and how they belong together.

Sentences in; quantities with subject, period and unit out, and the relations between those of a sentence. Judges
nothing, knows nothing of councils."""

from scrutiny.statements.model import Average, Departure, Division, Move, Quantity, Share, Statement, Sum
from scrutiny.statements.moves import find_moves
from scrutiny.statements.quantities import find_quantities
from scrutiny.statements.relations import find_averages, find_divisions, find_shares, find_sums_told
from scrutiny.statements.subjects import find_statements

__all__ = [
    "Average",
    "Departure",
    "Division",
    "Move",
    "Quantity",
    "Share",
    "Statement",
    "Sum",
    "find_averages",
    "find_divisions",
    "find_moves",
    "find_quantities",
    "find_shares",
    "find_statements",
    "find_sums_told",
]
