"""Many at once: rows through worker processes, with a ledger on disk, so that a crash costs no work and one bad row
costs only itself. It knows nothing of cases or papers: `work` says what is done with a row."""
