"""Learns the weights of `scrutiny/families/minutes/weights.json`. For developers; needs scikit-learn.

    python tools/train_minutes.py --data ../shared [--score-only]

Takes the labelled papers of `--data` (see its README) and the sentences of `tests/families/minutes/*.tsv`, which are
our own. Prints what the model gets right on each publisher while that publisher was left out of the learning, then
learns from all and writes the weights. Names, places and figures are masked before anything is learnt, and a feature
is only kept where two publishers or more use it.
"""

import argparse
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from msgspec import structs
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

HERE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True

from scrutiny.families.minutes.answers import find_undertakings  # noqa: E402
from scrutiny.families.minutes.candidates import Candidate, find_candidates  # noqa: E402
from scrutiny.families.minutes.decisions import find_decisions  # noqa: E402
from scrutiny.families.minutes.facts import ActionKind  # noqa: E402
from scrutiny.families.minutes.features import Setting, find_features  # noqa: E402
from scrutiny.families.minutes.model import Model  # noqa: E402
from scrutiny.families.minutes.read import judge, lay_out, logged_actions  # noqa: E402
from scrutiny.families.minutes.structure import Business, read_structure  # noqa: E402
from scrutiny.pack import DocumentKind  # noqa: E402
from scrutiny.paper import open_paper  # noqa: E402
from scrutiny.paper.document import running_heads  # noqa: E402
from scrutiny.registers.actions import is_read_as_minutes  # noqa: E402
from tests.builders.bodies import read_bodies  # noqa: E402

OURS = HERE / "tests" / "families" / "minutes"

STRENGTH = 0.3
"""How freely weights may grow (scikit-learn's C); chosen on left-out publishers from 0.03 to 1."""

TELLING = 0.5
"""How much more freely the weight of a feature may grow the more its share of actions differs from the whole's."""

ARGUABLE = 0.5
"""Weight of a label that its reader called arguable, against 1 for a core one."""

OWN = 0.7
"""Weight of one of our own actions: they stand alone, without the setting of a paper."""

OWN_MISS = 1.2
"""Weight of one of our own near misses: none of them may ever be a row."""

BODIES = 0.7
"""Weight of a sentence of minutes of our own."""

LEAST = 0.02
LEAST_OF_KINDS = 0.12
"""Smaller weights are not shipped."""

HIGH = 0.55
"""From here on a sentence is an action: with the publisher left out, nine of ten such rows are right."""

LOW = 0.38
"""From here on it is possible: half of the rows between the two are right."""

THRESHOLDS = (HIGH,)
"""Add others to see what recall and precision they give."""

