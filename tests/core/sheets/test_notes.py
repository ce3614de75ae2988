import pytest

from zwornik.core.sheets.notes import NoteCode, note, notes_where


@pytest.mark.parametrize("code", NoteCode)
def test_every_note_names_its_places(code: NoteCode) -> None:
    assert "B7, C9" in str(note(code, ["B7", "C9"]).text)


def test_note_on_many_places_names_ten_and_counts_the_rest() -> None:
    remark = note(NoteCode.TOTALS, [str(number) for number in range(1, 26)])
    assert "8, 9, 10 … (+15)" in str(remark.text)
    assert len(remark.places) == 25


def test_kinds_without_places_make_no_note() -> None:
    assert notes_where({NoteCode.TOTALS: [], NoteCode.ERROR_CELLS: ["A1"]}) == (
        note(NoteCode.ERROR_CELLS, ["A1"]),
    )
