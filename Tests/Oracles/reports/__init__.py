"""What Strata's reports say, computed from the rows of its database by plain loops."""
