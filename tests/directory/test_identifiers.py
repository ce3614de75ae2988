"""Numbers of registers: their one stored form, and what is wrong with them in words.

The check digit of the NIP was computed by hand: with the weights 6 5 7 2 3 4 5 6 7 the sum is
225 = 20 · 11 + 5. The ORCID is the example of ORCID's documentation. Wrong ones end differently.
"""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from zwornik.directory.choices import IdentifierScheme
from zwornik.directory.identifiers import (
    checked_identifier,
    checked_nace,
    checked_nuts,
    checked_orcid,
)


@pytest.mark.parametrize(
    ("scheme", "typed", "stored"),
    [
        ("nip", "526-025-09-95", "5260250995"),
        ("nip", "PL 5260250995", "5260250995"),
        ("krs", "28860", "0000028860"),
        ("ror", "ROR.org/05gq02987", "https://ror.org/05gq02987"),
    ],
)
def test_checked_identifier_returns_the_stored_form(scheme, typed, stored):
    assert checked_identifier(scheme, typed) == stored


@pytest.mark.parametrize("scheme", IdentifierScheme.values)
def test_an_empty_number_stays_empty(scheme):
    assert checked_identifier(scheme, "  ") == ""


@pytest.mark.parametrize(
    ("scheme", "typed", "words"),
    [
        ("nip", "5260250996", "check digit"),
        ("nip", "526025", "number of characters"),
        ("nip", "5260250D95", "do not belong"),
        ("pic", "12", "9 digits"),
        ("vat_eu", "XX123", "country at the beginning"),
        ("ror", "https://example.org/x", "not written as it should be"),
    ],
)
def test_a_wrong_number_is_refused_in_words(scheme, typed, words):
    with translation.override("en"), pytest.raises(ValidationError, match=words):
        checked_identifier(scheme, typed)


@pytest.mark.parametrize("scheme", IdentifierScheme.values)
def test_every_register_says_what_its_numbers_look_like(scheme):
    with pytest.raises(ValidationError) as refused:
        checked_identifier(scheme, "?")
    assert len(refused.value.messages[0]) > 30


def test_codes_of_places_trades_and_people_are_checked():
    assert checked_nuts("pl911") == "PL911"
    assert checked_nace("26.60.z") == "26.60"
    assert checked_orcid("https://orcid.org/0000-0002-1825-0097") == "0000-0002-1825-0097"


@pytest.mark.parametrize(
    ("check", "typed"),
    [(checked_nuts, "PL999"), (checked_nace, "2.6.60x"), (checked_orcid, "0000-0002-1825-0098")],
)
def test_wrong_codes_are_refused(check, typed):
    with pytest.raises(ValidationError):
        check(typed)
