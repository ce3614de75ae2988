"""Expected values are computed by hand."""

import math

from hypothesis import given
from hypothesis import strategies as st

from zwornik.methods.retrieval.measures import bootstrap_interval, ndcg, precision, recall


def test_ndcg_of_the_ideal_order_is_one():
    assert ndcg(["a", "b", "c"], {"a": 2, "b": 1, "c": 0}) == 1.0


def test_ndcg_of_a_known_order():
    # ideal: 3/log2(2) + 1/log2(3) = 3.6309; found: 1/log2(2) + 3/log2(3) = 2.8928
    assert math.isclose(ndcg(["b", "a"], {"a": 2, "b": 1}), 2.8928 / 3.6309, rel_tol=1e-4)


def test_ndcg_without_a_right_answer_is_not_a_number():
    assert math.isnan(ndcg(["a"], {"a": 0}))


def test_precision_counts_missing_places_as_wrong():
    assert precision(["a"], {"a": 1}, depth=5) == 0.2


def test_recall_without_a_right_answer_is_not_a_number():
    assert math.isnan(recall(["a"], {}))


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_interval_holds_within_the_range_of_the_values(values):
    low, high = bootstrap_interval(values, draws=200)
    assert min(values) - 1e-9 <= low <= high <= max(values) + 1e-9


def test_interval_is_the_same_every_time():
    assert bootstrap_interval([0.1, 0.5, 0.9]) == bootstrap_interval([0.1, 0.5, 0.9])
