"""Room `families/minutes`: minutes, notices of decisions and action logs."""
