"""Tables that say of each row what was decided."""

from pathlib import Path

from scrutiny.families.minutes.read import lay_out, read_minutes
from scrutiny.pdf import read_pdf
from tests.builders.paper import PackBuilder

Told = tuple[list[str], list[tuple[str, str | None]]]


def told(rows: list[list[str]], folder: Path) -> Told:
    """What a paper with such a table was found to decide and to leave to be done."""
    paper = PackBuilder(numbers=False, stamps=False, outline=False)
    paper.new_page()
    paper.heading("Minutes of the ferry users, 4 May 2031", size=12)
    paper.table(rows, [460 / len(rows[0])] * len(rows[0]))
    path = folder / "rulings.pdf"
    path.write_bytes(paper.data())
    with read_pdf(path) as pdf:
        found = read_minutes(lay_out(pdf.pages(), ()), meeting=None)
    return [one.text for one in found.decisions], [(one.text, one.owner) for one in found.actions]


def test_each_row_with_an_outcome_is_a_decision(tmp_path: Path) -> None:
    votes = [
        ["Grant", "Sum", "Vote"], ["Rowing club", "£90", "Agreed 5-0"], ["Sailing club", "£70", "Agreed 4-1"],
        ["Diving club", "£40", "Not agreed"],
    ]  # fmt: skip
    assert told(votes, tmp_path) == (["Rowing club: Agreed 5-0", "Sailing club: Agreed 4-1"], [])
    letters = [
        ["1", "Regatta, use of the quay", "Consent given. Clerk to send the rules."],
        ["2", "Seat on the pilots' panel", "Ann Orme appointed."],
        ["3", "Mr Hay, noise of the crane", "Clerk to reply that it has been mended."],
    ]
    decided, left = told(letters, tmp_path)
    assert decided == ["Regatta, use of the quay: Consent given", "Seat on the pilots' panel: Ann Orme appointed"]
    assert [owner for _, owner in left] == ["Clerk", "Clerk"]


def test_what_others_decided_and_what_answers_them_is_none(tmp_path: Path) -> None:
    for heads, rows in (
        (["Recommendation", "Response"], [["Buy a second lamp", "Accepted"], ["Sell the crane", "Accepted"]]),
        (["Action", "Status"], [["Letter to the yard", "Agreed"], ["Note to the pilots", "Agreed"]]),
        (["Ref", "Site", "View"], [["31/0718", "Quay House", "Approved"], ["31/0719", "Slip House", "Refused"]]),
        (["Site", "Outcome"], [["Quay House", "Approved by the District"], ["Slip House", "Refused by the District"]]),
    ):
        assert told([heads, *rows], tmp_path)[0] == [], heads
