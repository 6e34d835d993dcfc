"""Speeches and their skeletons: reading, outlines, words, search. Knows nothing of any screen."""

__version__ = "0.1.0"
