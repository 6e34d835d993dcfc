"""Units of behaviour."""
