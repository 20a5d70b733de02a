"""Papers for many cases at once: a plan, the cases or the rows of a sheet, and a report of what has to be mended."""
