"""The steps of an import on screen: file, columns, trial run, result, undo."""

import os
import time
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone, translation
from openpyxl import Workbook, load_workbook

from tests.factories import OrganisationFactory
from zwornik.core.sheets import write_xlsx
from zwornik.directory.models import ImportBatch, Organisation
from zwornik.directory.selectors import organisations_on, table_of_organisations
from zwornik.directory.services.organisations import revise_organisation
from zwornik.web.directory.headings import organisation_headings
from zwornik.web.directory.imports import forms

pytestmark = pytest.mark.django_db
LIST_QUERIES, DETAIL_QUERIES = 7, 9
ROWS = [
    ["Nazwa podmiotu", "NIP", "Miejscowość"],
    ["Żuraw & Syn sp. z o.o.", "", "Płock"],
    ["Instytut „Łąka”", "", "Radom"],
    ["Zły NIP S.A.", "111-111-11-12", "Siedlce"],
]


def workbook(rows) -> bytes:
    book, content = Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(content)
    return content.getvalue()


def start(client, rows=ROWS, name="członkowie.xlsx") -> str:
    file = SimpleUploadedFile(name, workbook(rows))
    answer = client.post(reverse("directory:import-start"), {"file": file})
    assert answer.status_code == 302
    return answer["Location"].split("/")[-3]


def choose(client, token):
    data = {
        "column-A": "name",
        "column-B": "nip",
        "column-C": "city",
        "standing": "member",
        "kind": "",
    }
    return client.post(reverse("directory:import-mapping", args=[token]), data)


PAGES = {
    "import-list": [], "import-start": [], "import-sample": [], "import-mapping": ["x" * 32],
    "import-review": ["x" * 32], "import-bad-rows": ["x" * 32], "import-detail": [1],
    "import-left-out": [1], "import-undo": [1],
}  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("role", ["auditor", "editor", "viewer", "guest_expert", "visitor"])
def test_only_the_coordinator_imports(client_of, role, page):
    answer = client_of(role).get(reverse(f"directory:{page}", args=PAGES[page]))
    assert answer.status_code == (302 if role == "visitor" else 403)
    if role == "visitor":
        assert "login" in answer["Location"]


def test_another_sheet_is_chosen_by_the_coordinator_only(client_of):
    address = reverse("directory:import-sheet", args=["x" * 32])
    assert client_of("auditor").post(address).status_code == 403


def test_columns_are_guessed(client_of):
    client = client_of("coordinator")
    token = start(client)
    text = client.get(reverse("directory:import-mapping", args=[token])).content.decode()
    assert '<option value="nip" selected>' in text
    assert '<option value="city" selected>' in text


def test_a_choice_of_columns_without_the_name_is_refused(client_of):
    client = client_of("coordinator")
    token = start(client)
    answer = client.post(reverse("directory:import-mapping", args=[token]), {"column-B": "nip"})
    assert answer.status_code == 200
    assert "zw-errors" in answer.content.decode()


def test_a_trial_run_writes_nothing_and_names_the_cell(client_of):
    client = client_of("coordinator")
    token = start(client)
    choose(client, token)
    text = client.get(reverse("directory:import-review", args=[token])).content.decode()
    assert "B4" in text
    before = Organisation.objects.count()
    client.post(reverse("directory:import-review", args=[token]), {"step": "import"})
    assert Organisation.objects.count() == before


def test_bad_rows_are_given_back_with_what_is_wrong(client_of):
    client = client_of("coordinator")
    token = start(client)
    choose(client, token)
    answer = client.get(reverse("directory:import-bad-rows", args=[token]))
    rows = list(load_workbook(BytesIO(answer.content)).active.values)
    assert rows[1][0] == "Zły NIP S.A."
    assert "NIP" in rows[1][-1]


def read_in(client, rows, **data):
    """Read a list in through all steps, and return the page that follows."""
    token = start(client, rows)
    choose(client, token)
    address = reverse("directory:import-review", args=[token])
    return client.post(address, {"step": "import"} | data, follow=True)


def test_good_rows_are_read_in_and_bad_ones_stay_at_hand(client_of):
    client = client_of("coordinator")
    text = read_in(client, ROWS, skip="1").content.decode()
    assert "Żuraw &amp; Syn sp. z o.o." in text
    assert Organisation.objects.count() == 2
    batch = ImportBatch.objects.get()
    assert batch.imported_by == client.user
    answer = client.get(reverse("directory:import-left-out", args=[batch.pk]))
    rows = list(load_workbook(BytesIO(answer.content)).active.values)
    assert rows[0][:3] == tuple(ROWS[0])
    assert rows[1][0] == "Zły NIP S.A."
    assert "NIP" in rows[1][3]


