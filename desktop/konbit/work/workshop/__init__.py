"""The form workshop: a PDF that a clinic was given becomes a form of its own, filled like those of the pack.

sheet = open_sheet(path)                    # in a child process: fields, pages, what is printed near each place
draft = Draft(sheet)
offers = Finder(pack).search("apellido", spot)     # or .propose(spot, words)
draft = draft.link(spot, offers[0], pack)          # every change gives a new draft; .undo() the one before
tried = try_draft(office, draft, case, today)      # filled and proved, nothing kept
form = save_draft(office, draft, Title(…), folder) # PDF and map, whole or not at all
"""
