"""Reading a member list, keeping the directory, and the public offer, as people walk through them."""

import re
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture(params=["pl", "en"])
def language(request) -> str:
    return request.param


def workbook(rows) -> bytes:
    book, content = Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(content)
    return content.getvalue()


def test_a_member_list_is_read_in_and_taken_back(visit, language):
    coordinator = visit(language)
    page = coordinator.sign_in("coordinator")
    rows = [
        ["Nazwa podmiotu", "NIP", "Miejscowość", "E-mail", "Data przystąpienia"],
        [
            f"Bursztyn Diagnostyka {language} sp. z o.o.",
            "",
            "Płock",
            "b@bursztyn.example",
            "1.07.2016",
        ],
        [f"Zły Numer {language} S.A.", "123-456-78-90", "Radom", "", ""],
    ]
    page.goto(f"{coordinator.product.address}/{language}/directory/imports/start/")
    coordinator.check()
    file = {
        "name": "członkowie.xlsx",
        "mimeType": "application/octet-stream",
        "buffer": workbook(rows),
    }
    page.set_input_files("input[type=file]", file)
    page.click("main form button[type=submit]")
    page.wait_for_url("**/columns/")
    expect(page.locator("select[name='column-B']")).to_have_value("nip")
    coordinator.check()
    page.click("main form button[type=submit].btn-primary")
    page.wait_for_url("**/review/")
    expect(page.locator("main")).to_contain_text("B3")
    coordinator.check()
    page.check("input[type=checkbox][name=skip]")
    page.click("button[name=step][value=import]")
    page.wait_for_url(re.compile(r"/imports/\d+/$"))
    expect(page.locator("main")).to_contain_text(f"Bursztyn Diagnostyka {language}")
    coordinator.check()
    detail = page.url
    page.goto(f"{detail}undo/")
    if page.locator("h1").count():
        coordinator.check()
    page.locator("main form button[type=submit]").last.click()
    page.goto(
        f"{coordinator.product.address}/{language}/directory/organisations/?q=Bursztyn+{language}"
    )
    expect(page.locator("main")).not_to_contain_text(f"Bursztyn Diagnostyka {language}")


def test_the_directory_is_filtered_and_taken_away(visit, language):
    coordinator = visit(language)
    page = coordinator.sign_in("coordinator")
    page.goto(f"{coordinator.product.address}/{language}/directory/organisations/")
    page.locator("form.zw-facets input[value=hospital]").check()
    page.wait_for_url("**kind=hospital**")
    shown = page.locator(".zw-list tbody tr").count()
    expect(page.locator("[role=status]").first).to_contain_text(str(shown))
    expect(page.locator(".zw-chip")).to_have_count(1)
    with page.expect_download() as waiting:
        page.locator("a[href*='export']").first.click()
    sheet = load_workbook(BytesIO(waiting.value.path().read_bytes())).active
    assert sheet.max_row == shown + 1
    page.locator(".zw-list tbody a.name").first.click()
    expect(page.locator("h1")).to_be_visible()
    coordinator.check()


def test_words_are_found_in_any_inflection(visit):
    coordinator = visit("pl")
    page = coordinator.sign_in("coordinator")
    page.goto(f"{coordinator.product.address}/pl/catalogue/?q=przeciwciałami")
    expect(page.locator(".zw-list tbody tr").first).to_be_visible()


def test_the_offer_is_read_without_signing_in(visit, language):
    visitor = visit(language, "phone")
    page = visitor.go("offer/")
    page.fill("main input[name=q]", "procalcitonin")
    page.press("main input[name=q]", "Enter")
    page.wait_for_url("**q=procalcitonin**")
    page.locator(".zw-offer h3 a").first.click()
    expect(page.locator("h1")).to_contain_text(re.compile("procalcitonin|prokalcytonin"))
    visitor.check()
    other = "en" if language == "pl" else "pl"
    page.goto(page.url.replace(f"/{language}/", f"/{other}/"))
    expect(page.locator("html")).to_have_attribute("lang", other)


@pytest.mark.parametrize("role", ["coordinator", "auditor", "editor", "viewer", "guest"])
def test_every_role_lands_on_a_desk_with_a_next_step(visit, role, language):
    person = visit(language)
    page = person.sign_in(role)
    expect(page.locator(".zw-actions .btn-primary")).to_have_count(1)
    person.check()
