"""Pages about the installation, and the description of the cluster."""

import pytest

from tests.factories import ClusterFactory
from zwornik import __version__
from zwornik.core.selectors import this_cluster

pytestmark = pytest.mark.django_db
CLUSTER = "/en/about/cluster/"
FACTS = {
    "name_pl": "Klaster Łuk",
    "name_en": "Arch Cluster",
    "place_pl": "Lublin",
    "place_en": "Lublin",
    "email": "office@arch.example",
    "help_phone": "81 555 01 42",
    "help_hours_pl": "",
    "help_hours_en": "",
}


def text_of(response):
    return response.content.decode()


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("role", ["visitor", "editor", "coordinator"])
@pytest.mark.parametrize("page", ["accessibility", "privacy", "product"])
def test_statements_open_for_everybody(client_of, role, page, language):
    response = client_of(role).get(f"/{language}/about/{page}/")
    assert response.status_code == 200
    assert text_of(response).count("<h1") == 1


def test_statements_say_whom_to_write_to(client):
    assert "please write to the cluster's coordinator" in text_of(client.get("/en/about/privacy/"))
    ClusterFactory(email="office@arch.example")
    for page in ("privacy", "accessibility"):
        assert "office@arch.example" in text_of(client.get(f"/en/about/{page}/"))


def test_product_names_version_and_licence(client):
    page = text_of(client.get("/en/about/product/"))
    assert __version__ in page
    assert "EUPL-1.2" in page


@pytest.mark.parametrize(
    ("role", "get", "post"),
    [
        ("coordinator", 200, 302),
        ("auditor", 200, 403),
        ("editor", 200, 403),
        ("guest_expert", 200, 403),
        ("visitor", 302, 302),
    ],
)
def test_cluster_by_role(client_of, role, get, post):
    client = client_of(role)
    assert client.get(CLUSTER).status_code == get
    assert client.post(CLUSTER, FACTS).status_code == post
    assert (this_cluster().name_en == "Arch Cluster") is (role == "coordinator")


def test_others_read_the_description_without_a_form(client_of):
    ClusterFactory(email="office@arch.example")
    page = text_of(client_of("editor").get(CLUSTER))
    assert "office@arch.example" in page
    assert 'name="name_pl"' not in page


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"name_pl": ""}, "name_pl"),
        ({"name_en": "x" * 201}, "name_en"),
        ({"email": "office"}, "email"),
        ({"help_phone": "1" * 41}, "help_phone"),
    ],
)
def test_bad_description_is_refused_and_kept_in_the_form(client_of, facts, field):
    ClusterFactory()
    response = client_of("coordinator").post(CLUSTER, FACTS | facts)
    assert list(response.context["form"].errors) == [field]
    assert "office@arch.example" in text_of(response) or field == "email"
    assert this_cluster().name_en == "Trial Cluster"
