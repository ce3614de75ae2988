"""Pure algorithms: arrays and small frozen records in, the same out; no Django, no network."""
