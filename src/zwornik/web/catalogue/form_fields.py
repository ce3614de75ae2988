"""The fields of the form of a record, made from the columns of its kind."""

from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zwornik.catalogue.choices import Cooperation, Partnership
from zwornik.catalogue.selectors import KINDS
from zwornik.core.bilingual import reader_language
from zwornik.directory.models import Organisation
from zwornik.directory.selectors import people_on
from zwornik.vocabularies.quality import QUALITY_SYSTEMS
from zwornik.vocabularies.readiness import load_trl
from zwornik.web.catalogue.aspects import field_choices
from zwornik.web.catalogue.hints import HELP
from zwornik.web.catalogue.sections import is_bilingual, names_of

LISTS: dict[str, Any] = {
    "partnership": Partnership.choices,
    "cooperation": Cooperation.choices,
    "quality": [(name, name) for name in QUALITY_SYSTEMS],
}
LEVELS = frozenset({"trl_claimed", "trl_verified", "trl_min", "trl_max"})
LINE_LABELS = {"must": gettext_lazy("An answer has to"), "wish": gettext_lazy("Good to have")}
ROWS = {"must": 6, "wish": 4, "summary": 4}


def fields_of(
    kind: str, organisation: Organisation, *, is_staff: bool, today: date
) -> dict[str, forms.Field]:
    """Return the fields that a person writes of a record of this kind and owner."""
    fields: dict[str, forms.Field] = {}
    for name in names_of(kind, is_staff=is_staff):
        if is_bilingual(kind, name):
            fields |= _pair(kind, name)
        elif name == "contact":
            fields[name] = _contact(organisation, today)
        else:
            fields[name] = _single(kind, name)
            fields[name].help_text = fields[name].help_text or HELP.get(name, "")
    return fields


def _pair(kind: str, name: str) -> dict[str, forms.Field]:
    languages = {"pl": _("in Polish"), "en": _("in English")}
    fields = {}
    for code, language in languages.items():
        field = _lines_field(name) if name in LINE_LABELS else _column(kind, f"{name}_{code}")
        field.label = f"{capfirst(str(field.label))} ({language})"
        field.widget.attrs["lang"] = code
        _write_plainly(field, name, code)
        fields[f"{name}_{code}"] = field
    return fields


def _lines_field(name: str) -> forms.Field:
    return forms.CharField(
        label=LINE_LABELS[name], required=False, strip=False, widget=forms.Textarea
    )


def _write_plainly(field: forms.Field, name: str, code: str) -> None:
    """Let nothing that was typed be cut off by the browser; a line below counts the characters."""
    attributes = field.widget.attrs
    if name in HELP:
        attributes["aria-describedby"] = f"id_{name}_help"
    limit = attributes.pop("maxlength", None)
    if isinstance(field.widget, forms.Textarea):
        attributes["rows"] = ROWS.get(name, 5)
    if limit:
        attributes |= {"data-limit": limit, "data-counts": f"id_{name}_{code}_counter"}


def _single(kind: str, name: str) -> forms.Field:
    if name in LISTS:
        field = KINDS[kind]._meta.get_field(name)
        return forms.MultipleChoiceField(
            label=capfirst(str(field.verbose_name)),
            choices=LISTS[name],
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )
    if name in LEVELS:
        return _level(kind, name)
    if name == "field":
        return forms.ChoiceField(label=_("Field"), choices=[("", "–"), *field_choices()])
    if name == "is_confirmed":
        return forms.BooleanField(label=_("The owner has confirmed these facts"), required=False)
    return _column(kind, name)


def _column(kind: str, name: str) -> forms.Field:
    """Return the field that Django makes of a column, its empty choice said shortly."""
    column = KINDS[kind]._meta.get_field(name)
    widget = {"widget": _day()} if name == "source_on" else {}
    field: forms.Field = column.formfield(**widget)
    if isinstance(field, forms.TypedChoiceField):
        field.choices = [("", "–"), *((v, capfirst(str(label))) for v, label in column.choices)]
    return field


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def _level(kind: str, name: str) -> forms.Field:
    scale = f"name_{reader_language()}"
    levels = [(str(lv.number), f"{lv.number} – {getattr(lv, scale)}") for lv in load_trl().levels]
    label = KINDS[kind]._meta.get_field(name).verbose_name
    return forms.TypedChoiceField(
        label=capfirst(str(label)),
        choices=[("", "–"), *levels],
        coerce=int,
        empty_value=None,
        required=False,
    )


def _contact(organisation: Organisation, today: date) -> forms.Field:
    people = people_on(today).filter(positions__organisation=organisation).distinct()
    return forms.ModelChoiceField(
        label=_("Contact person"),
        queryset=people.order_by("family_name", "given_name"),
        required=False,
        empty_label="–",
    )
