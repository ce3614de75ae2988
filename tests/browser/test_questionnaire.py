"""A questionnaire from the invitation to the record, in a browser that loses its connection.

The audit is planned on screen, so that these tests touch no audit of the demonstration.
"""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def audit(visit):
    """The number of a competence audit sent to the editor of the demonstration."""
    coordinator = visit("en")
    coordinator.sign_in("coordinator")
    page = coordinator.go("audits/plan/?kind=competence")
    page.select_option("select[name=organisation]", label="Mikroflux sp. z o.o.")
    page.locator("label", has_text="edytor@mikroflux.example").click()
    page.fill("input[name=subject]", "Hot embossing")
    page.click("button[value=letter]")
    expect(page.get_by_role("heading", level=1)).to_have_text("The e-mail before sending")
    coordinator.check()
    page.click("button[value=send]")
    page.wait_for_url(re.compile(r"/audits/\d+/$"))
    coordinator.check()
    return int(page.url.rstrip("/").rsplit("/", 1)[1])


@pytest.fixture
def editor(visit):
    """The respondent, signed in."""
    visitor = visit("en")
    visitor.sign_in("editor")
    return visitor


def saved(page):
    return page.locator("#saved")


def title(page):
    return page.locator("#q-title")


def drafts(page):
    return page.evaluate(
        "Object.keys(localStorage).filter((k) => k.startsWith('zw-answer:')).length"
    )


def test_answers_are_saved_while_they_are_typed(editor, audit):
    page = editor.go(f"audits/{audit}/answer/")
    editor.check()
    title(page).fill("Hot embossing of thermoplastics")
    page.locator("label", has_text="In-vitro diagnostics").click()
    expect(saved(page)).to_have_text(re.compile(r"^Saved at \d\d:\d\d$"))
    assert drafts(page) == 0
    page.reload()
    expect(title(page)).to_have_value("Hot embossing of thermoplastics")
    expect(page.locator("input[name=field][value=diagnostics]")).to_be_checked()


def test_do_not_know_and_an_answer_exclude_each_other(editor, audit):
    page = editor.go(f"audits/{audit}/answer/team/")
    page.locator("input[name=people-gap]").check()
    expect(saved(page)).to_have_text(re.compile("^Saved at"))
    page.fill("#q-people", "6")
    expect(page.locator("input[name=people-gap]")).not_to_be_checked()
    page.locator("#q-people").blur()
    expect(page.locator("input[name=people-revision]")).to_have_value("2")


def test_what_cannot_be_stored_is_said_beside_the_question(editor, audit):
    page = editor.go(f"audits/{audit}/answer/team/")
    page.fill("#q-people", "about six")
    page.locator("#q-people").blur()
    expect(page.locator("#q-people-error")).to_contain_text("in figures")
    page.click("button:has-text('Save and go to')")
    expect(page.locator(".zw-errors")).to_be_focused()
    expect(page.locator("#q-people")).to_have_value("about six")
    page.reload()
    expect(page.locator("#q-people")).to_have_value("about six")
    page.fill("#q-people", "6")
    page.locator("#q-people").blur()
    expect(page.locator("#q-people-error")).to_be_hidden()


def test_without_a_connection_nothing_is_lost(editor, audit):
    page = editor.go(f"audits/{audit}/answer/team/")
    page.context.set_offline(True)
    title(page).fill("Typed on a train")
    title(page).blur()
    expect(saved(page)).to_contain_text("kept on this computer")
    page.click("button:has-text('Save and go to')")
    expect(saved(page)).to_contain_text("not saved yet")
    assert drafts(page) == 1
    page.context.set_offline(False)
    expect(saved(page)).to_have_text(re.compile("^Saved at"))
    assert drafts(page) == 0


def test_what_was_typed_before_the_window_closed_is_restored(editor, audit):
    page = editor.go(f"audits/{audit}/answer/team/")
    context = page.context
    context.set_offline(True)
    page.evaluate("navigator.sendBeacon = () => false")  # else the browser may send it in the end
    title(page).fill("Typed before the lights went out")
    page.close()
    context.set_offline(False)
    again = context.new_page()
    again.goto(f"{editor.product.address}/en/audits/{audit}/answer/team/")
    expect(title(again)).to_have_value("Typed before the lights went out")
    expect(saved(again)).to_contain_text("restored")
    assert drafts(again) == 0


def test_two_windows_do_not_overwrite_each_other(editor, audit):
    page = editor.go(f"audits/{audit}/answer/team/")
    other = page.context.new_page()
    other.goto(page.url)
    title(other).fill("Second window")
    title(other).blur()
    expect(saved(other)).to_have_text(re.compile("^Saved at"))
    title(page).fill("First window")
    title(page).blur()
    callout = page.locator(".zw-conflict")
    expect(callout).to_contain_text("Second window")
    expect(title(page)).to_have_value("First window")
    editor.mistakes.clear()  # the browser reports the answer 409 itself
    editor.check()
    callout.get_by_role("button", name="Keep mine").click()
    expect(saved(page)).to_have_text(re.compile("^Saved at"))
    title(other).fill("Second window again")
    title(other).blur()
    other.locator(".zw-conflict").get_by_role("button", name="Take the other one").click()
    expect(title(other)).to_have_value("First window")
    expect(other.locator(".zw-conflict")).to_have_count(0)


def answer_everything(page):
    title(page).fill("Hot embossing of thermoplastics")
    page.locator("label", has_text="In-vitro diagnostics").click()
    page.fill("#q-summary", "We have embossed chips since 2011.")
    page.click("button:has-text('Save and go to')")
    page.wait_for_url("**/methods/")
    page.fill("#q-methods", "Embossing in COC and PMMA, laser profilometry.")
    page.click("button:has-text('Save and go to')")
    page.wait_for_url("**/offer/")
    page.fill("#q-offer", "Series of 100 to 5,000 chips within three weeks.")
    page.locator("input[name=availability]").first.check()
    page.locator("input[name=disclosure][value=members]").check()
    page.click("button:has-text('Save and look over everything')")
    page.wait_for_url("**/submit/")


def test_from_the_first_answer_to_the_record(editor, audit, visit):
    page = editor.go(f"audits/{audit}/submit/")
    expect(page.get_by_role("link", name="Go to the first missing answer")).to_be_visible()
    editor.check()
    page = editor.go(f"audits/{audit}/answer/")
    answer_everything(page)
    editor.check()
    page.get_by_role("button", name="Hand in the answers").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you for the answers")
    editor.check()

    coordinator = visit("en")
    coordinator.sign_in("coordinator")
    page = coordinator.go(f"audits/{audit}/")
    coordinator.check()
    page.get_by_role("link", name="Close the audit").click()
    coordinator.check()
    page.locator("label", has_text="Publish it now").click()
    page.get_by_role("button", name="Close the audit and make the record").click()
    page.get_by_role("link", name="Open the record").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hot embossing of thermoplastics")


def test_answers_are_saved_without_scripts_too(editor, audit, browser):
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(editor.page.context.cookies())
    page = context.new_page()
    page.goto(f"{editor.product.address}/en/audits/{audit}/answer/team/")
    title(page).fill("Written without scripts")
    page.fill("#q-people", "many")
    page.click("button:has-text('Save and go to')")
    expect(page.locator(".zw-errors")).to_contain_text("Question 4")
    page.fill("#q-people", "9")
    page.click("button:has-text('Save and go to')")
    page.wait_for_url("**/methods/")
    context.close()
