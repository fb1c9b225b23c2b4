"""`make bench`, `make soak`: what the program costs, beside bare parts of the same run. No test: it fails nothing."""
