"""How a clause is said: an order, a question, a condition, a doubt; what is only thought or asked changes nothing."""

from enum import StrEnum

from locales.fr.kinds import kind


class Mood(StrEnum):
    """What keeps a clause from being an order, by what its words tell."""

    HOW = "how"  # « comment annuler lundi ? »: how it is done is asked
    REMIND = "remind"  # « rappelle-moi d'annuler »
    KEEP = "keep"  # « n'annulez pas lundi »: what stands is to stay
    DIET = "diet"  # « Léa ne mange pas de porc »
    REMARK = "remark"  # « pas de souci pour lundi », « merci pour la cantine »
    PAST = "past"  # « la cantine de mardi, c'était bon »


MOODS = {kind(mood.value): mood for mood in Mood}
