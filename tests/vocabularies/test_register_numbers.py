import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from zwornik.vocabularies.checked import Checked, Problem
from zwornik.vocabularies.register_numbers import (
    check_krs,
    check_nip,
    check_pic,
    check_regon,
    check_vat_eu,
)

digits = st.integers(0, 9)


@st.composite
def nips(draw: st.DrawFn) -> str:
    """Tax numbers whose check digit is computed here from the rule: weighted sum modulo 11."""
    body = [draw(st.integers(1, 9)), *draw(st.lists(digits, min_size=8, max_size=8))]
    rest = sum(w * d for w, d in zip((6, 5, 7, 2, 3, 4, 5, 6, 7), body, strict=True)) % 11
    assume(rest < 10)
    return "".join(map(str, [*body, rest]))


@st.composite
def regons(draw: st.DrawFn) -> str:
    """Short statistical numbers by their rule: weighted sum modulo 11, ten counting as zero."""
    body = draw(st.lists(digits, min_size=8, max_size=8))
    assume(any(body))
    rest = sum(w * d for w, d in zip((8, 9, 2, 3, 4, 5, 6, 7), body, strict=True)) % 11 % 10
    return "".join(map(str, [*body, rest]))


@given(nips())
def test_nip_is_accepted_in_every_usual_writing(nip: str) -> None:
    dashed = f"{nip[:3]}-{nip[3:6]}-{nip[6:8]}-{nip[8:]}"
    for text in (nip, dashed, f"PL{nip}", f"NIP {dashed}", f"NIP: PL {nip}", f"{nip}.0"):
        assert check_nip(text) == Checked(nip)


@given(nips(), st.integers(0, 9), st.integers(1, 9))
def test_nip_with_one_wrong_digit_is_caught(nip: str, at: int, shift: int) -> None:
    wrong = nip[:at] + str((int(nip[at]) + shift) % 10) + nip[at + 1 :]
    assert check_nip(wrong).problem is Problem.CHECKSUM


@pytest.mark.parametrize(
    ("text", "value", "problem"),
    [
        ("5.260250995E9", "5260250995", None),
        ("5,260250995E+09", "5260250995", None),
        ("526025099", "526025099", Problem.LENGTH),
        ("526025099O", "526025099O", Problem.LETTERS),
        ("DE136695976", "DE136695976", Problem.LETTERS),
        ("5.26025E9", "5260250000", Problem.CHECKSUM),
        ("0000000000", "0000000000", Problem.UNKNOWN),
        ("٥٢٦٠٢٥٠٩٩٥", "٥٢٦٠٢٥٠٩٩٥", Problem.LETTERS),
    ],
)
def test_nip_problems_are_told_apart(text: str, value: str, problem: Problem | None) -> None:
    assert check_nip(text) == Checked(value, problem)


@given(regons())
def test_regon_gets_back_the_zeros_a_spreadsheet_dropped(regon: str) -> None:
    shortened = str(int(regon))
    assume(len(shortened) >= 6)
    assert check_regon(shortened) == Checked(regon)
    assert check_regon(f"REGON {regon[:3]} {regon[3:6]} {regon[6:]}") == Checked(regon)


@pytest.mark.parametrize(
    ("text", "value", "problem"),
    [
        ("12345678512347", "12345678512347", None),
        ("12345678512348", "12345678512348", Problem.CHECKSUM),
        ("12345678612342", "12345678612342", Problem.CHECKSUM),
        ("192598183", "192598183", Problem.CHECKSUM),
        ("12345", "12345", Problem.LENGTH),
        ("1234567890123456", "1234567890123456", Problem.LENGTH),
        ("19259818A", "19259818A", Problem.LETTERS),
        ("000000000", "000000000", Problem.UNKNOWN),
    ],
)
def test_regon_of_both_lengths_is_checked(text: str, value: str, problem: Problem | None) -> None:
    assert check_regon(text) == Checked(value, problem)


@given(st.integers(1, 10**10 - 1))
def test_krs_is_filled_to_ten_digits(number: int) -> None:
    assert check_krs(f"KRS {number}") == Checked(f"{number:010}")
    assert check_krs(f"{number}.0") == Checked(f"{number:010}")


@pytest.mark.parametrize(
    ("text", "problem"),
    [("12345678901", Problem.LENGTH), ("KRS brak", Problem.LETTERS), ("0", Problem.UNKNOWN)],
)
def test_krs_problems_are_told_apart(text: str, problem: Problem) -> None:
    assert check_krs(text).problem is problem


@pytest.mark.parametrize(
    ("text", "value", "problem"),
    [
        ("PIC: 999 999 999", "999999999", None),
        ("986355365.0", "986355365", None),
        ("99999999", "99999999", Problem.LENGTH),
        ("9999999999", "9999999999", Problem.LENGTH),
        ("99999999A", "99999999A", Problem.LETTERS),
        ("000000000", "000000000", Problem.UNKNOWN),
    ],
)
def test_pic_has_nine_digits(text: str, value: str, problem: Problem | None) -> None:
    assert check_pic(text) == Checked(value, problem)


@pytest.mark.parametrize(
    ("text", "value", "problem"),
    [
        ("PL 526-025-09-95", "PL5260250995", None),
        ("VAT UE: PL5260250995", "PL5260250995", None),
        ("DE13669597A", "DE13669597A", Problem.FORM),
        ("DE 136695976", "DE136695976", None),
        ("ATU57194903", "ATU57194903", None),
        ("GR 094259216", "EL094259216", None),
        ("PL5260250996", "PL5260250996", Problem.CHECKSUM),
        ("PL526025099", "PL526025099", Problem.LENGTH),
        ("5260250995", "5260250995", Problem.COUNTRY),
        ("GB980780684", "GB980780684", Problem.COUNTRY),
    ],
)
def test_vat_number_is_checked_by_its_country(
    text: str, value: str, problem: Problem | None
) -> None:
    assert check_vat_eu(text) == Checked(value, problem)
