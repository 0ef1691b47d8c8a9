"""The real papers: contents exact, parts faithful, broken files refused. Skipped where they are missing."""

import contextlib
import functools
import io
import json
import runpy
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from scrutiny.errors import ExitCode
from scrutiny.pack.parts import plan_parts
from scrutiny.pdf import read_pdf
from scrutiny.sources import fold
from scrutiny.tables import find_tables
from tests.builders.reading import papers_read_once, read_pack
from tests.cli.test_commands import run
from tests.conftest import SHARED
from tests.hostile.test_passive import active_in

PACKS = SHARED / "packs"
CORPUS = SHARED / "corpus"
REPORT = PACKS / "cyp-osc-2022-03-10.pdf"
REPORTS = [path for path in (REPORT, REPORT.with_stem(f"{REPORT.stem}-no-outline")) if path.exists()]
"""The pack of the inclusion report, and its twin."""
REAL = sorted((PACKS / "real").glob("*.pdf"))


class Shelf:
    """Holds the paper that was asked for last, read once for the tests that stand beside each other (see conftest)."""

    def __init__(self) -> None:
        self.paper: Path | None = None
        self.opened = contextlib.ExitStack()

    def take(self, paper: Path | None) -> None:
        if paper != self.paper:
            self.opened.close()
            if paper is not None:
                self.opened.enter_context(papers_read_once())
        self.paper = paper


@pytest.fixture(scope="module")
def shelf() -> Iterator[Shelf]:
    held = Shelf()
    yield held
    held.take(None)


@pytest.fixture(autouse=True)
def _read_once(request: pytest.FixtureRequest, shelf: Shelf) -> None:
    shelf.take(request.node.callspec.params.get("paper") if hasattr(request.node, "callspec") else None)


@functools.lru_cache(maxsize=1)
def page_texts(paper: Path) -> list[str]:
    """The text of each page, white space folded."""
    with read_pdf(paper) as pdf:
        return [fold(page.text) for page in pdf.pages()]


def assert_score(what: str, out: str, label: Path, recall: str, precision: str) -> None:
    """What a command gives reaches what its labels ask for, by the scorer of the labels."""
    said = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the scorer closes no file
        (result := Path(folder) / "result.json").write_text(out, encoding="utf-8")
        least = ["--min-recall", recall, "--min-precision", precision]
        patch.setattr(sys, "argv", ["score.py", what, str(result), str(label), "-v", *least])
        with contextlib.redirect_stdout(said), pytest.raises(SystemExit) as end:
            runpy.run_path(str(SHARED / "tools" / "score.py"), run_name="__main__")
    assert end.value.code == 0, said.getvalue()


def labelled() -> list[tuple[Path, Path]]:
    """Each pack with its labels."""
    pairs = [(paper, REPORT.with_suffix(".layout.json")) for paper in REPORTS]
    pairs += [
        (PACKS / "real" / f"{label.stem}.pdf", label)
        for label in sorted((PACKS / "real" / "labels").glob("*.json"))
        if "layout" in json.loads(label.read_text(encoding="utf-8"))
    ]
    return [(paper, label) for paper, label in pairs if paper.exists()]


@pytest.mark.parametrize(("paper", "label"), labelled(), ids=lambda path: path.stem)
def test_documents_are_exact(paper: Path, label: Path) -> None:
    layout = json.loads(label.read_text(encoding="utf-8"))["layout"]
    counted = any(isinstance(entry["label_last"], int) for entry in layout)  # pages counted on, whatever is printed
    expected = [
        (
            entry["item"], entry["pdf_first"], entry["pdf_last"],
            *((entry[key] or "").removeprefix("Page ") or None for key in ("label_first", "label_last") if not counted),
        )
        for entry in layout
    ]  # fmt: skip
    found = [
        (
            document.item, document.pdf_first, document.pdf_last,
            *(() if counted else (document.page_first, document.page_last)),
        )
        for document in read_pack(paper).documents
    ]  # fmt: skip
    assert found == expected


@pytest.mark.parametrize("paper", [paper for paper, _ in labelled()], ids=lambda path: path.stem)
def test_parts_are_faithful(paper: Path, tmp_path: Path) -> None:
    """Text page by page as in the pack, rotations kept, labels as printed, no larger than 1.15 times the pack."""
    assert run("split-pack", paper, "-o", tmp_path / "parts", "-q")[0] == 0
    found = read_pack(paper)
    whole = pypdfium2.PdfDocument(paper)
    size = 0
    for part in plan_parts(found):
        path = tmp_path / "parts" / part.file_name
        size += path.stat().st_size
        reader = PdfReader(path, strict=True)
        labels = reader.page_labels  # those of all pages, made anew whenever it is asked
        copy = pypdfium2.PdfDocument(path)
        for index, number in enumerate(range(part.cut.pdf_first - 1, part.cut.pdf_last)):
            assert copy[index].get_textpage().get_text_range() == whole[number].get_textpage().get_text_range()
            assert copy[index].get_rotation() == whole[number].get_rotation()
            printed = found.page_numbers[number]
            assert printed is None or labels[index] == printed
    assert size <= 1.15 * paper.stat().st_size


