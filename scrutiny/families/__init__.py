"""Room `families`: the subjects that scrutiny knows, each in a folder of its own.

A family takes the documents of a paper, gives its facts, checks them, and shows them as rows. `FAMILIES` is the whole
list: `check`, `verify` and `brief` go through it and name none.
"""

from scrutiny.families.costs.family import COSTS
from scrutiny.families.exclusions.family import EXCLUSIONS
from scrutiny.families.family import Family
from scrutiny.families.minutes.family import MINUTES
from scrutiny.families.recommendations.family import RECOMMENDATIONS

FAMILIES: tuple[Family, ...] = (RECOMMENDATIONS, MINUTES, EXCLUSIONS, COSTS)

__all__ = ["FAMILIES", "Family"]
