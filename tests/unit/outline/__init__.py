"""The outline engine."""