def scored(what: str) -> list[tuple[Path, Path]]:
    """Papers whose labels say something of this kind."""
    pairs = [(paper, REPORT.with_suffix(f".{what}.json")) for paper in REPORTS]
    for label in sorted((PACKS / "real" / "labels").glob("*.json")):
        labels = json.loads(label.read_text(encoding="utf-8"))
        if labels.get("recommendations") or labels.get("resolutions"):
            pairs.append((PACKS / "real" / f"{label.stem}.pdf", label))
    return [(paper, label) for paper, label in pairs if paper.exists()]


LEAST = {"odug-prow-2013-07-17": ("0.4", "1"), "bristol-tcpc-minutes-2024-09-12": ("1", "0.94")}
"""Recall and precision of the papers that are not read whole: asks in the running text of minutes, and a motion."""


@pytest.mark.parametrize(("paper", "label"), scored("recs"), ids=lambda path: path.stem)
def test_recommendations_and_resolutions(paper: Path, label: Path) -> None:
    """Recall and precision are 1.0 on every labelled paper but two, and nothing is taken that the labels call none."""
    code, out, _ = run("recs", paper, "-f", "json")
    assert code == 0
    assert_score("recs", out, label, *LEAST.get(paper.stem, ("1", "1")))
    starts = [
        fold(row["quote"]) for row in json.loads(out)["tables"]["recommendations"] if row["kind"] == "recommendation"
    ]
    for entry in json.loads(label.read_text(encoding="utf-8")).get("not_recommendations", []):
        assert not any(start.startswith(entry["text_start"]) for start in starts), entry
    texts = page_texts(paper)
    for row in json.loads(out)["tables"]["recommendations"]:
        assert all(word in " ".join(texts[row["pdf_page"] - 1 : row["pdf_page"] + 3]) for word in row["quote"].split())


def with_actions() -> list[tuple[Path, Path, float, float]]:
    """Minutes with labelled actions, and the recall and precision that are kept."""
    found = [(REPORT, REPORT.with_suffix(".minutes.json"), 1.0, 1.0)]
    found += [
        (PACKS / "real" / f"{label.stem}.pdf", label, 0.83, 0.95)
        for label in sorted((PACKS / "real" / "labels").glob("*minutes*.json"))
    ]
    return [row for row in found if row[0].exists()]


@pytest.mark.parametrize(("paper", "label", "recall", "precision"), with_actions(), ids=str)
def test_actions(paper: Path, label: Path, recall: float, precision: float) -> None:
    code, out, _ = run("actions", paper, "-f", "json")
    assert code == 0
    assert_score("actions", out, label, str(recall), str(precision))
    texts = page_texts(paper)
    for row in json.loads(out)["tables"]["actions"]:
        here = " ".join(texts[row["pdf_page"] - 1 : row["pdf_page"] + 1])
        assert all(word in here for word in row["quote"].split()), row
    quotes = [row["quote"] for row in json.loads(out)["tables"]["actions"]]
    none = json.loads(label.read_text(encoding="utf-8")).get("not_actions", [])
    taken = [entry for entry in none if any(quote.startswith(entry["text_start"]) for quote in quotes)]
    assert len(taken) <= 1, taken  # a member's question that reads as a promise


@pytest.mark.parametrize("paper", REPORTS[:1], ids=lambda path: path.stem)
def test_tables_cell_by_cell(paper: Path) -> None:
    """All but five of the labelled cells stand in their row and column: one label puts a date together that the page
    prints with a space, and four have a raised footnote mark in the text ("1002" for 100 and its note 2)."""
    labels = json.loads(paper.with_suffix(".layout.json").read_text(encoding="utf-8"))["tables"]
    right = cells = 0
    with read_pdf(paper) as pdf:
        for label in labels:
            wanted = [label["columns_as_printed"], *label["rows"]]
            cells += sum(len(row) for row in wanted)
            scores = [0]
            for table in find_tables(pdf.pages(label["pages"][0], label["pages"][-1])):
                have = [tuple(cell.text for cell in table.header), *table.texts()]
                pairs = [(a, b) for one, two in zip(wanted, have, strict=False) for a, b in zip(one, two, strict=False)]
                scores.append(sum(fold(a or "") == fold(b) for a, b in pairs))
            right += max(scores)
    assert right >= cells - 5, f"{right} of {cells}"


