"""What it costs, beside peers in the same run."""
