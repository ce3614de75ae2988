from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "zwornik.web"
    label = "web"

    def ready(self) -> None:
        """Check at start that the assets of the pages are there."""
        import zwornik.web.checks  # noqa: F401, PLC0415
