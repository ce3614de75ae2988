"""Compiled Polish texts keep single-letter words with the next word, and nothing else changes."""

import gettext
import re

import pytest

from hatch_build import compile_translations, keep_short_words, sprite

HEADER = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=4; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 "
": n!=1 && n%10>=0 && n%10<=1 || n%10>=5 && n%10<=9 || n%100>=12 && n%100<=14 ? 2 : 3);\\n"
"""
ENTRIES = """
msgid "In the cluster"
msgstr "W klastrze i o klastrze"

msgid "%(n)d of %(total)d day"
msgid_plural "%(n)d of %(total)d days"
msgstr[0] "%(n)d z %(total)d dnia"
msgstr[1] "%(n)d z %(total)d dni"
msgstr[2] "%(n)d z %(total)d dni"
msgstr[3] "%(n)d z %(total)d dnia"

msgctxt "page"
msgid "of"
msgstr "z"

msgid "Not translated yet"
msgstr ""
"""


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("w klastrze", "w~klastrze"),
        ("O klastrze i jego członkach", "O~klastrze i~jego członkach"),
        ("a i w domu", "a~i~w~domu"),  # three short words in a row
        ("(w Lublinie)", "(w~Lublinie)"),
        ("„Z wydatkiem”", "„Z~wydatkiem”"),
        ("oferta – w tym", "oferta – w~tym"),
        # placeholders
        ("%(n)d z %(total)d", "%(n)d z~%(total)d"),
        ("{organisation} i {other}", "{organisation} i~{other}"),
        ("%(a)s w %(b)s", "%(a)s w~%(b)s"),
        ("%i z %s", "%i z~%s"),  # the letter of a conversion is no word
        # not a single-letter word
        ("na wsi", "na wsi"),
        ("grupa kapitałowa", "grupa kapitałowa"),
        ("moduł a", "moduł a"),  # nothing follows
        ("i\nw", "i\nw"),
        ("ó wsi", "ó wsi"),
        ("dawka 5 mg", "dawka 5 mg"),
        # HTML: texts change, tags do not
        ('<a href="/x" class="a b i c">w klastrze</a> i <b>z nami</b>',
         '<a href="/x" class="a b i c">w~klastrze</a> i~<b>z~nami</b>'),
        ("<b>i</b> dalej", "<b>i</b> dalej"),
        ("mniej niż 5 < 6 i 7 > 3", "mniej niż 5 < 6 i~7 > 3"),
    ],
)  # fmt: skip
def test_short_words_stay_with_the_next_word(text, kept):
    assert keep_short_words(text) == kept.replace("~", "\u00a0")


@pytest.fixture
def catalogues(tmp_path):
    """The catalogues of both languages as gettext reads them after compiling."""
    for language in ("pl", "en"):
        folder = tmp_path / language / "LC_MESSAGES"
        folder.mkdir(parents=True)
        (folder / "django.po").write_text(HEADER + ENTRIES, "utf-8")
    compile_translations(tmp_path)
    return {name: gettext.translation("django", tmp_path, [name]) for name in ("pl", "en")}


def test_polish_is_compiled_with_no_break_spaces(catalogues):
    polish = catalogues["pl"]
    assert polish.gettext("In the cluster") == "W\u00a0klastrze i\u00a0o\u00a0klastrze"
    days = ("%(n)d of %(total)d day", "%(n)d of %(total)d days")
    forms = [polish.ngettext(*days, count) for count in (1, 5)]
    assert forms == ["%(n)d z\u00a0%(total)d dnia", "%(n)d z\u00a0%(total)d dni"]
    assert polish.pgettext("page", "of") == "z"


def test_other_languages_are_compiled_as_they_are(catalogues):
    assert catalogues["en"].gettext("In the cluster") == "W klastrze i o klastrze"


def test_a_text_without_a_translation_stays_in_the_language_of_the_source(catalogues):
    assert catalogues["pl"].gettext("Not translated yet") == "Not translated yet"


def test_a_catalogue_that_is_compiled_again_is_the_same(catalogues, tmp_path):
    compiled = tmp_path / "pl" / "LC_MESSAGES" / "django.mo"
    before = compiled.read_bytes()
    compile_translations(tmp_path)
    assert re.sub(rb"POT?-\S+-Date: [^\n]+", b"", compiled.read_bytes()) == re.sub(
        rb"POT?-\S+-Date: [^\n]+", b"", before
    )


def test_icons_are_joined_by_name():
    joined = sprite(["home"], lambda name: f'<svg viewBox="0 0 24 24"><path id="{name}"/></svg>')
    assert '<symbol id="home" viewBox="0 0 24 24"' in joined
    assert '<path id="home"/></symbol></svg>' in joined


def test_a_file_that_is_no_icon_is_refused():
    with pytest.raises(ValueError, match="icon 'home' is not an SVG"):
        sprite(["home"], lambda _name: "<html>not found</html>")
