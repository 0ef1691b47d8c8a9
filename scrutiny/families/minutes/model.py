"""Room `families/minutes`: how likely a sentence is an action.

A linear model over the features of `features`, learnt offline by `tools/train_minutes.py` from labelled sentences and
shipped as `weights.json`. Takes feature names, gives a calibrated probability, the kind, and the features that
decided. Two thresholds: from `high` on a sentence is an action, from `low` on it is possible, below it is left.
"""

import functools
import math
from collections.abc import Sequence
from pathlib import Path

import msgspec.json
from msgspec import Struct


class Model(Struct, frozen=True, kw_only=True):
    """The weights as shipped. `kinds` has a weight for each kind where a feature tells kinds apart."""

    bias: float
    slope: float
    offset: float
    low: float
    high: float
    weights: dict[str, float]
    kind_names: tuple[str, ...]
    kind_bias: tuple[float, ...]
    kind_weights: dict[str, tuple[float, ...]]

    def probability(self, features: Sequence[str]) -> float:
        """How likely a sentence with these features is an action, from 0 to 1."""
        score = self.bias + sum(self.weights.get(name, 0.0) for name in features)
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, self.slope * score + self.offset))))

    def kind(self, features: Sequence[str]) -> str:
        """The likeliest kind."""
        scores = list(self.kind_bias)
        for name in features:
            for index, weight in enumerate(self.kind_weights.get(name, ())):
                scores[index] += weight
        return self.kind_names[max(range(len(scores)), key=lambda index: scores[index])]

    def reasons(self, features: Sequence[str]) -> tuple[str, ...]:
        """The features that decided most, strongest first, each with its weight."""
        known = sorted(
            ((self.weights[name], name) for name in features if name in self.weights), key=lambda one: -abs(one[0])
        )
        return tuple(f"{name} {weight:+.2f}" for weight, name in known[:5])


@functools.cache
def shipped_model() -> Model:
    """The model that comes with the package."""
    held = Path(__file__).with_name("weights.json").read_bytes()
    return msgspec.json.decode(held, type=Model)
