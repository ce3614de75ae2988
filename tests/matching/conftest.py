"""A small offer around one need, in both languages."""

import pytest
from django.utils import timezone

from zwornik.accounts.models import User
from zwornik.catalogue.services import (
    publish_record,
    record_competence,
    record_need,
    record_technology,
)
from zwornik.directory.services import record_organisation

DAY = timezone.datetime(2026, 3, 2).date()


@pytest.fixture
def coordinator(db):
    return User.objects.create_user("k@example.org", name="Anna Wrońska", role="coordinator")


@pytest.fixture
def seeker(db):
    return record_organisation(name="Biofala sp. z o.o.", kind="firm", size_class="small")


@pytest.fixture
def team(db):
    return record_organisation(name="Akademia Nauk o Życiu", kind="university")


def published(record, disclosure="public"):
    return publish_record(record=record, disclosure=disclosure, now=timezone.now())


@pytest.fixture
def need(seeker):
    return published(
        record_need(
            organisation=seeker,
            field="diagnostics",
            recorded_on=DAY,
            title_pl="Para przeciwciał do oznaczania prokalcytoniny u noworodków",
            statement_pl="Szukamy przeciwciał monoklonalnych, aby wykryć sepsę z kropli krwi.",
            trl_min=4,
            trl_max=8,
            requirements=[{"text_pl": "Próbka krwi do 50 µl", "is_mandatory": True}],
        )
    )


@pytest.fixture
def antibody(team):
    return published(
        record_technology(
            organisation=team,
            field="biologics",
            recorded_on=DAY,
            product_kind="ivd",
            title_en="Recombinant antibody pair against procalcitonin",
            summary_en="Detects sepsis in newborn blood from a 30 µL sample.",
            trl_claimed=6,
        )
    )


@pytest.fixture
def prosthesis(team):
    return published(
        record_technology(
            organisation=team,
            field="devices",
            recorded_on=DAY,
            product_kind="device",
            title_en="Carbon prosthesis of the lower leg",
            summary_en="Weighs 900 grams and stores energy in a leaf spring.",
            trl_claimed=6,
        )
    )


@pytest.fixture
def young(team):
    return published(
        record_technology(
            organisation=team,
            field="biologics",
            recorded_on=DAY,
            product_kind="ivd",
            title_pl="Aptamer wiążący prokalcytoninę",
            trl_claimed=2,
        )
    )


@pytest.fixture
def validation(team):
    return published(
        record_competence(
            organisation=team,
            field="clinical",
            recorded_on=DAY,
            title_pl="Badania kliniczne testów diagnostycznych u noworodków",
            summary_pl="Oddział neonatologii bada próbki krwi włośniczkowej.",
        )
    )
