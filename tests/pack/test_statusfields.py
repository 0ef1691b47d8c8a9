"""Fields and columns that ask who may read a paper, and those that ask something else."""

import pytest

from scrutiny.pack.statusfields import Access, Question, read_answer, read_field, read_label

SHUT = """
GREEN/PINK: PINK
Public or private: Private
Open or Closed: Closed
For publication: No
Is this report for publication? No
Suitable for release (Y/N): N
Is this item open to the public? No
Report for publication? (Y/N): N
For publication: No, exempt under paragraph 3
Does the report contain confidential information? Yes
Is the decision exempt from publication? Yes
Exempt: Yes
Publication status: Closed
Can this report be published? No - paragraph 3 applies
Public access: No
Paper colour: Pink
Restricted distribution: Chair, Section 151 Officer, Head of Payroll
Reason for restriction: commercial interests
Part 1/Part 2: Part 2
Open/Exempt: Exempt (3)
Publication: Fully exempt
Freedom of information status: Exempt - the bids are sensitive
White or pink paper: Pink
Reason for exemption: paragraph 3
Confidential? (Y/N): Y
Does this paper contain exempt information? Yes (paragraph 3)
Adroddiad cyhoeddus/preifat: preifat
Private or public session: Private session
Report status (open/closed): closed under paragraph 3
Public interest reason for exemption: disclosure would harm bargaining
""".strip().splitlines()

OPEN = """
Freedom of information status: Not exempt
Exempt information: None
Confidential: N/A
Does this report have exempt information? No
Open or exempt: Open
Public or private: Public
GREEN/PINK: GREEN
Reason for exemption: Not applicable
Is the report exempt? No
Can this report be published? Yes
Paper colour: White
Is this item open to the public? Yes
For publication: Yes
Exempt or confidential information: None
Publication: Open
Is the decision exempt from publication? No
Open/Part exempt/Fully exempt: Open
Confidential? (Y/N): N
""".strip().splitlines()

NEITHER = """
GREEN/AMBER/RED: GREEN
RED/AMBER/GREEN: RED
Open to the public: No
Public holidays: Closed
Road classification: Private
Status: Closed
For publication: N/A
For publication: No restrictions
Can the report be published? No decision yet
Is the landlord private? Yes
Will my response be confidential? Yes
For publication: November
Published: No. 12 of 2020
Distribution: All members of the Committee
Background papers: exempt report of 3 March (not for publication)
Public or private: Private hire
Exempt: 35
Private: 410
Private: £35
Published: No
Published: Yes
Open: No
Public transport: No
Public consultation: No
Public sector equality duty: No
Open space: No
Private: the owner of the road
Car park status: Closed
Exempt from VAT: Yes
Exempt from call-in: Yes
Is this decision exempt from call-in? Yes
Is it private land? Yes
Colour: pink
Flag colour: green
Pink/blue: blue
Public inquiry: closed
Publication date: none
Publication: Gazette
Open/closed: Monday
Does the public have access? No
Restricted parking: Yes
Private water supply: Yes
""".strip().splitlines()


@pytest.mark.parametrize("line", SHUT)
def test_a_field_that_makes_a_paper_private(line: str) -> None:
    assert read_field(line) is Access.SHUT


@pytest.mark.parametrize("line", OPEN)
def test_a_field_that_makes_a_paper_public(line: str) -> None:
    assert read_field(line) is Access.OPEN


@pytest.mark.parametrize("line", NEITHER)
def test_a_field_about_something_else(line: str) -> None:
    assert read_field(line) is None


def test_the_heading_of_a_column_asks_and_its_cells_answer() -> None:
    question = read_label("Open/Exempt")
    assert question is Question.WHICH
    answers = [read_answer(question, cell) for cell in ("Open", "Exempt (3)", "12", "")]
    assert answers == [Access.OPEN, Access.SHUT, None, None]
