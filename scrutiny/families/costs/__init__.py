"""Room `costs`: what a placement costs. A report or parameters in, every figure recomputed with its working out.

No number stands in a formula: they come from the report or from dated parameter files with their source. Everything
is exact: decimals and fractions, rounded once, at the end."""
