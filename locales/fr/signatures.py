"""Who writes: words that sign or address a message, and words that stand where somebody's name would."""

from locales.fr.kinds import kinds
from locales.fr.lexicon import LEXICON, PHRASED
from locales.fr.reader import Reader
from locales.fr.scanning import Raw

COURTESY = {"mme", "madame", "mr", "monsieur", "cordialement", "cdt", "bonjour", "bonsoir", "salut"}
FAREWELLS = {*COURTESY, "merci", "avance", "remercie", "journee", "soiree", "bientot", "cdlt", "salutations", "bien"}
LONGEST_SIGNATURE = 5
EAT, FOR, MONTH, FEAST = kinds("eat for month feast")


def is_addressed(reader: Reader) -> bool:
    """Whether the word just read signs or addresses the message: « Mme Martin », « Bonjour Sandrine, »."""
    words = [raw.plain for raw in reader.raws[max(reader.at - 3, 0) : reader.at - 1] if raw.what == "word"]
    return bool(words) and words[-1] in COURTESY and (reader.after is None or reader.after.what == "mark")


def is_signed(reader: Reader) -> bool:
    """Whether what is left, from the word just read on, signs the message: « Merci d'avance, Camille Martin »."""
    here = reader.at - 1
    before, rest = reader.raws[max(here - 5, 0) : here], reader.raws[here:]
    if not before or before[-1].what != "mark" or len(rest) > LONGEST_SIGNATURE:
        return False
    if any(raw.plain in reader.names.first_words or not (raw.is_proper or raw.what == "mark") for raw in rest):
        return False
    return any(raw.plain in FAREWELLS for raw in before)


def is_subject(reader: Reader, raw: Raw) -> bool:
    """« Noël mange lundi »: what would be a day is somebody, who need not be of the household."""
    if not _eats_next(reader):
        return False
    is_feast = any(not rest and name == FEAST for rest, name, _ in PHRASED.get(raw.plain, ()))
    return is_feast or LEXICON.get(raw.plain, ("",))[0] == MONTH


def is_short_name(reader: Reader, raw: Raw) -> bool:
    """« jb mange », "pour jb"."""
    return len(raw.plain) == 2 and (reader.before == FOR or _eats_next(reader))


def _eats_next(reader: Reader) -> bool:
    return reader.after is not None and LEXICON.get(reader.after.plain, ("",))[0] == EAT
