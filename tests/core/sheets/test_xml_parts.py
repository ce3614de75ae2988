import pytest

from tests.core.sheets.building import packed
from zwornik.core.sheets import Refusal, SheetError
from zwornik.core.sheets.containers import open_archive
from zwornik.core.sheets.xml_parts import elements, local, walk


def test_elements_come_in_order_without_prefixes() -> None:
    content = packed({"_rels/.rels": "<a/>", "x.xml": '<p:a xmlns:p="u" p:id="1"><b/><p:c/></p:a>'})
    with open_archive(content) as archive:
        found = elements(archive, "x.xml")
    assert [(name, attributes.get("id")) for name, attributes in found] == [
        ("a", "1"),
        ("b", None),
        ("c", None),
    ]


def test_text_reaches_its_handler_whole() -> None:
    pieces: list[str] = []
    content = packed({"_rels/.rels": "<a/>", "x.xml": "<a>Łódź &amp; &#x142;</a>"})
    with open_archive(content) as archive:
        walk(archive, "x.xml", start=lambda *_: None, text=pieces.append)
    assert "".join(pieces) == "Łódź & ł"


@pytest.mark.parametrize(
    ("part", "refusal"),
    [
        ("<a><b></a>", Refusal.BROKEN),
        ("", Refusal.BROKEN),
        ("<a/><!-- end --><b/>", Refusal.BROKEN),
        ("<!DOCTYPE a><a/>", Refusal.UNSAFE),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', Refusal.UNSAFE),
        (
            '<?xml version="1.0"?>\n<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>',
            Refusal.UNSAFE,
        ),
    ],
)
def test_damaged_and_unsafe_parts_are_refused_by_name(part: str, refusal: Refusal) -> None:
    content = packed({"_rels/.rels": "<a/>", "xl/x.xml": part})
    with open_archive(content) as archive, pytest.raises(SheetError) as refused:
        elements(archive, "xl/x.xml")
    assert refused.value.code is refusal
    assert "xl/x.xml" in str(refused.value.message)


def test_missing_part_is_damage() -> None:
    with (
        open_archive(packed({"_rels/.rels": "<a/>"})) as archive,
        pytest.raises(SheetError) as refused,
    ):
        elements(archive, "xl/styles.xml")
    assert refused.value.code is Refusal.BROKEN


@pytest.mark.parametrize(("name", "bare"), [("x:row", "row"), ("row", "row")])
def test_local_name_has_no_prefix(name: str, bare: str) -> None:
    assert local(name) == bare
