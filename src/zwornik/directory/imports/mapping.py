"""What a person chose for an import: what each column holds, and what rows without a word mean."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from zwornik.core.sheets import Sheet
from zwornik.directory.imports.targets import target

NAMED = ("contact_name", "contact_given_name", "contact_family_name")
ABOUT_A_PERSON = ("contact_role", "contact_email", "contact_phone")


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """How a file is to be read.

    Attributes
    ----------
    columns
        Target of each column by its letter; columns not named are left out.
    today
        The day of the import, taken where a day of joining is not given.
    standing
        How an organisation stands to the cluster if its row does not say: member, candidate,
        partner, or empty for none.
    kind
        What an organisation is if neither its row nor its name tells; empty makes it a problem.
    decisions
        What a person decided for rows that look like a known organisation: `separate`,
        `organisation:12` or `row:7`, by the number of the row.
    """

    columns: Mapping[str, str]
    today: date
    standing: str = "member"
    kind: str = ""
    decisions: Mapping[int, str] = field(default_factory=dict)


def mapping_problems(columns: Mapping[str, str]) -> list[str]:
    """Return what is wrong with a choice of columns, in words; nothing if it can be used."""
    used = Counter(columns.values())
    problems = []
    if "name" not in used:
        problems.append(_("Choose the column with the name of the organisation."))
    for key, times in used.items():
        if times > 1:
            text = _("%(times)d columns are read as “%(target)s”. Choose one of them.")
            problems.append(text % {"times": times, "target": target(key).label})
    if any(key in used for key in ABOUT_A_PERSON) and not any(key in used for key in NAMED):
        text = _(
            "A position, an e-mail address or a phone of a contact person was chosen without a "
            "column with the person's name. Choose that column too, or leave them out."
        )
        problems.append(text)
    return problems


def chosen_columns(sheet: Sheet, choices: ImportChoices) -> list[tuple[int, str]]:
    """Return the position and the target of each column that is read, in the order of the sheet."""
    letters = [column.letter for column in sheet.columns]
    return [
        (at, choices.columns[letter])
        for at, letter in enumerate(letters)
        if letter in choices.columns
    ]
