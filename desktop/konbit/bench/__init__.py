"""What `konbit bench` measures; peers are imported where they are used."""
