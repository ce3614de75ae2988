"""Parts of the house style as template tags: icons, the mark, ladders, arches, bars, dates."""

import math
import re
from datetime import date, datetime
from functools import cache
from typing import Any

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext, gettext_lazy, ngettext

from zwornik.core.bilingual import in_language, reader_language, written_language
from zwornik.vocabularies.fields import Field, load_fields

register = template.Library()
NBSP = "\u00a0"
SHORT_WORD = re.compile(r"(?<![^\s(„“\"–—/])([aiouwzAIOUWZ]) (?=\S)")
UNITS = (
    "nm|µm|μm|mm|cm|km|m|µl|μl|µL|μL|ml|mL|l|L|ng|µg|μg|mg|kg|g|ms|s|min|h|Hz|kHz|MHz|GHz|V|W|kW|Pa|kPa|MPa"
    "|zł|PLN|EUR|tys|mln|mld|osób|osoby|dni|lat|minuta|minuty|minut|minutes|minute|days|years"
)
UNIT = re.compile(rf"(?<=\d) (?=%|°C|r\.|(?:{UNITS})\b)")


@register.simple_tag
def icon(name: str, extra: str = "") -> SafeString:
    """Draw an icon of the sprite; it says nothing to screen readers, the words beside it do."""
    sheet = static("vendor/icons.svg")
    return format_html(
        '<svg class="icon{}" aria-hidden="true"><use href="{}#{}"/></svg>',
        f" {extra}" if extra else "",
        sheet,
        name,
    )


@register.filter
def typo(text: object) -> str:
    """Keep single-letter words and units with what they belong to (no-break spaces)."""
    return UNIT.sub(NBSP, SHORT_WORD.sub(rf"\1{NBSP}", str(text)))


@register.filter
def day(moment: date | datetime | None) -> str:
    """Write a day in full: 23 listopada 2026 r. or 23 November 2026."""
    if moment is None:
        return ""
    if isinstance(moment, datetime):
        moment = timezone.localtime(moment).date()
    return typo_date(formats.date_format(moment, "DATE_FORMAT"))


@register.filter
def ended(text: str) -> str:
    """End a sentence with a full stop, unless it has one: „2026 r.” is not followed by another."""
    return text if text.endswith(".") else f"{text}."


@register.filter
def weekday(on: date) -> str:
    """Name the day of the week, as it starts a sentence: Poniedziałek or Monday."""
    return capfirst(formats.date_format(on, "l"))


@register.filter
def day_short(moment: date | datetime | None) -> str:
    """Write a day without its year: 23 listopada or 23 November."""
    if moment is None:
        return ""
    if isinstance(moment, datetime):
        moment = timezone.localtime(moment).date()
    style = "j E" if reader_language() == "pl" else "j F"
    return typo_date(formats.date_format(moment, style))


@register.filter
def clock(moment: datetime | None) -> str:
    """Write the hour of a moment: 14.32 in Polish, 14:32 in English."""
    return formats.time_format(timezone.localtime(moment), "TIME_FORMAT") if moment else ""


def typo_date(text: str) -> str:
    """Keep the day with its month, and the year with `r.`."""
    return re.sub(r"^(\d+) ", rf"\1{NBSP}", text).replace(" r.", f"{NBSP}r.")


@register.filter
def decimal(number: float, places: int = 3) -> str:
    """Write a number with so many decimals, with the reader's decimal mark."""
    return formats.number_format(round(number, places), decimal_pos=places, use_l10n=True)


@register.filter
def whole(number: int) -> str:
    """Write a whole number with the reader's thousands mark."""
    return formats.number_format(number, decimal_pos=0, use_l10n=True, force_grouping=True)


@register.filter
def said(record: object, name: str) -> SafeString:
    """Show a bilingual field in the reader's language, else in the other, marked as such."""
    language = written_language(record, name)
    text = typo(in_language(record, name))
    if not text or language == reader_language():
        return format_html("{}", text)
    return format_html('<span lang="{}">{}</span>', language, text)


@register.simple_tag
def trl(verified: int | None, claimed: int | None = None) -> SafeString:
    """Draw the readiness ladder: full steps are proved, outlined ones claimed; with the number."""
    proved, said_level = verified or 0, claimed or verified or 0
    steps = format_html_join(
        "",
        '<rect class="{}" x="{}" y="0" width="8" height="12" rx="1.5"/>',
        ((_step(level, proved, said_level), (level - 1) * 10) for level in range(1, 10)),
    )
    if not said_level:
        words = gettext("TRL not given")
    elif proved == said_level:
        words = f"TRL{NBSP}{proved}"
    elif proved:
        words = gettext("TRL %(proved)d proved, %(claimed)d claimed") % {
            "proved": proved,
            "claimed": said_level,
        }
    else:
        words = gettext("TRL %(claimed)d claimed") % {"claimed": said_level}
    return format_html(
        '<span class="zw-trl"><svg viewBox="0 0 88 12" aria-hidden="true">{}</svg>{}</span>',
        steps,
        words,
    )


