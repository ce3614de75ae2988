"""HTML screens, one folder per room."""
