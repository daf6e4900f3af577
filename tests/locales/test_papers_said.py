"""Whether a sentence about money asks for the tax certificate."""

import pytest

from locales.fr.papers import is_about_certificates


@pytest.mark.parametrize(
    "text", ["mon attestation svp", "l’ATTESTATION FISCALE 2026", "c’est pour les impôts", "une atestation"]
)
def test_it_does(text: str) -> None:
    assert is_about_certificates(text)


@pytest.mark.parametrize("text", ["mes factures", "je conteste", "imposer", ""])
def test_it_does_not(text: str) -> None:
    assert not is_about_certificates(text)
