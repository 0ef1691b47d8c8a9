"""Part of the room `language`: the words that say which way a figure went.

Patterns without groups, to be set into others with `re.IGNORECASE`.
"""

UP = (
    r"(?:increas\w*|r[io]se[ns]?|rising|gr[eo]w\w*|up|higher|more|climb\w*|jump\w*|widened|soared|surged|"
    r"(?<!no )longer|greater|larger)(?!-[a-z])"
)
DOWN = (
    r"(?:decreas\w*|f[ae]ll(?:s|en|ing)?|reduc\w*|drop\w*|declin\w*|down|lower|fewer|less|cut|narrowed|shr[au]nk|shortened|"
    r"slipped|dipped|shorter|smaller)(?!-[a-z])"
)
"""Not the first part of a word of two: "drop-in", "cut-off", "lower-tier"."""
ABOVE = r"above|beyond|ahead\s+of"
BELOW = r"below|short\s+of|behind"
"""Where a figure lies, seen from another; "over" and "under" say as often how exact one is."""

PLANNED = (
    r"(?:targets?|goals?|aim(?:s|ed|ing)?|ambitions?|expect(?:s|ed|ing)?|plan(?:s|ned)?|forecasts?|budget(?:s|ed)?|"
    r"estimate[sd]?|intend(?:s|ed)?|anticipated|projected|proposed)"
)
"""What a figure was meant to be, beside what it came to."""

COMPARED = r"(?:quick|fast|slow|soon|lat|earli|cheap|dear|strong|weak|old|clos|near|wid|heavi|light)er|better|worse"
"""What compares two figures and says of each measure another way: "quicker" of days is down."""
