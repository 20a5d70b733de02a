"""Tongues: catalogues, dates, numbers in words, lists, and the tools that keep the Creole honest."""
