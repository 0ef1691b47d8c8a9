"""Room `families`."""
