"""Sheets for the person: one page, both tongues side by side, to take along."""
