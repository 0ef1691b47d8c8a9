"""Room `paper`: what stands outside the tables of a document."""

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from scrutiny.paper.opening import open_paper
from tests.builders.paper import PackBuilder


def test_a_paragraph_that_begins_with_the_word_of_a_heading_is_no_part_of_the_table(tmp_path: Path) -> None:
    builder = PackBuilder(numbers=False)
    builder.new_page()
    builder.para("Places are funded at £10,000 a year, and the numbers of places change in September.")
    builder.table([["Setting", "Places"], ["Upper", "60"], ["Lower", "48"], ["Total", "108"]], [120.0, 80.0])
    path = tmp_path / "paper.pdf"
    path.write_bytes(builder.data())
    with open_paper(path, whole=True) as paper:
        (document,) = paper.documents
        assert [sentence.text[:20] for sentence in document.sentences] == ["Places are funded at"]


def test_what_the_notes_of_a_page_say_is_read_behind_its_text(tmp_path: Path) -> None:
    """Small print at the foot of a page breaks no sentence that runs over it, and its number is no paragraph's."""
    path = tmp_path / "paper.pdf"
    canvas = Canvas(str(path))
    canvas.setFont("Helvetica", 11)
    for at in range(20):
        canvas.drawString(
            72, 760 - 15 * at, "The harbour took boats of every kind, as it had done in each summer so far."
        )
    canvas.drawString(72, 330, "In the whole of the year the ferries")
    canvas.setFont("Helvetica", 8)
    for at, note in enumerate(("2 Harbour Book 2022, pp. 14-15", "3 The dues of", "2023 were first given as £41,300.")):
        canvas.drawString(72, 140 - 10 * at, note)
    canvas.drawString(72, 110, "4Boats of 1,200 tonnes")
    canvas.showPage()
    canvas.setFont("Helvetica", 11)
    canvas.drawString(72, 760, "carried 9,214 people.")
    canvas.drawString(72, 730, "The harbour took boats of every kind, as it had done in each summer so far.")
    canvas.setFont("Helvetica", 8)
    canvas.drawString(72, 120, "5 Barges are left out of the 318.")
    canvas.save()
    with open_paper(path, whole=True) as paper:
        (document,) = paper.documents
        assert [(each.text, each.pdf_page) for each in document.sentences] == [
            ("In the whole of the year the ferries carried 9,214 people.", 1),
            ("The dues of 2023 were first given as £41,300.", 1),
            ("Boats of 1,200 tonnes", 1),
            ("Barges are left out of the 318.", 2),
        ]  # not where something is taken from
        assert document.paragraphs[-1].marker is None
