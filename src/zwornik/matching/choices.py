"""Closed lists of the matching room."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Verdict(TextChoices):
    """What was decided about a suggested match."""

    SHORTLISTED = "shortlisted", _("on the shortlist")
    DECLINED = "declined", _("declined")


class DeclineReason(TextChoices):
    """Why a match was declined."""

    TOO_EARLY = "too_early", _("Too early")
    ADVANTAGE_UNCLEAR = "advantage_unclear", _("No clear advantage over what exists")
    ROUTE_UNCLEAR = "route_unclear", _("Commercial route unclear")
    DESCRIPTION_UNCLEAR = "description_unclear", _("Description or application unclear")
    SCIENCE = "science", _("Scientific objections")
    NOT_OUR_FIELD = "not_our_field", _("Not our field")
    IP = "ip", _("Intellectual property unclear")
    CAPACITY = "capacity", _("No capacity or time")
    HAVE_PARTNER = "have_partner", _("We already have a partner")


class OmissionReason(TextChoices):
    """Why a record of the catalogue was not compared with a need."""

    SAME_OWNER = "same_owner", _("belongs to the same organisation")
    NOT_DISCLOSED = "not_disclosed", _("is shown only after a non-disclosure agreement")
    TOO_YOUNG = "too_young", _("is not ready enough for this need")
    TOO_MATURE = "too_mature", _("is further than this need can use")
    TOO_LITTLE = "too_little", _("has too little in common with it")
    NO_COMMON_WORD = "no_common_word", _("has no word or term in common with it")


class TermPart(TextChoices):
    """Part of speech of a glossary term."""

    NOUN = "n", _("noun")
    ADJECTIVE = "adj", _("adjective")
    VERB = "v", _("verb")
    ADVERB = "adv", _("adverb")
    PHRASE = "phrase", _("phrase")
    ABBREVIATION = "abbr", _("abbreviation")


class TermState(TextChoices):
    """Whether a term of the cluster's own glossary is used or a shipped one is switched off."""

    USED = "used", _("used")
    OFF = "off", _("switched off")
