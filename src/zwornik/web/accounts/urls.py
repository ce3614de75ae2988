"""Addresses of signing in: those of allauth that are used here, and no others.

Left out on purpose: changing the e-mail address, by which somebody could take the address of a
person who is invited later.
"""

from allauth.account import views as signing_in
from django.urls import include, path, re_path

from zwornik.web.accounts import views

own = [path("", views.account, name="account-edit")]
password = [
    path("change/", signing_in.password_change, name="account_change_password"),
    path("set/", signing_in.password_set, name="account_set_password"),
    path("reset/", signing_in.password_reset, name="account_reset_password"),
    path("reset/done/", signing_in.password_reset_done, name="account_reset_password_done"),
    path(
        "reset/key/done/",
        signing_in.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        signing_in.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
]
urlpatterns = [
    path("", include((own, "accounts"))),
    path("login/", signing_in.login, name="account_login"),
    path("login/code/", signing_in.request_login_code, name="account_request_login_code"),
    path("login/code/confirm/", signing_in.confirm_login_code, name="account_confirm_login_code"),
    path("logout/", signing_in.logout, name="account_logout"),
    path("inactive/", signing_in.account_inactive, name="account_inactive"),
    path("signup/", signing_in.signup, name="account_signup"),
    path("reauthenticate/", signing_in.reauthenticate, name="account_reauthenticate"),
    path("password/", include(password)),
    path("2fa/", include("allauth.mfa.urls")),
]
