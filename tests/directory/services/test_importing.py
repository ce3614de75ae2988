"""Imports as a whole: written at once or not at all, accounted for row by row, and taken back."""

import time
from datetime import UTC, date, datetime

import pytest
from auditlog.models import LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from tests.directory.imports.sheets import choices_for, sheet_of
from tests.factories import OrganisationFactory, PersonFactory, UserFactory
from zwornik.directory.imports import ImportChoices, guess_columns, mapping_of, plan_import
from zwornik.directory.models import (
    ImportBatch,
    ImportRow,
    Membership,
    Organisation,
    OrganisationField,
    OrganisationIdentifier,
    Person,
    Position,
)
from zwornik.directory.services import importing, record_conversation, record_person
from zwornik.directory.services.import_undoing import UndoRefusedError, undo_import
from zwornik.directory.services.importing import ImportRefusedError, apply_import
from zwornik.directory.services.merging import merge_organisations
from zwornik.directory.services.organisations import revise_organisation
from zwornik.directory.services.searching import refresh_person_search, refresh_search

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
NIP = "5260250995"
COUNTED = (
    Organisation, OrganisationIdentifier, OrganisationField, Membership, Person, Position,
)  # fmt: skip
HEAD = (
    "Nazwa;NIP;Miejscowość;Telefon;Obszary;Data przystąpienia;"
    "Osoba do kontaktu;E-mail osoby do kontaktu;Stanowisko"
)
LINES = (
    HEAD,
    f"Alfa sp. z o.o.;{NIP};Płock;22 555 01 42;pharma, devices;1.07.2016;Anna Kowalska;anna@alfa.pl;prezes",
    "Szpital Miejski;;Radom;;;2.07.2016;Jan Nowak;;",
    "ALFA S.A.;;Płock;;;1.07.2016;Anna Kowalska;anna@alfa.pl;prezes",
)


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def counts():
    return {model.__name__: model.objects.count() for model in COUNTED}


def import_of(*lines, **facts):
    sheet = sheet_of(*lines)
    options = {key: facts.pop(key) for key in ("skip_bad_rows",) if key in facts}
    return apply_import(
        sheet=sheet,
        choices=choices_for(sheet, **facts),
        file_name="members.csv",
        imported_by=None,
        now=NOW,
        **options,
    )


def test_an_import_writes_everything_of_each_row():
    batch = import_of(*LINES)
    alfa = Organisation.objects.get(name="Alfa sp. z o.o.")
    assert (alfa.kind, alfa.city, alfa.phone) == ("firm", "Płock", "22 555 01 42")
    assert (alfa.source, alfa.source_on) == ("members.csv", date(2026, 11, 24))
    assert not alfa.is_confirmed
    assert [row.value for row in alfa.identifiers.all()] == [NIP]
    assert [row.code for row in alfa.field_rows.order_by("order")] == ["pharma", "devices"]
    membership = alfa.memberships.get()
    assert (membership.kind, membership.since_on) == ("member", date(2016, 7, 1))
    position = alfa.positions.get()
    assert (str(position.person), position.role_en, position.is_contact) == (
        "Anna Kowalska", "prezes", True,
    )  # fmt: skip
    assert [(row.row_number, row.outcome) for row in batch.rows.order_by("row_number")] == [
        (2, "created"), (3, "created"), (4, "unchanged"),
    ]  # fmt: skip
    assert [column["target"] for column in batch.mapping["columns"]][:2] == ["name", "nip"]


def test_the_search_texts_are_those_that_a_refresh_would_write():
    import_of(*LINES)
    for organisation in Organisation.objects.all():
        before = organisation.search_text
        assert refresh_search(organisation).search_text == before != ""
    for person in Person.objects.all():
        before = person.search_text
        assert refresh_person_search(person).search_text == before != ""


def test_the_trail_tells_who_was_added_once():
    import_of(*LINES)
    entries = LogEntry.objects.get_for_objects(Organisation.objects.all())
    assert sorted(entries.values_list("object_repr", "action")) == [
        ("Alfa sp. z o.o.", 0), ("Szpital Miejski", 0),
    ]  # fmt: skip


def test_nothing_is_written_if_any_row_has_a_problem():
    with pytest.raises(ImportRefusedError, match="nothing was read in") as refused:
        import_of(*LINES, "Beta S.A.;123;;;;;;;")
    assert len(refused.value.plan.problems) == 1
    assert set(counts().values()) == {0}
    assert not ImportBatch.objects.exists()


def test_rows_with_problems_may_be_left_out_and_are_kept_to_be_corrected():
    batch = import_of(*LINES, "Beta S.A.;123;;;;;;;", skip_bad_rows=True)
    row = batch.rows.get(outcome="skipped")
    assert row.row_number == 5
    assert row.before["cells"][:2] == ["Beta S.A.", "123"]
    assert row.after["problems"][0]["column"] == "NIP"
    assert Organisation.objects.count() == 2


