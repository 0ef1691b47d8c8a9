"""Room `paper`."""
