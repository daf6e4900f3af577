"""Spreadsheets in and out: bytes on one side, clean text on the other."""
