"""Pages checked as a browser shows them: axe in headless Chromium, in light, in dark, on a phone, on paper.

Skipped where Chromium is missing or `AXE_SOURCE` does not name axe.min.js; .ci/run brings both where it can.
"""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.test_commands import run

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
AXE = Path(os.environ.get("AXE_SOURCE", ""))

pytestmark = pytest.mark.skipif(not (CHROMIUM and AXE.is_file()), reason="needs Chromium and AXE_SOURCE=axe.min.js")

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
)  # fmt: skip

LOOKS = {
    "desktop": ("--window-size=1280,900",),
    "phone": ("--window-size=390,844",),
    "dark": ("--window-size=1280,900", "--blink-settings=preferredColorScheme=0"),
}


def in_browser(page: Path, script: str, folder: Path, *flags: str) -> object:
    """What the script gives (JSON) when the page has been shown; the page itself holds no script."""
    text = page.read_text(encoding="utf-8")
    assert "<script" not in text
    probe = folder / "probe.html"
    added = f"<script>{AXE.read_text(encoding='utf-8')}</script><script>{script}</script></body>"
    probe.write_text(text.replace("</body>", added), encoding="utf-8")
    shown = subprocess.run(
        [str(CHROMIUM), *FLAGS, *flags, f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=30000",
         "--dump-dom", probe.as_uri()],
        capture_output=True, text=True, encoding="utf-8", timeout=120, check=True,
    ).stdout  # fmt: skip
    found = re.search(r'<pre id="result">(.*?)</pre>', shown, re.DOTALL)
    assert found, shown[-500:]
    import html

    return json.loads(html.unescape(found[1]))


SHOW = (
    "function show(what) { const pre = document.createElement('pre'); pre.id = 'result';"
    "pre.textContent = JSON.stringify(what); document.body.append(pre); }"
)


@pytest.fixture(scope="module")
def pages(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    made = {}
    for name, words in {"brief": ["brief"], "contents": ["contents"], "check": ["check", "--all"],
                        "years": ["exclusions", "years", "--chart"]}.items():  # fmt: skip
        made[name] = folder / f"{name}.html"
        run(*words, sample, "--output", made[name], "--quiet")
    made["two packs"] = folder / "two.html"
    copy = made["two packs"].with_name("copy.pdf")
    copy.write_bytes(sample.read_bytes())
    run("brief", sample, copy, "--output", made["two packs"])
    return made


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", ["brief", "contents", "check", "years", "two packs"])
def test_axe_finds_nothing(name: str, look: str, pages: dict[str, Path], tmp_path: Path) -> None:
    script = SHOW + (
        f"axe.run(document, {{runOnly: {json.dumps(RULES)}}}).then(r => show({{passes: r.passes.length, violations:"
        "r.violations.map(v => [v.id, v.help, v.nodes.slice(0, 3).map(n => n.html.slice(0, 200))]),"
        "unsure: r.incomplete.map(v => [v.id, v.nodes.length])}));"
    )
    result = in_browser(pages[name], script, tmp_path, *LOOKS[look])
    assert isinstance(result, dict)
    assert result["violations"] == []
    assert result["passes"] > 15  # so that an axe that did not run is no success


@pytest.mark.parametrize("look", LOOKS)
def test_nothing_sticks_out_to_the_side(pages: dict[str, Path], tmp_path: Path, look: str) -> None:
    """Wide tables scroll in a frame of their own; the page does not."""
    script = SHOW + (
        "show([document.documentElement.scrollWidth, document.documentElement.clientWidth,"
        "matchMedia('(prefers-color-scheme: dark)').matches, performance.getEntriesByType('resource').length]);"
    )
    result = in_browser(pages["brief"], script, tmp_path, *LOOKS[look])
    assert isinstance(result, list)
    whole, seen, *rest = result
    assert whole <= seen
    assert rest == [look == "dark", 0]


def test_it_prints(pages: dict[str, Path], tmp_path: Path) -> None:
    from scrutiny.pdf import read_pdf

    target = tmp_path / "brief.pdf"
    subprocess.run(
        [str(CHROMIUM), *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", f"--print-to-pdf={target}", pages["brief"].as_uri()],
        capture_output=True, timeout=120, check=True,
    )  # fmt: skip
    with read_pdf(target) as pdf:
        texts = [page.text for page in pdf.pages()]
    assert "What matters most" in texts[0]
    assert "318,270" in "".join(texts)
    assert len(texts) < 15
