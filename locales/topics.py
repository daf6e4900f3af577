"""What people talk of besides bookings: each subject has its words (fr/topics.py) and its answer (fr/topics.ftl)."""

from enum import StrEnum


class Topic(StrEnum):
    """A subject; its value names its sentence, `topic-{value}`."""

    EMERGENCY = "emergency"
    HARM = "harm"  # done to a child
    LATE = "late"  # to fetch a child
    ACCOUNT = "account"  # to be forgotten, or to have one's data
    REMINDERS = "reminders"
    SECOND_PARENT = "second-parent"
    ACCESS = "access"  # a code lost, no way in
    FETCHING = "fetching"  # who may come for a child
    WHOM_TO_TELL = "whom-to-tell"  # of an absence
    BILL = "bill"  # one that is disputed
    PAYMENT = "payment"
    PRICES = "prices"
    ALLERGY = "allergy"
    DIET = "diet"
    MOVING = "moving"  # house or school; an address, a telephone that changes
    TEACHER = "teacher"
    STRIKE = "strike"
    TRIP = "trip"
    LOST_ITEM = "lost-item"
    COMPLAINT = "complaint"
    PRAISE = "praise"
    ILLNESS = "illness"
    HUMAN = "human"  # somebody to talk to, a telephone
    HOURS = "hours"
    PUBLIC_HOLIDAYS = "public-holidays"
    HOLIDAYS = "holidays"  # of the school, and the day it begins again
    NEEDLESS = "needless"  # whether the garderie has to be booked
    ROBOT = "robot"
    INSULT = "insult"
    TROUBLE = "trouble"  # it does not work, nothing is understood
    SCHOOL = "school"  # what is the teacher's or the head's
    APPOINTMENT = "appointment"
    ELSEWHERE = "elsewhere"  # anything else
    THANKS = "thanks"
    FAREWELL = "farewell"


MANNERS = frozenset({Topic.THANKS, Topic.FAREWELL})  # answered by a word, never by keys
# Reasons that come with a child's real absence: what is asked for beside them is done.
REASONS = frozenset({Topic.ALLERGY, Topic.ILLNESS, Topic.MOVING, Topic.STRIKE, Topic.EMERGENCY, Topic.LATE})
