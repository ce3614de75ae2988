"""Background tasks: fetch by id, call one service, log."""
