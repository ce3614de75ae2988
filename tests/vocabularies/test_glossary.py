"""The shipped glossary is sound, and a broken file is told by name and line."""

import pytest

from zwornik.vocabularies.glossary import HEADER, GlossaryError, load_glossary

PARTS = {"n", "adj", "v", "adv", "phrase", "abbr"}


@pytest.fixture
def folder(tmp_path):
    def written(**files):
        for name, lines in files.items():
            text = "\n".join([",".join(HEADER), *lines]) + "\n"
            (tmp_path / f"{name}.csv").write_text(text, "utf-8")
        return tmp_path

    return written


def test_the_shipped_glossary_is_large_and_each_term_stands_once():
    entries = load_glossary().entries
    assert len(entries) > 2000
    assert len({entry.polish for entry in entries}) == len(entries)


def test_every_shipped_term_is_complete():
    for entry in load_glossary().entries:
        assert entry.polish.strip() == entry.polish
        assert entry.english
        assert len(set(entry.english)) == len(entry.english)
        assert entry.part in PARTS, entry


@pytest.mark.parametrize(
    ("polish", "english"),
    [
        ("kwas hialuronowy", "hyaluronic acid"),
        ("wyrób medyczny", "medical device"),
        ("organoid", "organoid"),
        ("przeciwciało", "antibody"),
    ],
)
def test_terms_that_general_dictionaries_lack_are_there(polish, english):
    (entry,) = [entry for entry in load_glossary().entries if entry.polish == polish]
    assert entry.english[0] == english


def test_equivalents_of_several_files_are_united_in_the_order_of_their_names(folder):
    found = load_glossary(
        folder(a=["krew,blood,n,"], b=["krew,gore | blood,n,a note", "żel,gel,n,"])
    )
    assert [(e.polish, e.english, e.note, e.subject) for e in found.entries] == [
        ("krew", ("blood", "gore"), "a note", "a"),
        ("żel", ("gel",), "", "b"),
    ]


def test_the_version_changes_with_the_content(tmp_path, folder):
    before = load_glossary(folder(a=["krew,blood,n,"])).version
    load_glossary.cache_clear()
    assert load_glossary(folder(a=["krew,gore,n,"])).version != before
    load_glossary.cache_clear()
    assert load_glossary(folder(a=["krew,blood,n,"])).version == before
    load_glossary.cache_clear()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("krew,blood,n", "line 3: 4 cells expected"),
        (",blood,n,", "line 3: a Polish term"),
        ("krew, | ,n,", "line 3: a Polish term"),
    ],
)
def test_a_broken_line_is_named(folder, line, reason):
    with pytest.raises(GlossaryError, match=f"^broken.csv, {reason}"):
        load_glossary(folder(broken=["żel,gel,n,", line]))


@pytest.mark.parametrize("content", ["", "pl;en;pos;note\n"])
def test_another_header_is_refused(tmp_path, content):
    (tmp_path / "odd.csv").write_text(content, "utf-8")
    with pytest.raises(GlossaryError, match=r"^odd.csv, line 1: the header must be pl,en,pos,note"):
        load_glossary(tmp_path)


def test_an_empty_folder_is_an_empty_glossary(tmp_path):
    assert load_glossary(tmp_path).entries == ()
