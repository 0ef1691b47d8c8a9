"""How long the commands take, beside tools that everybody knows, in one run on one machine:

    python -m tests.benchmark [PACK.pdf] [--smoke]

Prints the tables of the README: the median of whole processes, run by turns with what they are compared with
(pdftotext, qpdf, an import), their peak memory, and one run on about 3,000 pages. Without a file it builds a pack of
282 pages; `--smoke` takes a small one and a single run, to see that everything still runs.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pdfplumber
from pypdf import PdfReader, PdfWriter

from scrutiny.pdf import read_pdf
from scrutiny.tables import find_tables
from tests.builders.reading import read_pack
from tests.builders.sample_pack import build_sample_pack

SCRUTINY = [sys.executable, "-m", "scrutiny"]

INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""As it runs for people: pip compiles what it installs. The first run here compiles, and is not counted."""


def build_pack(path: Path, pages: int) -> Path:
    """The sample pack's documents again and again, as one pack of about so many pages."""
    sample = path.with_name("sample.pdf")
    sample.write_bytes(build_sample_pack())
    reader = PdfReader(sample)
    writer = PdfWriter()
    while len(writer.pages) < pages:
        writer.append(reader, import_outline=not writer.pages)
    writer.write(path)
    return path


AS_LONG_AS_IT_TAKES = ("--timeout", "600", "--memory-limit", "2000")
"""The long pack repeats pages without repeating their bytes, by which the time is allowed; `verify` needs more memory
for it than is allowed by itself."""


def long_pack(source: Path, path: Path, pages: int) -> Path:
    """The pack's own pages repeated to about so many."""
    reader = PdfReader(source)
    writer = PdfWriter()
    while len(writer.pages) < pages:
        writer.append(reader, import_outline=False)
    writer.write(path)
    return path


def measure(command: list[str], base: list[str] | None, runs: int) -> tuple[float, float, int]:
    """Median seconds of the command and of what it is compared with, run by turns; the command's peak memory (MB)."""
    seconds: dict[int, list[float]] = {0: [], 1: []}
    for _ in range(runs):
        for which, each in enumerate((command, base)):
            if each is not None:
                start = time.perf_counter()
                done = subprocess.run(
                    each, env=INSTALLED, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
                )
                if done.returncode not in (0, 1):  # `check` gives 1 where a paper is wrong
                    raise SystemExit(f"{' '.join(each)}: exit {done.returncode}")
                seconds[which].append(time.perf_counter() - start)
    # asked of a small process, because a child starts with the memory of its parent
    ask = "import resource, subprocess as s, sys; s.run(sys.argv[1:], stdout=s.DEVNULL, stderr=s.DEVNULL); "
    ask += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    peak = subprocess.run(
        [sys.executable, "-c", ask, *command], env=INSTALLED, capture_output=True, text=True, check=True
    )
    medians = [statistics.median(own) if own else 0.0 for own in seconds.values()]
    return medians[0], medians[1], int(peak.stdout) // 1024


def qpdf_cuts(pack: Path, folder: Path) -> list[str]:
    """One shell command that makes the same cuts with qpdf."""
    cuts = [
        f"qpdf '{pack}' --pages . {document.pdf_first}-{document.pdf_last} -- '{folder}/{index}.pdf'"
        for index, document in enumerate(read_pack(pack).documents)
    ]
    return ["sh", "-c", " && ".join(cuts)]


