// This floor is empty so far.
