"""The cluster's own glossary: terms are added, changed, switched off and removed."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from zwornik.accounts.models import User
from zwornik.matching.choices import TermState
from zwornik.matching.models import GlossaryTerm


@transaction.atomic
def keep_term(
    *,
    polish: str,
    english: str,
    part: str,
    changed_by: User,
    note: str = "",
    state: str = TermState.USED,
    term: GlossaryTerm | None = None,
) -> GlossaryTerm:
    """Write a term of the cluster's glossary; its English equivalents are cut at vertical bars."""
    term = term or GlossaryTerm()
    equivalents = list(dict.fromkeys(e.strip() for e in english.split("|") if e.strip()))
    if state == TermState.USED and not equivalents:
        raise ValidationError({"english": _("Please give at least one English equivalent.")})
    term.polish = " ".join(polish.split())
    term.english = " | ".join(equivalents)
    term.part, term.note, term.state, term.changed_by = part, note.strip(), state, changed_by
    term.full_clean()
    term.save()
    return term


@transaction.atomic
def remove_term(*, term: GlossaryTerm) -> None:
    """Remove a term of the cluster's own; the shipped term of the same wording is used again."""
    term.delete()
