"""Writs: a pack's templates become typed blocks, and the blocks become a PDF, two columns or a DOCX.

`rendering.render` is the one way in; `pdf`, `columns` and `docx` draw its `Writ`. What a template may say is in
`markup` (lines) and `vocabulary` (filters, tests and functions).
"""
