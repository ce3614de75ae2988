"""Standard lists as data files, each with its loader."""
