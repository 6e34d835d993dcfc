"""The command line and the terminal interface over `corpus`."""
