"""Room `reports`: a report document in, its recommendations out."""

from scrutiny.reports.recommendations import Recommendation, find_recommendations, worth_reading

__all__ = ["Recommendation", "find_recommendations", "worth_reading"]
