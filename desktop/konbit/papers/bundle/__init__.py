"""The bundle of annexes: scans, photos and foreign PDFs in order, numbered, with cover and index, in one clean PDF.

Every foreign file is opened in the jail; what comes back are sheets: an encoded picture, or a page that only draws.
"""
