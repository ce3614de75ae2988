from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "zwornik.jobs"
    label = "jobs"

    def ready(self) -> None:
        """Open the queue to the rooms below and load the jobs."""
        import zwornik.jobs.work  # noqa: F401, PLC0415
        from zwornik.core.jobs import provide  # noqa: PLC0415
        from zwornik.jobs.queue import put  # noqa: PLC0415

        provide(put)
