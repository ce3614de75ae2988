from django.urls import path

from zwornik.web.directory.imports import columns, results, review, start

urlpatterns = [
    path("", results.import_list, name="import-list"),
    path("start/", start.import_start, name="import-start"),
    path("sample/", start.import_sample, name="import-sample"),
    path("files/<str:token>/columns/", columns.import_mapping, name="import-mapping"),
    path("files/<str:token>/sheet/", columns.import_sheet, name="import-sheet"),
    path("files/<str:token>/review/", review.import_review, name="import-review"),
    path("files/<str:token>/bad-rows/", review.import_bad_rows, name="import-bad-rows"),
    path("<int:pk>/", results.import_detail, name="import-detail"),
    path("<int:pk>/left-out/", results.import_left_out, name="import-left-out"),
    path("<int:pk>/undo/", results.import_undo, name="import-undo"),
]
