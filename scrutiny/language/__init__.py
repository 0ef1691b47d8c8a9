"""Room `language`."""
