import pytest

from zwornik.core.sheets import Refusal, SheetError
from zwornik.core.sheets.refusals import MAX_COLUMNS, MAX_ROWS, MAX_UNPACKED_MB

PLACES: dict[str, str | int] = {
    "kind": "a picture",
    "part": "xl/x.xml",
    "place": "KO7",
    "row": 3,
    "sheet": "Lista",
    "sheets": "Lista, Osoby",
}


@pytest.mark.parametrize("code", Refusal)
def test_every_refusal_says_what_is_wrong_and_what_to_do(code: Refusal) -> None:
    error = SheetError(code, **PLACES)
    for text in (str(error.message), str(error.hint)):
        assert text.endswith(".")
        assert "{" not in text
    assert str(error) == f"{error.message} {error.hint}"
    assert error.code is code


@pytest.mark.parametrize(
    ("code", "limit"),
    [
        (Refusal.TOO_MANY_ROWS, f"more than {MAX_ROWS:,} rows"),
        (Refusal.TOO_MANY_COLUMNS, f"more than {MAX_COLUMNS} columns"),
        (Refusal.TOO_LARGE, f"limit is {MAX_UNPACKED_MB} MB"),
    ],
)
def test_limits_are_told_as_they_are(code: Refusal, limit: str) -> None:
    assert limit in str(SheetError(code, **PLACES))
