"""What a viewer may read, how owners are named, and the tables to take away."""

import io

import openpyxl
import pytest
from django.utils import translation

from tests.factories import (
    NOW,
    CompetenceFactory,
    EquipmentFactory,
    NeedFactory,
    OrganisationFactory,
    SeatFactory,
    TechnologyFactory,
    UserFactory,
)
from zwornik.catalogue.models import Technology
from zwornik.catalogue.selectors import (
    coded_record,
    current_record_count,
    found_records,
    neighbours_of,
    own_records,
    public_offer_counts,
    public_records,
    readable_records,
    record_counts,
    records_in_order,
    records_of_organisation,
    rows_of,
    table_of_records,
    with_owners,
)
from zwornik.catalogue.services import revise_record, withdraw_record
from zwornik.core.sheets import write_xlsx

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def shelf():
    """One technology for each circle of readers, and one withdrawn and one superseded."""
    records = {name: TechnologyFactory(disclosure=name) for name in ("public", "members", "nda")}
    records["draft"] = TechnologyFactory(disclosure="")
    records["withdrawn"] = withdraw_record(record=TechnologyFactory(disclosure="public"))
    old = TechnologyFactory(disclosure="public")
    newer = revise_record(record=old, facts={}, revised_by=UserFactory(), now=NOW)
    return records | {"superseded": old, "newer": newer}


def names(shelf, records):
    by_pk = {record.pk: name for name, record in shelf.items()}
    return {by_pk[record.pk] for record in records}


@pytest.mark.parametrize(
    ("role", "readable"),
    [
        ("coordinator", {"public", "members", "nda", "draft", "newer"}),
        ("auditor", {"public", "members", "nda", "draft", "newer"}),
        ("guest_expert", {"public", "members", "newer"}),
        ("member", {"public", "members", "newer"}),
    ],
)
def test_readable_records_by_role(shelf, role, readable):
    assert names(shelf, readable_records(UserFactory(role=role), "technology")) == readable


def test_readable_records_hold_everything_current_of_the_own_organisation(shelf):
    seat = SeatFactory(organisation=shelf["draft"].organisation, level="viewer")
    readable = readable_records(seat.account, "technology")
    assert names(shelf, readable) == {"public", "members", "newer", "draft"}
    assert names(shelf, own_records(seat.account, "technology")) == {"draft"}


def test_public_records_are_published_to_everybody(shelf):
    assert names(shelf, public_records("technology")) == {"public", "newer"}


def test_current_record_count_leaves_out_closed_ones(shelf):
    NeedFactory()
    assert current_record_count() == len({"public", "members", "nda", "draft", "newer"}) + 1


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("przeciwciałami", True),
        ("PRZECIWCIALO", True),
        ("antibodies", True),
        ("przeciwciało mysie", False),
        ("", True),
    ],
)
def test_found_records_tolerates_inflection(query, found):
    record = TechnologyFactory(title_pl="Przeciwciało królicze", title_en="Rabbit antibody")
    assert list(found_records(Technology.objects.all(), query)) == ([record] if found else [])


@pytest.mark.parametrize("query", ["Kryptolit", "kryptoli", "kryptolit czujnik"])
def test_found_records_finds_hidden_owners_for_those_who_know_them(query):
    owner = OrganisationFactory(name="Kryptolit S.A.")
    TechnologyFactory(organisation=owner, anonymity="anonymous")
    everything = Technology.objects.all()
    assert not found_records(everything, query).exists()
    assert found_records(everything, query, knows_owners=True).count() == 1


def test_with_owners_names_owners_as_far_as_the_viewer_may_know():
    owner = OrganisationFactory(name="Kryptolit S.A.", city="Radom", size_class="large")
    kinds = ("named", "sector", "anonymous")
    records = [TechnologyFactory(organisation=owner, anonymity=kind) for kind in kinds]
    by_public = [record.owner for record in with_owners(records, None)]
    assert [o.name for o in by_public] == ["Kryptolit S.A.", "", ""]
    assert [o.about for o in by_public] == ["large firm · Radom", "large firm · Radom", ""]
    assert [o.organisation_id for o in by_public] == [owner.pk, None, None]
    for viewer in (UserFactory(role="auditor"), SeatFactory(organisation=owner).account):
        assert [r.owner.name for r in with_owners(records, viewer)] == ["Kryptolit S.A."] * 3
    assert [r.owner.name for r in with_owners(records, SeatFactory().account)][1:] == ["", ""]


def test_records_of_organisation_keep_hidden_owners_hidden():
    owner = OrganisationFactory()
    named = TechnologyFactory(organisation=owner)
    hidden = TechnologyFactory(organisation=owner, anonymity="sector")
    other = SeatFactory().account
    assert records_of_organisation(owner.pk, other)["technology"] == [named]
    own = SeatFactory(organisation=owner).account
    assert records_of_organisation(owner.pk, own)["technology"] == [hidden, named]
    team = UserFactory(role="auditor")
    assert records_of_organisation(owner.pk, team)["technology"] == [hidden, named]


