from django.apps import AppConfig


class AuditsConfig(AppConfig):
    name = "zwornik.audits"
    label = "audits"

    def ready(self) -> None:
        """Load the rules and listen to the directory."""
        import zwornik.audits.receivers  # noqa: PLC0415
        import zwornik.audits.rules  # noqa: F401, PLC0415
