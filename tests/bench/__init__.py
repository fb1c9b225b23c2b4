"""`make bench` and `make soak`: what the program costs, against bare parts of the same run. No test: nothing here passes."""
