"""Forms of the house: controls in their classes, and what a service refuses beside its field."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

Written = TypeVar("Written")


def dress(fields: Iterable[forms.Field]) -> None:
    """Give the controls of a form the classes of the house style."""
    for field in fields:
        name = _control_class(field.widget)
        if name:
            classes = field.widget.attrs.get("class", "")
            field.widget.attrs["class"] = f"{classes} {name}".strip()


def _control_class(widget: forms.Widget) -> str:
    if isinstance(widget, forms.CheckboxInput | forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "form-check-input"
    if isinstance(widget, forms.Select):
        return "form-select"
    return "" if widget.is_hidden else "form-control"


class DressedForm(forms.Form):
    """A form whose controls wear the classes of the house style."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dress(self.fields.values())


def add_errors(form: forms.BaseForm, error: ValidationError) -> None:
    """Show what a service refused: beside the field it is about where there is one, else on top."""
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for name, errors in error.error_dict.items():
        is_field = name != NON_FIELD_ERRORS and name in form.fields
        form.add_error(name if is_field else None, ValidationError(errors))


def attempt(
    form: forms.BaseForm,
    write: Callable[[], Written],
    refusals: tuple[type[Exception], ...] = (),
) -> Written | None:
    """Return what a service wrote, or None with what it refused shown on the form."""
    try:
        return write()
    except ValidationError as error:
        add_errors(form, error)
    except refusals as error:
        form.add_error(None, str(error))
    return None
