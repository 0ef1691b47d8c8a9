"""Part of the room `products`: the figures of a summary, held against a paper.

`numerals` finds what a text states in figures, `claims` says which of that a summary claims and of what, `evidence`
what the paper says and what follows from it, `judging` what the one means for the other.
"""

from scrutiny.products.verifying.evidence import Evidence, evidence_of
from scrutiny.products.verifying.judging import Verifier
from scrutiny.products.verifying.model import Claim, Outcome, Verified

__all__ = ["Claim", "Evidence", "Outcome", "Verified", "Verifier", "evidence_of"]
