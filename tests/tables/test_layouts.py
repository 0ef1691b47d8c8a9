"""The same made-up tables in ten layouts: nearly every cell is read where it stands, whatever lines are drawn.

All forty are read by `python -m tests.table_layouts`; here every sixth.
"""

import pytest

from tests.builders.table_layouts import Setting, made_tables
from tests.table_layouts import read_ours, score

SHARE = 0.98


@pytest.mark.parametrize("setting", list(Setting))
def test_cells_stand_in_their_row_and_column(setting: Setting) -> None:
    scores = list(score(made_tables()[::6], setting, read_ours))
    right, cells = sum(a for a, _ in scores), sum(b for _, b in scores)
    assert right >= SHARE * cells, scores
