"""Learns the weights of `scrutiny/pack/private_weights.json`. For developers; needs scikit-learn.

    python tools/train_private.py --data ../shared [--score-only]

Takes the sentences of `tests/pack/private_records.tsv`, which are our own, and as further public ones the sentences
of the papers of `--data`, nearly all of which are public. Prints what the model gets right on each fifth that was left
out of the learning, then learns from all and writes the weights. Only classes of words are learnt, no word of a paper.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

HERE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True

from scrutiny.errors import ScrutinyError  # noqa: E402
from scrutiny.pack.exclusion import read_exclusion  # noqa: E402
from scrutiny.pack.minuterows import SENTENCE_END  # noqa: E402
from scrutiny.pack.privaterecords import CERTAIN, POSSIBLE  # noqa: E402
from scrutiny.pack.privatewords import find_features, may_return, word_classes  # noqa: E402
from scrutiny.paper import open_paper  # noqa: E402

OURS = HERE / "tests" / "pack" / "private_records.tsv"
WEIGHTS = HERE / "scrutiny" / "pack" / "private_weights.json"

STRENGTH = 2.0
"""How freely weights may grow (scikit-learn's C)."""

PAPERS = 0.3
"""Weight of a sentence of a paper, against 1 for one of our own: there are fifty times as many, and nearly all easy."""

USED = 3
"""Sentences that must have a feature before it is learnt."""

LEAST = 0.05
"""Smaller weights are not shipped."""

_RETURNS = re.compile(
    r"\b(?:re-?admit\w*|re-?join\w*|re-?enter\w*|re-?open\w*|resum\w*|re-?conven\w*|return\w*|back|moved|continued|came)\b.{0,60}"
    r"\b(?:public|press|open|meeting)\b|\b(?:public|press)\b.{0,60}\b(?:re-?admitted|re-?joined|re-?entered|returned|back)\b",
    re.IGNORECASE,
)

LEFT_OUT: dict[str, Callable[[str], bool]] = {
    "private": lambda one: read_exclusion(one) is not None,
    "return": lambda one: _RETURNS.search(one) is not None,
}
"""Which sentences of papers are not taken for public ones, or for ones that record no return: the papers are public
but for a few items, and for their resolutions to exclude the public."""

Row = tuple[frozenset[str], bool, float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--score-only", action="store_true")
    args = parser.parse_args()
    shown = sorted(paper_sentences(args.data))
    models = {}
    for label, left_out in LEFT_OUT.items():
        own = own_rows(label)
        public = (one for one in shown if not left_out(one))
        rows = [(find_features(word_classes(one)), False, PAPERS) for one in public]
        print(f"{label}:")
        score(own, rows)
        if not args.score_only:
            bias, weights = learn([*own, *rows])
            kept = {name: round(weight, 2) for name, weight in sorted(weights.items()) if abs(weight) >= LEAST}
            models[label] = {"bias": round(bias, 3), "weights": kept}
            print(f"{len(kept)} weights")
    if models:
        WEIGHTS.write_text(json.dumps(models, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


def own_rows(label: str) -> list[Row]:
    lines = (line.split("\t") for line in OURS.read_text("utf-8").splitlines())
    return [(find_features(word_classes(text)), held == label, 1.0) for held, text in lines]


def paper_sentences(data: Path) -> set[str]:
    """The sentences of the papers that have a word by which they could record something."""
    sentences: set[str] = set()
    for path in sorted(data.glob("*/**/*.pdf")):
        if path.parent.name in ("exempt", "hostile"):
            continue
        try:
            with open_paper(path) as paper:
                text = "\n".join(paper.pack.page_texts)
        except ScrutinyError:
            continue
        sentences.update(one for one in _near_sentences(text.split("\n")) if may_return(one))
    return sentences


def _near_sentences(lines: list[str]) -> Iterator[str]:
    """The sentences about each line as `passages` reads them: some begin or end in the middle."""
    for at in range(len(lines)):
        text = " ".join(" ".join(lines[max(at - 3, 0) : at + 3]).split())
        yield from (one for one in SENTENCE_END.split(text) if 8 < len(one) < 500)


def learn(rows: list[Row]) -> tuple[float, dict[str, float]]:
    used = Counter(name for features, _, _ in rows for name in features)
    names = sorted(name for name, times in used.items() if times >= USED)
    at = {name: place for place, name in enumerate(names)}
    columns = [sorted(at[name] for name in features if name in at) for features, _, _ in rows]
    ends = np.cumsum([0, *map(len, columns)])
    matrix = csr_matrix((np.ones(ends[-1]), np.concatenate(columns).astype(int), ends), shape=(len(rows), len(names)))
    model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0, max_iter=500)
    model.fit(matrix, [private for _, private, _ in rows], sample_weight=[weight for _, _, weight in rows])
    return float(model.intercept_[0]), dict(zip(names, map(float, model.coef_[0]), strict=True))


def chance(model: tuple[float, dict[str, float]], features: frozenset[str]) -> float:
    return float(1 / (1 + np.exp(-model[0] - sum(model[1].get(name, 0.0) for name in features))))


def score(own: list[Row], shown: list[Row], parts: int = 5) -> None:
    """Neighbours in the file are often of one hand and one kind: each part left out is a run of them."""
    chances: list[tuple[float, bool]] = []
    for part in range(parts):
        out = range(part * len(own) // parts, (part + 1) * len(own) // parts)
        model = learn([*(row for place, row in enumerate(own) if place not in out), *shown])
        chances += [(chance(model, own[place][0]), own[place][1]) for place in out]
    private = [each for each, is_private in chances if is_private]
    public = [each for each, is_private in chances if not is_private]
    for least in (CERTAIN, POSSIBLE):
        kept, left = sum(each >= least for each in private), sum(each < least for each in public)
        print(f"from {least}: {kept} of {len(private)} private ones found, {left} of {len(public)} public ones left")
    print(f"{len(shown)} sentences of papers")


if __name__ == "__main__":
    main()
