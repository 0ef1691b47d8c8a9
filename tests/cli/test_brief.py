"""`brief`: one paper with pictures; what it must not show; what it says it could not find."""

import base64
import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest
from PIL import Image

from scrutiny.errors import ExitCode
from scrutiny.families.exclusions.family import EXCLUSIONS
from scrutiny.paper import open_paper
from scrutiny.products.redaction import Redaction, redactables
from tests.builders.paper import PackBuilder
from tests.builders.reading import papers_read_once
from tests.cli.test_commands import run
from tests.conftest import PackFile

WRONG = [
    ["North School", "12", "22", "30"],
    ["South School", "13", "15", "31"],
    ["East School", "20", "33", "40"],
    ["Total", "45", "70", "103"],
]
"""45 and 70 add, 103 should be 101: the first columns bear out what the total is of."""


class Outline(HTMLParser):
    """What a screen reader goes by: headings, tables, pictures, and whatever would be fetched."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.headings: list[int] = []
        self.tables: list[dict[str, int]] = []
        self.pictures: list[dict[str, str | None]] = []
        self.fetched: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        elif tag == "table":
            self.tables.append({"caption": 0, "thead": 0, "tr": 0})
        elif tag in ("caption", "thead"):
            self.tables[-1][tag] += 1
        elif tag == "img":
            self.pictures.append(named)
        if tag in ("script", "link", "iframe", "object", "embed"):
            self.fetched.append(tag)
        for name, value in attrs:
            if (
                name in ("src", "href", "srcset", "action")
                and not (value or "").startswith(("#", "data:image/png;base64,"))
                and not re.fullmatch(r"[\w.%-]+\.pdf#page=\d+", value or "")
            ):
                self.fetched.append(f"{tag} {name}={value}")


def html_of(*arguments: str | Path, tmp_path: Path) -> str:
    target = tmp_path / "brief.html"
    code, out, err = run("brief", *arguments, "--output", target)
    assert (code, out, err) == (ExitCode.OK, "", "")
    return target.read_text(encoding="utf-8")


def test_the_sample_gives_a_paper_with_a_picture_of_every_wrong_line(sample: Path, tmp_path: Path) -> None:
    page = html_of(sample, tmp_path=tmp_path)
    seen = Outline(page)
    assert seen.fetched == []
    assert seen.headings[0] == 1
    assert seen.headings.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(seen.headings, seen.headings[1:], strict=False))
    assert all((table["caption"], table["thead"]) == (1, 1) for table in seen.tables)
    exhibits = page.count('class="exhibit')
    assert exhibits == len(seen.pictures) == 7
    for picture in seen.pictures:
        assert "is framed" in (picture["alt"] or "")
        image = Image.open(io.BytesIO(base64.b64decode((picture["src"] or "").partition(",")[2])))
        reds = [colour for _, colour in image.convert("RGB").getcolors(1 << 16) or [] if colour == (176, 0, 32)]
        assert reds, picture["alt"]
        assert image.width > 2 * 100


def test_the_same_pack_gives_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    assert html_of(sample, tmp_path=tmp_path) == html_of(sample, tmp_path=tmp_path)


def test_the_json_follows_its_schema_and_says_what_the_other_commands_say(sample: Path) -> None:
    code, out, _ = run("brief", sample, "--format", "json", "--quiet")
    data = json.loads(out)
    assert code == ExitCode.OK
    jsonschema.validate(data, json.loads(run("schema", "brief")[1]))
    recs = json.loads(run("recs", sample, "--format", "json", "--quiet")[1])["tables"]["recommendations"]
    assert sorted(row["ref"] for row in data["tables"]["recommendations"]) == sorted(row["ref"] for row in recs)
    wrong = {row["working"] for row in data["tables"]["checks"]}
    checked = json.loads(run("check", sample, "--format", "json", "--quiet")[1])["tables"]["checks"]
    assert wrong == {row["working"] for row in checked if row["status"] in ("error", "warning")}


@pytest.mark.usefixtures("_read_once")
def test_strict_and_check_mean_what_they_mean_everywhere(sample: Path, tmp_path: Path) -> None:
    assert run("brief", sample, "--strict", "--format", "json", "--quiet")[0] == ExitCode.FINDINGS
    target = tmp_path / "brief.md"
    assert run("brief", sample, "--output", target)[0] == ExitCode.OK
    assert run("brief", sample, "--check", target)[:2] == (ExitCode.OK, "")
    target.write_text(target.read_text(encoding="utf-8").replace("109", "108"), encoding="utf-8")
    code, out, _ = run("brief", sample, "--check", target)
    assert (code, "-| 2018/19 |      108" in out) == (ExitCode.FINDINGS, True)


def private_pack(heading: str = "Appendix 5 Case Studies", *, exempt: bool = False) -> PackBuilder:
    """A report with a sound page, and one page that holds a wrong total beside a child's story."""
    builder = PackBuilder()
    builder.begin("6", "6 Inclusion Update")
    builder.heading("Inclusion Update")
    builder.para("The report describes provision in the borough and asks members to comment.", number="1")
    builder.heading("Recommendation")
    builder.para("The Committee is recommended to note the report.", number="2")
    builder.begin("7", "7 Placements")
    if exempt:
        builder.para("NOT FOR PUBLICATION by virtue of paragraph 1 of Schedule 12A of the Local Government Act 1972")
    builder.heading(heading)
    builder.table([["School", "Autumn", "Spring", "Summer"], *WRONG], [150, 75, 75, 75])
    builder.para("The student was placed after her uncle Zebedee left. The student was quiet and Xanthippe helped her.")
    builder.heading("Recommendation")
    builder.para("The Committee is recommended to thank Zebedee for his help with the student.", number="1")
    return builder