def test_an_import_of_nothing_but_problems_is_refused():
    with pytest.raises(ImportRefusedError, match="Every row"):
        import_of(HEAD, "Beta S.A.;123;;;;;;;", skip_bad_rows=True)


def test_a_later_row_completes_what_the_file_itself_creates_if_the_first_is_bad():
    batch = import_of(
        HEAD, f"Alfa S.A.;{NIP};Płock;;;kiedyś;;;", f"Alfa S.A.;{NIP};Płock;;;1.07.2016;;;",
        skip_bad_rows=True,
    )  # fmt: skip
    assert [row.outcome for row in batch.rows.order_by("row_number")] == ["skipped", "created"]


def test_nothing_half_written_stays_when_the_last_row_breaks(monkeypatch):
    write = importing.RowWriter.write

    def breaking(self, planned):
        if planned.number == 4:
            raise RuntimeError("the disk is full")
        return write(self, planned)

    monkeypatch.setattr(importing.RowWriter, "write", breaking)
    with pytest.raises(RuntimeError):
        import_of(*LINES)
    assert set(counts().values()) == {0}
    assert not ImportBatch.objects.exists()


def test_somebody_who_takes_a_number_meanwhile_stops_the_import_as_a_whole(monkeypatch):
    sheet = sheet_of(*LINES)
    plan = plan_import(sheet, choices_for(sheet))
    OrganisationFactory(name="Omega", city="Gdynia", identifiers={"nip": NIP})
    before = counts()
    monkeypatch.setattr(importing, "plan_import", lambda *_arguments: plan)
    with pytest.raises(ImportRefusedError, match="changed meanwhile"):
        import_of(*LINES)
    assert counts() == before


def test_completing_fills_only_what_is_empty():
    alfa = OrganisationFactory(
        name="Alfa", city="Płock", phone="22 555 99 99", identifiers={"nip": NIP}
    )
    batch = import_of(*LINES[:2])
    alfa.refresh_from_db()
    assert alfa.phone == "22 555 99 99"
    assert alfa.name == "Alfa"
    row = batch.rows.get()
    assert (row.outcome, row.organisation) == ("updated", alfa)
    assert alfa.memberships.get().since_on == date(2016, 7, 1)
    assert "kowalski" in alfa.search_text or "kowalska" in alfa.search_text


def test_reading_the_same_list_again_brings_nothing_new():
    import_of(*LINES)
    before = counts()
    batch = import_of(*LINES)
    assert counts() == before
    assert set(batch.rows.values_list("outcome", flat=True)) == {"unchanged"}


def test_a_known_person_is_completed_and_not_doubled():
    alfa = OrganisationFactory(name="Alfa", city="Płock", identifiers={"nip": NIP})
    anna = record_person(
        given_name="Anna", family_name="Kowalska",
        positions=[{"organisation": alfa, "role_pl": "dyrektor"}],
    )  # fmt: skip
    batch = import_of(*LINES[:2])
    anna.refresh_from_db()
    assert (Person.objects.count(), Position.objects.count()) == (1, 1)
    assert anna.email == "anna@alfa.pl"
    assert anna.positions.get().role_pl == "dyrektor"
    undo_import(batch=batch, now=NOW)
    anna.refresh_from_db()
    assert anna.email == ""


def test_a_person_known_elsewhere_by_the_address_gets_a_second_position():
    anna = PersonFactory(given_name="Anna", family_name="Kowalska", email="anna@alfa.pl")
    held = anna.positions.count()
    batch = import_of(*LINES[:2])
    assert anna.positions.count() == held + 1
    before = {"people": Person.objects.count()}
    undo_import(batch=batch, now=NOW)
    assert (Person.objects.count(), anna.positions.count()) == (before["people"], held)


# ── taking back ──


def test_taking_back_restores_every_count_and_value():
    known = OrganisationFactory(
        name="Szpital Miejski", kind="hospital", city="Radom", size_class=""
    )
    before, text = counts(), Organisation.objects.get(pk=known.pk).search_text
    batch = import_of(*LINES, "Szpital Miejski;;Radom;48 555 01 42;;;;;", standing="")
    known.refresh_from_db()
    assert known.phone == "48 555 01 42"
    assert counts() != before
    report = undo_import(batch=batch, now=NOW)
    known.refresh_from_db()
    assert counts() == before
    assert (known.phone, known.search_text) == ("", text)
    assert (report.removed, report.restored, report.kept) == (1, 1, ())
    batch.refresh_from_db()
    assert (batch.state, batch.undone_at) == ("undone", NOW)


def test_taking_back_twice_is_refused():
    batch = import_of(*LINES)
    undo_import(batch=batch, now=NOW)
    with pytest.raises(UndoRefusedError, match="taken back on 24 November 2026 already"):
        undo_import(batch=batch, now=NOW)


def edited(alfa):
    revise_organisation(organisation=alfa, phone="22 555 00 00")


