"""From facts to verdicts, reasons, questions and dates. Pure: the day of evaluation is passed in."""
