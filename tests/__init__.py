"""Tests: units, pilots, pictures, a real terminal, benchmarks."""
