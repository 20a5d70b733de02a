"""The law as data: kinds of value, the criterion tree, facts, norms, routes, deadlines; the strict loader."""
