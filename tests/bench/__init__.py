"""`make bench`: what the mail side costs, against bare parts measured in the same run. No test: nothing here passes."""
