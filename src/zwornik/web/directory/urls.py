from django.urls import include, path

from zwornik.web.directory import (
    conversation_views,
    membership_views,
    merge_views,
    organisation_views,
    person_views,
    position_views,
)

app_name = "directory"
urlpatterns = [
    path("imports/", include("zwornik.web.directory.imports.urls")),
    path("organisations/", organisation_views.organisation_list, name="organisation-list"),
    path(
        "organisations/export/", organisation_views.organisation_export, name="organisation-export"
    ),
    path("organisations/add/", organisation_views.organisation_add, name="organisation-add"),
    path(
        "organisations/<int:pk>/",
        organisation_views.organisation_detail,
        name="organisation-detail",
    ),
    path(
        "organisations/<int:pk>/edit/",
        organisation_views.organisation_edit,
        name="organisation-edit",
    ),
    path(
        "organisations/<int:pk>/confirm/",
        organisation_views.organisation_confirm,
        name="organisation-confirm",
    ),
    path(
        "organisations/<int:pk>/merge/", merge_views.organisation_merge, name="organisation-merge"
    ),
    path(
        "organisations/<int:pk>/standing/",
        membership_views.membership_change,
        name="membership-change",
    ),
    path("people/", person_views.person_list, name="person-list"),
    path("people/export/", person_views.person_export, name="person-export"),
    path("people/add/", person_views.person_add, name="person-add"),
    path("people/<int:pk>/", person_views.person_detail, name="person-detail"),
    path("people/<int:pk>/edit/", person_views.person_edit, name="person-edit"),
    path("people/<int:pk>/positions/add/", position_views.position_add, name="position-add"),
    path("positions/<int:pk>/edit/", position_views.position_edit, name="position-edit"),
    path("positions/<int:pk>/end/", position_views.position_end, name="position-end"),
    path(
        "conversations/record/", conversation_views.conversation_record, name="conversation-record"
    ),
]
