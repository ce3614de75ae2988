from django.urls import path

from zwornik.web.about import views

app_name = "about"
urlpatterns = [
    path("accessibility/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    path("product/", views.product, name="product"),
    path("cluster/", views.cluster, name="cluster"),
]
