"""Draws one picture for the program that asks on standard input."""

import pickle
import sys

from bot.pictures.apart import draw_here

if __name__ == "__main__":
    locale, what, shown = pickle.load(sys.stdin.buffer)  # noqa: S301 - of the program that started this one
    sys.stdout.buffer.write(draw_here(locale, what, *shown))
