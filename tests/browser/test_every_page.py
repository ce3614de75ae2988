"""Every page, for every role that may see it: accessible, one h1, no sideways scroll, no mistake."""

import pytest

pytestmark = pytest.mark.browser

PAGES = {
    "visitor": [
        "offer/",
        "offer/?q=antibody",
        "offer/needs/",
        "offer/members/",
        "account/login/",
        "account/password/reset/",
        "about/accessibility/",
        "about/privacy/",
        "about/product/",
    ],
    "coordinator": [
        "desk/",
        "desk/journal/",
        "directory/organisations/",
        "directory/organisations/?view=map",
        "directory/organisations/?q=laboratorium",
        "directory/organisations/1/",
        "directory/organisations/add/",
        "directory/people/",
        "directory/people/1/",
        "directory/imports/",
        "directory/imports/start/",
        "directory/conversations/record/",
        "catalogue/",
        "catalogue/?kind=need",
        "catalogue/?kind=competence",
        "catalogue/?kind=equipment",
        "matching/needs/",
        "matching/needs/1/",
        "matching/needs/1/left-out/",
        "matching/words/",
        "matching/glossary/",
        "matching/glossary/add/",
        "audits/",
        "audits/plan/",
        "audits/1/",
        "search/?q=przeciwciało",
        "about/cluster/",
    ],
    "auditor": ["desk/", "audits/"],
    "editor": ["desk/", "audits/", "catalogue/"],
    "viewer": ["desk/", "catalogue/?kind=technology"],
    "guest": ["desk/", "catalogue/"],
}
LOOKS = [("pl", "desktop", False), ("en", "phone", False), ("pl", "phone", True)]


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: "-".join(map(str, look)))
@pytest.mark.parametrize("role", PAGES)
def test_pages(visit, role, look):
    language, width, dark = look
    visitor = visit(language, width, dark=dark)
    if role != "visitor":
        visitor.sign_in(role)
    for path in PAGES[role]:
        visitor.go(path)
        visitor.page.wait_for_load_state("load")
        visitor.check()
