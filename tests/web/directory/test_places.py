"""The finding of the map, and where towns are written."""

import pytest
from django.utils import translation

from zwornik.directory.choices import OrganisationKind
from zwornik.directory.models import Organisation
from zwornik.web.directory.places import SYMBOLS, map_of


def organisation(city, latitude=None, longitude=None):
    return Organisation(
        pk=1, name="A", kind="firm", city=city, latitude=latitude, longitude=longitude
    )


@pytest.mark.parametrize(
    ("cities", "finding"),
    [
        (["Radom"], "1 organisation: Radom"),
        (["Radom", "Radom"], "All 2 organisations: Radom"),
        (
            ["Radom", "Radom", "Płock"],
            "More than half are in one town: Radom, 2 of 3 organisations",
        ),
        (["Płock", "Radom"], "No two of 2 organisations are in the same town"),
        (["", "Radom"], "No two of 2 organisations are in the same town"),
        (
            ["Radom", "Radom", "Płock", "Łódź"],
            "The largest group: Radom, 2 of 4 organisations",
        ),
        ([""], "No organisation on the list has a town"),
        ([], "No organisation on the list has a town"),
    ],
)
def test_the_finding_never_says_more_than_there_is(cities, finding):
    with translation.override("en"):
        assert map_of([organisation(city) for city in cities]).finding == finding


def test_a_town_is_written_amid_its_dots_on_the_northernmost():
    town = map_of([organisation("A", 52.0, 21.0), organisation("A", 53.0, 22.0)]).towns[0]
    assert town.at == (21.5, 53.0)


def test_a_town_without_coordinates_is_not_written_on_the_map():
    shown = map_of([organisation("A"), organisation("B", 0.0, 0.0)])
    assert shown.without_place == 1
    assert [town["name"] for town in shown.data["towns"]] == ["B"]


def test_every_kind_has_a_shape_of_its_own():
    assert set(SYMBOLS) == set(OrganisationKind.values)
    assert len(set(SYMBOLS.values())) == len(SYMBOLS)
