"""The user's verbs (open, check, ask, fill, write): plain functions that both doors call."""
