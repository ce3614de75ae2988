import pytest

from zwornik.methods.text.tokens import clauses, parts_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("  \n\t ", []),
        ("🧪🔬 → ✅", []),
        ("laser", [["laser"]]),
        ("Żel 🧪 do ran!", [["Żel", "do", "ran"]]),
        ("<p>Żel</p><p>do ran</p>", [["Żel"], ["do", "ran"]]),
        ("<b>pH</b> &amp; <i>T</i>", [["pH", "T"]]),
        ("CO<sub>2</sub> i H<SUB>2</SUB>O", [["CO2", "i", "H2O"]]),
        ("x<script>alert('no')</script>y", [["x", "y"]]),
        ("before <!-- hidden --> after", [["before", "after"]]),
        ("before <!-- never closed", [["before", "never", "closed"]]),
        ("p < 0,05 oraz q > 3", [["p"], ["0.05", "oraz", "q"], ["3"]]),
        ("E = mc² + α", [["E", "mc2", "α"]]),
        ("0,5 ml w 37 °C", [["0.5ml", "w", "37°C"]]),
        ("R&D oraz B+R", [["R&D", "oraz", "B+R"]]),
        ("kwas, hialuronowy", [["kwas"], ["hialuronowy"]]),
        ("high‑throughput", [["high-throughput"]]),
    ],
)
def test_clauses(text, found):
    assert clauses(text) == found


def test_units_keep_their_case():
    assert clauses("5 mM 5 MPa 5 mA") == [["5mM", "5MPa", "5mA"]]


def test_markup_that_never_ends_is_read_in_time_that_grows_with_its_length():
    assert clauses("<" * 50_000 + " laser")[-1] == ["laser"]


@pytest.mark.parametrize(
    ("word", "parts"), [("bio-based", ["bio", "based"]), ("-x-", ["x"]), ("PCR", ["PCR"])]
)
def test_parts_of_a_word(word, parts):
    assert parts_of(word) == parts
