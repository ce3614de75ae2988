"""The feed of the public offer: JSON Feed 1.1 with both languages."""

import json

import pytest

from tests.factories import (
    CompetenceFactory,
    NeedFactory,
    OrganisationFactory,
    TechnologyFactory,
)

pytestmark = pytest.mark.django_db
FEED = "/en/offer/feed.json"
FEED_QUERIES = 6  # four kinds, requirements, cluster


def read(client, address=FEED):
    return json.loads(client.get(address).content)


def test_feed_has_what_the_standard_asks_for(client):
    TechnologyFactory(disclosure="public", summary_en="Heals wounds.")
    response = client.get(FEED)
    assert response["Content-Type"] == "application/feed+json; charset=utf-8"
    feed = json.loads(response.content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    assert feed["feed_url"] == f"http://testserver{FEED}"
    (item,) = feed["items"]
    assert item["id"]
    assert item["content_text"] == "Heals wounds."
    assert item["date_published"] == "2026-03-02T09:00:00+00:00"
    assert client.get(item["url"]).status_code == 200


def test_feed_carries_every_text_in_both_languages(client):
    record = TechnologyFactory(
        disclosure="public",
        title_pl="Żel",
        title_en="Gel",
        problem_pl="Ból",
        partnership=["supplier"],
    )
    (item,) = read(client)["items"]
    whole = item["_zwornik"]
    assert whole["texts"] == {
        "title": {"pl": "Żel", "en": "Gel"},
        "problem": {"pl": "Ból", "en": ""},
    }
    assert (whole["code"], whole["kind"], whole["field"]) == (
        record.code,
        "technology",
        "diagnostics",
    )
    assert whole["facts"]["partnership"] == ["supplier"]
    assert set(whole["urls"]) == {"pl", "en"}
    assert read(client, "/pl/offer/feed.json")["items"][0]["title"] == "Żel"


def test_feed_of_needs_has_requirements_but_no_money(client):
    NeedFactory(
        disclosure="public",
        budget="over_1m",
        requirements=[{"text_pl": "szybko", "text_en": "fast"}],
    )
    (item,) = read(client)["items"]
    assert item["_zwornik"]["requirements"] == [
        {"pl": "szybko", "en": "fast", "is_mandatory": True}
    ]
    assert "over_1m" not in json.dumps(item)


def test_feed_holds_the_newest_first_and_public_ones_only(client):
    TechnologyFactory(disclosure="public", title_en="old", recorded_on="2025-01-01")
    CompetenceFactory(disclosure="public", title_en="new", recorded_on="2026-01-01")
    TechnologyFactory(disclosure="members")
    assert [item["title"] for item in read(client)["items"]] == ["new", "old"]


def test_feed_that_has_not_changed_is_not_sent_again(client):
    TechnologyFactory(disclosure="public")
    etag = client.get(FEED)["ETag"]
    assert client.get(FEED, headers={"if-none-match": etag}).status_code == 304
    TechnologyFactory(disclosure="public")
    assert client.get(FEED, headers={"if-none-match": etag}).status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_feed_costs_the_same_for_one_and_for_three(client, django_assert_num_queries, count):
    for _ in range(count):
        owner = OrganisationFactory()
        NeedFactory(organisation=owner, disclosure="public", requirements=[{"text_en": "fast"}])
    with django_assert_num_queries(FEED_QUERIES):
        assert len(read(client)["items"]) == count
