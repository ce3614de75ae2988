from django.urls import path

from zwornik.web.catalogue import (
    converters,  # noqa: F401 - makes the kinds known in addresses
    views,
    writing,
)

app_name = "catalogue"
urlpatterns = [
    path("", views.record_list, name="record-list"),
    path("export/", views.record_export, name="record-export"),
    path(
        "technologies/<int:pk>/", views.record_detail, {"kind": "technology"}, "technology-detail"
    ),
    path("needs/<int:pk>/", views.record_detail, {"kind": "need"}, "need-detail"),
    path("competences/<int:pk>/", views.record_detail, {"kind": "competence"}, "competence-detail"),
    path("equipment/<int:pk>/", views.record_detail, {"kind": "equipment"}, "equipment-detail"),
    path("<record_kind:kind>/add/", writing.record_add, name="record-add"),
    path("<record_kind:kind>/<int:pk>/edit/", writing.record_edit, name="record-edit"),
    path("<record_kind:kind>/<int:pk>/publish/", writing.record_publish, name="record-publish"),
    path("<record_kind:kind>/<int:pk>/withdraw/", writing.record_withdraw, name="record-withdraw"),
]
