"""The decision that two entries are one organisation."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _

from zwornik.directory.models import Organisation
from zwornik.web.shell.forms import DressedForm


class MergeForm(DressedForm):
    """Which of two entries stays, as the page showed it, confirmed by a typed word."""

    keep = forms.TypedChoiceField(coerce=int, widget=forms.HiddenInput)
    word = forms.CharField(label="")

    def __init__(self, *args: Any, pair: tuple[Organisation, Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keep = cast("forms.TypedChoiceField", self.fields["keep"])
        keep.choices = [(one.pk, one.name) for one in pair]
        self.fields["word"].label = _("To confirm, please type: %(word)s") % {"word": self.wanted}
        self.fields["word"].widget.attrs |= {
            "autocomplete": "off",
            "class": "form-control zw-short",
        }

    @property
    def wanted(self) -> str:
        """The word that has to be typed."""
        return _("merge")

    def clean_word(self) -> str:
        """Refuse any other word."""
        word: str = self.cleaned_data["word"]
        if word.strip().casefold() != self.wanted.casefold():
            message = _("Please type the word %(word)s; merging cannot be undone.")
            raise forms.ValidationError(message % {"word": self.wanted})
        return word