KINDS = tuple(kind.value for kind in ActionKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A sentence with its features, the publisher it is from, and what its label says."""

    publisher: str
    features: tuple[str, ...]
    action: bool
    weight: float
    kind: str | None


@dataclass(slots=True)
class Paper:
    """A labelled paper, its documents laid out."""

    path: Path
    publisher: str
    labels: list[dict[str, object]]
    texts: tuple[str, ...]
    laid: list[tuple]
    read: list[tuple[tuple[Business, ...], tuple[Candidate, ...], list]] = field(default_factory=list)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--score-only", action="store_true")
    parser.add_argument("--errors", type=Path, help="write what was missed and wrongly given here")
    parser.add_argument("--cache", type=Path)
    args = parser.parse_args()
    sys.path.insert(0, str(args.data / "tools"))
    papers = load_papers(args.data, args.cache)
    read_papers(papers)
    rows = [row for paper in papers for row in rows_of(paper)]
    own = [*own_rows(), *body_rows()]
    publishers = sorted({row.publisher for row in rows})
    held = {name: learn([row for row in rows if row.publisher != name], own) for name in publishers}
    chances = [(held[row.publisher].probability(row.features), row) for row in rows]
    slope, offset = calibrate([(chance, row) for chance, row in chances if row.weight])
    print(
        f"{len(rows)} sentences, {sum(row.action for row in rows)} actions, {len(own)} of our own; slope {slope:.2f} offset {offset:.2f}"
    )
    right = [held[row.publisher].kind(row.features) == row.kind for row in rows if row.kind]
    print(f"kinds with the publisher left out: {sum(right) / len(right):.3f} of {len(right)}")
    errors = []
    for high in THRESHOLDS:
        models = {
            name: structs.replace(model, slope=slope, offset=offset, high=high, low=LOW) for name, model in held.items()
        }
        errors = score_all(papers, models, high, table=True)
    if args.errors:
        args.errors.write_text("\n".join(errors), encoding="utf-8")
    if not args.score_only:
        model = structs.replace(learn(rows, own), slope=slope, offset=offset)
        write(model, HERE / "scrutiny" / "families" / "minutes" / "weights.json")


def load_papers(data: Path, cache: Path | None) -> list[Paper]:
    import pickle

    import board

    if cache and cache.exists():
        return pickle.loads(cache.read_bytes())
    papers = []
    for pdf, labels in board.labelled(board.Board("", str(data), False)):
        if not labels.get("actions"):
            continue
        name = board.publisher(pdf, labels)
        if Path(pdf).parent.name == "reports":
            name = "reports"  # one hand wrote them all
        laid = []
        with open_paper(Path(pdf)) as paper:
            pack = paper.pack
            for one in paper.documents:
                if len(pack.documents) > 1 and one.document.kind is not DocumentKind.MINUTES:
                    continue
                pages = paper.pdf.pages(one.document.pdf_first, one.document.pdf_last)
                laid.append(
                    (*lay_out(pages, running_heads(pack, one.document)), not is_read_as_minutes(one, answers=False))
                )
        papers.append(Paper(Path(pdf), name, labels["actions"], pack.page_texts, laid))
    if cache:
        cache.write_bytes(pickle.dumps(papers))
    return papers


def read_papers(papers: list[Paper]) -> None:
    """Finds what is the same whatever the model says."""
    for paper in papers:
        for blocks, marks, rows, _, answers in paper.laid:
            business = read_structure(blocks, marks)
            candidates = find_candidates(business, find_decisions(business))
            if answers:
                candidates = find_undertakings(business, candidates)
            paper.read.append((business, candidates, logged_actions(rows, None)))


def page_of(paper: Paper, quote: str, pages: tuple[int, ...]) -> int:
    opening = quote[:40]
    if not paper.texts:
        return pages[0]
    return next((page for page in pages if opening in " ".join(paper.texts[page - 1].split())), pages[0])


def rows_of(paper: Paper) -> list[Row]:
    """The sentences of a paper, each with the label that it or its part bears."""
    import score

    candidates = [one for _, found, _ in paper.read for one in found]
    pages = [page_of(paper, one.quote, one.pages) for one in candidates]
    labelled: dict[int, dict[str, object]] = {}
    unsure: set[int] = set()
    for label in paper.labels:
        near = [
            (
                score.overlap(label["body_start"], one.setting.text) if label.get("body_start") else 0.0,
                score.overlap(label["text_start"], one.setting.text),
                score.overlap(label["text_start"], one.quote),
                index,
            )
            for index, one in enumerate(candidates)
            if not label.get("page") or abs(label["page"] - pages[index]) <= 1
        ]
        if not near:
            continue
        body, start = max(near), max(near, key=lambda place: place[1])
        chosen = body[3] if label.get("body_start") and body[0] >= 0.7 else start[3] if start[1] >= 0.6 else None
        others = [index for _, _, quoted, index in near if quoted >= 0.6 and index != chosen]
        others = [index for index in others if chosen is None or candidates[index].place == candidates[chosen].place]
        unsure.update(others)
        if chosen is None:
            continue
        later = [i for i in others if candidates[i].start > candidates[chosen].start and candidates[i].seen.frames]
        if not candidates[chosen].seen.frames and later:
            # the label quotes the part from its beginning; the task stands further on
            unsure.add(chosen)
            chosen = next((i for i in later if candidates[i].mark), later[-1])
        if chosen not in labelled or label.get("core", True):
            labelled[chosen] = label
    return [
        Row(
            publisher=paper.publisher,
            features=one.seen.features,
            action=index in labelled,
            weight=(1.0 if labelled[index].get("core", True) else ARGUABLE) if index in labelled else 0.0 if index in unsure else 1.0,
            kind=str(labelled[index]["kind"]) if index in labelled and labelled[index].get("kind") else None,
        )
        for index, one in enumerate(candidates)
    ]  # fmt: skip


def own_rows() -> list[Row]:
    rows = []
    for name, action in (("actions.tsv", True), ("near_misses.tsv", False)):
        for number, line in enumerate((OURS / name).read_text("utf-8").splitlines()):
            kind, text, *body = line.split("\t")
            rows.append(
                Row(
                    publisher=f"own {body[0] if body else number % 7}",
                    features=find_features(setting_of(text, decided=kind.endswith(" D"))).features,
                    action=action,
                    weight=OWN if action else OWN_MISS,
                    kind=kind.removesuffix(" D") if action else None,
                )
            )
    return rows


def body_rows() -> list[Row]:
    """The sentences of minutes of our own, each in its setting; every sort of body is a publisher of its own."""
    papers = [
        Paper(Path(body.sort), f"own {body.sort}", list(body.actions), (), [(body.lay_out(), (), (), (), False)])
        for body in read_bodies(OURS)
    ]
    read_papers(papers)
    return [replace(row, weight=row.weight * BODIES) for paper in papers for row in rows_of(paper)]


def setting_of(text: str, *, decided: bool) -> Setting:
    """A sentence that stands alone."""
    return Setting(
        text=text, before="", after="", heading="", decided=decided, loud=decided, mark=False, label=False,
        block_marked=False, paper_marks=False, present="will " in text, marker=None, bullet=False, first=False, last=False,
    )  # fmt: skip


def learn(rows: list[Row], own: list[Row]) -> Model:
    users: dict[str, set[str]] = defaultdict(set)
    for row in [*rows, *own]:
        for name in row.features:
            users[name].add(row.publisher)
    known = {name for name, who in users.items() if len(who) >= 2}
    used = [row for row in [*rows, *own] if row.weight]
    names, bias, weights = fit(used, [row.action for row in used], known)
    kept = {
        name: round(float(weight), 4) for name, weight in zip(names, weights[0], strict=True) if abs(weight) >= LEAST
    }
    kinded = [row for row in used if row.kind]
    classes = sorted({str(row.kind) for row in kinded})
    parts = [fit(kinded, [row.kind == name for row in kinded], known) for name in classes]
    kind_names = parts[0][0]
    kind_weights = np.vstack([weights[0] for _, _, weights in parts])
    kind_bias = [float(bias[0]) for _, bias, _ in parts]
    table = {
        name: tuple(round(float(weight), 3) for weight in kind_weights[:, index])
        for index, name in enumerate(kind_names)
        if max(abs(kind_weights[:, index])) >= LEAST_OF_KINDS
    }
    return Model(
        bias=float(bias[0]), slope=1.0, offset=0.0, low=LOW, high=HIGH, weights=kept, kind_names=tuple(classes),
        kind_bias=tuple(kind_bias), kind_weights=table,
    )  # fmt: skip


def fit(rows: list[Row], wanted: Iterable[object], known: set[str]) -> tuple[list[str], np.ndarray, np.ndarray]:
    names = sorted(known.intersection(name for row in rows for name in row.features))
    at = {name: place for place, name in enumerate(names)}
    columns = [sorted(at[name] for name in row.features if name in at) for row in rows]
    ends = np.cumsum([0, *map(len, columns)])
    matrix = csr_matrix((np.ones(ends[-1]), np.concatenate(columns), ends), shape=(len(rows), len(names)))
    wish, weights = np.array(list(wanted), dtype=bool), np.array([row.weight for row in rows])
    scale = (1 - TELLING) + TELLING * np.abs(np.log(share(matrix, weights, wish) / share(matrix, weights, ~wish)))
    matrix = matrix.multiply(scale).tocsr()
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)
    model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0)
    model.fit(matrix, wish, sample_weight=weights)
    return names, model.intercept_, model.coef_ * scale


def share(matrix: object, weights: np.ndarray, which: np.ndarray) -> np.ndarray:
    """Of all features of the rows that are wanted, the share of each; none is nought."""
    counts = 1.0 + (weights * which) @ matrix
    return counts / counts.sum()


def calibrate(chances: list[tuple[float, Row]]) -> tuple[float, float]:
    """Slope and offset that make the left-out chances honest (Platt)."""
    scores = np.array([[math.log(max(chance, 1e-9) / max(1 - chance, 1e-9))] for chance, _ in chances])
    model = LogisticRegression(C=100.0).fit(
        scores, [row.action for _, row in chances], sample_weight=[row.weight for _, row in chances]
    )
    return float(model.coef_[0][0]), float(model.intercept_[0])


def row_of(paper: Paper, action: object) -> dict[str, object]:
    return {
        "pdf_page": page_of(paper, action.quote, action.pages), "quote": action.quote, "text": action.text,
        "kind": action.kind.value, "owner": action.owner, "p": action.probability,
    }  # fmt: skip


def score_all(papers: list[Paper], models: dict[str, Model], high: float, *, table: bool) -> list[str]:
    import score

    by: dict[str, list[int]] = {}
    maybes = [0, 0]
    errors = []
    for paper in papers:
        rows, possible = [], []
        for business, candidates, logged in paper.read:
            sure, doubtful = judge(business, candidates, models[paper.publisher], None)
            rows += [row_of(paper, action) for action in [*sure, *logged]]
            possible += [row_of(paper, action) for action in doubtful]
        used, right, shared = score.pair(paper.labels, rows)
        reached = {paper.labels[i].get("group") for i in [*used, *shared]} - {None}
        core = [i for i, label in enumerate(paper.labels) if label.get("core", True)]
        found = [i for i in core if i in used or i in shared or paper.labels[i].get("group") in reached]
        counts = by.setdefault(paper.publisher, [0, 0, 0, 0])
        for place, value in enumerate((len(found), len(core), len(right), len(rows))):
            counts[place] += value
        left = [label for i, label in enumerate(paper.labels) if i not in used and i not in shared]
        _, maybe, _ = score.pair(left, possible)
        maybes[0] += len(maybe)
        maybes[1] += len(possible)
        errors += [
            f"{paper.path.stem}\tmissed\t{paper.labels[i]['text_start']}\t{paper.labels[i].get('body_start', '')}"
            for i in core
            if i not in found
        ]
        errors += [
            f"{paper.path.stem}\textra {row['p']:.2f}\t{row['quote'][:240]}"
            for j, row in enumerate(rows)
            if j not in right
        ]
    found, core, right, rows_n = (sum(counts[place] for counts in by.values()) for place in range(4))
    recalls = [c[0] / c[1] for c in by.values() if c[1]]
    precisions = [c[2] / c[3] for c in by.values() if c[3]]
    print(
        f"from {high}: recall {found / core:.3f} precision {right / rows_n:.3f}, mean over publishers "
        f"{sum(recalls) / len(recalls):.3f} / {sum(precisions) / len(precisions):.3f}; possible right {maybes[0]}/{maybes[1]}"
    )
    if table:
        for name, c in sorted(by.items()):
            print(
                f"   {name:36} recall {c[0] / max(c[1], 1):.2f} ({c[0]}/{c[1]}) precision {c[2] / max(c[3], 1):.2f} ({c[2]}/{c[3]})"
            )
    return errors


def write(model: Model, path: Path) -> None:
    held = {
        "bias": round(model.bias, 4), "slope": round(model.slope, 4), "offset": round(model.offset, 4), "low": model.low,
        "high": model.high, "kind_names": model.kind_names, "kind_bias": [round(one, 4) for one in model.kind_bias],
        "weights": dict(sorted(model.weights.items())), "kind_weights": dict(sorted(model.kind_weights.items())),
    }  # fmt: skip
    path.write_text(json.dumps(held, ensure_ascii=False, indent=0, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(model.weights)} weights, {path.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
