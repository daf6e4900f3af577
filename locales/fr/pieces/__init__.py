"""What is meant by days: values that become spans of days when read against a clock."""
