"""Facets: narrowing, counting and the addresses of chips."""

import pytest
from django.http import QueryDict

from zwornik.web.shell.facets import MOST_SHOWN, Aspect, narrow

ROWS = [
    {"colour": "red", "size": "s", "tags": ["a", "b"]},
    {"colour": "red", "size": "m", "tags": []},
    {"colour": "blue", "size": "m", "tags": ["b"]},
    {"colour": "green", "size": "l", "tags": ["a"]},
]
ASPECTS = [
    Aspect(
        "Colour",
        "colour",
        [("red", "red"), ("green", "green"), ("blue", "blue"), ("black", "black")],
        lambda row: [row["colour"]],
    ),
    Aspect(
        "Size", "size", [("s", "small"), ("m", "medium"), ("l", "large")], lambda r: [r["size"]]
    ),
    Aspect("Tag", "tag", [("a", "A"), ("b", "B")], lambda row: row["tags"]),
]


def narrowed(query):
    return narrow(ROWS, ASPECTS, QueryDict(query))


def counts(result):
    return {
        facet.parameter: {option.value: option.count for option in facet.options}
        for facet in result.facets
    }


def test_nothing_chosen_leaves_all_rows_and_counts_them():
    result = narrowed("")
    assert result.rows == ROWS
    assert counts(result) == {
        "colour": {"red": 2, "green": 1, "blue": 1},
        "size": {"s": 1, "m": 2, "l": 1},
        "tag": {"a": 2, "b": 2},
    }


def test_values_of_one_facet_mean_or_and_facets_mean_and():
    assert narrowed("colour=red&colour=blue").rows == ROWS[:3]
    assert narrowed("colour=red&colour=blue&size=m").rows == ROWS[1:3]
    assert narrowed("tag=a&tag=b").rows == [ROWS[0], ROWS[2], ROWS[3]]
    assert narrowed("colour=green&size=s").rows == []


def test_count_of_a_value_is_what_it_would_show_with_the_other_facets():
    result = narrowed("colour=red&size=m")
    assert result.total == 4
    # of medium size there are a red and a blue one; of the red ones a small and a medium one
    assert counts(result) == {"colour": {"red": 1, "blue": 1}, "size": {"s": 1, "m": 1}}


def test_chosen_value_that_shows_nothing_stays_on_the_list():
    result = narrowed("colour=black")
    black = next(o for o in result.facets[0].options if o.value == "black")
    assert (black.count, black.checked) == (0, True)
    assert result.rows == []


def test_unknown_value_is_passed_over():
    result = narrowed("colour=pink")
    assert result.rows == ROWS
    assert result.chips == ()


def test_chips_and_clearing_keep_the_rest_of_the_address():
    result = narrowed("q=x&colour=red&colour=blue&size=m&page=3&order=title")
    assert [(chip.label, chip.address) for chip in result.chips] == [
        ("Red", "?q=x&colour=blue&size=m&order=title"),
        ("Blue", "?q=x&colour=red&size=m&order=title"),
        ("Medium", "?q=x&colour=red&colour=blue&order=title"),
    ]
    assert result.clear_address == "?q=x&order=title"


def test_no_rows_have_no_facets():
    result = narrow([], ASPECTS, QueryDict(""))
    assert (result.rows, result.facets, result.total) == ([], (), 0)


@pytest.mark.parametrize("number", [MOST_SHOWN, MOST_SHOWN + 1, MOST_SHOWN + 2])
def test_long_facet_folds_only_if_more_than_one_value_is_hidden(number):
    values = [str(n) for n in range(number)]
    aspect = Aspect("Number", "n", [(v, v) for v in values], lambda row: [row])
    (facet,) = narrow(values, [aspect], QueryDict("")).facets
    assert len(facet.folded) == (0 if number <= MOST_SHOWN + 1 else 2)
    assert (*facet.shown, *facet.folded) == facet.options


def test_folded_facet_is_open_where_something_in_it_is_chosen():
    values = [str(n) for n in range(12)]
    aspect = Aspect("Number", "n", [(v, v) for v in values], lambda row: [row])
    assert not narrow(values, [aspect], QueryDict("n=1")).facets[0].is_open
    assert narrow(values, [aspect], QueryDict("n=11")).facets[0].is_open
