"""Family `minutes`: who undertook what at a meeting, and the lists of actions in reports."""
