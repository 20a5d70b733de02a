"""The PDF engine: it fills, draws and proves forms by full field name, and knows nothing of law or of cases.

A form is compiled once from its bytes (`compiled.compile_form`) and then filled many times; each filling
appends to the form only the objects that changed (ISO 32000-1, 7.5.6 Incremental updates).
Foreign files go through `jail` first. Import the modules where they are used: most of them load pypdf,
reportlab or pypdfium2.
"""
