"""Forms of the house: classes of controls, and where refusals of services are shown."""

import pytest
from django import forms
from django.core.exceptions import ValidationError

from zwornik.web.shell.forms import DressedForm, add_errors, attempt


class Sample(DressedForm):
    name = forms.CharField()
    size = forms.ChoiceField(choices=[("s", "small")])
    agreed = forms.BooleanField(required=False)
    kinds = forms.MultipleChoiceField(
        choices=[("a", "A")], widget=forms.CheckboxSelectMultiple, required=False
    )
    secret = forms.CharField(widget=forms.HiddenInput, required=False)


@pytest.mark.parametrize(
    ("name", "css"),
    [
        ("name", "form-control"),
        ("size", "form-select"),
        ("agreed", "form-check-input"),
        ("kinds", "form-check-input"),
    ],
)
def test_controls_wear_the_classes_of_the_house(name, css):
    assert Sample().fields[name].widget.attrs["class"] == css


def test_hidden_control_wears_nothing():
    assert "class" not in Sample().fields["secret"].widget.attrs


def valid():
    form = Sample({"name": "x", "size": "s"})
    assert form.is_valid()
    return form


def test_refusal_stands_beside_its_field_else_on_top():
    form = valid()
    add_errors(
        form, ValidationError({"name": ["too short"], "city": ["unknown"], "__all__": ["no"]})
    )
    assert form.errors["name"] == ["too short"]
    assert sorted(form.non_field_errors()) == ["no", "unknown"]


def test_refusal_without_fields_stands_on_top():
    form = valid()
    add_errors(form, ValidationError("not today"))
    assert form.non_field_errors() == ["not today"]


def test_attempt_returns_what_was_written_or_shows_the_refusal():
    def refuse():
        raise ValidationError({"name": "taken"})

    def closed():
        raise KeyError("closed")

    form = valid()
    assert attempt(form, lambda: 7) == 7
    assert attempt(form, refuse) is None
    assert form.errors["name"] == ["taken"]
    assert attempt(form, closed, (KeyError,)) is None
    assert form.non_field_errors() == ["'closed'"]
    with pytest.raises(KeyError):
        attempt(form, closed)
