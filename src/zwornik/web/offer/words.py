"""How the public offer puts kinds and numbers in words, and where each offer is read."""

from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, override

from zwornik.catalogue.models import CatalogueRecord
from zwornik.core.bilingual import in_language, reader_language
from zwornik.methods.text.folding import fold
from zwornik.web.catalogue import converters  # noqa: F401 - makes the kinds known in addresses

KIND_WORDS = {
    "technology": _("Technology"),
    "competence": _("Expertise or service"),
    "equipment": _("Instrument or facility"),
    "need": _("Need"),
}
LONGEST_SLUG = 80


def slug_of(record: CatalogueRecord, language: str) -> str:
    """Return the title as it stands in an address; the kind where nothing is left of it."""
    words = slugify(fold(in_language(record, "title", language)))
    return words[:LONGEST_SLUG].strip("-") or record.kind


def item_address(record: CatalogueRecord, language: str | None = None) -> str:
    """Return where an offer is read by everybody, in a language."""
    language = language or reader_language()
    with override(language):
        return reverse("offer:item", args=[record.kind, record.pk, slug_of(record, language)])


def offers_shown(shown: int, total: int) -> str:
    """Say how many offers are shown, and of how many where some are left out."""
    if shown == total:
        return ngettext("%(n)d offer", "%(n)d offers", shown) % {"n": shown}
    words = ngettext("%(n)d of %(total)d offer", "%(n)d of %(total)d offers", total)
    return words % {"n": shown, "total": total}


def show_offers(shown: int) -> str:
    """Say on a button how many offers it shows."""
    return ngettext("Show %(n)d offer", "Show %(n)d offers", shown) % {"n": shown}


def needs_shown(shown: int, total: int) -> str:
    """Say how many needs are shown, and of how many where some are left out."""
    if shown == total:
        return ngettext("%(n)d need", "%(n)d needs", shown) % {"n": shown}
    words = ngettext("%(n)d of %(total)d need", "%(n)d of %(total)d needs", total)
    return words % {"n": shown, "total": total}


def show_needs(shown: int) -> str:
    """Say on a button how many needs it shows."""
    return ngettext("Show %(n)d need", "Show %(n)d needs", shown) % {"n": shown}


def members_shown(shown: int, total: int) -> str:
    """Say how many members are shown, and of how many where some are left out."""
    if shown == total:
        return ngettext("%(n)d member", "%(n)d members", shown) % {"n": shown}
    words = ngettext("%(n)d of %(total)d member", "%(n)d of %(total)d members", total)
    return words % {"n": shown, "total": total}


def show_members(shown: int) -> str:
    """Say on a button how many members it shows."""
    return ngettext("Show %(n)d member", "Show %(n)d members", shown) % {"n": shown}