def _step(level: int, proved: int, claimed: int) -> str:
    if level <= proved:
        return "v"
    return "c" if level <= claimed else "o"


@register.simple_tag
def bar(share: float, mark: float | None = None) -> SafeString:
    """Draw a bar of a share between 0 and 1, with the plan as a tick where one is given."""
    width = f"{min(1.0, max(0.0, share)) * 100:.1f}%"
    tick = (
        format_html('<rect class="mk" x="{}" width="2" height="100%"/>', f"{mark * 100:.1f}%")
        if mark is not None
        else ""
    )
    return format_html(
        '<svg class="zw-pbar" aria-hidden="true">'
        '<rect class="bg" width="100%" height="100%" rx="2"/>'
        '<rect class="fg" width="{}" height="100%" rx="2"/>{}</svg>',
        width,
        tick,
    )


STONES = 9
LEFT_STONES = 4


@register.simple_tag
def arch(left: int, right: int | None = None, *, good: bool = False) -> SafeString:
    """Draw the arch of a match: `left` of four stones set on the need's side, `right` on the other.

    The keystone is set in full colour only where the match is good. Without a right side only the
    offer's answer to the need is known, and the right stones stay open.
    """
    paths = [
        format_html('<path class="{}" d="{}"/>', _stone_class(i, left, right, good=good), _stone(i))
        for i in range(STONES)
    ]
    return format_html(
        '<svg class="zw-arch" viewBox="0 0 80 45" aria-hidden="true">{}</svg>',
        mark_safe("".join(paths)),  # noqa: S308 - numbers and class names of our own
    )


def _stone_class(index: int, left: int, right: int | None, *, good: bool) -> str:
    if index == LEFT_STONES:
        return "k" if good else "k weak"
    if index < LEFT_STONES:
        return "on" if index < left else "o"
    return "on" if right is not None and STONES - 1 - index < right else "o"


def _stone(index: int) -> str:
    """Return the outline of one stone of the arch, counted from the left, around (40, 43)."""
    is_key = index == LEFT_STONES
    inner, outer = (21.0, 42.0) if is_key else (23.0, 37.0)
    step, gap = math.pi / STONES, 0.022
    start, end = math.pi - index * step - gap, math.pi - (index + 1) * step + gap
    if is_key:
        start, end = start + 0.02, end - 0.02
    (x1, y1), (x2, y2) = _at(inner, start), _at(outer, start)
    (x3, y3), (x4, y4) = _at(outer, end), _at(inner, end)
    return (
        f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}A{outer:.0f} {outer:.0f} 0 0 1 {x3:.1f} {y3:.1f}"
        f"L{x4:.1f} {y4:.1f}A{inner:.0f} {inner:.0f} 0 0 0 {x1:.1f} {y1:.1f}Z"
    )


def _at(radius: float, angle: float) -> tuple[float, float]:
    return 40 + radius * math.cos(angle), 43 - radius * math.sin(angle)


@register.filter
def days_from(deadline: date, today: date) -> str:
    """Say how a deadline stands to a day: 4 days late, today, or the date by which."""
    late = (today - deadline).days
    if late > 0:
        return ngettext("%(n)d day late", "%(n)d days late", late) % {"n": late}
    if late == 0:
        return gettext("today")
    return gettext("by %(day)s") % {"day": day_short(deadline)}


@register.simple_tag(takes_context=True)
def with_query(context: dict[str, Any], **changes: object) -> str:
    """Return the address of this page with some of its parameters changed or, by "", removed."""
    query = context["request"].GET.copy()
    query.pop("page", None)
    for name, value in changes.items():
        query.pop(name, None)
        if value not in ("", None):
            query[name] = str(value)
    return f"?{query.urlencode()}"


KIND_WORDS = {
    "technology": gettext_lazy("technology"),
    "need": gettext_lazy("need"),
    "competence": gettext_lazy("competence"),
    "equipment": gettext_lazy("equipment"),
}


@register.filter
def kind_word(record: Any) -> str:
    """Name the kind of a catalogue record."""
    return str(KIND_WORDS[record.kind])


@register.filter
def record_address(record: Any) -> str:
    """Return the address of the page of a catalogue record."""
    return reverse(f"catalogue:{record.kind}-detail", args=[record.pk])


@cache
def fields_by_code() -> dict[str, Field]:
    """Return the fields of activity by their code."""
    return {field.code: field for field in load_fields()}


@register.filter
def field_word(code: str) -> str:
    """Name a field of activity in the reader's language; an unknown code stays as it is."""
    field = fields_by_code().get(code)
    return str(getattr(field, f"label_{reader_language()}", code))


@register.filter
def may(user: Any, permission: str) -> bool:
    """Say whether the rules grant a right that concerns no single record."""
    return bool(user.has_perm(permission))
