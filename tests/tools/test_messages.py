"""Texts are collected from code and templates, and translations survive the collecting."""

import polib
import pytest

from tools import messages

CODE = """
from django.utils.translation import gettext as _, ngettext, pgettext

title = _("Desk")
count = ngettext("%(n)d audit", "%(n)d audits", 2)
part = pgettext("page", "of")
name = "not a text for readers"
"""
TEMPLATE = """
{% load i18n %}<h1 title="a 'quoted' word">{% translate "Journal" %}</h1>
<p>{% blocktranslate trimmed with day=today %}
  Written on
  {{ day }}
{% endblocktranslate %}</p>
{% blocktranslate trimmed count n=list|length %}{{ n }} row{% plural %}{{ n }} rows{% endblocktranslate %}
"""


@pytest.fixture
def product(tmp_path, monkeypatch):
    """A product with one module, one template and one e-mail."""
    source = tmp_path / "src"
    (source / "locale").mkdir(parents=True)
    (source / "desk.py").write_text(CODE, "utf-8")
    (source / "desk.html").write_text(TEMPLATE, "utf-8")
    (source / "mail.txt").write_text('{% load i18n %}{% translate "Good morning" %}', "utf-8")
    (source / "plain.txt").write_text('just a text with "quotes" and _("marks")', "utf-8")
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    monkeypatch.setattr(messages, "SOURCE", source)
    monkeypatch.setattr(messages, "LOCALES", source / "locale")
    return source


def catalogue(product, language):
    path = product / "locale" / language / "LC_MESSAGES" / "django.po"
    return {(e.msgctxt, e.msgid): e for e in polib.pofile(str(path))}


def translate(product, **texts):
    """Write Polish translations into the file, as a translator would."""
    path = str(product / "locale" / "pl" / "LC_MESSAGES" / "django.po")
    po = polib.pofile(path)
    for entry in po:
        if entry.msgid in texts:
            entry.msgstr = texts[entry.msgid]
    po.save(path)


def test_every_text_is_found_with_its_place(product):
    assert messages.texts() == {
        (None, "Desk", None): ["src/desk.py:4"],
        (None, "%(n)d audit", "%(n)d audits"): ["src/desk.py:5"],
        ("page", "of", None): ["src/desk.py:6"],
        (None, "Journal", None): ["src/desk.html:2"],
        (None, "Written on %(day)s", None): ["src/desk.html:3"],
        (None, "%(n)s row", "%(n)s rows"): ["src/desk.html:7"],
        (None, "Good morning", None): ["src/mail.txt:1"],
    }


def test_polish_starts_empty_with_the_forms_it_needs(product):
    assert messages.update("pl") == (7, 7)
    entries = catalogue(product, "pl")
    assert entries[None, "Desk"].msgstr == ""
    assert entries[None, "%(n)d audit"].msgstr_plural == {0: "", 1: "", 2: "", 3: ""}
    assert entries[None, "%(n)d audit"].flags == ["python-format"]
    assert entries[None, "Desk"].flags == []


def test_english_is_complete_from_the_start(product):
    assert messages.update("en") == (7, 0)
    entries = catalogue(product, "en")
    assert entries["page", "of"].msgstr == "of"
    assert entries[None, "%(n)d audit"].msgstr_plural == {0: "%(n)d audit", 1: "%(n)d audits"}


def test_translations_are_kept_and_vanished_texts_dropped(product):
    messages.update("pl")
    translate(product, Desk="Biurko", Journal="Dziennik")
    (product / "desk.py").write_text('from x import _\ntitle = _("Desk")\n', "utf-8")
    messages.update("pl")
    entries = catalogue(product, "pl")
    assert entries[None, "Desk"].msgstr == "Biurko"
    assert entries[None, "Journal"].msgstr == "Dziennik"
    assert (None, "%(n)d audit") not in entries


def test_updating_again_changes_nothing(product):
    messages.update("pl")
    path = product / "locale" / "pl" / "LC_MESSAGES" / "django.po"
    translate(product, Desk="Biurko")
    messages.update("pl")
    before = path.read_bytes()
    messages.update("pl")
    assert path.read_bytes() == before


def test_the_command_says_how_much_is_left(product, capsys):
    assert messages.main() == 0
    assert capsys.readouterr().out.splitlines() == [
        "pl: 7 texts, 7 without a translation",
        "en: 7 texts, 0 without a translation",
    ]
