"""The evaluation's arithmetic on rankings made by hand, and its table on the demonstration."""

import math

import pytest

from zwornik.cli.demonstration.files import judgements
from zwornik.cli.evaluation import DIRECTIONS, _measure, evaluate_demonstration, title_of


def test_a_perfect_ranking_of_the_judged_pairs_measures_one():
    judged = list(judgements())
    perfect: dict[str, list[str]] = {}
    for j in sorted(judged, key=lambda j: -j.grade):
        if j.grade:
            perfect.setdefault(j.need, []).append(f"{j.offer_kind}:{j.offer}")
    figures = _measure(perfect, judged, "pl")
    assert figures.queries > 20
    # offers that are written in English only stand in the ranking too, and may cost a place
    assert 0.8 < figures.ndcg <= 1
    assert figures.recall == 1


def test_an_empty_ranking_measures_nothing():
    judged = list(judgements())
    figures = _measure({j.need: [] for j in judged}, judged, "en")
    assert (figures.ndcg, figures.precision, figures.recall) == (0, 0, 0)
    assert figures.interval == (0, 0)


def test_the_table_has_each_direction_with_its_baseline():
    first, heading, *rows = evaluate_demonstration().splitlines()
    assert "pairs nobody judged count as 0" in first
    assert "nDCG@10" in heading
    assert [row.split()[0] for row in rows] == [
        f"{source}→{target}" for source, target in DIRECTIONS for _engine in range(2)
    ]
    gains = {tuple(row.split()[:2]): float(row.split()[3]) for row in rows}
    assert all(math.isfinite(gain) and gain <= 1 for gain in gains.values())
    for direction in ("pl→en", "en→pl"):  # the glossary must earn its keep across languages
        assert gains[direction, "zwornik"] > gains[direction, "keywords"] + 0.05


@pytest.mark.parametrize(
    ("entry", "title"),
    [({"title_pl": "Żel"}, "Żel"), ({"name_pl": "Wirówka"}, "Wirówka"), ({"title_en": "Gel"}, "")],
)
def test_equipment_is_called_by_its_name(entry, title):
    assert title_of(entry, "pl") == title