@pytest.mark.parametrize("form", ["html", "markdown", "json", "jsonl", "csv", "text", "github", "sarif"])
def test_a_childs_story_is_neither_pictured_nor_quoted(pack_file: PackFile, form: str) -> None:
    path = pack_file(private_pack())
    code, out, err = run("brief", path, "--format", form)
    assert code == ExitCode.OK
    assert "Zebedee" not in out + err
    assert "Xanthippe" not in out + err
    assert "North School" not in out + err
    if form == "html":
        assert "<img" not in out
        assert "103 should be 101" in out
        assert "only figures are taken from there" in out
        assert "1 recommendation on page 2." in out
        assert "Left out here: 1 recommendation on page 2" in out
    if form == "json":
        assert [row["printed"] for row in json.loads(out)["tables"]["checks"]] == ["103"]


def test_the_first_page_says_what_is_left_out_and_where_a_private_figure_stands(pack_file: PackFile) -> None:
    """Not "something", and not a figure alone on a page full of figures: its row and column give no child away."""
    builder = PackBuilder()
    builder.begin("7", "7 Placements")
    builder.heading("Appendix 5 Case Studies")
    builder.table([["School", "Autumn", "Spring", "Summer"], *WRONG], [150, 75, 75, 75])
    builder.para("The student was placed after her uncle Zebedee left. The student was quiet and Xanthippe helped her.")
    out = run("brief", pack_file(builder), "--format", "markdown")[1]
    assert "Left out here: pictures and words of 1 page that tells of a single child" in out
    assert "Row 4 of its table, column 4: 103 should be 101" in out


def test_without_the_story_the_same_page_is_pictured(pack_file: PackFile, tmp_path: Path) -> None:
    """So that the test above can fail."""
    builder = PackBuilder()
    builder.begin("7", "7 Placements")
    builder.heading("Placements")
    builder.table([["School", "Autumn", "Spring", "Summer"], *WRONG], [150, 75, 75, 75])
    page = html_of(pack_file(builder), tmp_path=tmp_path)
    assert len(Outline(page).pictures) == 1
    assert "printed 103" in page


@pytest.mark.parametrize("form", ["html", "json", "text"])
def test_nothing_of_an_exempt_paper_is_told(pack_file: PackFile, form: str) -> None:
    out = "".join(map(str, run("brief", pack_file(private_pack("Placements", exempt=True)), "--format", form)))
    assert "Zebedee" not in out
    assert "103" not in out
    assert "exempt" in out


PARTS = {
    "resolutions": "Resolved at the last meeting", "actions": "Still open from the last meeting",
    "recommendations": "What the reports recommend", "exclusions": "Exclusions at a glance",
    "costs": "What a placement costs", "figures": "Figures that do not add up", "pictures": "<img",
}  # fmt: skip


def test_every_part_that_can_be_left_out_is_tried_below() -> None:
    assert {each.name for each in redactables()} == {*PARTS, "people", "small-numbers"}


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_is_to_be_left_out_is_gone(sample: Path, tmp_path: Path, part: str) -> None:
    heading = PARTS[part]
    assert heading in html_of(sample, tmp_path=tmp_path)
    page = html_of(sample, "--redact", part, tmp_path=tmp_path)
    assert heading not in page
    assert f"As asked: {part}." in page


