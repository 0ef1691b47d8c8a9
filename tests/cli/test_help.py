"""Help pages: the example first, the same option with the same words everywhere, nothing cut off at 80 columns."""

import re

import pytest
from typer.main import get_command

from scrutiny.cli import app
from scrutiny.cli.app import ORDER
from scrutiny.errors import ExitCode
from tests.cli.test_commands import run


def commands() -> dict[str, object]:
    found = dict(get_command(app).commands)  # type: ignore[attr-defined]
    for name, group in list(found.items()):
        found |= {f"{name} {sub}": command for sub, command in getattr(group, "commands", {}).items()}
    return found


@pytest.mark.parametrize("name", ["", *commands()])
def test_the_example_comes_first(name: str) -> None:
    code, out, _ = run(*name.split(), "--help", env={"COLUMNS": "80"})
    lines = [line for line in out.splitlines() if line.strip()]
    assert code == 0
    assert lines[0].startswith("Usage: ")
    at = 1 if lines[1].startswith("  Example") else 2
    assert lines[at].strip() == "Example:"
    assert lines[at + 1].startswith(f"    scrutiny {name.removesuffix(' list')}".rstrip())
    assert max(len(line) for line in lines if "<table|" not in line) <= 80


def test_the_list_of_commands_is_whole_at_80_columns() -> None:
    listed = run("--help", env={"COLUMNS": "80"})[1].split("Commands:")[1]
    assert "..." not in listed
    assert tuple(line.split()[0] for line in listed.splitlines() if line.strip()) == ORDER


def test_the_same_option_has_the_same_words_everywhere() -> None:
    """But for what it means in one command alone: `--output` of split-pack is a folder, `--all` shows other things."""
    own = {("split-pack", "--output"), ("check", "--all"), ("verify", "--all"), ("verify", "--against"), ("recs list", "--against")}  # fmt: skip
    said: dict[str, dict[str, str]] = {}
    for name, command in commands().items():
        for parameter in getattr(command, "params", []):
            for option in getattr(parameter, "opts", []):
                if option.startswith("--") and (name, option) not in own:
                    words = f"{getattr(parameter, 'help', '')} {getattr(parameter, 'metavar', '')} {parameter.opts}"
                    said.setdefault(option, {})[name] = words
    assert {option: each for option, each in said.items() if len(set(each.values())) > 1} == {}


def test_every_example_is_a_command_line_that_parses() -> None:
    """Its options are known: a renamed one must not live on in an example."""
    for name in ["", *commands()]:
        page = run(*name.split(), "--help")[1]
        examples = re.findall(r"^    (scrutiny .*)$", page, re.MULTILINE)
        assert examples, name
        for example in examples:
            for option in re.findall(r"\s(--[a-z-]+)", example):
                words = example.split()[1:]
                deep = " ".join(words[:2]) if " ".join(words[:2]) in commands() else words[0]
                own = commands()[f"{deep} list" if deep == "recs" else deep]
                assert any(option in getattr(p, "opts", []) for p in own.params), example  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("pack.pdf", "Type scrutiny contents pack.pdf to see what is in it"),
        ("exclusions pack.pdf", "Type scrutiny exclusions summary pack.pdf"),
        ("action pack.pdf", "Did you mean 'actions'?"),
        ("check pack.pdf --strict", "always exits with 1 if there is an error"),
        ("verify note.md --against pack.pdf --strict", "always exits with 1 if there is an error"),
        ("contents pack.pdf --fromat csv", "--format"),
    ],
)
def test_a_slip_on_the_command_line_is_answered_with_what_to_type(words: str, said: str) -> None:
    code, out, err = run(*words.split())
    assert (code, out, said in err) == (ExitCode.USAGE, "", True), err
