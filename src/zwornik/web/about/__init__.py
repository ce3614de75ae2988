"""Pages about the installation: accessibility, data protection, the cluster."""
