"""Room `minutes`: a minutes document in, its items and resolutions out."""

from scrutiny.minutes.items import MinuteItem, find_items
from scrutiny.minutes.resolutions import Resolution, find_resolutions

__all__ = ["MinuteItem", "Resolution", "find_items", "find_resolutions"]
