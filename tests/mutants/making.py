"""`python -m tests.mutants.making` in a copy of the project writes every mutant of it, before any test runs.

mutmut itself writes them only at the start of a run that is told which ones it shall try.
"""

from mutmut.__main__ import create_mutants
from mutmut.utils.file_utils import copy_also_copy_files, copy_src_dir

if __name__ == "__main__":
    copy_src_dir()
    copy_also_copy_files()
    create_mutants(1)
