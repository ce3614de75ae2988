from zwornik.methods.text.groups import BridgeKind, Group, Sense


def test_a_term_keeps_the_best_weight_of_any_sense():
    senses = (
        Sense(("acid",), 0.5, BridgeKind.GLOSSARY, "acid"),
        Sense(("acid",), 0.8, BridgeKind.DERIVED, "acid"),
    )
    assert Group("kwas", 1, senses).occurrences == (("acid", 0.8),)


def test_a_sense_longer_than_the_group_shares_its_weight():
    senses = (Sense(("egg", "white"), 0.8, BridgeKind.GLOSSARY, "egg white"),)
    assert Group("białko", 1, senses).occurrences == (("egg", 0.4), ("white", 0.4))


def test_a_sense_as_long_as_the_group_keeps_its_weight():
    senses = (Sense(("hyaluron", "acid"), 1.0, BridgeKind.GLOSSARY, "hyaluronic acid"),)
    found = Group("kwasu hialuronowego", 2, senses).occurrences
    assert found == (("hyaluron", 1.0), ("acid", 1.0))
