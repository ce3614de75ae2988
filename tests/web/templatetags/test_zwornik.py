"""The parts of the house style that templates are made of."""

import re
from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from zwornik.accounts.models import User
from zwornik.catalogue.models import Equipment, Need, Technology
from zwornik.web.templatetags import zwornik as tags

TODAY = date(2026, 11, 24)


@pytest.fixture(params=["pl", "en"])
def language(request):
    with translation.override(request.param):
        yield request.param


@pytest.fixture
def _in_polish():
    with translation.override("pl"):
        yield


@pytest.fixture
def _in_english():
    with translation.override("en"):
        yield


# ── typography ──
@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("firma z Lublina i okolic", "firma z~Lublina i~okolic"),
        ("W klastrze", "W~klastrze"),
        ("(w tym 5 osób)", "(w~tym 5~osób)"),
        ("2026 r.", "2026~r."),
        ("2026 r. i później", "2026~r. i~później"),
        ("37 °C, 5 %, 20 µl", "37~°C, 5~%, 20~µl"),
        ("kropla 30 µL krwi", "kropla 30~µL krwi"),
        ("12 mln zł", "12~mln zł"),
        ("około 18 minut, about 1 minute left", "około 18~minut, about 1~minute left"),
        ("3 moduły", "3 moduły"),  # no unit begins a word
        ("5 sensorów", "5 sensorów"),
        ("moduł A", "moduł A"),
        ("", ""),
        (None, "None"),
        (12, "12"),
    ],
)
def test_typo_keeps_short_words_and_units(text, kept):
    assert tags.typo(text) == kept.replace("~", "\u00a0")


# ── dates, hours, numbers ──
@pytest.mark.parametrize(
    ("filter_name", "value", "polish", "english"),
    [
        ("day", date(2026, 11, 3), "3~listopada 2026~r.", "3~November 2026"),
        (
            "day",
            datetime(2026, 11, 3, 23, 30, tzinfo=UTC),
            "4~listopada 2026~r.",
            "4~November 2026",
        ),
        ("weekday", date(2026, 11, 23), "Poniedziałek", "Monday"),
        ("day_short", date(2026, 5, 23), "23~maja", "23~May"),
        ("day_short", datetime(2026, 5, 23, 8, 0, tzinfo=UTC), "23~maja", "23~May"),
        ("clock", datetime(2026, 11, 3, 13, 5, tzinfo=UTC), "14.05", "14:05"),
        ("clock", datetime(2026, 7, 3, 13, 5, tzinfo=UTC), "15.05", "15:05"),
        ("whole", 1234567, "1~234~567", "1,234,567"),
        ("whole", 42, "42", "42"),
        ("decimal", 1234.5678, "1234,568", "1234.568"),
        ("decimal", 0.00004, "0,000", "0.000"),
        ("decimal", 2, "2,000", "2.000"),
    ],
)
def test_dates_and_numbers_in_both_languages(filter_name, value, polish, english):
    for language, expected in (("pl", polish), ("en", english)):
        with translation.override(language):
            shown = getattr(tags, filter_name)(value)
            assert shown == expected.replace("~", "\u00a0")


def test_a_sentence_ends_with_one_full_stop():
    assert tags.ended("24 listopada 2026 r.") == "24 listopada 2026 r."
    assert tags.ended("24 November 2026") == "24 November 2026."


@pytest.mark.parametrize("filter_name", ["day", "day_short", "clock"])
def test_no_date_shows_nothing(language, filter_name):
    assert getattr(tags, filter_name)(None) == ""


def test_decimals_can_be_fewer():
    with translation.override("pl"):
        assert tags.decimal(0.256, 2) == "0,26"


@pytest.mark.usefixtures("_in_english")
@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        (date(2026, 11, 20), "4 days late"),
        (date(2026, 11, 23), "1 day late"),
        (TODAY, "today"),
        (date(2026, 12, 4), "by 4\u00a0December"),
    ],
)
def test_days_from_says_how_a_deadline_stands(deadline, words):
    assert tags.days_from(deadline, TODAY) == words


# ── icons, ladder, bar, arch ──
def test_an_icon_is_silent_for_screen_readers():
    drawn = tags.icon("home", "icon-sm")
    assert 'class="icon icon-sm" aria-hidden="true"' in drawn
    assert 'href="/static/vendor/icons.svg#home"' in drawn


def test_a_name_of_an_icon_is_escaped():
    assert "<script" not in tags.icon('"><script>', '"><script>')


def steps(drawn):
    """The nine steps of a drawn ladder, as letters: v proved, c claimed, o neither."""
    return "".join(re.findall(r'<rect class="(.)"', drawn))


@pytest.mark.usefixtures("_in_english")
@pytest.mark.parametrize(
    ("verified", "claimed", "drawn", "words"),
    [
        (4, 6, "vvvvccooo", "TRL 4 proved, 6 claimed"),
        (4, 4, "vvvvooooo", "TRL\u00a04"),
        (9, None, "vvvvvvvvv", "TRL\u00a09"),
        (None, 6, "ccccccooo", "TRL 6 claimed"),
        (None, None, "ooooooooo", "TRL not given"),
    ],
)
def test_the_ladder_has_nine_steps_and_the_number_in_words(verified, claimed, drawn, words):
    ladder = tags.trl(verified, claimed)
    assert steps(ladder) == drawn
    assert ladder.endswith(f"</svg>{words}</span>")


