"""What somebody's last sentence was about, so that the next one may continue it."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "context",
        sa.Column("telegram_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("requests", sa.JSON(), nullable=False),
        sa.Column("receipt_id", sa.Integer(), nullable=True),
        sa.Column("draft_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("telegram_id", name=op.f("pk_context")),
    )
    op.create_index(op.f("ix_context_at"), "context", ["at"])


def downgrade() -> None:
    op.drop_index(op.f("ix_context_at"), table_name="context")
    op.drop_table("context")
