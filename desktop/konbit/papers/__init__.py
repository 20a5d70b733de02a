"""Papers: facts become field values, fields become filled forms, writs become pages, and the result is proved."""
