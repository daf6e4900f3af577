"""`make bench`: every benchmark, in one table."""

from itertools import chain

from tests.bench import bookings, french, invoices, reminders, tables
from tests.bench.report import table

if __name__ == "__main__":
    print(table(chain(french.rows(), reminders.rows(), tables.rows(), invoices.rows(), bookings.rows())))  # noqa: T201