def measure_tables(pack: Path, runs: int) -> tuple[int, float, float]:
    """The pages that hold tables, and the median milliseconds a page that we and pdfplumber take to read them, each
    page from nothing but an open file, by turns."""
    with read_pdf(pack) as pdf:
        numbers = [page for page in range(1, len(pdf) + 1) if find_tables(pdf.pages(page, page))]
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(runs):
        with read_pdf(pack) as pdf:
            start = time.perf_counter()
            for number in numbers:
                find_tables(pdf.pages(number, number))
            ours.append(time.perf_counter() - start)
        with pdfplumber.open(pack) as other:
            start = time.perf_counter()
            for number in numbers:
                page = other.pages[number - 1]
                page.extract_tables()
                page.close()
            theirs.append(time.perf_counter() - start)
    each = 1000 / len(numbers)
    return len(numbers), statistics.median(ours) * each, statistics.median(theirs) * each


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pack", nargs="?", type=Path)
    parser.add_argument("--smoke", action="store_true")
    parser.add_argument("--runs", type=int, default=7)
    arguments = parser.parse_args()
    runs = 1 if arguments.smoke else arguments.runs
    subprocess.run([*SCRUTINY, "demo"], env=INSTALLED, stdout=subprocess.DEVNULL, check=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pack = arguments.pack or build_pack(folder / "pack.pdf", 40 if arguments.smoke else 282)
        pages = len(PdfReader(pack).pages)
        long = long_pack(pack, folder / "long.pdf", 80 if arguments.smoke else 3000)
        has = {tool: shutil.which(tool) is not None for tool in ("pdftotext", "qpdf")}
        text = ["pdftotext", str(pack), os.devnull] if has["pdftotext"] else None
        count = len(PdfReader(long).pages)
        print(f"| command | seconds | memory | x pdftotext | {count:,} pages | memory | x {pages} pages |")
        print("|---|---:|---:|---:|---:|---:|---:|")
        for name, words in commands(folder).items():
            seconds, base, peak = measure([*SCRUTINY, *(w.replace("PACK", str(pack)) for w in words)], text, runs)
            long_seconds, _, long_peak = measure(
                [*SCRUTINY, *(w.replace("PACK", str(long)) for w in words), *AS_LONG_AS_IT_TAKES], None, 1
            )
            ratio = f"{seconds / base:.2f}" if base else "not installed"
            print(
                f"| `{name}` | {seconds:.2f} | {peak} MB | {ratio} | {long_seconds:.1f} | {long_peak} MB | "
                f"{long_seconds / seconds:.1f} |", flush=True,
            )  # fmt: skip
        print("\n| what | seconds | memory | compared with | ratio |")
        print("|---|---:|---:|---|---:|")

        def compare(name: str, command: list[str], other: str, base: list[str] | None) -> None:
            seconds, base_seconds, peak = measure(command, base, runs)
            ratio = f"{seconds / base_seconds:.2f}" if base_seconds else "not installed"
            print(f"| {name} | {seconds:.2f} | {peak} MB | {other} {base_seconds:.2f} s | {ratio} |", flush=True)

        (folder / "cuts").mkdir()
        cuts = qpdf_cuts(pack, folder / "cuts") if has["qpdf"] else None
        compare("`split-pack`", [*SCRUTINY, *split(folder, pack)], "qpdf, the same cuts", cuts)
        compare("`--help`", [*SCRUTINY, "--help"], "import typer", [sys.executable, "-c", "import typer"])
        four = [*SCRUTINY, "check", *[str(pack)] * 4]
        compare("`check --jobs 2`, four packs", [*four, "--jobs", "2"], "one by one", four)
        held, our_tables, their_tables = measure_tables(pack, max(1, runs // 2))
        print(
            f"| reading tables, a page of {held} that hold any | {our_tables / 1000:.4f} | | "
            f"pdfplumber {their_tables / 1000:.4f} s | {our_tables / their_tables:.2f} |"
        )


def split(folder: Path, pack: Path | str) -> list[str]:
    return ["split-pack", str(pack), "-o", str(folder / "parts"), "--force"]


def commands(folder: Path) -> dict[str, list[str]]:
    """Every command that reads a pack, by the name that the README has; PACK stands for the file."""
    summary = folder / "summary.md"
    summary.write_text("The panels discussed 376 cases, and there were 56 permanent exclusions in 2020/21.\n")
    plain = ("contents", "actions", "recs", "recs lint", "exclusions summary", "cost-model", "check", "tables")
    return {
        **{name: [*name.split(), "PACK"] for name in plain},
        "verify": ["verify", str(summary), "--against", "PACK"],
        "brief, Markdown": ["brief", "PACK", "--output", str(folder / "brief.md")],
        "brief, HTML with pictures": ["brief", "PACK", "--output", str(folder / "brief.html")],
        "split-pack": split(folder, "PACK"),
    }


if __name__ == "__main__":
    main()
