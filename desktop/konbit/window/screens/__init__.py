"""The screens: each takes the session, shows it, and says where to go next."""