def test_an_import_is_taken_back_after_a_look_at_what_goes(client_of):
    client = client_of("coordinator")
    read_in(client, ROWS[:3])
    address = reverse("directory:import-undo", args=[ImportBatch.objects.get().pk])
    assert client.get(address).status_code == 200
    assert Organisation.objects.count() == 2
    client.post(address)
    assert Organisation.objects.count() == 0
    again = client.post(address)
    assert "tone-late" in again.content.decode()
    assert "btn-danger" not in again.content.decode()


def test_an_import_on_which_others_worked_stays_and_they_are_named(client_of):
    client = client_of("coordinator")
    read_in(client, ROWS[:3])
    revise_organisation(organisation=Organisation.objects.get(city="Radom"), phone="48 555 01 42")
    address = reverse("directory:import-undo", args=[ImportBatch.objects.get().pk])
    text = client.get(address).content.decode()
    assert "Instytut „Łąka”" in text
    assert "btn-danger" not in text
    assert "Instytut „Łąka”" in client.post(address).content.decode()
    assert Organisation.objects.count() == 2


ALIKE = [
    ROWS[0],
    ["Mikroflux Aparatura S.A.", "", "Płock"],
    ["Mikrofluks Aparatura S.A.", "", "Płock"],
    ["Mikrofluxx Aparatura S.A.", "", "Płock"],
]


def test_look_alikes_have_to_be_decided(client_of):
    client = client_of("coordinator")
    token = start(client, ALIKE)
    choose(client, token)
    address = reverse("directory:import-review", args=[token])
    client.post(address, {"step": "import", "decision-3": "row:2"})
    assert Organisation.objects.count() == 0
    kept = " ".join(client.get(address).content.decode().split())
    assert 'name="decision-3" value="row:2" checked' in kept
    client.post(address, {"step": "import", "decision-3": "row:2", "decision-4": "separate"})
    assert Organisation.objects.count() == 2


def test_all_other_look_alikes_can_be_kept_apart_at_once(client_of):
    read_in(client_of("coordinator"), ALIKE, apart="1")
    assert Organisation.objects.count() == 3


def test_a_completed_organisation_says_what_it_was_given(client_of):
    known = OrganisationFactory(
        name="Instytut „Łąka”", kind="institute", size_class="", city="Radom"
    )
    client = client_of("coordinator")
    rows = [ROWS[0], ["Instytut „Łąka”", "1111111111", "Radom"]]
    text = read_in(client, rows).content.decode()
    assert reverse("directory:organisation-detail", args=[known.pk]) in text
    assert known.identifiers.get().value == "1111111111"


def test_another_sheet_of_the_workbook_can_be_read(client_of):
    book, content = Workbook(), BytesIO()
    for row in [["Składka", "Kwota"], ["roczna", "100"]]:
        book.active.append(row)
    other = book.create_sheet("Członkowie 2026")
    for row in ROWS:
        other.append(row)
    book.save(content)
    client = client_of("coordinator")
    file = SimpleUploadedFile("a.xlsx", content.getvalue())
    token = client.post(reverse("directory:import-start"), {"file": file})["Location"].split("/")[
        -3
    ]
    sheet = reverse("directory:import-sheet", args=[token])
    text = client.post(sheet, {"sheet": "Członkowie 2026"}, follow=True).content.decode()
    assert "Nazwa podmiotu" in text
    text = client.post(sheet, {"sheet": "Nowhere"}, follow=True).content.decode()
    assert "tone-late" in text


def test_what_was_chosen_is_there_when_one_comes_back(client_of):
    client = client_of("coordinator")
    token = start(client)
    address = reverse("directory:import-mapping", args=[token])
    client.post(address, {"column-A": "name", "column-C": "county", "standing": "", "kind": "firm"})
    text = client.get(address).content.decode()
    assert '<option value="county" selected>' in text
    assert '<option value="firm" selected>' in text
    assert '<option value="nip" selected>' not in text


@pytest.mark.parametrize("name", ["import-review", "import-bad-rows"])
def test_a_step_cannot_be_taken_before_the_one_before(client_of, name):
    client = client_of("coordinator")
    token = start(client)
    answer = client.get(reverse(f"directory:{name}", args=[token]))
    assert answer["Location"] == reverse("directory:import-mapping", args=[token])


def test_a_list_that_is_too_long_for_a_page_is_refused(client_of, monkeypatch):
    monkeypatch.setattr(forms, "MOST_ROWS", 2)
    file = SimpleUploadedFile("a.xlsx", workbook(ROWS))
    answer = client_of("coordinator").post(reverse("directory:import-start"), {"file": file})
    assert "zwornik import" in answer.content.decode()


