"""Signing in with a code, strangers, groups, files."""

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from models.actions import invitations
from models.tables import Account, Guardian, Household, Letter
from models.vocabulary import Stamp
from tests.telegram import Person
from tests.town import AGENT, CAMILLE, SECRETARY, STRANGER, Town

NEW = Person(50, "Julie")


def invited(town: Town) -> str:
    """A code for Julie Durand, of the Durands."""

    def write(session: Session) -> str:
        home = session.scalars(select(Household).where(Household.key == "durand")).one()
        guardian = Guardian(household_id=home.id, first_name="Julie", last_name="Durand")
        session.add(guardian)
        session.flush()
        return invitations.invite(session, guardian, Stamp(None, town.clock()))

    return town.read(write)


async def test_a_code_names_the_children_asks_and_binds_the_account(town: Town) -> None:
    code = invited(town)
    asked = await town.hears(NEW, f"/start {code}")
    assert asked.says("Julie Durand", "Léa et Tom", "C’est bien vous ?")
    assert asked.keys == ["Oui", "Non"]
    assert (await town.tapped(NEW, "Oui")).says("Bienvenue", "votre compte Telegram est la clé")
    assert (await town.hears(NEW, "/start")).says("Rebonjour Julie Durand")


async def test_a_code_typed_alone_with_small_letters_and_no_dashes_is_read(town: Town) -> None:
    code = invited(town).replace("-", "").lower()
    assert (await town.hears(NEW, code)).says("C’est bien vous ?")


async def test_a_code_works_once(town: Town) -> None:
    code = invited(town)
    await town.hears(NEW, f"/start {code}")
    await town.tapped(NEW, "Oui")
    assert (await town.hears(STRANGER, f"/start {code}")).says("Ce code ne marche pas")


async def test_two_people_with_the_same_code_only_the_first_to_say_yes_gets_in(town: Town) -> None:
    code = invited(town)
    await town.hears(NEW, f"/start {code}")
    await town.hears(STRANGER, f"/start {code}")
    await town.tapped(NEW, "Oui")
    assert (await town.tapped(STRANGER, "Oui")).says("Ce code ne marche pas")
    accounts = town.read(lambda session: session.scalars(select(Account.telegram_id)).all())
    assert NEW.id in accounts
    assert STRANGER.id not in accounts


async def test_no_leaves_the_code_alive(town: Town) -> None:
    code = invited(town)
    await town.hears(NEW, f"/start {code}")
    assert (await town.tapped(NEW, "Non")).says("je n’ai rien fait")
    assert (await town.hears(NEW, f"/start {code}")).says("C’est bien vous ?")


async def test_five_wrong_codes_lock_that_account_out_for_an_hour_even_with_a_good_one(town: Town) -> None:
    code = invited(town)
    for _ in range(5):
        assert (await town.hears(NEW, "/start 0000-0000-0000")).says("Ce code ne marche pas")
    assert (await town.hears(NEW, f"/start {code}")).says("Trop de codes essayés")
    town.now("2026-11-26 11:01")
    assert (await town.hears(NEW, f"/start {code}")).says("C’est bien vous ?")


async def test_fifty_wrong_codes_in_an_hour_raise_the_alarm_once(town: Town) -> None:
    for number in range(51):
        await town.hears(Person(1000 + number, "X"), "/start 0000-0000-0000")
    alarms = [message for message in town.telegram.answers(SECRETARY) if "codes faux" in message.text]
    assert len(alarms) == 1


@pytest.mark.parametrize("words", ["bonjour", "réserver cantine jeudi", "/planning", "/aide", "/recu K7-4F2"])
async def test_a_stranger_gets_the_mairie_s_telephone_and_nothing_else(town: Town, words: str) -> None:
    heard = await town.hears(STRANGER, words)
    assert heard.says("Sercus", "03 20 00 00 00")
    assert heard.says_nothing_of("Léa", "Camille")
    assert heard.keys == []


async def test_a_stranger_with_a_forged_button_gets_the_same(town: Town) -> None:
    await town.hears(STRANGER, "bonjour")
    for data in ("v:1", "u:1", "g:1:1", "p:planning", "nonsense", "w:1:1", "", "v:" + "9" * 40):
        if data:
            assert (await town.forged(STRANGER, data)).says_nothing_of("Léa", "Camille")


async def test_each_role_sees_its_own_commands_only(town: Town) -> None:
    code = invited(town)
    await town.hears(NEW, f"/start {code}")
    await town.tapped(NEW, "Oui")
    await town.telegram.until(lambda: "reserver" in town.telegram.menu(NEW))
    assert "recu" not in town.telegram.menu(NEW)
    assert (await town.hears(NEW, "/recu K7-4F2")).says("Je ne peux pas faire cela pour vous")
    assert (await town.hears(AGENT, "/planning")).says("Je ne peux pas faire cela pour vous")


async def test_whoever_gives_a_command_has_the_menu_as_it_is_now_and_once(town: Town) -> None:
    assert "appel" in town.telegram.menu(AGENT)
    former = update(Letter).where(Letter.kind == "menu", Letter.chat_id == AGENT.id).values(key="of a former version")
    town.read(lambda session: session.execute(former))
    before = len(town.telegram.calls_to("setMyCommands"))
    await town.hears(AGENT, "Tom 18h")
    assert len(town.telegram.calls_to("setMyCommands")) == before
    for text in ("/aide", "/pointage", "/aide"):
        await town.hears(AGENT, text)
    assert len(town.telegram.calls_to("setMyCommands")) == before + 1


async def test_in_a_group_one_line_then_the_bot_leaves(town: Town) -> None:
    town.telegram.adds_to_group(CAMILLE, -500)
    await town.rest()
    await town.telegram.until(lambda: town.telegram.calls_to("leaveChat"))
    said = [message.text for message in town.telegram.answers(-500)]
    assert len(said) == 1
    assert "tête-à-tête" in said[0]


async def test_a_voice_message_a_photo_and_a_file_are_answered_and_not_downloaded(town: Town) -> None:
    for send, words in (
        (lambda: town.telegram.sends_voice(CAMILLE), "écrivez-moi"),
        (lambda: town.telegram.sends_photo(CAMILLE, b"x"), "n’a pas été lu"),
        (lambda: town.telegram.sends_document(CAMILLE, "certificat.pdf", b"%PDF"), "n’a pas été lu"),
    ):
        assert (await town.told(CAMILLE, send)).says(words)
    assert not town.telegram.calls_to("getFile")


async def test_whoever_blocks_the_bot_is_left_alone_until_they_come_back(town: Town) -> None:
    town.telegram.blocks(CAMILLE)
    await town.rest()
    blocked = town.read(lambda s: s.scalars(select(Account.blocked_at).where(Account.telegram_id == CAMILLE.id)).one())
    assert blocked is not None
    town.telegram.unblocks(CAMILLE)
    await town.rest()
    assert (await town.hears(CAMILLE, "/start")).says("Rebonjour")
