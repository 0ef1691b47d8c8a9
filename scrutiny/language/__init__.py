"""Room `language`: what every room needs of English, once: dates, number words, counts, cited pages.

Takes strings and numbers, gives strings and values. Does not know what is asked of it.
"""
