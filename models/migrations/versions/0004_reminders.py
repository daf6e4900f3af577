"""reminders as each account wants them"""

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('muted_week',
    sa.Column('household_id', sa.Integer(), nullable=False),
    sa.Column('monday', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['household_id'], ['household.id'], name=op.f('fk_muted_week_household_id_household')),
    sa.PrimaryKeyConstraint('household_id', 'monday', name=op.f('pk_muted_week'))
    )
    op.create_table('reminder_choice',
    sa.Column('account_id', sa.Integer(), nullable=False),
    sa.Column('evening', sa.Time(), nullable=True),
    sa.Column('before', sa.Integer(), nullable=True),
    sa.Column('plan', sa.Time(), nullable=True),
    sa.Column('quiet', sa.String(), nullable=False),
    sa.Column('off', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_reminder_choice_account_id_account')),
    sa.PrimaryKeyConstraint('account_id', name=op.f('pk_reminder_choice'))
    )
    # Marks of rounds are of use for a day or two only; what keeps a reminder from coming twice is its letter's key,
    # which now says the household too: whoever lives in two is reminded of both.
    op.execute("UPDATE letter SET key = key || ':' || household_id WHERE kind = 'reminder' AND key IS NOT NULL")
    op.drop_table('reminder_round')
    op.create_table('reminder_round',
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('due', sa.DateTime(), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.PrimaryKeyConstraint('day', 'kind', 'due', name=op.f('pk_reminder_round'))
    )


def downgrade() -> None:
    op.drop_table('reminder_round')
    op.create_table('reminder_round',
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('moment', sa.String(), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.PrimaryKeyConstraint('day', 'moment', name=op.f('pk_reminder_round'))
    )
    op.drop_table('reminder_choice')
    op.drop_table('muted_week')
