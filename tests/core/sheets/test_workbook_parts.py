from tests.core.sheets.building import (
    MAIN,
    OFFICE,
    packed,
    raw_workbook,
    workbook_with_shared_texts,
)
from zwornik.core.sheets import read_sheet
from zwornik.core.sheets.containers import open_archive
from zwornik.core.sheets.workbook_parts import Workbook, read_workbook

PACKAGE_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="a" Type="{office}/officeDocument" Target="/book/main.xml"/></Relationships>'
)


def book_of(content: bytes) -> Workbook:
    with open_archive(content) as archive:
        return read_workbook(archive)


def test_shared_texts_are_found_by_their_number() -> None:
    sheet = read_sheet(
        workbook_with_shared_texts([["Nazwa", "Miasto"], ["Łuk", "Łódź"], ["Łuk", "Iłża"]]),
        "x.xlsx",
    )
    assert [row.cells for row in sheet.rows] == [("Łuk", "Łódź"), ("Łuk", "Iłża")]


def test_parts_are_found_wherever_the_workbook_keeps_them() -> None:
    content = packed(
        {
            "_rels/.rels": PACKAGE_RELS.format(office=OFFICE),
            "book/main.xml": (
                f'<x:workbook xmlns:x="{MAIN}" xmlns:rel="{OFFICE}"><x:workbookPr date1904="1"/>'
                '<x:sheets><x:sheet name="Ukryty" rel:id="r1" state="veryHidden"/>'
                '<x:sheet name="Wykres" rel:id="r9"/><x:sheet name="Lista" rel:id="r2"/></x:sheets>'
                "</x:workbook>"
            ),
            "book/_rels/main.xml.rels": (
                f'<Relationships><Relationship Id="r1" Type="{OFFICE}/worksheet" Target="a.xml"/>'
                f'<Relationship Id="r2" Type="{OFFICE}/worksheet" Target="../b.xml"/>'
                f'<Relationship Id="r9" Type="{OFFICE}/chartsheet" Target="c.xml"/>'
                f'<Relationship Id="r3" Type="{OFFICE}/sharedStrings" Target="/t.xml"/>'
                "</Relationships>"
            ),
            "t.xml": (
                "<sst><si><t> jeden </t></si><si><r><t>dwa</t></r><r><t> i pół</t></r>"
                "<rPh><t>aid</t></rPh></si><si><t>a_x0041_</t></si></sst>"
            ),
        }
    )
    book = book_of(content)
    assert [(sheet.name, sheet.part, sheet.is_hidden) for sheet in book.sheets] == [
        ("Ukryty", "book/a.xml", True),
        ("Lista", "b.xml", False),
    ]
    assert book.texts == ["jeden", "dwa i pół", "aA"]
    assert book.first_day.year == 1904


def test_formats_of_cells_are_told_from_formats_of_styles() -> None:
    styles = (
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="00\\-000"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"><alignment/></xf><xf numFmtId="164"/>'
        '<xf numFmtId="46"/><xf/></cellXfs>'
        '<cellStyles><cellStyle xfId="0"/></cellStyles></styleSheet>'
    )
    content = packed(
        {
            "_rels/.rels": PACKAGE_RELS.format(office=OFFICE),
            "book/main.xml": "<workbook/>",
            "book/_rels/main.xml.rels": (
                f'<Relationships><Relationship Id="r" Type="{OFFICE}/styles" Target="s.xml"/>'
                "</Relationships>"
            ),
            "book/s.xml": styles,
        }
    )
    looks = book_of(content).looks
    assert [look.is_moment for look in looks] == [False, True, False, False, False]
    assert [look.is_elapsed for look in looks] == [False, False, False, True, False]
    assert looks[2].mask == ("0", "0", "-", "0", "0", "0")


def test_workbook_without_shared_texts_or_styles_has_none() -> None:
    book = book_of(raw_workbook(""))
    assert book.texts == []
    assert book.looks == []
    assert book.first_day.year == 1899
