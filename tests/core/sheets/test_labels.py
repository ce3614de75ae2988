import pytest

from zwornik.core.sheets.labels import is_data, is_label, is_number, unique_names


@pytest.mark.parametrize(
    "text", ["Nazwa", "NIP (10 cyfr, np. 5260250995)", "E-mail", "Rok 2024", "Telefon 2", "Q1", "Ł"]
)
def test_words_can_head_a_column(text: str) -> None:
    assert is_label(text)


@pytest.mark.parametrize(
    "text",
    [
        "5260250995",
        "PL5260250995",
        "526-025-09-95",
        "+48 22 123 45 67",
        "tel. 22 123 45 67",
        "05-800",
        "biuro@example.org",
        "https://example.org/x",
        "www.example.org",
        "2024-05-01",
        "2024-05-01T13:30:00",
        "31.12.2025 r.",
    ],
)
def test_what_only_a_record_holds_is_no_heading(text: str) -> None:
    assert is_data(text)
    assert not is_label(text)


@pytest.mark.parametrize("text", ["", "12", "1,5", "–", "2024"])
def test_numbers_and_signs_are_neither(text: str) -> None:
    assert not is_label(text)
    assert not is_data(text)


def test_long_texts_are_neither_and_cost_no_time() -> None:
    text = "a@" * 50_000
    assert not is_data(text)
    assert not is_label(text)
    assert not is_number("1" * 100_000)


@pytest.mark.parametrize("text", ["12", "-1,5", "1 234,56 zł", "25 %", "1.234,50", "100 PLN"])
def test_amounts_are_numbers(text: str) -> None:
    assert is_number(text)


@pytest.mark.parametrize("text", ["", "12 firm", "a1", "-"])
def test_other_texts_are_no_numbers(text: str) -> None:
    assert not is_number(text)


def test_names_are_made_unique_whatever_their_case() -> None:
    names, nameless, repeated = unique_names(
        ["Telefon", "TELEFON", "", "Telefon (2)", "telefon"], ["A", "B", "D", "E", "F"]
    )
    assert names == ["Telefon", "TELEFON (2)", "(D)", "Telefon (2) (2)", "telefon (3)"]
    assert nameless == ["D"]
    assert repeated == ["B", "E", "F"]
