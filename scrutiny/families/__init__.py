"""Room `families`: the subjects that scrutiny knows, each in a folder of its own.

A family takes the documents of a paper, gives its facts, checks them, and shows them as rows. `NAMES` is the whole
list: `check`, `verify` and `brief` go through it and name none. CONTRIBUTING.md says how to add one.
"""

import functools
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from scrutiny.families.family import Family

NAMES = ("recommendations", "minutes", "exclusions", "costs")
"""The folder of each family. Its module `family` holds the family under its name in capitals."""


def all_families() -> "tuple[Family, ...]":
    """Every family there is. Imported when they are first asked for: the command line starts without them."""
    return tuple(_family(name) for name in NAMES)


@functools.cache
def _family(name: str) -> "Family":
    module = import_module(f"{__name__}.{name}.family")
    return cast("Family", getattr(module, name.upper()))
