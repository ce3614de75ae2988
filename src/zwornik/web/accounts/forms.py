"""The forms of signing in, with the wording and the controls of the house."""

from typing import Any

from allauth.account import forms as signing_in
from allauth.mfa.base import forms as second_factor
from allauth.mfa.totp import forms as totp
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from zwornik.web.shell.forms import DressedForm, dress

PASSWORD_HINT = _("At least 10 characters; a few words are easy to remember and hard to guess.")
WORDING: dict[str, tuple[Any, Any]] = {
    # field: label, help
    "login": (_("E-mail address"), ""),
    "email": (_("E-mail address"), _("The one to which the invitation was sent.")),
    "password": (_("Password"), ""),
    "remember": (_("Keep me signed in on this device"), ""),
    "oldpassword": (_("Present password"), ""),
    "password1": (_("New password"), PASSWORD_HINT),
    "password2": (_("New password, once more"), ""),
    "code": (_("Code"), ""),
}


class WordedMixin:
    """Gives the fields of a form our labels, help and controls, and no grey texts inside them."""

    fields: dict[str, forms.Field]
    wording: dict[str, tuple[Any, Any]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label, field.help_text = {**WORDING, **self.wording}[name]
            field.widget.attrs.pop("placeholder", None)
        dress(self.fields.values())


class LoginForm(WordedMixin, signing_in.LoginForm):  # type: ignore[misc]
    """Signing in with a password."""


class RequestLoginCodeForm(WordedMixin, signing_in.RequestLoginCodeForm):  # type: ignore[misc]
    """Asking for a code by e-mail."""


class ConfirmLoginCodeForm(WordedMixin, signing_in.ConfirmLoginCodeForm):  # type: ignore[misc]
    """Typing the code that came by e-mail."""

    wording = {"code": (_("Code from the e-mail"), "")}


class ResetPasswordForm(WordedMixin, signing_in.ResetPasswordForm):  # type: ignore[misc]
    """Asking for a link with which a new password is set."""


class ResetPasswordKeyForm(WordedMixin, signing_in.ResetPasswordKeyForm):  # type: ignore[misc]
    """A new password, after following the link."""


class ChangePasswordForm(WordedMixin, signing_in.ChangePasswordForm):  # type: ignore[misc]
    """A new password in place of the present one."""


class SetPasswordForm(WordedMixin, signing_in.SetPasswordForm):  # type: ignore[misc]
    """The first password of an account."""


class ReauthenticateForm(WordedMixin, signing_in.ReauthenticateForm):  # type: ignore[misc]
    """The password once more, before a change that matters for safety."""


class AuthenticateForm(WordedMixin, second_factor.AuthenticateForm):  # type: ignore[misc]
    """The code of the second factor."""

    wording = {"code": (_("Code from the app"), _("Or one of the recovery codes."))}


class ReauthenticateByCodeForm(WordedMixin, second_factor.ReauthenticateForm):  # type: ignore[misc]
    """The code of the second factor once more."""

    wording = AuthenticateForm.wording


class ActivateTOTPForm(WordedMixin, totp.ActivateTOTPForm):  # type: ignore[misc]
    """The first code of the app, which shows that it was set up."""

    wording = {
        "code": (_("Code from the app"), _("Six digits; a new code appears every 30 seconds."))
    }


class AccountForm(DressedForm):
    """How a person is called, and in which language e-mails come."""

    name = forms.CharField(label=_("Full name"), max_length=160)
    language = forms.ChoiceField(
        label=_("Language of e-mails"),
        choices=settings.LANGUAGES,
        help_text=_("Pages are read in either language at any time."),
    )
