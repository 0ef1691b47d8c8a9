"""Room `language`: what every room needs of English. Takes strings; knows nothing of councils."""
