"""Two entries are found, compared and merged on screen."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import translation

from tests.factories import OrganisationFactory
from zwornik.directory.models import Organisation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def coordinator(client_of):
    return client_of("coordinator")


def address(organisation, **query):
    pairs = "&".join(f"{name}={value}" for name, value in query.items())
    return f"{reverse('directory:organisation-merge', args=[organisation.pk])}?{pairs}"


def test_the_other_entry_is_found_by_words_or_proposed(coordinator):
    one = OrganisationFactory(name="Mikroflux sp. z o.o.")
    twin = OrganisationFactory(name="MIKROFLUX")
    far = OrganisationFactory(name="Biofala", city="Radom")
    text = coordinator.get(address(one)).content.decode()
    assert f"?other={twin.pk}" in text
    assert f"?other={far.pk}" not in text
    text = coordinator.get(address(one, q="radom")).content.decode()
    assert f"?other={far.pk}" in text
    assert f"?other={one.pk}" not in text
    assert "No other entry" in coordinator.get(address(one, q="zebra")).content.decode()


def test_both_entries_stand_side_by_side_with_what_is_lost(coordinator):
    one = OrganisationFactory(
        name="Mikroflux", phone="111", fields=["devices"], source_on=date(2026, 5, 1)
    )
    twin = OrganisationFactory(
        name="MIKROFLUX", phone="222", email="m@example.org", fields=["neuro"]
    )
    response = coordinator.get(address(one, other=twin.pk))
    rows = {row.label: row for row in response.context["comparison"].rows}
    assert (rows["phone"].result, rows["phone"].is_lost) == ("111", True)
    assert (rows["e-mail address"].result, rows["e-mail address"].is_lost) == (
        "m@example.org",
        False,
    )
    fields = rows["Fields in which it is active"]
    assert (fields.result, fields.is_lost) == ("medical devices, neurotechnology", False)
    assert rows["date of the source"].kept == "1 May 2026"
    assert "website" not in rows


def test_the_other_entry_can_be_the_one_that_stays(coordinator):
    one, twin = OrganisationFactory(name="Mikroflux"), OrganisationFactory(name="MIKROFLUX")
    response = coordinator.get(address(one, other=twin.pk, keep=twin.pk))
    assert response.context["comparison"].keep == twin
    hidden = f'<input type="hidden" name="keep" value="{twin.pk}"'
    assert hidden in response.content.decode()


def merge(client, one, other, **facts):
    return client.post(address(one, other=other.pk), facts)


@pytest.mark.parametrize("keeps_the_first", [True, False])
def test_the_word_merges_the_two(coordinator, keeps_the_first):
    one, twin = OrganisationFactory(name="Mikroflux"), OrganisationFactory(name="MIKROFLUX")
    keep, gone = (one, twin) if keeps_the_first else (twin, one)
    response = merge(coordinator, one, twin, keep=keep.pk, word=" Merge ")
    assert response["Location"] == reverse("directory:organisation-detail", args=[keep.pk])
    assert list(Organisation.objects.values_list("pk", flat=True)) == [keep.pk]
    assert gone.pk != keep.pk


@pytest.mark.parametrize("word", ["", "yes"])
def test_without_the_word_nothing_happens(coordinator, word):
    one, twin = OrganisationFactory(), OrganisationFactory()
    response = merge(coordinator, one, twin, keep=one.pk, word=word)
    assert "word" in response.context["form"].errors
    assert Organisation.objects.count() == 2


def test_a_third_entry_cannot_be_kept(coordinator):
    one, twin, third = OrganisationFactory(), OrganisationFactory(), OrganisationFactory()
    response = merge(coordinator, one, twin, keep=third.pk, word="merge")
    assert "keep" in response.context["form"].errors
    assert Organisation.objects.count() == 3


def test_entries_with_different_numbers_are_not_merged_and_the_page_says_why(coordinator):
    one = OrganisationFactory(identifiers={"krs": "0000028860"})
    other = OrganisationFactory(identifiers={"krs": "0000028861"})
    text = coordinator.get(address(one, other=other.pk)).content.decode()
    assert "these are two organisations" in text
    assert "btn-danger" not in text
    response = merge(coordinator, one, other, keep=one.pk, word="merge")
    assert response.status_code == 200
    assert Organisation.objects.count() == 2


@pytest.mark.parametrize("other", ["999", "zebra", ""])
def test_an_entry_that_is_not_there_is_not_compared(coordinator, other):
    one = OrganisationFactory()
    status = coordinator.get(address(one, other=other)).status_code
    assert status == (404 if other == "999" else 200)


def test_an_entry_is_not_merged_with_itself(coordinator):
    one = OrganisationFactory()
    text = coordinator.get(address(one, other=one.pk)).content.decode()
    assert "cannot be merged with itself" in text
