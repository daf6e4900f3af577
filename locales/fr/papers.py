"""Whether a sentence about money asks for the tax certificate: « il me faut l’attestation pour les impôts »."""

from locales.fr.words_said import words_said


def is_about_certificates(text: str) -> bool:
    return any(word.value == "certificate" for word in words_said(text))
