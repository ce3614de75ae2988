"""All settings in one file, read from the environment, safe unless told otherwise.

Each variable is described in `docs/administrator/settings.md`; a test compares the two.
"""

from pathlib import Path

import django_stubs_ext
import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

django_stubs_ext.monkeypatch()

env = environ.Env()
PACKAGE = Path(__file__).resolve().parents[1]
DATA = Path(env.str("ZWORNIK_DATA", default="var")).resolve()

# ── safety ──
SECRET_KEY = env.str("ZWORNIK_SECRET_KEY")
DEBUG = env.bool("ZWORNIK_DEBUG", default=False)
ALLOWED_HOSTS = env.list("ZWORNIK_HOSTS", default=[])
HTTPS = env.bool("ZWORNIK_HTTPS", default=True)
CSRF_TRUSTED_ORIGINS = env.list("ZWORNIK_ORIGINS", default=[])
CSRF_FAILURE_VIEW = "zwornik.web.shell.views.outdated"
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = ["^healthz$"]  # watchmen ask from inside, without HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
IS_BEHIND_PROXY = env.bool("ZWORNIK_BEHIND_PROXY", default=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_BEHIND_PROXY else None
ALLAUTH_TRUSTED_PROXY_COUNT = (
    1 if IS_BEHIND_PROXY else 0
)  # limits of tries count by the reader's address
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]  # other hosts of a domain are not ours
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
UPLOAD_LIMIT_MB = env.int("ZWORNIK_UPLOAD_LIMIT_MB", default=20)

# ── rooms ──
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "zwornik.accounts",
    "zwornik.core",
    "zwornik.directory",
    "zwornik.catalogue",
    "zwornik.audits",
    "zwornik.matching",
    "zwornik.web",
    "zwornik.cli",
    "zwornik.jobs",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "rules",
    "auditlog",
    "django_tasks",
    "django_tasks_db",
    "csp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "auditlog.middleware.AuditlogMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "zwornik.project.urls"
WSGI_APPLICATION = "zwornik.project.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["zwornik.web.templatetags.zwornik"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "zwornik.web.shell.context.shell",
            ],
        },
    }
]
FORM_RENDERER = "zwornik.web.shell.renderer.FieldRenderer"

# ── data ──
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA / 'zwornik.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 10,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MEDIA_ROOT = DATA / "media"
MEDIA_URL = "media/"
STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
WHITENOISE_USE_FINDERS = env.bool("ZWORNIK_STATIC_FROM_PACKAGE", default=True)
WHITENOISE_MAX_AGE = 3600
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# ── who signs in ──
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk:desk"
ACCOUNT_ADAPTER = "zwornik.web.accounts.adapter.InvitationOnly"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # accounts are made by invitation, sent to the address itself
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60  # seconds; e-mails may be slow
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_FORMS = {
    "login": "zwornik.web.accounts.forms.LoginForm",
    "request_login_code": "zwornik.web.accounts.forms.RequestLoginCodeForm",
    "confirm_login_code": "zwornik.web.accounts.forms.ConfirmLoginCodeForm",
    "reset_password": "zwornik.web.accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "zwornik.web.accounts.forms.ResetPasswordKeyForm",
    "change_password": "zwornik.web.accounts.forms.ChangePasswordForm",
    "set_password": "zwornik.web.accounts.forms.SetPasswordForm",
    "reauthenticate": "zwornik.web.accounts.forms.ReauthenticateForm",
}
ACCOUNT_LOGOUT_REDIRECT_URL = "offer:list"
ACCOUNT_SESSION_REMEMBER = None
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Zwornik"
MFA_TOTP_TOLERANCE = 1  # clocks of phones may be half a minute off
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an address is verified by the invitation sent to it
MFA_ADAPTER = "zwornik.web.accounts.adapter.SecondFactor"
MFA_FORMS = {
    "authenticate": "zwornik.web.accounts.forms.AuthenticateForm",
    "reauthenticate": "zwornik.web.accounts.forms.ReauthenticateByCodeForm",
    "activate_totp": "zwornik.web.accounts.forms.ActivateTOTPForm",
}

# ── language and time ──
LANGUAGE_CODE = env.str("ZWORNIK_LANGUAGE", default="pl")
LANGUAGES = [("pl", _("Polish")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "web" / "locale"]
TIME_ZONE = env.str("ZWORNIK_TIME_ZONE", default="Europe/Warsaw")
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = False
FORMAT_MODULE_PATH = ["zwornik.web.formats"]

# ── mail ──
EMAIL_CONFIG = env.email_url("ZWORNIK_MAIL", default=f"filemail:///{DATA / 'mail'}")
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env.str("ZWORNIK_MAIL_FROM", default="zwornik@localhost")
SITE_ADDRESS = env.str("ZWORNIK_ADDRESS", default="http://127.0.0.1:8000")

# ── trail: every record of every room (a test compares this with the model registry) ──
AUDITLOG_INCLUDE_TRACKING_MODELS = (
    {"model": "accounts.User", "exclude_fields": ["password", "last_login"]},
    "core.Cluster",
    "directory.Organisation",
    "directory.OrganisationField",
    "directory.OrganisationIdentifier",
    "directory.Person",
    "directory.Position",
    "directory.Membership",
    "directory.Seat",
    "directory.Conversation",
    "directory.ImportBatch",
    "catalogue.Technology",
    "catalogue.Need",
    "catalogue.Requirement",
    "catalogue.Competence",
    "catalogue.Equipment",
    "audits.Instrument",
    "audits.Audit",
    "audits.Answer",
    "audits.AuditOutcome",
    "matching.Decision",
    "matching.GlossaryTerm",
)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("ZWORNIK_LOG", default="WARNING")},
}
