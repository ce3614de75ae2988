from django.urls import path

from zwornik.web.directory.imports import results, steps

urlpatterns = [
    path("", results.import_list, name="import-list"),
    path("start/", steps.import_start, name="import-start"),
    path("sample/", steps.import_sample, name="import-sample"),
    path("files/<str:token>/columns/", steps.import_mapping, name="import-mapping"),
    path("files/<str:token>/review/", steps.import_review, name="import-review"),
    path("files/<str:token>/bad-rows/", steps.import_bad_rows, name="import-bad-rows"),
    path("<int:pk>/", results.import_detail, name="import-detail"),
    path("<int:pk>/undo/", results.import_undo, name="import-undo"),
]
