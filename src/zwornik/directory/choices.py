"""Closed lists of the directory room."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OrganisationKind(TextChoices):
    """What an organisation is."""

    FIRM = "firm", _("firm")
    UNIVERSITY = "university", _("university")
    INSTITUTE = "institute", _("research institute")
    HOSPITAL = "hospital", _("hospital")
    PUBLIC_BODY = "public_body", _("public body")
    BUSINESS_SUPPORT = "business_support", _("business support")
    INVESTOR = "investor", _("investor")
    CLUSTER = "cluster", _("cluster")


class SizeClass(TextChoices):
    """Size of a firm by the EU definition of small and medium-sized enterprises (2003/361/EC)."""

    MICRO = "micro", _("micro firm")
    SMALL = "small", _("small firm")
    MEDIUM = "medium", _("medium-sized firm")
    LARGE = "large", _("large firm")


class IdentifierScheme(TextChoices):
    """Registers that name an organisation."""

    NIP = "nip", "NIP"
    REGON = "regon", "REGON"
    KRS = "krs", "KRS"
    VAT_EU = "vat_eu", _("VAT-EU number")
    ROR = "ror", "ROR"
    PIC = "pic", "PIC"


class MembershipKind(TextChoices):
    """How an organisation stands to the cluster."""

    MEMBER = "member", _("cluster member")
    CANDIDATE = "candidate", _("candidate")
    PARTNER = "partner", _("partner")


class Standing(TextChoices):
    """How an organisation stands to the cluster today."""

    MEMBER = "member", _("cluster member")
    CANDIDATE = "candidate", _("candidate")
    PARTNER = "partner", _("partner")
    FORMER = "former", _("former member")
    NONE = "none", _("outside the cluster")


class SeatLevel(TextChoices):
    """What an account may do in the name of an organisation."""

    EDITOR = "editor", _("editor")
    VIEWER = "viewer", _("viewer")


class Channel(TextChoices):
    """How a conversation was held."""

    PHONE = "phone", _("by phone")
    MEETING = "meeting", _("at a meeting")
    VISIT = "visit", _("on a visit")
    EMAIL = "email", _("by e-mail")
    ONLINE = "online", _("online")


class BatchState(TextChoices):
    """What became of an import."""

    APPLIED = "applied", _("imported")
    UNDONE = "undone", _("undone")


class RowOutcome(TextChoices):
    """What an import did with a row."""

    CREATED = "created", _("added")
    UPDATED = "updated", _("completed")
    UNCHANGED = "unchanged", _("nothing new")
    SKIPPED = "skipped", _("left out")
