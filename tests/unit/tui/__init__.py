"""Pure parts of the interface."""
