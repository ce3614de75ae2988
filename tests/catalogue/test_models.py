"""Constraints of the records: what the database refuses, and with which words."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import translation

from tests.factories import (
    CompetenceFactory,
    EquipmentFactory,
    NeedFactory,
    TechnologyFactory,
)
from zwornik.catalogue.models import Technology

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


FACTORIES = [TechnologyFactory, NeedFactory, CompetenceFactory, EquipmentFactory]


@pytest.mark.parametrize("factory", FACTORIES)
def test_record_without_a_title_is_refused(factory):
    with pytest.raises(ValidationError, match="title is needed"):
        factory(title_pl="", title_en="")


@pytest.mark.parametrize("factory", FACTORIES)
@pytest.mark.parametrize("language", ["pl", "en"])
def test_record_needs_a_title_in_one_language_only(factory, language):
    titles = {"title_pl": "", "title_en": ""} | {f"title_{language}": "Laser"}
    assert str(factory(**titles)).endswith("Laser")


@pytest.mark.parametrize("level", [0, 10])
@pytest.mark.parametrize("name", ["trl_claimed", "trl_verified"])
def test_technology_readiness_lies_on_the_scale(name, level):
    with pytest.raises(ValidationError, match="between 1 and 9"):
        TechnologyFactory(**{"trl_claimed": 9, name: level})


def test_technology_is_verified_at_most_as_claimed():
    with pytest.raises(ValidationError, match="verified level cannot exceed"):
        TechnologyFactory(trl_claimed=4, trl_verified=5)
    assert TechnologyFactory(trl_claimed=5, trl_verified=5).pk


@pytest.mark.parametrize(("low", "high"), [(0, 3), (3, 10)])
def test_need_readiness_lies_on_the_scale(low, high):
    with pytest.raises(ValidationError, match="between 1 and 9"):
        NeedFactory(trl_min=low, trl_max=high)


def test_need_window_of_readiness_is_not_upside_down():
    with pytest.raises(ValidationError, match="lowest TRL cannot exceed"):
        NeedFactory(trl_min=6, trl_max=5)
    assert NeedFactory(trl_min=6, trl_max=6).pk


@pytest.mark.parametrize("level", [0, 10])
def test_need_demand_readiness_lies_on_the_scale(level):
    with pytest.raises(ValidationError) as refused:
        NeedFactory(drl=level)
    assert "drl" in refused.value.message_dict


def test_database_itself_refuses_a_level_off_the_scale():
    technology = TechnologyFactory()
    with pytest.raises(IntegrityError):
        Technology.objects.filter(pk=technology.pk).update(trl_claimed=12)


@pytest.mark.parametrize(
    ("factory", "letter", "kind"),
    list(zip(FACTORIES, "TPKE", ["technology", "need", "competence", "equipment"], strict=True)),
)
def test_record_has_a_code_and_knows_its_kind(factory, letter, kind):
    record = factory()
    assert record.code == f"{letter}-{record.pk:04d}"
    assert record.kind == kind


def test_draft_and_members_only_are_not_public():
    assert TechnologyFactory(disclosure="public").is_public
    assert not TechnologyFactory(disclosure="members").is_public
    assert not TechnologyFactory(disclosure="nda").is_public
    assert not TechnologyFactory(disclosure="").is_public
