import csv
import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwornik.vocabularies.identifiers import (
    Checked,
    Problem,
    Scheme,
    check,
    check_orcid,
    check_ror,
)

EXAMPLES = {
    Scheme.NIP: ("nip 526\u2013025\u201309\u201395\u00a0", "5260250995"),
    Scheme.REGON: ("regon: 192598184", "192598184"),
    Scheme.KRS: ("krs nr 28860", "0000028860"),
    Scheme.VAT_EU: ("pl5260250995", "PL5260250995"),
    Scheme.ROR: (" HTTPS://ROR.ORG/05D538656/ ", "https://ror.org/05d538656"),
    Scheme.ORCID: ("https://orcid.org/0000-0002-1694-233x", "0000-0002-1694-233X"),
    Scheme.PIC: ("pic 999999999", "999999999"),
    Scheme.NUTS: ("pl911", "PL911"),
    Scheme.NACE: ("nace 21.20", "21.20"),
    Scheme.PKD: ("72.11.z badania", "72.11.Z"),
}


@pytest.mark.parametrize("scheme", Scheme)
def test_every_scheme_tidies_and_accepts_its_identifier(scheme: Scheme) -> None:
    text, value = EXAMPLES[scheme]
    assert check(scheme, text) == Checked(value)


@pytest.mark.parametrize("scheme", Scheme)
def test_tidied_identifier_is_accepted_unchanged(scheme: Scheme) -> None:
    value = EXAMPLES[scheme][1]
    assert check(scheme, value) == Checked(value)


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("text", ["", "  ", "\u00a0\t"])
def test_empty_identifier_is_a_problem_of_its_own(scheme: Scheme, text: str) -> None:
    assert check(scheme, text) == Checked("", Problem.EMPTY)


@given(st.sampled_from(Scheme), st.text(max_size=40))
def test_any_text_is_answered_and_what_is_valid_stays_so(scheme: Scheme, text: str) -> None:
    checked = check(scheme, text)
    if checked.is_valid:
        assert check(scheme, checked.value) == checked


@pytest.mark.parametrize(
    ("text", "value", "problem"),
    [
        ("ROR: 05D538656", "https://ror.org/05d538656", None),
        ("WWW.ROR.ORG/05D538656", "https://ror.org/05d538656", None),
        ("05D538657", "https://ror.org/05d538657", Problem.CHECKSUM),
        ("05D53865", "https://ror.org/05d53865", Problem.LENGTH),
        ("05D5386566", "https://ror.org/05d5386566", Problem.LENGTH),
        ("15D538656", "https://ror.org/15d538656", Problem.FORM),
        ("05I538656", "https://ror.org/05i538656", Problem.FORM),
        ("05D5386A6", "https://ror.org/05d5386a6", Problem.FORM),
        ("HTTPS://EXAMPLE.ORG/05D538656", "https://example.org/05d538656", Problem.FORM),
    ],
)
def test_ror_is_checked_by_its_two_last_digits(
    text: str, value: str, problem: Problem | None
) -> None:
    assert check_ror(text) == Checked(value, problem)


@given(st.integers(0, 32**6 - 1), st.integers(1, 96))
def test_ror_with_other_check_digits_is_caught(number: int, shift: int) -> None:
    """ISO 7064 MOD 97-10: number and check digits together leave 1 when divided by 97."""
    signs = ""
    rest = number
    for _ in range(6):
        rest, at = divmod(rest, 32)
        signs = "0123456789abcdefghjkmnpqrstvwxyz"[at] + signs
    right = next(digits for digits in range(2, 99) if (number * 100 + digits) % 97 == 1)
    assert check(Scheme.ROR, f"0{signs}{right:02}").is_valid
    wrong = (right - 2 + shift) % 97 + 2
    assert check(Scheme.ROR, f"0{signs}{wrong:02}").problem is Problem.CHECKSUM


@pytest.mark.parametrize(
    ("text", "value", "problem"),
    [
        ("0000000218250097", "0000-0002-1825-0097", None),
        ("ORCID: 0000 0002 1825 0097", "0000-0002-1825-0097", None),
        ("ORCID.ORG/0000-0002-1825-0097", "0000-0002-1825-0097", None),
        ("0000-0002-1825-0098", "0000-0002-1825-0098", Problem.CHECKSUM),
        ("0000-0002-1825-009X", "0000-0002-1825-009X", Problem.CHECKSUM),
        ("0000-0002-1825", "0000-0002-1825", Problem.LENGTH),
        ("X000-0002-1825-0097", "X000-0002-1825-0097", Problem.LETTERS),
        ("ANNA@EXAMPLE.ORG", "ANNA@EXAMPLE.ORG", Problem.FORM),
    ],
)
def test_orcid_is_checked_by_its_last_sign(text: str, value: str, problem: Problem | None) -> None:
    assert check_orcid(text) == Checked(value, problem)


def test_every_published_ror_and_pic_is_accepted(opendata: Path) -> None:
    rors = column(opendata / "organisations" / "ror_subset.csv.gz", "ror_id")
    pics = column(opendata / "cordis" / "h2020_organisation.csv.gz", "pic")
    assert len(rors) > 50_000
    assert len(pics) > 30_000
    assert [ror for ror in rors if not check(Scheme.ROR, ror).is_valid] == []
    assert [pic for pic in pics if check(Scheme.PIC, pic) != Checked(pic)] == []


def column(path: Path, name: str) -> list[str]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return [row[name] for row in csv.DictReader(file)]
