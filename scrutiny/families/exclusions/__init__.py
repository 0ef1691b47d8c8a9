"""Room `exclusions`: an inclusion report in, its tables of exclusions typed and recomputed out.

Knows the trade's words (year groups, key stages, panels, outreach), no school, panel, year or place."""