def test_a_kept_file_is_gone_after_a_day(client_of):
    client = client_of("coordinator")
    token = start(client)
    folder = Path(settings.DATA) / "imports" / token
    yesterday = time.time() - 24 * 3600 - 1
    os.utime(folder / "facts.json", (yesterday, yesterday))
    assert client.get(reverse("directory:import-mapping", args=[token])).status_code == 404
    start(client)
    assert not folder.exists()


@pytest.mark.parametrize("language", ["pl", "en"])
def test_a_list_that_was_taken_away_can_be_read_again(client_of, language):
    OrganisationFactory(
        name="Alfa S.A.", kind="firm", size_class="small", city="Płock", standing="member",
        fields=["pharma", "devices"], identifiers={"nip": "1111111111"}, phone="24 555 01 42",
    )  # fmt: skip
    with translation.override(language):
        headings = organisation_headings()
        headings["title"] = headings["sheet"]
        table = table_of_organisations(organisations_on(timezone.localdate()), headings)
    client = client_of("coordinator")
    file = SimpleUploadedFile("a.xlsx", write_xlsx(table))
    token = client.post(reverse("directory:import-start"), {"file": file})["Location"].split("/")[
        -3
    ]
    address = reverse("directory:import-mapping", args=[token])
    form = client.get(address).context["form"]
    initial = {name: field.initial or "" for name, field in form.fields.items()}
    left_out = [guess.name for guess in form.guesses if not initial[f"column-{guess.letter}"]]
    named = ("source", "source_on", "confirmed_on", "last_talk_on")
    assert left_out == [headings[name] for name in named if headings[name] in left_out]
    plan = client.post(address, initial, follow=True).context["plan"]
    assert [(row.outcome, list(row.problems)) for row in plan.rows] == [("nothing", [])]


def test_the_list_of_imports_asks_as_little_for_three_as_for_one(
    client_of, django_assert_num_queries
):
    client = client_of("coordinator")
    for number in (1, 2, 3):
        read_in(client, [ROWS[0], [f"Firma {number} S.A.", "", "Płock"]])
        if number != 2:
            with django_assert_num_queries(LIST_QUERIES):
                client.get(reverse("directory:import-list"))


def test_the_page_of_an_import_asks_as_little_for_three_rows_as_for_one(
    client_of, django_assert_num_queries
):
    client = client_of("coordinator")
    for count in (1, 3):
        rows = [[f"Firma {count}{n} S.A.", "", "Płock"] for n in range(count)]
        read_in(client, [ROWS[0], *rows], apart="1")
        batch = ImportBatch.objects.latest("pk")
        with django_assert_num_queries(DETAIL_QUERIES):
            client.get(reverse("directory:import-detail", args=[batch.pk]))


def test_the_file_is_gone_once_it_was_read_in(client_of):
    client = client_of("coordinator")
    token = start(client, ROWS[:3])
    choose(client, token)
    client.post(reverse("directory:import-review", args=[token]), {"step": "import"})
    assert client.get(reverse("directory:import-review", args=[token])).status_code == 404


def test_a_file_is_hidden_from_everybody_else(client_of):
    token = start(client_of("coordinator"))
    other = client_of("coordinator")
    assert other.get(reverse("directory:import-mapping", args=[token])).status_code == 404
    strange = reverse("directory:import-mapping", args=["x" * 32])
    assert other.get(strange).status_code == 404


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("lista.xlsx", b"%PDF-1.7"),
        ("lista.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("lista.csv", b""),
    ],
)
def test_a_file_that_is_no_list_is_refused_beside_the_field(client_of, name, content):
    client = client_of("coordinator")
    answer = client.post(
        reverse("directory:import-start"), {"file": SimpleUploadedFile(name, content or b" ")}
    )
    assert answer.status_code == 200
    assert "id_file_error" in answer.content.decode()


def test_a_file_over_the_limit_is_refused(client_of, settings):
    settings.UPLOAD_LIMIT_MB = 0
    client = client_of("coordinator")
    answer = client.post(
        reverse("directory:import-start"), {"file": SimpleUploadedFile("a.csv", b"Nazwa\nAlfa\n")}
    )
    assert "id_file_error" in answer.content.decode()


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_sample_list_is_recognised_and_without_a_problem(client_of, language):
    client = client_of("coordinator")
    with translation.override(language):
        content = client.get(reverse("directory:import-sample")).content
        file = SimpleUploadedFile("sample.xlsx", content)
        answer = client.post(reverse("directory:import-start"), {"file": file})
        token = answer["Location"].split("/")[-3]
        address = reverse("directory:import-mapping", args=[token])
        page = client.get(address)
        assert page.context["left_out"] == []
        form = page.context["form"]
        initial = {name: field.initial or "" for name, field in form.fields.items()}
        plan = client.post(address, initial, follow=True).context["plan"]
    assert [row.outcome for row in plan.rows] == ["create"] * 3
