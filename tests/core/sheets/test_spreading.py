import pytest

from zwornik.core.sheets import Refusal, SheetError
from zwornik.core.sheets.rows import Grid, GridRow, Span
from zwornik.core.sheets.spreading import spread


def test_value_of_a_merged_range_fills_all_its_cells() -> None:
    rows = [GridRow(1, ["a", "", "b"]), GridRow(2, ["", "", "c"])]
    filled = spread(Grid("Lista", rows, (Span(1, 0, 2, 1),)))
    assert [row.cells for row in filled.rows] == [["a", "a", "b"], ["a", "a", "c"]]
    assert filled.filled == {1: {1}, 2: {0, 1}}


def test_hidden_values_in_a_merged_range_give_way_to_the_one_shown() -> None:
    filled = spread(Grid("Lista", [GridRow(1, ["a", "hidden"])], (Span(1, 0, 1, 1),)))
    assert filled.rows[0].cells == ["a", "a"]


def test_empty_and_outlying_ranges_change_nothing() -> None:
    rows = [GridRow(1, ["a", "", "b"])]
    spans = (Span(1, 1, 1, 1), Span(5, 0, 9, 0), Span(1, 7, 1, 9))
    assert spread(Grid("Lista", rows, spans)).rows[0].cells == ["a", "", "b"]


def test_range_reaching_past_the_table_is_cut_at_its_edge() -> None:
    rows = [GridRow(1, ["a"]), GridRow(3, ["", "b"])]
    filled = spread(Grid("Lista", rows, (Span(1, 0, 1_048_576, 16_383),)))
    assert [row.cells for row in filled.rows] == [["a", "a"], ["a", "a"]]


def test_absurdly_many_merged_cells_are_refused() -> None:
    rows = [GridRow(number, ["a"] * 100) for number in range(1, 101)]
    with pytest.raises(SheetError) as refused:
        spread(Grid("Lista", rows, (Span(1, 0, 100, 99),) * 201))
    assert refused.value.code is Refusal.TOO_LARGE
    assert "A1:CV100" in str(refused.value.message)


def test_rows_come_in_the_order_of_their_numbers() -> None:
    filled = spread(Grid("Lista", [GridRow(2, ["b"]), GridRow(1, ["a"])]))
    assert [row.number for row in filled.rows] == [1, 2]
