"""The desk: what waits, what is late, what happened."""
