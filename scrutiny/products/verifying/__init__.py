"""Part of the room `products`: the figures of a summary, held against a paper.

`extracting` finds what a text states in figures (`numerals`), `claims` says which of that a summary claims and of what,
`passages` what the paper says (`evidence`), and `derived` what follows from it; `likeness` ranks that by what the claim
is about, `measures` says what an amount is of, `telling` whether two sentences say the same of a figure, `roles` for
how long and which way it is told, `owners` whose each figure of a sentence is, `contrasts` what tells them apart,
`axes` which row, column and period of a table are named (`axisnames`), `columns` and `rivals` which of it the claim can
mean, `outright` what needs no weighing, `placing` what stands where the other figures of a sentence stand, `workings`
how a sentence says that its figure came about, `making` what two figures make of one another, `times` of which two
times a difference is, `computing` what follows in one or two steps, `inrows` and `overrows` what follows from the rows
and columns that are named, `contradicting` where a sentence contradicts itself, and `judging` what all of it means for
the claim, `doubts` where a paper does not agree with itself.
"""

from scrutiny.products.verifying.doubts import Doubts, may_be_doubted
from scrutiny.products.verifying.evidence import Evidence
from scrutiny.products.verifying.judging import Verifier
from scrutiny.products.verifying.model import Claim, Outcome, Verified
from scrutiny.products.verifying.passages import evidence_of

__all__ = ["Claim", "Doubts", "Evidence", "Outcome", "Verified", "Verifier", "evidence_of", "may_be_doubted"]
