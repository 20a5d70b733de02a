"""All Qt of the program. Nothing outside this folder imports Qt, and nothing in it knows any law."""

from konbit.window.none_guard import keep_none_alive

keep_none_alive()
