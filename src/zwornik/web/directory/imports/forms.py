"""Forms of the import: the file, and what its columns hold."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zwornik.core.sheets import SheetError, read_sheet
from zwornik.directory.choices import MembershipKind, OrganisationKind
from zwornik.directory.imports import TARGETS, Guess, mapping_of, mapping_problems
from zwornik.directory.imports.targets import GROUPS
from zwornik.web.shell.forms import DressedForm

MOST_ROWS = 5000


class FileForm(DressedForm):
    """The list to be read; `content` is what the file holds once it was found to be a list."""

    content: bytes = b""
    file = forms.FileField(
        label=gettext_lazy("The list"),
        help_text=gettext_lazy(
            "An Excel workbook (.xlsx) or a text file (.csv), with a name for each column above "
            "the rows. An older .xls has to be saved as .xlsx first."
        ),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.csv,.txt,.tsv"}),
    )

    def clean_file(self) -> Any:
        """Refuse a file that is too large for a page, or no list, with what to do about it."""
        file = self.cleaned_data["file"]
        limit = settings.UPLOAD_LIMIT_MB
        if file.size > limit * 1024 * 1024:
            raise ValidationError(
                _("The file has %(size).1f MB; at most %(limit)d MB are taken. Split the list.")
                % {"size": file.size / 1024 / 1024, "limit": limit}
            )
        self.content = file.read()
        try:
            sheet = read_sheet(self.content, file.name)
        except SheetError as error:
            raise ValidationError(str(error)) from error
        _refuse_many(len(sheet.rows))
        return file


def _refuse_many(rows: int) -> None:
    if rows > MOST_ROWS:
        raise ValidationError(
            _(
                "The list has %(rows)d rows; on this page at most %(limit)d are read at once. Split "
                "it, or ask the administrator to read it with the command “zwornik import”."
            )
            % {"rows": rows, "limit": MOST_ROWS}
        )


def _target_choices() -> list[Any]:
    grouped: dict[str, list[tuple[str, Any]]] = {}
    for one in TARGETS:
        grouped.setdefault(one.group, []).append((one.key, one.label))
    groups = [(GROUPS[key], pairs) for key, pairs in grouped.items()]
    return [("", gettext_lazy("leave out")), *groups]


class ColumnsForm(DressedForm):
    """What each column holds, and what rows without a word mean."""

    standing = forms.ChoiceField(
        label=gettext_lazy("Standing of rows that do not say it"),
        choices=[*MembershipKind.choices, ("", gettext_lazy("outside the cluster"))],
        required=False,
        initial=MembershipKind.MEMBER,
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind of organisations of which neither the row nor the name tells it"),
        choices=[
            ("", gettext_lazy("none: name these rows as problems")),
            *OrganisationKind.choices,
        ],
        required=False,
    )

    def __init__(
        self, guesses: tuple[Guess, ...], *args: Any, initial: dict[str, Any], **kwargs: Any
    ) -> None:
        self.guesses = guesses
        super().__init__(*args, initial=initial, **kwargs)
        chosen = initial.get("columns") or mapping_of(guesses)
        for guess in guesses:
            self.fields[f"column-{guess.letter}"] = forms.ChoiceField(
                label=guess.name,
                choices=_target_choices(),
                required=False,
                initial=chosen.get(guess.letter, ""),
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
