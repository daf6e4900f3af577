"""Which message an open screen is, and when it is recalled: what waits for Valider is kept true, and not forgotten."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("draft") as draft:
        draft.add_column(sa.Column("shown_as", sa.Integer(), nullable=True))
        draft.add_column(sa.Column("recall_at", sa.DateTime(), nullable=True))
    op.create_index(op.f("ix_draft_recall_at"), "draft", ["recall_at"])


def downgrade() -> None:
    op.drop_index(op.f("ix_draft_recall_at"), table_name="draft")
    with op.batch_alter_table("draft") as draft:
        draft.drop_column("recall_at")
        draft.drop_column("shown_as")
