"""Money: the quotient familial by date, tariffs, invoices that nothing changes, references and payments."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

GUARDED = ("invoice", "invoice_line")
ALWAYS = "2000-01-01"  # what is known today counts for the past too


def upgrade() -> None:
    op.create_table(
        "quotient",
        sa.Column("household_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["household_id"], ["household.id"], name=op.f("fk_quotient_household_id_household")),
        sa.PrimaryKeyConstraint("household_id", "since", name=op.f("pk_quotient")),
    )
    op.execute(
        f"INSERT INTO quotient (household_id, since, value) SELECT id, '{ALWAYS}', quotient_familial"
        " FROM household WHERE quotient_familial IS NOT NULL"
    )
    with op.batch_alter_table("household") as household:
        household.drop_column("quotient_familial")
        household.add_column(sa.Column("staff", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("household") as household:
        household.alter_column("staff", server_default=None)
    op.create_table(
        "tariff",
        sa.Column("service", sa.String(length=20), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("terms", sa.JSON(), nullable=False),
        sa.Column("imported_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("service", "since", name=op.f("pk_tariff")),
    )
    op.create_table(
        "invoice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("household_id", sa.Integer(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("credits_id", sa.Integer(), nullable=True),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("debtor", sa.JSON(), nullable=False),
        sa.Column("why", sa.String(), nullable=True),
        sa.Column("issued_at", sa.DateTime(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["household_id"], ["household.id"], name=op.f("fk_invoice_household_id_household")),
        sa.ForeignKeyConstraint(["credits_id"], ["invoice.id"], name=op.f("fk_invoice_credits_id_invoice")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_invoice_account_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoice")),
        sa.UniqueConstraint("year", "number", name=op.f("uq_invoice_year_number")),
        sa.UniqueConstraint(
            "household_id", "month", "kind", "revision", name=op.f("uq_invoice_household_id_month_kind_revision")
        ),
        sa.UniqueConstraint("credits_id", name=op.f("uq_invoice_credits_id")),
    )
    op.create_index(op.f("ix_invoice_month"), "invoice", ["month"])
    op.create_table(
        "invoice_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("invoice_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("child_id", sa.Integer(), nullable=True),
        sa.Column("child", sa.String(), nullable=False),
        sa.Column("service", sa.String(length=20), nullable=True),
        sa.Column("days", sa.JSON(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("unit", sa.Integer(), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("price", sa.JSON(), nullable=True),
        sa.Column("source_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoice.id"], name=op.f("fk_invoice_line_invoice_id_invoice")),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_invoice_line_child_id_child")),
        sa.ForeignKeyConstraint(["source_id"], ["invoice.id"], name=op.f("fk_invoice_line_source_id_invoice")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoice_line")),
        sa.UniqueConstraint("invoice_id", "position", name=op.f("uq_invoice_line_invoice_id_position")),
        sa.UniqueConstraint("source_id", name=op.f("uq_invoice_line_source_id")),
    )
    op.create_table(
        "treasury_reference",
        sa.Column("invoice_id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("entered_at", sa.DateTime(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoice.id"], name=op.f("fk_treasury_reference_invoice_id_invoice")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_treasury_reference_account_id_account")),
        sa.PrimaryKeyConstraint("invoice_id", name=op.f("pk_treasury_reference")),
        sa.UniqueConstraint("reference", name=op.f("uq_treasury_reference_reference")),
    )
    op.create_table(
        "payment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("invoice_id", sa.Integer(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.Column("entered_at", sa.DateTime(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["invoice_id"], ["invoice.id"], name=op.f("fk_payment_invoice_id_invoice")),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_payment_account_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payment")),
        sa.UniqueConstraint(
            "invoice_id", "paid_on", "cents", "nth", name=op.f("uq_payment_invoice_id_paid_on_cents_nth")
        ),
    )
    _guard()


def _guard() -> None:
    """No row of an invoice is ever changed, whoever writes to the database."""
    if op.get_bind().dialect.name == "sqlite":
        for table in GUARDED:
            op.execute(
                f"CREATE TRIGGER {table}_is_kept BEFORE UPDATE ON {table}"
                " BEGIN SELECT RAISE(ABORT, 'immutable'); END"
            )
        return
    op.execute(
        "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql"
        " AS 'BEGIN RAISE EXCEPTION ''immutable''; END'"
    )
    for table in GUARDED:
        op.execute(
            f"CREATE TRIGGER {table}_is_kept BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )


def downgrade() -> None:
    for table in ("payment", "treasury_reference", "invoice_line", "invoice", "tariff"):
        op.drop_table(table)
    with op.batch_alter_table("household") as household:
        household.drop_column("staff")
        household.add_column(sa.Column("quotient_familial", sa.Integer(), nullable=True))
    op.execute(
        "UPDATE household SET quotient_familial = (SELECT value FROM quotient WHERE household_id = household.id"
        " ORDER BY since DESC LIMIT 1)"
    )
    op.drop_table("quotient")
