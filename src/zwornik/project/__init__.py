"""Where everything is plugged together: settings, root addresses, the server entry."""
