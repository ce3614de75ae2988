"""Controls that several forms of the directory share."""

from typing import Any

from django import forms

from zwornik.directory.identifiers import checked_identifier
from zwornik.directory.models import Organisation
from zwornik.directory.selectors import organisations_by_name


def day_field(**options: Any) -> forms.DateField:
    """Return a field for a day, typed or picked from the browser's calendar."""
    widget = forms.DateInput(attrs={"type": "date", "class": "zw-short"}, format="%Y-%m-%d")
    return forms.DateField(widget=widget, **options)


def short_text(**options: Any) -> forms.CharField:
    """Return a field for a short text, such as a number or a code."""
    return forms.CharField(widget=forms.TextInput(attrs={"class": "zw-short"}), **options)


def number_text(scheme: str, **options: Any) -> forms.CharField:
    """Return a field for the number of a register or a code, checked as soon as it is sent."""

    def check(text: str) -> None:
        checked_identifier(scheme, text)

    return short_text(required=False, validators=[check], **options)


def long_text(rows: int, **options: Any) -> forms.CharField:
    """Return a field for several lines."""
    return forms.CharField(widget=forms.Textarea(attrs={"rows": rows}), **options)


def organisation_field(**options: Any) -> "forms.ModelChoiceField[Organisation]":
    """Return a field for one organisation of the directory, from A to Z."""
    return forms.ModelChoiceField(queryset=organisations_by_name(), **options)
