"""A glossary and an offer small enough to know what must be found in them."""

from zwornik.methods.text.analysis import TextAnalyser
from zwornik.methods.text.lexicon import Lexicon

TERMS = (
    ("kwas hialuronowy", ["hyaluronic acid"]),
    ("kwas", ["acid"]),
    ("przeciwciało", ["antibody"]),
    ("przeciwciało monoklonalne", ["monoclonal antibody"]),
    ("białko", ["protein", "egg white"]),
    ("tkanka", ["tissue"]),
    ("gojenie ran", ["wound healing"]),
    ("krew", ["blood"]),
    ("czujnik", ["sensor", "detector"]),
    ("przepływ", ["flow"]),
    ("kruszec", ["gold", "lead"]),
)
ENGLISH_OFFER = {
    "gel": "Hyaluronic acid hydrogel for wound healing",
    "antibody": "Monoclonal antibodies against troponin in blood",
    "reactor": "Photobioreactor for microalgae",
}
POLISH_OFFER = {
    "gel": "Hydrożel z kwasu hialuronowego do gojenia ran",
    "antibody": "Przeciwciała monoklonalne przeciw troponinie we krwi",
    "reactor": "Fotobioreaktor do mikroalg",
}
ANALYSER = TextAnalyser(Lexicon(TERMS))