def test_record_counts_by_viewer():
    owner = OrganisationFactory()
    TechnologyFactory(organisation=owner)
    TechnologyFactory(organisation=owner, anonymity="anonymous")
    NeedFactory(organisation=owner, disclosure="")
    assert record_counts([owner.pk]) == {owner.pk: {"technology": 2, "need": 1}}
    assert record_counts([owner.pk], SeatFactory().account) == {owner.pk: {"technology": 1}}
    assert record_counts([]) == {}


def test_public_offer_counts_only_offers_under_the_name():
    owner = OrganisationFactory()
    for factory in (TechnologyFactory, CompetenceFactory, EquipmentFactory, NeedFactory):
        factory(organisation=owner, disclosure="public")
    TechnologyFactory(organisation=owner, disclosure="public", anonymity="sector")
    TechnologyFactory(organisation=owner, disclosure="members")
    assert public_offer_counts([owner.pk, 0]) == {owner.pk: 3, 0: 0}


def test_neighbours_are_public_offers_of_the_field_other_kinds_first():
    record = TechnologyFactory(disclosure="public")
    sibling = TechnologyFactory(disclosure="public")
    TechnologyFactory(disclosure="public", field="neuro")
    TechnologyFactory(disclosure="members")
    assert neighbours_of(record) == [sibling]
    service = CompetenceFactory(disclosure="public")
    assert neighbours_of(record) == [service, sibling]
    instrument = EquipmentFactory(disclosure="public")
    assert neighbours_of(record) == [service, instrument]


def test_coded_record_is_found_by_its_code_in_any_spelling():
    record, viewer = NeedFactory(), UserFactory(role="auditor")
    for code in (record.code, f"p{record.pk}", f"P-{record.pk}", f" P\u2011{record.pk:04d} "):
        assert coded_record(viewer, code) == record
    assert coded_record(viewer, "P-9999") is None
    assert coded_record(viewer, "X-0001") is None
    assert coded_record(viewer, "PCR 1") is None


def test_coded_record_is_found_by_the_code_of_its_audit():
    record, viewer = CompetenceFactory(source="A-0051"), UserFactory(role="auditor")
    assert coded_record(viewer, "a-51") == record
    assert coded_record(viewer, "A-0052") is None


def test_coded_record_keeps_to_what_the_viewer_may_read():
    record = TechnologyFactory(disclosure="nda", source="A-0007")
    assert coded_record(SeatFactory().account, record.code) is None
    assert coded_record(SeatFactory().account, "A-0007") is None


def test_rows_and_records_cost_one_query_each(django_assert_num_queries):
    records = [TechnologyFactory() for _ in range(3)]
    with django_assert_num_queries(1):
        rows = rows_of(Technology.objects.all(), "technology")
    wanted = [records[1].pk, records[0].pk, 0]
    with django_assert_num_queries(1):
        found = records_in_order("technology", wanted)
        assert [r.organisation.name for r in found]
    assert len(rows) == 3
    assert found == [records[1], records[0]]


def read(table):
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(table))).active
    lines = list(sheet.iter_rows(values_only=True))
    return [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]


def test_table_of_technologies_is_read_back_with_words_for_codes():
    owner = OrganisationFactory(name="=Kryptolit()")
    record = TechnologyFactory(
        organisation=owner,
        stage="lab_tested",
        partnership=["investment", "supplier"],
        trl_verified=4,
    )
    (row,) = read(table_of_records(records_in_order("technology", [record.pk]), "technology"))
    assert row["Code"] == record.code
    assert row["Organisation"] == "=Kryptolit()"
    assert row["Field"] == "In-vitro diagnostics"
    assert row["Stage of development"] == "lab tested"
    assert row["Partnership sought"] == "investment, supplier"
    assert (row["Claimed TRL"], row["Verified TRL"]) == (5, 4)
    assert row["Recorded on"].date() == record.recorded_on


def test_table_of_needs_has_requirements_line_by_line():
    lines = [{"text_en": "a"}, {"text_en": "b"}, {"text_en": "c", "is_mandatory": False}]
    record = NeedFactory(requirements=lines)
    (row,) = read(table_of_records(records_in_order("need", [record.pk], whole=True), "need"))
    assert row["Requirements"] == "a\nb"
    assert row["Wishes"] == "c"


@pytest.mark.parametrize(
    ("kind", "factory"), [("competence", CompetenceFactory), ("equipment", EquipmentFactory)]
)
def test_table_of_other_kinds_has_a_row_for_each_record(kind, factory):
    records = [factory(), factory()]
    table = table_of_records(records_in_order(kind, [r.pk for r in records]), kind)
    assert [row["Code"] for row in read(table)] == [r.code for r in records]
