"""Quality systems that laboratories and makers hold certificates or accreditations of."""

QUALITY_SYSTEMS = (
    "ISO/IEC 17025",
    "ISO 15189",
    "ISO 13485",
    "ISO 9001",
    "ISO 27001",
    "ISO 20387",
    "GLP",
    "GMP",
    "GCP",
    "BSL-2",
)
