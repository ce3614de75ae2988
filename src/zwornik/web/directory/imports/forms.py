"""Forms of the import: the file, and what its columns hold."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zwornik.directory.choices import MembershipKind, OrganisationKind
from zwornik.directory.imports import TARGETS, Guess, mapping_problems
from zwornik.directory.imports.targets import GROUPS
from zwornik.web.shell.forms import DressedForm


class FileForm(DressedForm):
    """The list to be read."""

    file = forms.FileField(
        label=gettext_lazy("The list"),
        help_text=gettext_lazy("An Excel workbook (.xlsx) or a text file with separators (.csv)."),
    )

    def clean_file(self) -> Any:
        """Refuse a file that is larger than the installation takes."""
        file = self.cleaned_data["file"]
        limit = settings.UPLOAD_LIMIT_MB
        if file.size > limit * 1024 * 1024:
            raise ValidationError(
                _("The file has %(size).1f MB; at most %(limit)d MB are taken. Split the list.")
                % {"size": file.size / 1024 / 1024, "limit": limit}
            )
        return file


def _target_choices() -> list[Any]:
    grouped: dict[str, list[tuple[str, Any]]] = {}
    for one in TARGETS:
        grouped.setdefault(one.group, []).append((one.key, one.label))
    groups = [(GROUPS[key], pairs) for key, pairs in grouped.items()]
    return [("", gettext_lazy("leave out")), *groups]


class ColumnsForm(DressedForm):
    """What each column holds, and what rows without a word mean."""

    standing = forms.ChoiceField(
        label=gettext_lazy("Rows that do not say it are"),
        choices=[*MembershipKind.choices, ("", gettext_lazy("outside the cluster"))],
        required=False,
        initial=MembershipKind.MEMBER,
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind of organisations of which neither the row nor the name tells it"),
        choices=[("", gettext_lazy("ask me, row by row")), *OrganisationKind.choices],
        required=False,
    )

    def __init__(self, guesses: tuple[Guess, ...], *args: Any, **kwargs: Any) -> None:
        self.guesses = guesses
        super().__init__(*args, **kwargs)
        for guess in guesses:
            self.fields[f"column-{guess.letter}"] = forms.ChoiceField(
                label=guess.name,
                choices=_target_choices(),
                required=False,
                initial=guess.target,
                widget=forms.Select(attrs={"class": "form-select"}),
            )

    def columns(self) -> list[tuple[Guess, Any]]:
        """Return each column with its field, in the order of the file."""
        return [(guess, self[f"column-{guess.letter}"]) for guess in self.guesses]

    def chosen(self) -> dict[str, str]:
        """Return the target of each column that is read, by its letter."""
        pairs = ((g.letter, self.cleaned_data.get(f"column-{g.letter}", "")) for g in self.guesses)
        return {letter: target for letter, target in pairs if target}

    def clean(self) -> dict[str, Any]:
        """Refuse a choice of columns that cannot be read."""
        for problem in mapping_problems(self.chosen()):
            self.add_error(None, problem)
        return self.cleaned_data
