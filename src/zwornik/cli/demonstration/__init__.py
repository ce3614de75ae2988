"""The demonstration cluster: invented organisations, people and records, loaded from data files."""
