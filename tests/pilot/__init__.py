"""The app under a user's hands, in memory."""
