"""Records appear, are published, revised and withdrawn."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from tests.factories import (
    NOW,
    RECORDED_ON,
    EquipmentFactory,
    NeedFactory,
    OrganisationFactory,
    TechnologyFactory,
    UserFactory,
)
from zwornik.catalogue.models import Need, Technology
from zwornik.catalogue.selectors import found_records
from zwornik.catalogue.services import (
    RecordIsClosedError,
    publish_record,
    record_need,
    record_of_kind,
    revise_record,
    texts_of,
    withdraw_record,
)
from zwornik.directory.services import merge_organisations

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


LINES = [
    {"text_pl": "Próbka do 50 µl", "text_en": "Sample up to 50 µL", "is_mandatory": True},
    {"text_pl": "CRP w tej samej kasecie", "text_en": "", "is_mandatory": False},
]


@pytest.mark.parametrize("kind", ["technology", "need", "competence", "equipment"])
def test_record_of_kind_writes_a_draft_for_members(kind):
    facts = {"product_kind": "ivd"} if kind == "technology" else {}
    record = record_of_kind(
        kind,
        organisation=OrganisationFactory(),
        field="diagnostics",
        title_pl="Laser",
        recorded_on=RECORDED_ON,
        **facts,
    )
    assert (record.kind, record.status, record.disclosure) == (kind, "draft", "members")
    assert record.published_at is None


def test_record_need_keeps_requirements_in_order():
    need = NeedFactory(requirements=LINES)
    kept = need.requirements.order_by("order")
    assert [(r.text_pl, r.is_mandatory) for r in kept] == [
        ("Próbka do 50 µl", True),
        ("CRP w tej samej kasecie", False),
    ]


def test_record_need_with_a_bad_requirement_writes_nothing():
    with pytest.raises(ValidationError):
        record_need(
            organisation=OrganisationFactory(),
            field="diagnostics",
            title_pl="Laser",
            recorded_on=RECORDED_ON,
            requirements=[{"text_pl": "x" * 401}],
        )
    assert not Need.objects.exists()


def test_texts_of_returns_filled_texts_by_language():
    need = NeedFactory(title_pl="Laser", title_en="", statement_en="Beam", requirements=LINES)
    texts = texts_of(need)
    assert texts["pl"] == ["Laser", "Próbka do 50 µl", "CRP w tej samej kasecie"]
    assert texts["en"] == ["Beam", "Sample up to 50 µL"]


def test_need_is_found_by_its_requirements_in_another_inflection():
    need = NeedFactory(requirements=LINES)
    assert list(found_records(Need.objects.all(), "kaseta")) == [need]


@pytest.mark.parametrize(("anonymity", "is_found"), [("named", 1), ("sector", 0), ("anonymous", 0)])
def test_record_is_found_by_its_owner_only_if_that_is_shown(anonymity, is_found):
    owner = OrganisationFactory(name="Kryptolit S.A.")
    TechnologyFactory(organisation=owner, anonymity=anonymity)
    assert found_records(Technology.objects.all(), "Kryptolit").count() == is_found


def test_publish_record_shows_it_and_keeps_the_first_day():
    record = TechnologyFactory(disclosure="")
    publish_record(record=record, disclosure="members", now=NOW)
    publish_record(record=record, disclosure="public", now=NOW.replace(year=2027))
    record.refresh_from_db()
    assert (record.status, record.disclosure) == ("published", "public")
    assert record.published_at == NOW


@pytest.mark.parametrize("disclosure", ["", "friends"])
def test_publish_record_refuses_an_unknown_circle(disclosure):
    record = TechnologyFactory(disclosure="")
    with pytest.raises(ValidationError) as refused:
        publish_record(record=record, disclosure=disclosure, now=NOW)
    assert list(refused.value.message_dict) == ["disclosure"]
    record.refresh_from_db()
    assert record.status == "draft"


def test_withdraw_record_closes_it():
    record = withdraw_record(record=TechnologyFactory())
    assert record.status == "withdrawn"
    assert record.is_closed
    with pytest.raises(RecordIsClosedError, match=record.code):
        publish_record(record=record, disclosure="public", now=NOW)
    with pytest.raises(RecordIsClosedError):
        withdraw_record(record=record)


def test_revise_record_changes_a_draft_in_place():
    record = TechnologyFactory(disclosure="")
    facts = {"title_en": "Laser", "trl_claimed": 7}
    revised = revise_record(record=record, facts=facts, revised_by=UserFactory(), now=NOW)
    assert revised.pk == record.pk
    assert Technology.objects.get().title_en == "Laser"
    assert Technology.objects.get().status == "draft"


def test_revise_record_supersedes_a_published_one():
    record, editor = TechnologyFactory(disclosure="public"), UserFactory(role="coordinator")
    newer = revise_record(record=record, facts={"trl_claimed": 7}, revised_by=editor, now=NOW)
    record.refresh_from_db()
    assert (record.status, record.trl_claimed) == ("superseded", 5)
    assert (newer.status, newer.disclosure, newer.trl_claimed) == ("published", "public", 7)
    assert (newer.supersedes, newer.keeper, newer.published_at) == (record, editor, NOW)
    with pytest.raises(RecordIsClosedError):
        revise_record(record=record, facts={}, revised_by=editor, now=NOW)


def test_revise_record_takes_requirements_along_unless_told_otherwise():
    need, editor = NeedFactory(requirements=LINES), UserFactory(role="coordinator")
    second = revise_record(record=need, facts={"drl": 4}, revised_by=editor, now=NOW)
    assert second.requirements.count() == 2
    third = revise_record(
        record=second, facts={"requirements": LINES[:1]}, revised_by=editor, now=NOW
    )
    assert [r.text_en for r in third.requirements.all()] == ["Sample up to 50 µL"]
    assert second.requirements.count() == 2
    assert not found_records(Need.objects.filter(pk=third.pk), "kaseta").exists()


def test_revise_record_that_fails_leaves_the_old_one_published():
    record = TechnologyFactory()
    with pytest.raises(ValidationError):
        revise_record(record=record, facts={"trl_claimed": 12}, revised_by=UserFactory(), now=NOW)
    assert list(Technology.objects.values_list("status", flat=True)) == ["published"]


def test_proposal_waits_beside_the_published_record():
    record, editor = EquipmentFactory(disclosure="public"), UserFactory()
    facts = {"maker": "Optyka"}
    proposal = revise_record(
        record=record, facts=facts, revised_by=editor, now=NOW, is_proposal=True
    )
    record.refresh_from_db()
    assert record.status == "published"
    assert (proposal.status, proposal.published_at, proposal.maker) == ("draft", None, "Optyka")
    publish_record(record=proposal, disclosure="public", now=NOW)
    record.refresh_from_db()
    assert (record.status, proposal.status) == ("superseded", "published")


def test_withdrawn_proposal_makes_room_for_another():
    record, editor = TechnologyFactory(), UserFactory()
    first = revise_record(record=record, facts={}, revised_by=editor, now=NOW, is_proposal=True)
    withdraw_record(record=first)
    record.refresh_from_db()
    assert record.status == "published"
    second = revise_record(record=record, facts={}, revised_by=editor, now=NOW, is_proposal=True)
    assert second.supersedes == record


def test_merge_moves_records_to_the_organisation_that_is_kept():
    record, keep = TechnologyFactory(), OrganisationFactory()
    merge_organisations(keep=keep, absorbed=record.organisation)
    record.refresh_from_db()
    assert record.organisation == keep