def test_what_is_withheld_is_not_said_to_be_right(pack_file: PackFile) -> None:
    """A paper whose only wrong figure is left out is no paper without a wrong figure."""
    builder = PackBuilder()
    builder.begin("7", "7 Placements")
    builder.table([["School", "Autumn", "Spring", "Summer"], *WRONG], [150, 75, 75, 75])
    path = pack_file(builder)
    whole = run("brief", path, "--format", "markdown")[1]
    assert "1 figure that cannot be right." in whole
    for asked in ("pages=1", "figures"):
        out = run("brief", path, "--format", "markdown", "--redact", asked)[1]
        assert "does not add up" not in out
        assert "None was found" not in out
        assert "103" not in out


@pytest.fixture
def _read_once() -> Iterator[None]:
    """A briefing leaves out what it is asked to when the paper is read already."""
    with papers_read_once():
        yield


@pytest.mark.usefixtures("_read_once")
def test_people_pages_words_and_small_numbers_are_left_out(sample: Path, tmp_path: Path) -> None:
    whole = html_of(sample, tmp_path=tmp_path)
    assert "Councillor Rahman" in whole
    assert "The Strategic Manager" in whole
    people = html_of(sample, "--redact", "people", tmp_path=tmp_path)
    assert "Rahman" not in people
    assert "The Strategic Manager</td>" not in people
    words = run("brief", sample, "--redact", "words=managed MOVES", "--format", "json")
    assert "managed moves" in run("brief", sample, "--format", "json")[1].lower()
    assert "managed moves" not in "".join(map(str, words)).lower()
    assert len(Outline(html_of(sample, "--redact", "words=Managed moves", tmp_path=tmp_path)).pictures) < 7
    pages = json.loads(run("brief", sample, "--redact", "pages=16-17", "--format", "json", "--quiet")[1])
    assert not {"16", "17"} & {row["page"] for table in pages["tables"].values() for row in table if "page" in row}
    assert not {"16", "17"} & {finding["page"] for finding in pages["findings"]}
    small = run("brief", sample, "--redact", "small-numbers", "--format", "json")[1]
    assert not {"16", "17"} & {finding["page"] for finding in json.loads(small)["findings"]}


@pytest.mark.parametrize("asked", ["foo", "pages", "pages=x", "words=", "people=yes", ""])
def test_what_cannot_be_left_out_is_an_error(sample: Path, asked: str) -> None:
    code, out, err = run("brief", sample, "--redact", asked)
    assert (code, out) == (ExitCode.USAGE, "")
    assert "Choose pictures, people" in err


def test_words_are_left_out_over_line_breaks_and_in_any_case() -> None:
    redaction = Redaction.parse(["words=St Mary's", "people"])
    assert redaction.blank("at ST  MARY'S and\nst\nmary's") == "at [left out] and\n[left out]"
    assert redaction.blank("Councillor A. B. O’Neil and Mrs Smith-Jones asked") == "[left out] asked"
    assert redaction.blank("Drainage in Mr. Todd's street") == "Drainage in [left out] street"


def test_minutes_alone_and_a_report_alone_say_what_is_missing(pack_file: PackFile) -> None:
    builder = PackBuilder(stamps=False, outline=False)
    builder.new_page()
    builder.heading("Minutes of the Children's Committee held on 6 March 2025")
    builder.para("Present: Councillor Smith (Chair), Councillor Jones")
    builder.heading("1 Attendance")
    builder.para("The Head of Service would circulate the figures to members by the end of April.")
    builder.para("Resolved: That the report be noted.")
    out = run("brief", pack_file(builder), "--format", "markdown")[1]
    assert "Resolved: That the report be noted." in out
    assert "No agenda front sheet" in out
    assert "No inclusion report" in out
    assert "Nothing on what placements cost" in out
    assert "No recommendations" in out
    assert "No minutes" not in out


def test_minutes_alone_have_their_own_title(pack_file: PackFile) -> None:
    """The headings of their items are business, not the name of the paper."""
    builder = PackBuilder(stamps=False, outline=False)
    builder.new_page()
    builder.heading("Minutes of the Children's Committee held on 6 March 2025")
    for number, title in enumerate(("Apologies", "Declarations of interest", "Roofs of schools"), start=1):
        builder.heading(f"{number} {title}")
        builder.para("Resolved: That the report be noted.")
    out = run("brief", pack_file(builder), "--format", "markdown")[1]
    assert out.splitlines()[0] == "# Briefing: Minutes of the Children's Committee, 6 March 2025"


