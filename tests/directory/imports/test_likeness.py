import random

import pytest

from zwornik.directory.imports import likeness
from zwornik.directory.imports.likeness import look_alikes
from zwornik.directory.imports.matching import Head


def head(name, town="warszawa", *, row=None, pk=None, **numbers):
    choice = f"row:{row}" if row else f"organisation:{pk}"
    return Head(choice, name, town, name, town, numbers, pk, row)


def choices(heads):
    return {row: [one.choice for one, _score in found] for row, found in look_alikes(heads).items()}


def test_names_nearly_alike_in_one_town_are_found():
    heads = [head("instytut biotechnologii", pk=1), head("instytut biotechnologi", row=2)]
    assert look_alikes(heads)["row:2"] == [(heads[0], 98)]


@pytest.mark.parametrize(
    ("other", "town", "numbers"),
    [
        ("instytut biotechnologi", "krakow", {}),
        ("instytut biochemii", "warszawa", {}),
        ("instytut biotechnologii 2", "warszawa", {}),
        ("instytut biotechnologi", "warszawa", {"nip": "1111111111"}),
    ],
)
def test_other_towns_other_names_other_numbers_are_not_alike(other, town, numbers):
    heads = [
        head("instytut biotechnologii", pk=1, nip="5260250995"),
        head(other, town, row=2, **numbers),
    ]
    assert choices(heads) == {}


def test_words_in_another_order_are_alike():
    heads = [
        head("biotechnologii instytut warszawski", pk=1),
        head("instytut biotechnologii warszawski", row=2),
    ]
    assert choices(heads) == {"row:2": ["organisation:1"]}


def test_one_without_a_town_is_alike_only_by_the_whole_name():
    heads = [head("alfa", "plock", pk=1), head("alfa", "", row=2), head("alfas", "", row=3)]
    assert choices(heads) == {"row:2": ["organisation:1"]}


def test_earlier_rows_are_candidates_but_later_ones_are_not():
    heads = [head("mikroflux", row=2), head("kampinos", row=3), head("mikrofluxx", row=4)]
    assert choices(heads) == {"row:4": ["row:2"]}


def test_organisations_of_the_directory_are_not_compared_with_each_other():
    assert choices([head("alfa", pk=1), head("alfa", pk=2)]) == {}


def test_large_towns_are_searched_among_neighbours_without_missing_slips(monkeypatch):
    # expected: each name once as it is and once with one letter changed, whatever the letter
    rng = random.Random(7)  # noqa: S311 - no secret
    names = ["".join(rng.choice("abcdefghijklmnoprstuwz") for _ in range(14)) for _ in range(150)]
    slips = []
    for name in names:
        at = rng.randrange(len(name))
        slips.append(name[:at] + "q" + name[at + 1 :])
    heads = [head(name, pk=n) for n, name in enumerate(names, 1)]
    heads += [head(name, row=n) for n, name in enumerate(slips, 1)]
    expected = {f"row:{n}": [f"organisation:{n}"] for n in range(1, len(names) + 1)}
    assert choices(heads) == expected
    monkeypatch.setattr(likeness, "COMPARED_IN_FULL", 0)
    assert choices(heads) == expected
