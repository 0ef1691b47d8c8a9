"""`brief`: one paper with pictures; what it must not show; what it says it could not find."""

import base64
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest
from PIL import Image

from scrutiny.errors import ExitCode
from scrutiny.families.exclusions.family import EXCLUSIONS
from scrutiny.paper import open_paper
from tests.builders.paper import PackBuilder
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


@pytest.fixture(scope="module")
def sample_page(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of the sample pack."""
    return html_of(sample, tmp_path=tmp_path_factory.mktemp("brief"))


def test_the_sample_gives_a_paper_with_a_picture_of_every_wrong_line(sample_page: str) -> None:
    page = sample_page
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


def test_the_same_pack_gives_the_same_bytes(sample: Path, tmp_path: Path, sample_page: str) -> None:
    assert html_of(sample, tmp_path=tmp_path) == sample_page


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
    """`contents` and `exclusions` load only the pages they need, `check` and `brief` note all of them while the pack is read."""
    path = real_packs / "cyp-osc-2022-03-10.pdf"
    with open_paper(path, whole=True) as whole, open_paper(path) as lazy:
        assert whole.pack == lazy.pack
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