@pytest.mark.parametrize("paper", REAL, ids=lambda path: path.stem)
def test_every_quote_stands_on_its_page(paper: Path) -> None:
    pack = read_pack(paper)
    texts = page_texts(paper)
    for document in pack.documents:
        assert document.quote.text in texts[document.quote.pdf_page - 1]
    for item in pack.items:
        for word in item.quote.text.split():
            assert word in texts[item.quote.pdf_page - 1]


@pytest.mark.parametrize("tenth", range(1, 10))
def test_truncated_pack(tmp_path: Path, tenth: int) -> None:
    source = PACKS / "real" / "kcc-pack-item3-supplement-2025-01-09.pdf"
    if not source.exists():
        pytest.skip("the real papers are not here")
    data = source.read_bytes()
    path = tmp_path / "cut.pdf"
    path.write_bytes(data[: len(data) * tenth // 10])
    code, _, err = run("split-pack", path, "-o", tmp_path / "parts")
    assert code in (ExitCode.OK, ExitCode.INPUT)
    if code == ExitCode.OK:
        assert "[damaged-file]" in err or "damaged-file" in (tmp_path / "parts" / "contents.json").read_text()
    else:
        assert not (tmp_path / "parts").exists()


def corpus() -> list[list[Path]]:
    """The odd and broken files in a few groups, each checked in one process."""
    files = sorted(CORPUS.glob("*.pdf"))
    return [files[start::4] for start in range(4)] if files else []


@pytest.mark.parametrize("files", corpus(), ids=lambda files: f"{len(files)} files")
def test_odd_and_broken_files(files: list[Path], tmp_path: Path) -> None:
    """No traceback, no hang, under 500 MB, the right exit code, nothing half-written, and no part that acts. `contents`
    takes the pages that `check` has read, `split-pack` its own."""
    code = (
        "import functools, resource, sys, pathlib, typer.testing\n"
        "from typer.testing import CliRunner\n"
        "from scrutiny.cli import app\n"
        "from tests.builders.reading import papers_read_once\n"
        "typer.testing._get_command = functools.cache(typer.testing._get_command)\n"
        f"target = pathlib.Path({str(tmp_path)!r})\n"
        "for number, path in enumerate(sys.argv[1:]):\n"
        "    def invoke(*command):\n"
        "        result = CliRunner().invoke(app, command)\n"
        "        assert result.exit_code in (0, 1, 3, 4), (path, result.exit_code, result.stderr)\n"
        "        assert 'Traceback' not in result.output\n"
        "        return result\n"
        "    with papers_read_once():\n"
        "        invoke('check', path), invoke('contents', path)\n"
        "    result = invoke('split-pack', path, '-o', str(target / str(number)))\n"
        "    assert (target / str(number)).exists() == (result.exit_code == 0), path\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, files)],
        capture_output=True,
        text=True,
        check=False,
        timeout=20 * len(files),
        cwd=Path(__file__).parent.parent,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert int(done.stdout.split()[-1]) < 500_000
    assert not list(tmp_path.glob(".scrutiny-*"))
    assert {part.name: acts for part in tmp_path.glob("*/*.pdf") if (acts := active_in(part))} == {}


PAPER_IS_WRONG = {
    "total-mismatch", "percent-mismatch", "stated-twice", "year-heading", "other-coverage", "suppression-leaks",
}  # fmt: skip
"""Findings on the figures, not on the file."""


@pytest.mark.parametrize("paper", REPORTS, ids=lambda path: path.stem)
def test_the_inclusion_report_gives_its_known_findings_and_no_other(paper: Path) -> None:
    out = run("exclusions", "summary", paper, "-f", "json", "-q")[1]
    found = {(finding["code"], finding["printed"], finding["expected"]) for finding in json.loads(out)["findings"]}
    found = {entry for entry in found if entry[0] in PAPER_IS_WRONG}
    assert found == {
        ("total-mismatch", "85.5", "70.5"), ("total-mismatch", "122", "101"), ("total-mismatch", "78", "60.5"),
        ("total-mismatch", "141", "126"), ("percent-mismatch", "31.5", "31.6"), ("stated-twice", "37", "34"),
        ("year-heading", "2019/21", "2019/20"), ("other-coverage", "56", "51"),
    }  # fmt: skip


def words(text: str) -> str:
    return fold(text).replace(" ", "").lower()


@pytest.mark.parametrize("paper", REPORTS, ids=lambda path: path.stem)
def test_check_finds_every_known_mistake_and_no_other(paper: Path) -> None:
    """Every labelled finding by page, severity and figure; nothing of severity error or warning beside them but what
    the labels call arguable."""
    truth = json.loads(REPORT.with_suffix(".figures.json").read_text(encoding="utf-8"))
    wanted = [entry for entry in truth["findings"] if "check" in entry["rooms"]]
    code, out, _ = run("check", paper, "-f", "json", "-q")
    assert code == ExitCode.FINDINGS
    found = [finding for finding in json.loads(out)["findings"] if finding["code"] != "no-text-layer"]
    missed = []
    for entry in wanted:
        match = next(
            (
                finding
                for finding in found
                if (finding["pdf_page"], finding["severity"]) == (entry["pdf_page"], entry["severity"])
                and words(finding["printed"]) == words(entry["printed"])
            ),
            None,
        )
        if match is None:
            missed.append(entry["id"])
        else:
            found.remove(match)
    assert missed == []
    arguable = {entry["pdf_page"] for entry in [*truth["accepted"], *truth["stretch"]]}
    beside = [finding for finding in found if finding["severity"] != "note" and finding["code"] != "outline-missing"]
    assert [finding["message"] for finding in beside if finding["pdf_page"] not in arguable] == []
    assert len(beside) <= 2


@pytest.mark.parametrize("paper", REAL, ids=lambda path: path.stem)
def test_check_raises_no_false_alarm_on_the_real_papers(paper: Path) -> None:
    """Every one that is raised was looked at by eye, and is right."""
    found = json.loads(run("check", paper, "-f", "json", "-q")[1])["findings"]
    of_figures = [finding for finding in found if finding["severity"] == "error" or "numbering" in finding["code"]]
    assert {finding["printed"] for finding in of_figures} <= RIGHT.get(paper.stem, set())


RIGHT = {
    "bristol-tcpc-minutes-2024-09-12": {"6"},
    "essex-social-worker-recording-2a": {"6"},
    "kcc-assembled-cabinet-2025-01-30": {"30,453.7", "2.3", "8.1", "3.6%", "7.8%"},
    "kcc-assembled-cabinet-2025-03-04-no-outline": {"£356.0k", "£5,728.2k"},
    "kcc-education-commissioning-2025-01-30": {"2.3", "8.1"},
    "kcc-pack-questions-2025-03-13": {"74%"},
    "pins-sutton-estate-2018-09-12": {"172"},
    "souldern-minutes-2025-02-27": {"02.25.3"},
    "weca-budget-outturn-2026-06-05": {"£30.9m"},
    "weca-transport-2026-03-27": {"0.16"},
}
"""Paragraph numbers left out or given twice, a minus left out, a grant that the total does not count, points called per
cent, a rise from one budget to another that is a thousand pounds less, a grant of two parts that make more, a budget of 30,846 thousand pounds told as £30.9m, and
37 of 57 called 74 per cent."""


@pytest.mark.parametrize("paper", REPORTS[:1], ids=lambda path: path.stem)
def test_summaries_that_the_tool_wrote_are_borne_out(paper: Path, tmp_path: Path) -> None:
    """Of every command, in three formats by turns: each format of each is tried with the sample."""
    summaries = []
    for command, suffix in (
        ("recs", "csv"), ("actions", "md"), ("exclusions summary", "json"), ("exclusions schools", "csv"), ("cost-model", "md"),
    ):  # fmt: skip
        summaries.append(tmp_path / f"{command}.{suffix}")
        run(*command.split(), paper, "--output", summaries[-1], "-q")
    code, out, err = run("verify", *summaries, "--against", paper, "-q")
    assert code == ExitCode.OK, out + err


@pytest.mark.parametrize("paper", REPORTS[:1], ids=lambda path: path.stem)
def test_the_cost_model_to_the_penny(paper: Path) -> None:
    """Every expected value of the labels; money is compared as exact decimals."""
    truth = json.loads(paper.with_suffix(".figures.json").read_text(encoding="utf-8"))["cost_model"]
    tables = json.loads(run("cost-model", paper, "-f", "json", "-q")[1])["tables"]
    for name in ("day_rates", "placements", "case_totals", "contributions", "totals"):
        assert len(tables[name]) == len(truth[name])
        for row, wanted in zip(tables[name], truth[name], strict=True):
            for key, value in wanted.items():
                if key in row:
                    assert row[key] == value, (name, key)
    even, wanted = tables["break_even"][0], truth["break_even"]
    assert {key: even[key] for key in wanted} == wanted
