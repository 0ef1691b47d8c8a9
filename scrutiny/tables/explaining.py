"""Room `tables`: what explains each line of a table that is not a total.

Takes vectors and the sums already found, gives each line the one explanation (`formulas`) that its figures bear out
best; one that no word expects needs more places and more evidence, because many are tried.
"""

import re
from collections.abc import Iterator, Sequence

from scrutiny.language.patterns import pattern_of
from scrutiny.tables import formulas
from scrutiny.tables.relations import LABELLED, SURE, Relation, RelationKind, Vector, without_carried
from scrutiny.tables.units import UnitKind

LEFT_OVER = pattern_of(r"\b(?:net|balance|remaining|remainder|surplus|deficit|left)\b", re.IGNORECASE)
"""What is called that is left of an amount when another is taken from it."""

REACH = 6
"""Lines on either side within which the sources of a line are looked for; wider tables repeat their pattern."""

WIDE = 16
"""Lines of a table up to which a change may be from any of them to any other."""

EXPECTED = 1.5
"""Evidence for what a word expects: with one place that fits to three digits, or two to one and a half."""

FEW_DIFFERENCES = 5
"""Places that a difference needs which no word expects, all but one of them right."""


def find_formulas(vectors: Sequence[Vector], sums: Sequence[Relation], crossing: Sequence[Relation]) -> list[Relation]:
    """The best explanation of each line that is not a total, where it is good enough. `crossing` are the sums of the
    places."""
    totals = {relation.target: relation for relation in sums}
    values: list[formulas.Values] = [
        [(place.low, place.high) if place is not None and place.printed else None for place in vector.places]
        for vector in vectors
    ]
    found = []
    for target in range(len(vectors)):
        filled = [place for place, value in enumerate(values[target]) if value is not None]
        if len(filled) < 2:
            continue
        best: Relation | None = None
        for each in _explanations(formulas.Aim(vectors, values, target), totals):
            relation = without_carried(each, vectors, crossing)
            if best is None or _worth(relation, vectors) > _worth(best, vectors):
                best = relation
        if best is not None and _believed(best):
            found.append(best)
    return _said_once(found, sums)


def _worth(relation: Relation, vectors: Sequence[Vector]) -> float:
    """The evidence for a relation; a rate is that of the total where one of its parts fits nearly as well."""
    of_total = relation.kind is RelationKind.QUOTIENT and vectors[relation.parts[0]].total
    return relation.evidence + (OF_TOTAL if of_total else 0.0)


OF_TOTAL = 0.5
"""What a rate that nothing but its figures joins to a count gains where that is a total."""


def _said_once(found: Sequence[Relation], sums: Sequence[Relation]) -> list[Relation]:
    """Each set of lines with one relation: where a sum or a word says how they belong together, a relation that
    only turns it round says nothing more; a word says it before a sum that no word expects. What one line divided by
    another is stands in one line: a second one that fails is that of another year."""
    taken = {relation.lines for relation in sums if relation.labelled}
    unexpected = {relation.lines for relation in sums if not relation.labelled}
    kept: list[Relation] = []
    for relation in sorted(found, key=lambda each: (not each.labelled, -each.evidence)):
        quotients = (each for each in kept if each.kind is relation.kind is RelationKind.QUOTIENT)
        if relation.failed and any(each.parts == relation.parts for each in quotients):
            continue
        if relation.lines not in taken and (relation.labelled or relation.lines not in unexpected):
            taken.add(relation.lines)
            kept.append(relation)
    return sorted(kept, key=lambda each: each.target)


def _believed(relation: Relation) -> bool:
    """Whether an explanation is good enough: enough places hold, and twice as many as fail."""
    needed = EXPECTED if relation.labelled else SURE
    least = 2 if relation.labelled or relation.kind is RelationKind.PRODUCT else 3
    if relation.candidates < 1:
        return relation.evidence >= LABELLED and relation.held >= max(1, relation.failed)
    if relation.labelled and relation.held >= 2:
        needed = LABELLED
    few = relation.kind is RelationKind.DIFFERENCE and (relation.held < FEW_DIFFERENCES or relation.failed > 1)
    if few and not relation.labelled:
        return False
    return relation.evidence >= needed and relation.held >= max(least, 2 * relation.failed)


def _near(aim: formulas.Aim, *, few: int = formulas.FEW) -> list[int]:
    """The other lines that hold figures: all of a few, else those on either side."""
    first, last = (0, None) if len(aim.values) <= few else (max(0, aim.target - REACH), aim.target + REACH + 1)
    lines = enumerate(aim.values[first:last], start=first)
    return [at for at, values in lines if at != aim.target and any(value is not None for value in values)]


def _explanations(aim: formulas.Aim, totals: dict[int, Relation]) -> Iterator[Relation]:
    vectors, vector, target = aim.vectors, aim.vector, aim.target
    if _of_parts(vector):
        return
    near = _near(aim)
    adding = [at for at in near if vectors[at].unit.adds]
    changes = formulas.is_change(vector)
    shares = formulas.SHARE.search(vector.label) is not None or vector.unit.kind is UnitKind.PERCENT
    shares |= vector.unit.kind is UnitKind.RATE and formulas.SCORE.search(vector.label) is None
    if changes:
        yield from formulas.find_changes(aim, _near(aim, few=WIDE))  # from the first of ten years to the last
    elif vector.unit.adds and target not in totals and len(vectors) <= formulas.FEW:
        left = len(vector.label) <= formulas.HEADING and LEFT_OVER.search(vector.label) is not None
        yield from formulas.find_differences(aim, adding, totals, labelled=left)
    exact = not any(figure.places for figure, _, _ in vector.cells) and vector.unit.kind is not UnitKind.MONEY
    unexpected = len(vectors) <= formulas.FEW and not (vector.unit.adds and exact)
    if not changes and target not in totals and (shares or unexpected):
        whole = [at for at in near if not _of_parts(vectors[at])]
        yield from formulas.find_quotients(aim, whole, labelled=shares)
        if shares and not vector.unit.per:
            yield from formulas.find_shares(aim, adding)
            if vector.unit.kind is UnitKind.PERCENT:
                yield from formulas.find_rates_of_two(aim, adding)
    twin = any(at != target and formulas.says_the_same(vector.label, vectors[at].label) for at in near)
    multiplied = twin or formulas.SCORE.search(vector.label) or vector.unit.kind in (UnitKind.MONEY, UnitKind.UNKNOWN)
    if multiplied and target not in totals and not changes:
        yield from formulas.find_products(aim, near)


def _of_parts(vector: Vector) -> bool:
    """Whether a line holds parts of a whole ("2/3", "46/52"): these are given, not worked out, and multiplied by."""
    return any("/" in figure.printed for figure, _, _ in vector.cells if figure.value is not None)
