"""Room `pdf`: how much of everything a page may hold.

A file can claim anything, such as a page of a million letters. What is beyond these limits is no council paper; a page
beyond them is left out and named.
"""

MAX_CHARACTERS = 500_000
"""On one page. A close-printed page of A4 has 6,000 letters, a ledger on A0 a hundred thousand."""

MAX_RULES = 20_000
"""On one page. A table of 100 rows and 20 columns, each square drawn for itself, has 8,000."""

MAX_GRID_SQUARES = 100_000
"""In the grid of one table: rows times columns. The largest in published packs has 3,000."""
