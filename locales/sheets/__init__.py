"""Documents people keep: a month or a school year as a picture or a page, and the days booked for a phone's calendar.

Values in, bytes out: what is drawn was true when it was asked for, so that drawing it again draws the same.
"""
