"""From a questionnaire to an explained match: a coordinator, a member and the coordinator again."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

ANSWERS = {
    "pl": {
        "title": "Szybki test na zakażenie odcewnikowe",
        "statement": "Pielęgniarki czekają na posiew trzy dni, a zakażenie krwi trzeba wykryć od razu. "
        "Szukamy testu, który z kropli krwi rozpozna bakterie i ich oporność.",
        "must": "Wynik w ciągu 2 godzin\nPróbka do 1 ml krwi",
    },
    "en": {
        "title": "Rapid test for catheter-related bloodstream infection",
        "statement": "Nurses wait three days for a culture while sepsis has to be found at once. "
        "We look for a test that tells bacteria and their resistance from a drop of blood.",
        "must": "Result within 2 hours\nSample of up to 1 ml of blood",
    },
}


def test_a_need_goes_from_questionnaire_to_match(visit, language):
    answers, name = ANSWERS[language], f"respondent.{language}@szpital-ostroleka.example"
    coordinator = visit(language)
    desk = coordinator.sign_in("coordinator")

    # the coordinator sends a need questionnaire and sees the e-mail first
    desk.goto(f"{coordinator.product.address}/{language}/audits/plan/")
    desk.check("input[name=kind][value=need]")
    desk.select_option("select[name=organisation]", label=HOSPITAL)
    desk.wait_for_load_state("networkidle")
    if desk.locator("input[name=contact][value=other]").count():
        other = desk.locator("input[name=contact][value=other]")
        if other.get_attribute("type") == "radio":
            other.check()
    desk.fill("input[name=respondent_name]", "Oksana Melnyk")
    desk.fill("input[name=respondent_email]", name)
    desk.check(f"input[name=language][value={language}]")
    desk.click("button[name=step][value=letter]")
    coordinator.check()
    desk.click("button[name=step][value=send]")
    desk.wait_for_url(re.compile(r"/audits/\d+/$"))
    number = int(re.search(r"/audits/(\d+)/", desk.url)[1])

    # the member signs in with the code that was sent, answers, leaves, and comes back
    member = visit(language, "phone")
    invitation = member.product.last_mail(name)
    assert f"/{language}/audits/{number}/answer/" in invitation
    page = member.page
    page.goto(f"{member.product.address}/{language}/audits/{number}/answer/")
    page.goto(f"{member.product.address}/{language}/account/login/code/")
    page.fill("input[name=email]", name)
    page.click("main button[type=submit]")
    page.wait_for_url("**/code/confirm/**")
    page.fill("input[name=code]", sign_in_code(member, name))
    page.click("main button[type=submit]")
    page.wait_for_url("**/desk/")
    page.goto(f"{member.product.address}/{language}/audits/{number}/answer/need/")
    member.check()
    page.fill("#q-title", answers["title"])
    page.locator("#q-statement").click()
    expect(page.locator("[role=status]").first).to_be_visible()
    page.check("input[name=field][value=diagnostics]")
    page.fill("#q-statement", answers["statement"])
    page.locator("#q-title").click()
    page.wait_for_timeout(1200)
    page.reload()
    expect(page.locator("#q-statement")).to_have_value(answers["statement"])
    page.click(".zw-next-bar button[type=submit]")
    page.fill("#q-must", answers["must"])
    page.click(".zw-next-bar button[type=submit]")
    page.check("input[name=urgency][value=high]")
    page.check("input[name=cooperation][value=supply]")
    page.check("input[name=disclosure][value=members]")
    page.check("input[name=anonymity][value=named]")
    page.click(".zw-next-bar button[type=submit]")
    page.goto(f"{member.product.address}/{language}/audits/{number}/submit/")
    member.check()
    page.click(".zw-next-bar button[type=submit]")
    page.wait_for_url("**/thanks/")
    member.check()

    # the coordinator closes it; the answers stand in the catalogue, untyped again
    desk.goto(f"{coordinator.product.address}/{language}/audits/{number}/close/")
    desk.check("input[name=publishing] >> nth=0")
    desk.click("form.zw-form button[type=submit]")
    desk.goto(f"{coordinator.product.address}/{language}/catalogue/?kind=need&q={answers['title']}")
    desk.locator("main a", has_text=answers["title"]).first.click()
    expect(desk.locator("h1")).to_contain_text(answers["title"])
    coordinator.check()
    for line in answers["must"].splitlines():
        expect(desk.locator("main")).to_contain_text(line)

    # and the need finds the offer that answers it, with reasons
    need = re.search(r"/needs/(\d+)/", desk.url)[1]
    desk.goto(f"{coordinator.product.address}/{language}/matching/needs/{need}/")
    expect(desk.locator(".zw-hit").first).to_be_visible()
    expect(desk.locator(".zw-why tbody tr").first).to_be_visible()
    coordinator.check()


HOSPITAL = "Szpital Powiatowy w Ostrołęce"


@pytest.fixture(params=["pl", "en"])
def language(request) -> str:
    return request.param


def sign_in_code(visitor, address: str) -> str:
    """The code of the newest e-mail to an address that holds one."""
    for _try in range(40):
        text = visitor.product.last_mail(address)
        found = re.search(r"^\s*([A-Z0-9]{3,}-?[A-Z0-9]{3,})\s*$", text, re.MULTILINE)
        if found:
            return found[1]
        visitor.page.wait_for_timeout(250)
    raise AssertionError(f"no code was sent to {address}")


def test_the_flagship_need_finds_the_english_offer_and_is_decided(visit, language):
    coordinator = visit(language)
    page = coordinator.sign_in("coordinator")
    page.goto(f"{coordinator.product.address}/{language}/catalogue/?kind=need&q=prokalcytoniny")
    page.locator("main a", has_text=re.compile("prokalcytoniny|procalcitonin")).first.click()
    number = re.search(r"/needs/(\d+)/", page.url)[1]
    page.goto(f"{coordinator.product.address}/{language}/matching/needs/{number}/")
    first = page.locator(".zw-hit").first
    expect(first).to_contain_text("Recombinant anti-procalcitonin antibody pair")
    first.click()
    expect(page.locator(".zw-sheet h2")).to_contain_text("Recombinant anti-procalcitonin")
    expect(page.locator(".zw-why")).to_contain_text("przeciwciał")
    shares = [as_number(cell) for cell in page.locator(".zw-why tbody td.num").all_inner_texts()]
    total = as_number(page.locator(".zw-why tfoot td.num").inner_text())
    assert sum(shares) == pytest.approx(total, abs=0.001 * (len(shares) + 1))
    coordinator.check()

    # to the shortlist, and back again
    page.locator("form[action*='shortlist'] button").click()
    page.goto(f"{coordinator.product.address}/{language}/matching/needs/{number}/")
    page.locator(".zw-hit").first.click()
    expect(page.locator(".zw-act .tone-ok")).to_be_visible()
    page.locator("form[action*='reopen'] button").click()
    expect(page.locator("form[action*='shortlist']")).to_be_visible()

    # no, because … : the dialog asks for a reason
    page.locator(".zw-hit").nth(2).click()
    page.locator(".zw-act a[data-bs-target='#decline']").click()
    page.locator("#decline input[value=not_our_field]").check()
    page.locator("#decline button[type=submit]").click()
    page.goto(f"{coordinator.product.address}/{language}/matching/needs/{number}/")
    page.locator(".zw-hit").nth(2).click()
    expect(page.locator(".zw-act .tone-late")).to_be_visible()
    page.locator("form[action*='reopen'] button").click()


def as_number(text: str) -> float:
    return float(text.strip().replace("\u00a0", "").replace(",", "."))
