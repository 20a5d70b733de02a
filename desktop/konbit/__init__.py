"""Konbit: neighbours who work one another's field together."""
