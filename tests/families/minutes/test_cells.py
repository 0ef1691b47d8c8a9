"""Tables of minutes that are no logs: what stands in one cell is read alone."""

from pathlib import Path

from scrutiny.families.minutes.read import lay_out, read_minutes
from scrutiny.pdf import read_pdf
from tests.builders.paper import PackBuilder

ASKED = "When will the chain at the slipway be mended? Two boats have drifted from it since the winter"
ANSWERED = "It had come loose in the frost. The Harbour Manager undertook to write to the yard about the chain by 30 June 2031."
TOLD = "A storm had brought down the lamp on the north pier. It had been put up again the next day"
GLAD = "The members were glad of it and thanked all those who had helped. It had cost the harbour nothing at all"


def drawn(
    heads: tuple[str, ...], rows: list[list[str]], folder: Path
) -> tuple[list[str], list[tuple[str, str | None]]]:
    paper = PackBuilder(numbers=False, stamps=False, outline=False)
    paper.new_page()
    paper.heading("Minutes of the ferry users, 4 May 2031", size=12)
    paper.table([list(heads), *rows], [460 / len(heads)] * len(heads))
    path = folder / "cells.pdf"
    path.write_bytes(paper.data())
    with read_pdf(path) as pdf:
        laid_out = lay_out(pdf.pages(), ())
    actions = read_minutes(laid_out, meeting=None).actions
    return [block.quote for block in laid_out[0]], [(action.text, action.owner) for action in actions]


def test_questions_and_answers_side_by_side_are_each_read_alone(tmp_path: Path) -> None:
    for heads in (("Question", "Response"), ("Raised by a member", "Told by the manager"), ("", "")):
        blocks, actions = drawn(heads, [[ASKED, ANSWERED], [TOLD, GLAD]], tmp_path)
        assert blocks[-4:] == [ASKED, ANSWERED, TOLD, GLAD]
        assert actions == [("Write to the yard about the chain by 30 June 2031", "The Harbour Manager")]


def test_a_label_beside_one_cell_of_several_lines_stays_with_it(tmp_path: Path) -> None:
    blocks, _ = drawn(("Item", "Lamps"), [["Decision", f"That the lamp be bought. {TOLD}"]], tmp_path)
    assert next(block for block in blocks if "lamp be bought" in block).startswith("That")


def test_each_field_of_a_form_is_read_alone(tmp_path: Path) -> None:
    rows = [
        ["Decision", "Agreed that the lamp be bought and that the Clerk write to the yard."],
        ["Alternatives", "To mend the old lamp."],
    ]
    blocks, actions = drawn(("Key decision", "No"), rows, tmp_path)
    assert "Decision" in blocks
    assert actions == [("Write to the yard (Agreed that the lamp be bought)", "the Clerk")]