def scan(path: Path) -> Path:
    """A page that is a picture."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), invariant=1)
    canvas.drawImage(ImageReader(Image.new("L", (200, 300), 128)), 50, 50, 400, 600)
    canvas.save()
    return path


def test_a_scan_is_named_and_the_rest_is_made(sample: Path, tmp_path: Path) -> None:
    """Exit 3 tells a script that not all was read; the paper is there, and says which."""
    target = tmp_path / "brief.html"
    code, _, err = run("brief", scan(tmp_path / "scan.pdf"), "--output", target)
    assert (code, "has no text layer" in err) == (ExitCode.INPUT, True)
    assert "Nothing could be read: scan.pdf has no text layer" in target.read_text(encoding="utf-8")
    code, _, err = run("brief", tmp_path / "scan.pdf", sample, "--output", target)
    page = target.read_text(encoding="utf-8")
    assert (code, "has no text layer" in err) == (ExitCode.INPUT, True)
    assert "Nothing could be read: scan.pdf" in page
    assert len(Outline(page).pictures) == 7
    assert Outline(page).headings[:3] == [1, 2, 3]
    data = json.loads(run("brief", tmp_path / "scan.pdf", sample, "--format", "json")[1])
    jsonschema.validate(data, json.loads(run("schema", "brief")[1]))


def test_where_no_file_can_be_read_nothing_is_written(tmp_path: Path) -> None:
    target = tmp_path / "brief.html"
    assert run("brief", tmp_path / "no.pdf", "--output", target)[0] == ExitCode.INPUT
    assert not target.exists()


def test_hostile_words_stay_words(pack_file: PackFile) -> None:
    builder = PackBuilder()
    builder.begin("6", "6 <script>alert(1)</script>")
    builder.heading("Recommendation")
    builder.para("The Committee is recommended to note <img src=http://x.example/a.png> and # 1. - *that*.", number="1")
    path = pack_file(builder)
    page = run("brief", path, "--format", "html")[1]
    assert Outline(page).fetched == []
    assert "&lt;img src=http" in page
    marked = run("brief", path, "--format", "markdown")[1]
    assert not re.search(r"(?<!\\)<img", marked)


@pytest.mark.packs
def test_a_paper_read_page_by_page_gives_what_one_read_whole_gives(real_packs: Path) -> None:
    """`exclusions` loads only the pages it needs, `check` and `brief` note all of them while the pack is read."""
    path = real_packs / "cyp-osc-2022-03-10.pdf"
    with open_paper(path, whole=True) as whole, open_paper(path) as lazy:
        assert EXCLUSIONS.read(whole) == EXCLUSIONS.read(lazy) != ()


@pytest.mark.packs
def test_every_known_error_has_its_picture(real_packs: Path, tmp_path: Path) -> None:
    """And no page that tells of a child is among them: the stories stand on pages 256 to 258."""
    truth = json.loads((real_packs / "cyp-osc-2022-03-10.figures.json").read_text(encoding="utf-8"))["findings"]
    page = html_of(real_packs / "cyp-osc-2022-03-10.pdf", tmp_path=tmp_path)
    alts = [picture["alt"] or "" for picture in Outline(page).pictures]
    for finding in truth:
        if "check" in finding["rooms"]:
            assert any(f"Page {finding['pdf_page']}:" in alt and finding["printed"] in alt for alt in alts), finding[
                "id"
            ]
    assert not [alt for alt in alts if re.match(r"Page (?:256|257|258|3[5-9]|40):", alt)]
    assert "Reluctance from" not in page
    assert "suicide" not in page


def test_a_gap_in_numbers_is_no_figure_to_ask_about(tmp_path: Path) -> None:
    paper = PackBuilder()
    paper.begin("6", "6 Libraries")
    for number in ("1", "2", "3", "5", "6", "7"):
        paper.para("The library is open on the days that are shown on its door.", number=number)
    path = tmp_path / "report.pdf"
    path.write_bytes(paper.data())
    _, page, _ = run("brief", path, "-f", "markdown")
    assert "- 1 slip of numbering, dates or page ranges." in page
    assert "to ask about" not in page
