"""Whether a sentence about money asks for the tax certificate: « il me faut l’attestation pour les impôts »."""

import re

from models.files.text import fold

CERTIFICATE = re.compile(r"\battestations?\b|\bfiscale?s?\b|\bimpots?\b")


def is_about_certificates(text: str) -> bool:
    return bool(CERTIFICATE.search(fold(text)))
