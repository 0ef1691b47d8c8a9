"""Room `statements`: quantities that a paper tells in prose, and how they belong together.

Sentences in; quantities with subject, period and unit out, and the relations between those of a sentence. Judges
nothing, knows nothing of councils."""

from scrutiny.statements.accounts import find_all_shares
from scrutiny.statements.model import Average, Departure, Division, Move, Quantity, Rate, Share, Span, Sum, Times
from scrutiny.statements.moves import find_moves
from scrutiny.statements.quantities import find_quantities
from scrutiny.statements.relations import carry, find_based, find_rates, find_restated, find_shares
from scrutiny.statements.remainders import find_rest
from scrutiny.statements.subjects import Sentence, Statement, read_sentences
from scrutiny.statements.sums import find_divisions, find_sums_told
from scrutiny.statements.threes import find_averages, find_prices, find_slipped_sums, find_spans

__all__ = [
    "Average",
    "Departure",
    "Division",
    "Move",
    "Quantity",
    "Rate",
    "Sentence",
    "Share",
    "Span",
    "Statement",
    "Sum",
    "Times",
    "carry",
    "find_all_shares",
    "find_averages",
    "find_based",
    "find_divisions",
    "find_moves",
    "find_prices",
    "find_quantities",
    "find_rates",
    "find_rest",
    "find_restated",
    "find_shares",
    "find_slipped_sums",
    "find_spans",
    "find_sums_told",
    "read_sentences",
]
