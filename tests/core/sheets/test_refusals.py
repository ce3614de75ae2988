import pytest

from zwornik.core.sheets import Refusal, SheetError

PLACES = {
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
