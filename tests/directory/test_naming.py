"""When two names mean the same organisation."""

import pytest

from zwornik.directory.naming import name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("„Mikroflux” Sp. z o.o.", "MIKROFLUX spółka z ograniczoną odpowiedzialnością"),
        ("Szew S.A.", "SZEW spółka akcyjna"),
        ("Łuk–Żaba", "luk zaba"),
    ],
)
def test_name_key_leaves_form_case_and_signs_aside(one, other):
    assert name_key(one) == name_key(other)


def test_name_key_keeps_different_names_apart():
    assert name_key("Mikroflux sp. z o.o.") != name_key("Makroflux sp. z o.o.")


def test_name_key_of_a_bare_legal_form_is_the_form_itself():
    assert name_key("Sp. z o.o.") == "sp z o o"


def test_name_key_does_not_cut_a_form_out_of_a_word():
    assert name_key("Sabat") == "sabat"
