"""How the kinds of records and their numbers are put in words."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

ICONS = {
    "technology": "sparkles",
    "need": "puzzle",
    "competence": "school",
    "equipment": "microscope",
}
PLURALS = {
    "technology": _("Technologies"),
    "need": _("Needs"),
    "competence": _("Competences"),
    "equipment": _("Equipment"),
}
ADD = {
    "technology": _("Add a technology"),
    "need": _("Add a need"),
    "competence": _("Add a competence"),
    "equipment": _("Add equipment"),
}
LEADS = {
    "technology": _(
        "What members and teams of science develop: how far it is, and which partner it seeks."
    ),
    "need": _("What organisations were found to need: how soon, and what an answer has to meet."),
    "competence": _(
        "What teams can do for others, with which quality system, and whether they take orders."
    ),
    "equipment": _("Instruments that others may use: how they are reached, and how busy they are."),
}
EMPTY = {
    "technology": _(
        "Technologies come from closed audits, or are added by hand. For example: an antibody pair"
        " for newborn sepsis, TRL 6, patent applied for, looking for a maker of tests."
    ),
    "need": _(
        "Needs come from closed audits, or are added by hand. For example: a strip test that keeps"
        " at room temperature, urgent, with five requirements."
    ),
    "competence": _(
        "Competences come from closed audits, or are added by hand. For example: protein mass"
        " spectrometry under ISO/IEC 17025, takes orders."
    ),
    "equipment": _(
        "Instruments are added by hand. For example: a 7 T scanner for small animals, own use after"
        " training, some free time."
    ),
}
COUNTS = {
    "technology": ngettext_lazy("%(n)d technology", "%(n)d technologies", "n"),
    "need": ngettext_lazy("%(n)d need", "%(n)d needs", "n"),
    "competence": ngettext_lazy("%(n)d competence", "%(n)d competences", "n"),
    "equipment": ngettext_lazy("%(n)d piece of equipment", "%(n)d pieces of equipment", "n"),
}
PARTS = {
    "technology": ngettext_lazy(
        "%(n)d of %(total)d technology", "%(n)d of %(total)d technologies", "total"
    ),
    "need": ngettext_lazy("%(n)d of %(total)d need", "%(n)d of %(total)d needs", "total"),
    "competence": ngettext_lazy(
        "%(n)d of %(total)d competence", "%(n)d of %(total)d competences", "total"
    ),
    "equipment": ngettext_lazy(
        "%(n)d of %(total)d piece of equipment", "%(n)d of %(total)d pieces of equipment", "total"
    ),
}
SHOW = {
    "technology": ngettext_lazy("Show %(n)d technology", "Show %(n)d technologies", "n"),
    "need": ngettext_lazy("Show %(n)d need", "Show %(n)d needs", "n"),
    "competence": ngettext_lazy("Show %(n)d competence", "Show %(n)d competences", "n"),
    "equipment": ngettext_lazy(
        "Show %(n)d piece of equipment", "Show %(n)d pieces of equipment", "n"
    ),
}


def count_words(kind: str, shown: int, total: int) -> str:
    """Say how many records are shown, and of how many where some are left out."""
    if shown == total:
        return str(COUNTS[kind] % {"n": shown})
    return str(PARTS[kind] % {"n": shown, "total": total})


def show_words(kind: str, shown: int) -> str:
    """Say on a button how many records it shows."""
    return str(SHOW[kind] % {"n": shown})
