"""Install paths, tried from a built wheel in empty environments:

    python -m tests.install

The wheel is built, then installed by pip without and with the extra, as `pip install .` does it, and by pipx. Each
place must run the program without anything of this folder. Needs the network (for what the wheel depends on), so it is
no part of the tests: .ci/run runs it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = "Scripts" if sys.platform == "win32" else "bin"


def run(*command: str | Path, cwd: Path, code: int = 0, env: dict[str, str] | None = None) -> str:
    """stdout of a command that must end with this code."""
    done = subprocess.run(
        [str(word) for word in command], cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | (env or {}),
    )  # fmt: skip
    if done.returncode != code:
        raise SystemExit(f"{' '.join(map(str, command))}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def environment(folder: Path, *wanted: str) -> Path:
    """The programs of a new environment with what is wanted in it."""
    venv.create(folder, with_pip=True)
    run(folder / BIN / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check", *wanted, cwd=folder)
    return folder / BIN


def try_program(programs: Path, place: Path) -> None:
    """The main job on the sample pack, away from this folder: text, a page with pictures, parts, completion, doctor."""
    scrutiny = programs / "scrutiny"
    place.mkdir()
    assert "total-mismatch" in run(scrutiny, "demo", cwd=place)
    sample = run(
        programs / "python", "-c", "from scrutiny.sample import sample_pack; print(sample_pack())", cwd=place
    ).strip()
    assert str(ROOT) not in sample, "what is installed is not used"
    run(scrutiny, "brief", sample, "--output", "brief.html", cwd=place)
    assert (place / "brief.html").read_text(encoding="utf-8").count("data:image/png;base64,") >= 6
    run(scrutiny, "split-pack", sample, "-o", "parts", "-q", cwd=place)
    assert len(list((place / "parts").glob("*.pdf"))) == 5
    assert "day_rate" in run(scrutiny, "schema", "cost-model", cwd=place)
    assert "12,350" in run(scrutiny, "cost-model", "--pupil", "year=8,excluded=2024-25", cwd=place)
    asked = {"_SCRUTINY_COMPLETE": "complete_bash", "COMP_WORDS": "scrutiny bri", "COMP_CWORD": "1"}
    assert run(scrutiny, cwd=place, env=asked).split() == ["brief"]
    doctor = run(scrutiny, "doctor", cwd=place)
    assert "missing" not in doctor, doctor
    run(scrutiny, "contents", sample, "-o", "contents.xlsx", "-q", cwd=place)
    run(scrutiny, "brief", sample, "-o", "brief.docx", "-q", cwd=place)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = time.monotonic()
        tree = folder / "tree"  # a copy: building leaves folders behind, and the tests may run from ROOT meanwhile
        shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(".*", "build", "dist", "*.egg-info", "__pycache__"))
        build = environment(folder / "build", "build", "pipx")
        run(build / "python", "-m", "build", "-q", "--wheel", "--outdir", folder, tree, cwd=folder)
        (wheel,) = folder.glob("scrutiny-*.whl")
        print(f"wheel: {wheel.stat().st_size:,} bytes")
        try_program(environment(folder / "plain", str(wheel)), folder / "in plain")
        print("pip install WHEEL: works, with workbooks and documents")
        try_program(environment(folder / "source", str(tree)), folder / "in source")
        print("pip install .: works")
        places = {"PIPX_HOME": str(folder / "pipx"), "PIPX_BIN_DIR": str(folder / "programs")}
        run(build / "pipx", "install", "-q", str(wheel), cwd=folder, env=places)
        assert "total-mismatch" in run(folder / "programs" / "scrutiny", "demo", cwd=folder)
        try_program(folder / "pipx" / "venvs" / "scrutiny" / BIN, folder / "in pipx")
        print("pipx install WHEEL: works")
        print(f"{time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    main()
