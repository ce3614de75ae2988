"""Organisations and people as tables."""

from datetime import date

import pytest
from django.utils import translation

from tests.factories import ConversationFactory, OrganisationFactory, PersonFactory
from zwornik.directory.selectors import (
    ORGANISATION_COLUMNS,
    PERSON_COLUMNS,
    organisations_on,
    people_on,
    table_of_organisations,
    table_of_people,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)
HEADINGS = {name: name for name, _kind in (*ORGANISATION_COLUMNS, *PERSON_COLUMNS)}
HEADINGS["sheet"] = "Lista"


def rows_of(table):
    names = [column.header for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows]


def test_organisations_are_written_in_words_of_the_readers_language():
    one = OrganisationFactory(
        name="Biofala",
        fields=["diagnostics", "devices"],
        identifiers={"nip": "5260250995"},
        standing="member",
        standing_since=date(2026, 1, 2),
        employees=12,
    )
    ConversationFactory(organisation=one, held_on=date(2026, 2, 3))
    with translation.override("en"):
        (row,) = rows_of(table_of_organisations(organisations_on(TODAY), HEADINGS))
    assert (row["name"], row["nip"], row["krs"]) == ("Biofala", "5260250995", "")
    assert (row["kind"], row["size_class"]) == ("firm", "small firm")
    assert (row["standing"], row["standing_since_on"]) == ("cluster member", date(2026, 1, 2))
    assert row["fields"] == "In-vitro diagnostics, Medical devices"
    assert (row["employees"], row["last_talk_on"]) == (12, date(2026, 2, 3))


def test_an_outsider_without_anything_has_empty_cells():
    OrganisationFactory()
    with translation.override("en"):
        (row,) = rows_of(table_of_organisations(organisations_on(TODAY), HEADINGS))
    assert row["standing"] == "outside the cluster"
    assert (row["fields"], row["employees"], row["last_talk_on"]) == ("", None, None)


@pytest.mark.parametrize("count", [1, 3])
def test_a_table_of_organisations_takes_three_queries(count, django_assert_num_queries):
    for _turn in range(count):
        OrganisationFactory(fields=["devices"])
    with django_assert_num_queries(3):
        table_of_organisations(organisations_on(TODAY), HEADINGS)


def test_people_have_a_row_for_each_position_they_hold():
    one, other = OrganisationFactory(name="Jedna"), OrganisationFactory(name="Druga")
    lines = [
        {"organisation": one, "role_pl": "prezeska", "is_contact": True},
        {"organisation": other, "role_pl": "udziałowczyni"},
        {"organisation": other, "role_pl": "dawna", "until_on": date(2026, 1, 1)},
    ]
    PersonFactory(family_name="Żak", positions=lines)
    PersonFactory(family_name="Adamek")
    words = {True: "tak", False: "nie"}
    with translation.override("pl"):
        rows = rows_of(table_of_people(people_on(TODAY), HEADINGS, words))
    told = [(r["family_name"], r["organisation"], r["role"], r["is_contact"]) for r in rows]
    assert told == [
        ("Adamek", "", "", ""),
        ("Żak", "Jedna", "prezeska", "tak"),
        ("Żak", "Druga", "udziałowczyni", "nie"),
    ]
