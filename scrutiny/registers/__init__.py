"""Room `registers`: what officers keep from meeting to meeting, drawn from the papers of a pack: the
register of recommendations and resolutions. Takes packs, gives rows with their quotes."""
