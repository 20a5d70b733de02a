"""The pieces of every screen: plain data and words in, signals out. They know neither law nor cases.

Import each from its own module, as in `from konbit.window.parts.answer import Answer`. README.md lists them.
"""
