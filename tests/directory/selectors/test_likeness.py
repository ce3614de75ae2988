"""Which organisations may be the same, entered twice."""

import pytest

from tests.factories import OrganisationFactory
from zwornik.directory.selectors import organisations_alike

pytestmark = pytest.mark.django_db


def alike(organisation):
    return [one.organisation.name for one in organisations_alike(organisation)]


@pytest.mark.parametrize("twin", ["MIKROFLUX Sp. z o.o.", "Mikroflux S.A.", "„Mikroflux”"])
def test_the_same_name_in_another_form_is_noticed(twin):
    OrganisationFactory(name=twin)
    found = organisations_alike(OrganisationFactory(name="Mikroflux sp. z o.o."))
    assert [one.is_same_name for one in found] == [True]


def test_a_slip_of_the_pen_is_noticed_and_comes_after_the_same_name():
    OrganisationFactory(name="Instytut Inżynierii Tkankowej w Warszawe")
    OrganisationFactory(name="INSTYTUT INŻYNIERII TKANKOWEJ W WARSZAWIE")
    one = OrganisationFactory(name="Instytut Inżynierii Tkankowej w Warszawie")
    found = organisations_alike(one)
    assert [other.is_same_name for other in found] == [True, False]


def test_the_order_of_words_does_not_matter():
    OrganisationFactory(name="Klinika Praga")
    assert alike(OrganisationFactory(name="Praga Klinika")) == ["Klinika Praga"]


def test_the_english_name_counts():
    OrganisationFactory(name="Tissue Engineering Institute")
    one = OrganisationFactory(
        name="Instytut Inżynierii Tkankowej", name_en="Tissue Engineering Institute"
    )
    assert alike(one) == ["Tissue Engineering Institute"]


def test_different_names_are_left_alone():
    for name in ("Neurosonda", "Nanokaps", "Szpital Kliniczny im. Heleny Radwańskiej"):
        OrganisationFactory(name=name)
    assert alike(OrganisationFactory(name="Szpital Dziecięcy Przy Parku")) == []


def test_different_numbers_of_one_register_tell_them_apart():
    OrganisationFactory(name="Mikroflux", identifiers={"krs": "0000028860"})
    OrganisationFactory(name="MIKROFLUX", identifiers={"nip": "5260250995"})
    one = OrganisationFactory(name="Mikroflux S.A.", identifiers={"krs": "0000028861"})
    assert alike(one) == ["MIKROFLUX"]
