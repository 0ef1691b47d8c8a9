"""Family `recommendations`: what reports recommend, and what meetings resolve."""
