"""How Polish offices write dates and numbers."""

DATE_FORMAT = "j E Y \\r."
DATETIME_FORMAT = "j E Y \\r., H.i"
TIME_FORMAT = "H.i"
DECIMAL_SEPARATOR = ","
THOUSAND_SEPARATOR = "\xa0"
NUMBER_GROUPING = 3
DATE_INPUT_FORMATS = ["%Y-%m-%d", "%d.%m.%Y"]
