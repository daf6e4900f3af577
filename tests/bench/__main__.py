"""`make bench`: every benchmark, in one table."""

from itertools import chain

from tests.bench import bookings, french, invoices, mutations, reminders, tables
from tests.bench.report import table

if __name__ == "__main__":
    print(table(chain(*(each.rows() for each in (french, mutations, reminders, tables, invoices, bookings)))))  # noqa: T201
