"""Room `minutes`: a minutes document in, its items, actions and resolutions out."""

from scrutiny.minutes.actions import Action, find_actions
from scrutiny.minutes.grammar import RULES, ActionKind, Rule
from scrutiny.minutes.items import MinuteItem, find_items
from scrutiny.minutes.resolutions import Resolution, find_resolutions

__all__ = [
    "RULES",
    "Action",
    "ActionKind",
    "MinuteItem",
    "Resolution",
    "Rule",
    "find_actions",
    "find_items",
    "find_resolutions",
]
