"""`make bench` and `make soak`: what the program costs, against bare parts measured in the same run. No test: nothing here passes."""
