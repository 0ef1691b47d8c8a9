"""Files, names and moments that are meant to do harm."""
