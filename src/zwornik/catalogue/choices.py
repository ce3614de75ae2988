"""Closed lists of the catalogue room.

Stages, IP states and partnership types are those of partnering profiles (guideline of 2024).
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class RecordStatus(TextChoices):
    """Where a record is in its life."""

    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")
    SUPERSEDED = "superseded", _("superseded")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Disclosure(TextChoices):
    """Who may see a published record."""

    PUBLIC = "public", _("everybody")
    MEMBERS = "members", _("cluster members")
    NDA = "nda", _("after a non-disclosure agreement")


class Anonymity(TextChoices):
    """How the owner of a record is named to others."""

    NAMED = "named", _("by name")
    SECTOR = "sector", _("by kind and town only")
    ANONYMOUS = "anonymous", _("not at all")


class ProductKind(TextChoices):
    """What a technology becomes; decides how readiness is read."""

    DRUG = "drug", _("drug")
    BIOLOGIC = "biologic", _("biological medicine")
    ATMP = "atmp", _("advanced therapy")
    DEVICE = "device", _("medical device")
    IVD = "ivd", _("in-vitro diagnostic")
    SOFTWARE = "software", _("software")
    RESEARCH_TOOL = "research_tool", _("research tool")
    PROCESS = "process", _("process")
    MATERIAL = "material", _("material")


class Stage(TextChoices):
    """Stage of development."""

    CONCEPT = "concept", _("concept")
    UNDER_DEVELOPMENT = "under_development", _("under development")
    LAB_TESTED = "lab_tested", _("lab tested")
    DEMONSTRATION = "demonstration", _("available for demonstration")
    MARKET = "market", _("on the market")


class IpStatus(TextChoices):
    """State of intellectual property rights."""

    NONE = "none", _("none applied")
    SECRET_KNOW_HOW = "secret_know_how", _("secret know-how")
    APPLIED = "applied", _("applied, not yet granted")
    GRANTED = "granted", _("granted")


class DeviceClass(TextChoices):
    """Class of a device under Regulations (EU) 2017/745 and 2017/746."""

    MDR_I = "mdr_i", _("MDR class I")
    MDR_IIA = "mdr_iia", _("MDR class IIa")
    MDR_IIB = "mdr_iib", _("MDR class IIb")
    MDR_III = "mdr_iii", _("MDR class III")
    IVDR_A = "ivdr_a", _("IVDR class A")
    IVDR_B = "ivdr_b", _("IVDR class B")
    IVDR_C = "ivdr_c", _("IVDR class C")
    IVDR_D = "ivdr_d", _("IVDR class D")


class Partnership(TextChoices):
    """Kind of partnership that is sought for a technology."""

    RD_COOPERATION = "rd_cooperation", _("R&D cooperation")
    COMMERCIAL_TECHNICAL_ASSISTANCE = (
        "commercial_technical_assistance",
        _("licence or trade with technical assistance"),
    )
    INVESTMENT = "investment", _("investment")
    COMMERCIAL = "commercial", _("commercial cooperation")
    OUTSOURCING = "outsourcing", _("outsourcing")
    SUPPLIER = "supplier", _("supplier")


class Cooperation(TextChoices):
    """How an answer to a need could be obtained."""

    RD_COOPERATION = "rd_cooperation", _("joint research and development")
    LICENCE = "licence", _("licence")
    SERVICE = "service", _("commissioned service")
    SUPPLY = "supply", _("purchase")


class Urgency(TextChoices):
    """How soon an answer is needed."""

    LOW = "low", _("can wait")
    MEDIUM = "medium", _("matters")
    HIGH = "high", _("urgent")


class Budget(TextChoices):
    """Class of money available, in PLN."""

    BELOW_50K = "below_50k", _("below PLN 50,000")
    FROM_50K = "50k_200k", _("PLN 50,000–200,000")
    FROM_200K = "200k_1m", _("PLN 200,000–1,000,000")
    OVER_1M = "over_1m", _("over PLN 1,000,000")
    UNKNOWN = "unknown", _("not known yet")


class Availability(TextChoices):
    """Whether a team takes work from outside."""

    OPEN = "open", _("takes orders")
    LIMITED = "limited", _("limited capacity")
    CLOSED = "closed", _("not available now")


class Access(TextChoices):
    """How an instrument can be used."""

    INTERNAL = "internal", _("own team only")
    SERVICE = "service", _("measurement as a service")
    REMOTE = "remote", _("remote use")
    TRAINING = "training", _("own use after training")


class Utilisation(TextChoices):
    """How much an instrument is used."""

    LOW = "low", _("much free time")
    MEDIUM = "medium", _("some free time")
    HIGH = "high", _("little free time")
