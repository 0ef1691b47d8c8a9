"""scrutiny: the paperwork of council overview and scrutiny, read, cut up and checked.

Takes the public reports packs that UK councils publish; gives parts, logs and findings in which every
line names the page it came from. Importing this package imports no PDF library: the rooms below it
(`scrutiny.pdf`, `scrutiny.pack`, ...) are imported by whoever needs them.
"""

__version__ = "0.1.0"
