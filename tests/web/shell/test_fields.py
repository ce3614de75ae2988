"""A field is one question: label above, help below it, errors beside it, all tied together."""

import re
import tomllib
from pathlib import Path

import pytest
from django import forms
from django.core.checks import run_checks
from django.template.loader import render_to_string
from django.utils import translation

from zwornik.web import checks
from zwornik.web.shell.forms import DressedForm

ROOT = Path(__file__).parents[3]
TEMPLATES = ROOT / "src" / "zwornik" / "web" / "templates"


class Questions(DressedForm):
    """One field of each look."""

    name = forms.CharField(label="Name", help_text="As in the register", max_length=5)
    note = forms.CharField(label="Note", required=False)
    kind = forms.ChoiceField(
        label="Kind", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect, help_text="One"
    )
    agreed = forms.BooleanField(label="Agreed")
    secret = forms.IntegerField(widget=forms.HiddenInput)

    def clean(self):
        self.add_error(None, "Nothing fits together")
        return self.cleaned_data


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def drawn(name, data=None):
    return Questions(data)[name].as_field_group()


def ids_in(html):
    return re.findall(r'\bid="([^"]+)"', html)


@pytest.mark.parametrize("data", [None, {}], ids=["fresh", "refused"])
@pytest.mark.parametrize("name", ["name", "note", "kind", "agreed"])
def test_what_describes_a_field_is_there_once(name, data):
    html = drawn(name, data)
    ids = ids_in(html)
    assert len(set(ids)) == len(ids)
    for described in re.findall(r'aria-describedby="([^"]*)"', html):
        assert described
        assert set(described.split()) <= set(ids)


def test_a_label_belongs_to_its_control():
    assert '<label class="form-label" for="id_name">Name</label>' in drawn("name")
    assert 'id="id_name_helptext">As in the register' in drawn("name")
    assert 'aria-describedby="id_name_helptext"' in drawn("name")


def test_what_may_stay_empty_says_so():
    assert "optional" in drawn("note")
    assert "optional" not in drawn("name")


def test_several_controls_are_a_fieldset_with_a_legend():
    html = drawn("kind")
    assert html.strip().startswith("<fieldset")
    assert '<legend class="form-label">Kind</legend>' in html
    assert 'aria-describedby="id_kind_helptext"' in html


def test_a_checkbox_stands_before_its_words():
    html = drawn("agreed")
    assert html.index("<input") < html.index("Agreed")
    assert html.count("<input") == 1


def test_errors_stand_beside_the_field():
    html = drawn("name", {"name": "too long"})
    assert "zw-field bad" in html
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert "at most 5 characters" in html


def test_errors_are_summed_up_with_links():
    html = render_to_string("parts/errors.html", {"form": Questions({"name": "too long"})})
    assert "Something needs to be corrected" in html
    assert '<a href="#id_name">Name: ' in html
    assert '<a href="#id_kind">Kind: ' in html
    assert "Nothing fits together" in html
    assert html.count("<li>") == 5, "the hidden field has its error there, too"


def test_a_form_without_errors_has_no_summary():
    assert render_to_string("parts/errors.html", {"form": Questions()}).strip() == ""


# ── assets ──
def test_every_icon_that_a_template_names_is_in_the_sprite():
    shipped = set(tomllib.loads((ROOT / "assets.toml").read_text("utf-8"))["icons"]["names"])
    named = {
        name
        for path in TEMPLATES.rglob("*.html")
        for name in re.findall(
            r"{% icon \"([^\"]+)\"|button_icon=\"([^\"]+)\"", path.read_text("utf-8")
        )
        for name in name
        if name
    }
    assert named - shipped == set()


def test_assets_that_were_not_built_are_told_with_what_to_do(monkeypatch, tmp_path):
    assert run_checks() == []
    monkeypatch.setattr(checks, "VENDOR", tmp_path)
    [error] = run_checks()
    assert error.msg == "front-end assets are missing"
    assert "./run setup" in error.hint
