from django.urls import path

from zwornik.web.audits import answering, deciding, handing_in, lists, planning, records

app_name = "audits"
urlpatterns = [
    path("", lists.audit_list, name="audit-list"),
    path("plan/", planning.audit_plan, name="audit-plan"),
    path("<int:pk>/", records.audit_detail, name="audit-detail"),
    path("<int:pk>/print/", records.audit_print, name="audit-print"),
    path("<int:pk>/send/", deciding.audit_send, name="audit-send"),
    path("<int:pk>/remind/", deciding.audit_remind, name="audit-remind"),
    path("<int:pk>/return/", deciding.audit_return, name="audit-return"),
    path("<int:pk>/close/", deciding.audit_close, name="audit-close"),
    path("<int:pk>/cancel/", deciding.audit_cancel, name="audit-cancel"),
    path("<int:pk>/respondent/", planning.audit_respondent, name="audit-respondent"),
    path("<int:pk>/answer/", answering.answer, name="answer"),
    path("<int:pk>/answer/<slug:section>/", answering.answer_section, name="answer-section"),
    path("<int:pk>/answer/<slug:section>/save/", answering.answer_save, name="answer-save"),
    path("<int:pk>/submit/", handing_in.submit, name="submit"),
    path("<int:pk>/thanks/", handing_in.thanks, name="thanks"),
]
