"""`make bench` and `make soak`: what the program costs, beside bare parts of the same run. Nothing here fails."""