@pytest.mark.parametrize(
    ("share", "width"),
    [(0, "0.0%"), (0.256, "25.6%"), (1, "100.0%"), (1.7, "100.0%"), (-1, "0.0%")],
)
def test_a_bar_is_as_wide_as_its_share(share, width):
    assert f'<rect class="fg" width="{width}"' in tags.bar(share)


def test_a_bar_shows_the_plan_as_a_tick():
    assert '<rect class="mk" x="75.0%"' in tags.bar(0.5, 0.75)
    assert "mk" not in tags.bar(0.5)


def stones(drawn):
    return re.findall(r'<path class="([^"]+)"', drawn)


def outlines(drawn):
    """The corners of each stone of a drawn arch: where its four sides meet."""
    paths = re.findall(r' d="([^"]+)"', drawn)
    return [
        [tuple(map(float, pair)) for pair in re.findall(r"([\d.]+) ([\d.]+)(?=[LA])", path)]
        for path in paths
    ]


def test_an_arch_has_nine_stones_with_the_keystone_in_the_middle():
    assert stones(tags.arch(0)) == ["o"] * 4 + ["k weak"] + ["o"] * 4
    assert stones(tags.arch(4, 4, good=True)) == ["on"] * 4 + ["k"] + ["on"] * 4


@pytest.mark.parametrize(
    ("left", "right", "set_stones"),
    [(2, None, [0, 1]), (0, 3, [6, 7, 8]), (1, 1, [0, 8]), (4, None, [0, 1, 2, 3])],
)
def test_stones_are_set_from_the_ground_up(left, right, set_stones):
    drawn = stones(tags.arch(left, right))
    assert [i for i, name in enumerate(drawn) if name == "on"] == set_stones


def test_stones_stand_in_a_half_circle_inside_the_picture():
    corners = outlines(tags.arch(4, 4))
    assert len(corners) == 9
    for stone in corners:
        for x, y in stone:
            assert 0 <= x <= 80
            assert 0 <= y <= 45
            radius = ((x - 40) ** 2 + (y - 43) ** 2) ** 0.5
            assert any(abs(radius - wanted) < 0.1 for wanted in (21, 23, 37, 42))
    middles = [sum(x for x, _y in stone) / len(stone) for stone in corners]
    assert middles == sorted(middles), "from left to right"
    assert middles[4] == pytest.approx(40, abs=0.05)
    for left, right in zip(middles[:4], reversed(middles[5:]), strict=True):
        assert left + right == pytest.approx(80, abs=0.1), "both sides are alike"


# ── content ──
@pytest.mark.parametrize(
    ("polish", "english", "reader", "shown"),
    [
        ("Czujnik z Lublina", "Sensor", "pl", "Czujnik z\u00a0Lublina"),
        ("Czujnik", "Sensor", "en", "Sensor"),
        ("Czujnik", "", "en", '<span lang="pl">Czujnik</span>'),
        ("", "<b>Sensor</b>", "pl", '<span lang="en">&lt;b&gt;Sensor&lt;/b&gt;</span>'),
        ("", "", "pl", ""),
    ],
)
def test_said_marks_a_foreign_language_and_escapes(polish, english, reader, shown):
    with translation.override(reader):
        assert tags.said(Technology(title_pl=polish, title_en=english), "title") == shown


@pytest.mark.usefixtures("_in_english")
@pytest.mark.parametrize(
    ("record", "word", "address"),
    [
        (Technology(pk=7), "technology", "/en/catalogue/technologies/7/"),
        (Need(pk=7), "need", "/en/catalogue/needs/7/"),
        (Equipment(pk=7), "equipment", "/en/catalogue/equipment/7/"),
    ],
)
def test_records_have_a_word_and_an_address(record, word, address):
    assert tags.kind_word(record) == word
    assert tags.record_address(record) == address


def test_fields_are_named_in_the_readers_language():
    with translation.override("en"):
        assert tags.field_word("digital") == "Digital health"
    with translation.override("pl"):
        assert tags.field_word("digital") != "Digital health"
        assert tags.field_word("unheard-of") == "unheard-of"


@pytest.mark.parametrize(
    ("role", "permission", "granted"),
    [
        ("coordinator", "audits.plan", True),
        ("auditor", "audits.plan", False),
        ("guest_expert", "catalogue.browse", True),
    ],
)
def test_may_asks_the_rules(role, permission, granted):
    assert tags.may(User(role=role), permission) is granted


def test_visitors_may_nothing():
    assert tags.may(AnonymousUser(), "catalogue.browse") is False


@pytest.mark.parametrize(
    ("address", "tag", "query"),
    [
        ("/?q=a&page=3", "{% with_query sort='name' %}", "?q=a&amp;sort=name"),
        ("/?q=a&sort=name", "{% with_query sort='' %}", "?q=a"),
        ("/?field=a&field=b", "{% with_query q='x y' %}", "?field=a&amp;field=b&amp;q=x+y"),
        ("/", "{% with_query %}", "?"),
    ],
)
def test_with_query_changes_parameters_and_forgets_the_page(address, tag, query):
    context = Context({"request": RequestFactory().get(address)})
    assert Template(tag).render(context) == query
