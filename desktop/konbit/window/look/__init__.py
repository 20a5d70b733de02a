"""How Konbit looks: colours, letters, one sheet, and the theme that joins them."""
