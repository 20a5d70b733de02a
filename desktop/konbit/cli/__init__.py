"""The command line: every job without a display, by the contract of `docs/cli.md`."""
