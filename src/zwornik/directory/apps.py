from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "zwornik.directory"
    label = "directory"

    def ready(self) -> None:
        """Load the rules, so that rights are known."""
        import zwornik.directory.rules  # noqa: F401, PLC0415
