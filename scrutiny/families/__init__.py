"""Room `families`: what the papers tell, one folder for each kind of fact. No family knows another."""
