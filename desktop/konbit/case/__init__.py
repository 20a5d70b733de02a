"""What is known of a household: answers, their source, an append-only history. Immutable values, no I/O."""
