"""How good a ranking is, given what people judged: nDCG, precision, recall, and their uncertainty."""

import math
from collections.abc import Mapping, Sequence

import numpy as np


def discounted_gain(grades: Sequence[int]) -> float:
    r"""Return the discounted cumulative gain of grades in ranked order.

    .. math:: DCG = \sum_i (2^{g_i} - 1) / \log_2(i + 1)

    Parameters
    ----------
    grades : sequence of int
        Grades from 0, the first place first.

    References
    ----------
    .. [1] Burges, C. et al. (2005). Learning to rank using gradient descent. ICML.

    Examples
    --------
    >>> discounted_gain([2]), round(discounted_gain([0, 1]), 4)
    (3.0, 0.6309)
    """
    return math.fsum(
        (2.0**grade - 1) / math.log2(place + 1) for place, grade in enumerate(grades, start=1)
    )


def ndcg(ranking: Sequence[str], grades: Mapping[str, int], depth: int = 10) -> float:
    """Return the normalised discounted cumulative gain of a ranking's first places.

    Parameters
    ----------
    ranking : sequence of str
        Keys of documents, the first place first.
    grades : mapping of str to int
        Judged grades; a document that nobody judged counts 0.
    depth : int
        How many places count.

    Returns
    -------
    float
        In [0, 1]; ``nan`` where no document has a positive grade.

    Examples
    --------
    >>> ndcg(["a", "b"], {"a": 2, "c": 0}), round(ndcg(["b", "a"], {"a": 1}), 4)
    (1.0, 0.6309)
    """
    best = discounted_gain(sorted(grades.values(), reverse=True)[:depth])
    if not best:
        return math.nan
    return discounted_gain([grades.get(key, 0) for key in ranking[:depth]]) / best


def precision(ranking: Sequence[str], grades: Mapping[str, int], depth: int = 5) -> float:
    """Return the share of the first places that have a positive grade.

    Examples
    --------
    >>> precision(["a", "b", "c", "d"], {"a": 1, "c": 2}, depth=4)
    0.5
    """
    return sum(grades.get(key, 0) > 0 for key in ranking[:depth]) / depth


def recall(ranking: Sequence[str], grades: Mapping[str, int], depth: int = 100) -> float:
    """Return the share of the documents with a positive grade that stand in the first places.

    Examples
    --------
    >>> recall(["a", "b"], {"a": 1, "c": 2})
    0.5
    """
    wanted = {key for key, grade in grades.items() if grade > 0}
    return len(wanted & set(ranking[:depth])) / len(wanted) if wanted else math.nan


def bootstrap_interval(
    values: Sequence[float], *, seed: int = 20161117, draws: int = 2000, level: float = 0.95
) -> tuple[float, float]:
    """Return the percentile interval of a mean over queries drawn with replacement.

    Parameters
    ----------
    values : sequence of float
        One value for each query; at least one.
    seed, draws : int
        Make the interval the same every time.
    level : float
        Share of the draws inside the interval.

    References
    ----------
    .. [1] Efron, B., Tibshirani, R. (1993). An Introduction to the Bootstrap. Chapman & Hall.
    """
    data = np.asarray(values, dtype=float)
    picks = np.random.default_rng(seed).integers(0, len(data), (draws, len(data)))
    means = data[picks].mean(axis=1)
    low, high = np.quantile(means, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)
