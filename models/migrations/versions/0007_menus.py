"""Menus: a day's dishes, a week's photo, and when each account wants the week's."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "day_menu",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("dishes", sa.JSON(), nullable=False),
        sa.Column("allergens", sa.JSON(), nullable=True),
        sa.Column("vegetarian", sa.Boolean(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_day_menu")),
    )
    op.create_table(
        "menu_photo",
        sa.Column("monday", sa.Date(), nullable=False),
        sa.Column("file_id", sa.String(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("monday", name=op.f("pk_menu_photo")),
    )
    op.add_column("reminder_choice", sa.Column("menus", sa.Time(), nullable=True))


def downgrade() -> None:
    op.drop_column("reminder_choice", "menus")
    op.drop_table("menu_photo")
    op.drop_table("day_menu")
