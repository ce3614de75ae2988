"""What a fit means in words. A fit measures agreement of texts; it is no probability of success."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LEAST_FIT = 0.05
ALWAYS_SHOWN = 3


@dataclass(frozen=True)
class Level:
    """One step of the scale: its lowest fit, how many stones of the arch it sets, and its words."""

    least: float
    stones: int
    word: Promise
    meaning: Promise

    @property
    def is_good(self) -> bool:
        """Whether the keystone is set: the suggestion is worth a person's minute."""
        return self.stones >= 3


LEVELS = (
    Level(
        0.20, 4, _("very good"),
        _("Most of what the need says, its rarer words first, stands in the offer too."),
    ),
    Level(
        0.12, 3, _("good"),
        _("The subject agrees; some requirements are not mentioned in the offer."),
    ),
    Level(
        0.08, 2, _("partial"),
        _("A part of the need is touched, such as the method, the sample or the field."),
    ),
    Level(0.0, 1, _("weak"), _("Only single words are shared; often by chance.")),
)  # fmt: skip


def level_of(fit: float) -> Level:
    """Return the step of the scale that a fit between 0 and 1 reaches."""
    return next(level for level in LEVELS if fit >= level.least)
