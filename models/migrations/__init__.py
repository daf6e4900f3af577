"""The schema's history; what `run` needs to know of it at every start is cheap and stands here."""

from sqlalchemy import Connection, text

HEAD = "0007"  # the newest revision in versions/; a test keeps it true


def is_current(connection: Connection) -> bool:
    """Whether the database has the newest schema, told without importing Alembic."""
    return revision(connection) == HEAD


def revision(connection: Connection) -> str | None:
    """The revision the database is at; None for a database never migrated."""
    if not connection.dialect.has_table(connection, "alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found
