"""Family `attendance`: made up, to try how a family is added. Sessions missed at each school of a table."""
