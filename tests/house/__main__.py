"""`python -m tests.house` prints how full the house is."""

import sys

from tests.house.measures import measures

sys.stdout.writelines(f"{found:4} of {most:2}  {name}\n" for name, found, most in measures())
