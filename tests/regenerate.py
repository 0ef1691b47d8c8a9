"""Makes anew what is generated and kept in the tree:

    python -m tests.regenerate

JSON Schemas, shell completions, and the sample pack. Tests compare them with what is in the tree.
"""

import json
from pathlib import Path

from typer.completion import get_completion_script  # type: ignore[attr-defined]

from scrutiny.products.catalogue import layouts
from scrutiny.sample import sample_pack
from scrutiny.sheets.jsonform import schema
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
    return files


if __name__ == "__main__":
    for path, data in generated().items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        print(path.relative_to(ROOT), len(data))
