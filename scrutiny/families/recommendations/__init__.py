"""Room `families/recommendations`: what reports recommend."""
