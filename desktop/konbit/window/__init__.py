"""All Qt of the program. Nothing outside this folder imports Qt, and nothing in it knows any law."""

from konbit.window.immortals import keep_alive

keep_alive()
