// An LMS is on the net: nothing is kept for a time without one.