def numbered(alfa):
    revise_organisation(organisation=alfa, identifiers={"regon": "010416193"})


def unnumbered(alfa):
    revise_organisation(organisation=alfa, identifiers={"nip": ""})


def in_other_fields(alfa):
    revise_organisation(organisation=alfa, fields=["pharma"])


def joined_by_somebody(alfa):
    PersonFactory(positions=[{"organisation": alfa}])


def stood_otherwise(alfa):
    membership = alfa.memberships.get()
    membership.until_on = date(2026, 1, 1)
    membership.save()


def talked_to(alfa):
    record_conversation(
        organisation=alfa, held_on=date(2026, 11, 24), channel="phone", note="Rozmowa.",
        recorded_by=UserFactory(role="coordinator"), today=date(2026, 11, 24),
    )  # fmt: skip


def merged(alfa):
    merge_organisations(keep=OrganisationFactory(name="Alfa Plus"), absorbed=alfa)


def completed_by_another(_alfa):
    import_of("Nazwa;NIP;WWW", f"Alfa;{NIP};alfa.pl")


def in_use(alfa):
    from tests.factories import NeedFactory

    NeedFactory(organisation=alfa)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (edited, "It was edited"),
        (numbered, "Its numbers"),
        (unnumbered, "Its numbers"),
        (in_other_fields, "Its fields of activity"),
        (joined_by_somebody, "The people who act for it"),
        (stood_otherwise, "Its standing"),
        (talked_to, "Conversations"),
        (merged, "merged with “Alfa Plus”"),
        (completed_by_another, "A later import"),
        (in_use, "It is used"),
    ],
)
def test_taking_back_is_refused_by_name_if_others_worked_on_it_since(change, says):
    batch = import_of(*LINES)
    change(Organisation.objects.get(name="Alfa sp. z o.o."))
    before = counts()
    with pytest.raises(UndoRefusedError) as refused:
        undo_import(batch=batch, now=NOW)
    assert {one.name for one in refused.value.obstacles} == {"Alfa sp. z o.o."}
    assert any(says in one.text for one in refused.value.obstacles)
    assert counts() == before
    assert ImportBatch.objects.get(pk=batch.pk).state == "applied"


def test_a_person_changed_since_stops_the_taking_back():
    batch = import_of(*LINES)
    record_person(person=Person.objects.get(family_name="Kowalska"), phone="601 000 000")
    with pytest.raises(UndoRefusedError) as refused:
        undo_import(batch=batch, now=NOW)
    assert [one.name for one in refused.value.obstacles] == ["Anna Kowalska"]


def test_a_value_changed_since_is_kept_and_told():
    alfa = OrganisationFactory(name="Alfa", city="Płock", identifiers={"nip": NIP})
    batch = import_of("Nazwa;NIP;Telefon;WWW", f"Alfa;{NIP};22 555 01 42;alfa.pl", standing="")
    revise_organisation(organisation=Organisation.objects.get(pk=alfa.pk), phone="22 555 00 00")
    report = undo_import(batch=batch, now=NOW)
    alfa.refresh_from_db()
    assert (alfa.phone, alfa.website) == ("22 555 00 00", "")
    assert [(one.name, one.what) for one in report.kept] == [("Alfa", "phone")]


def test_a_refresh_of_search_texts_is_no_work_of_others():
    batch = import_of(*LINES)
    for organisation in Organisation.objects.all():
        organisation.search_text = ""
        organisation.save()
        refresh_search(organisation)
    assert undo_import(batch=batch, now=NOW).removed == 2


# ── sizes ──


def many(count):
    return [
        "Nazwa;Miejscowość;Telefon;E-mail;Typ;Data przystąpienia",
        *(
            f"Zakład {n:05d};Miasto {n % 40};22 {n:07d};biuro{n}@example.org;firma;1.07.2016"
            for n in range(count)
        ),
    ]


def test_the_plan_of_many_rows_asks_the_database_as_little_as_that_of_few():
    import_of(*many(30))
    asked = []
    for count in (3, 30):
        sheet = sheet_of(*many(count))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            plan_import(sheet, choices_for(sheet))
        asked.append(len(queries))
    # names, numbers, addresses of people; then facts, numbers, fields, standings, people
    assert asked == [8, 8]


def test_two_thousand_rows_are_read_in_and_taken_back():
    before = counts()
    started = time.process_time()
    batch = import_of(*many(2000))
    assert Organisation.objects.count() == 2000
    assert time.process_time() - started < 60
    assert undo_import(batch=batch, now=NOW).removed == 2000
    assert counts() == before
    assert ImportRow.objects.filter(batch=batch).count() == 2000


def test_fifty_thousand_rows_are_planned_in_well_under_a_minute():
    sheet = sheet_of(*many(50_000))
    started = time.process_time()
    plan = plan_import(sheet, ImportChoices(mapping_of(guess_columns(sheet)), date(2026, 11, 24)))
    assert time.process_time() - started < 40
    assert plan.count("create") == 50_000
