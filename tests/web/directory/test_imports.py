"""The steps of an import on screen: file, columns, trial run, result, undo."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from zwornik.directory.models import ImportBatch, Organisation

pytestmark = pytest.mark.django_db
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
    data = {"column-A": "name", "column-B": "nip", "column-C": "city", "standing": "member", "kind": ""}
    return client.post(reverse("directory:import-mapping", args=[token]), data)


@pytest.mark.parametrize("role", ["auditor", "editor", "viewer", "guest_expert"])
def test_only_the_coordinator_imports(client_of, role):
    assert client_of(role).get(reverse("directory:import-start")).status_code == 403
    assert client_of(role).get(reverse("directory:import-list")).status_code == 403


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


def test_good_rows_are_read_in_and_taken_back(client_of):
    client = client_of("coordinator")
    before = Organisation.objects.count()
    token = start(client)
    choose(client, token)
    data = {"step": "import", "skip": "1"}
    answer = client.post(reverse("directory:import-review", args=[token]), data, follow=True)
    assert "Żuraw &amp; Syn sp. z o.o." in answer.content.decode()
    assert Organisation.objects.count() == before + 2
    batch = ImportBatch.objects.get()
    client.post(reverse("directory:import-undo", args=[batch.pk]))
    assert Organisation.objects.count() == before
    again = client.post(reverse("directory:import-undo", args=[batch.pk]), follow=True)
    assert "tone-late" in again.content.decode()


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


def test_the_sample_list_is_recognised_by_itself(client_of):
    client = client_of("coordinator")
    content = client.get(reverse("directory:import-sample")).content
    headings = next(iter(load_workbook(BytesIO(content)).active.values))
    filled = [list(headings), [f"Wartość {n}" for n, _heading in enumerate(headings)]]
    token = start(client, filled)
    text = client.get(reverse("directory:import-mapping", args=[token])).content.decode()
    assert '<option value="name" selected>' in text
