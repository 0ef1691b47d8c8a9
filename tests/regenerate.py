"""Makes anew what is generated and kept in the tree:

    python -m tests.regenerate

JSON Schemas, shell completions, the picture in the README, and the sample pack. Tests compare them with what is in the tree.
"""

import io
import json
from pathlib import Path

from rich.console import Console
from typer.completion import get_completion_script  # type: ignore[attr-defined]

from scrutiny.paper import open_paper
from scrutiny.products.catalogue import layouts
from scrutiny.products.checking import Detail, check_paper, checks_report, wanted_checks
from scrutiny.sample import sample_pack
from scrutiny.sheets.jsonform import schema
from scrutiny.sheets.terminal import print_report
from tests.builders.sample_pack import build_sample_pack

ROOT = Path(__file__).parent.parent
SHELLS = {"bash": "scrutiny.bash", "zsh": "_scrutiny", "fish": "scrutiny.fish", "powershell": "scrutiny.ps1"}


def generated() -> dict[Path, bytes]:
    """Every generated file with what it should hold."""
    files = {
        ROOT / "scrutiny" / "sheets" / "schemas" / f"{command}.json": (
            json.dumps(schema(command, own), indent=2, ensure_ascii=False) + "\n"
        ).encode()
        for command, own in layouts().items()
    }
    for shell, name in SHELLS.items():
        script = get_completion_script(prog_name="scrutiny", complete_var="_SCRUTINY_COMPLETE", shell=shell)
        files[ROOT / "completions" / name] = (script.strip() + "\n").encode()
    files[sample_pack()] = build_sample_pack()
    files[ROOT / "docs" / "check.svg"] = picture().encode()
    return files


def picture() -> str:
    """What a terminal shows of `scrutiny check sample-pack.pdf`."""
    wanted = wanted_checks([], [])
    with open_paper(sample_pack(), whole=True) as paper:
        found = [check_paper(paper, wanted=wanted)]
    report = checks_report(found, wanted, detail=Detail.FINDINGS, for_reading=True, notes=False)
    console = Console(
        record=True, width=100, file=io.StringIO(), force_terminal=True, color_system="truecolor", highlight=False,
        markup=False, emoji=False,
    )  # fmt: skip
    print_report(report, console)
    return console.export_svg(title="scrutiny check sample-pack.pdf", unique_id="scrutiny")


if __name__ == "__main__":
    for path, data in generated().items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        print(path.relative_to(ROOT), len(data))
