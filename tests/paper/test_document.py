"""Room `paper`: what stands outside the tables of a document."""

from pathlib import Path

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
