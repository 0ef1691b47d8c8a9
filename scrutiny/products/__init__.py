"""Room `products`: what is made of all families together: contents, checks, verification, the briefing.

Goes through the list of families and spells out none of them.
"""
