// Nothing is generated so far.
