"""The demonstration, run as people run it: whole processes, sentences on their input, the database read afterwards."""

import os
import re
import select
import signal
import sqlite3
import subprocess
import sys
import termios
import time
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast
from xml.etree import ElementTree as ET

import pytest

from bot.demo.bubbles import Key, Said, Words, picture
from bot.demo.cast import PARIS, STARTS
from bot.demo.clock import SharedClock
from bot.demo.conversation import QUITTING, Conversation
from bot.demo.keyboard import Keyboard
from bot.demo.lettering import broken, runs_of, width_of
from bot.demo.moves import ImmovableError, read_move
from bot.demo.phone import Keys
from bot.demo.screen import labelled, styled
from bot.demo.stage import Stage
from bot.demo.telegram import Button, Message

COMMAND = (sys.executable, "-m", "bot", "demo")
PROCESSES = Path("/proc")
LONGEST = 60  # seconds; reached only where something is broken
THURSDAY, TUESDAY = "2026-12-03", "2026-12-01"
watching = pytest.mark.skipif(not (PROCESSES / "self").exists(), reason="no /proc to watch processes in")


class Demo:
    """A demonstration in a process of its own, on a database that outlives it."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self.database = folder / "demo.db"
        url = {"CLOCHETTE_DATABASE_URL": f"sqlite:///{self.database}"}
        self.environment = {**os.environ, **url, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8", **environment}
        self.temporary = folder / "tmp"
        self.temporary.mkdir()
        self.environment["TMPDIR"] = str(self.temporary)

    def plays(self, *lines: str, code: int = 0) -> str:
        """What it prints for these lines; it ends by itself with `code`, and leaves nothing behind."""
        said = "".join(f"{line}\n" for line in lines)
        done = subprocess.run(
            COMMAND, input=said, env=self.environment, capture_output=True, text=True, timeout=LONGEST, check=False
        )
        assert done.stderr == ""
        assert done.returncode == code, done.stdout
        assert not list(self.temporary.iterdir())
        return done.stdout

    def starts(self) -> "subprocess.Popen[str]":
        """Running and ready, its first answer given."""
        process = subprocess.Popen(
            COMMAND, env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )
        assert process.stdin
        assert process.stdout
        process.stdin.write("bonjour\n")
        while "🙂" not in process.stdout.readline():
            assert process.poll() is None
        return process

    def meals(self, day: str) -> list[tuple[str, str]]:
        """Who is booked at the canteen that day, and in which state."""
        found = (
            "SELECT first_name, state FROM booking JOIN child ON child.id = booking.child_id "
            "WHERE day = ? AND service = 'cantine' AND last_name = 'Durand' ORDER BY first_name"
        )
        with closing(sqlite3.connect(self.database)) as connection:
            return connection.execute(found, (day,)).fetchall()


@pytest.fixture
def demo(tmp_path: Path) -> Demo:
    return Demo(tmp_path)


@pytest.mark.slow
def test_a_sentence_on_its_input_is_answered_kept_and_the_demonstration_ends(demo: Demo) -> None:
    printed = demo.plays("réserver cantine jeudi")
    opening, _, answer = printed.partition("Camille · jeudi 26 novembre, 10\N{NO-BREAK SPACE}h")
    assert len(opening.splitlines()) <= 6
    assert all(len(line) <= 80 for line in opening.splitlines())
    assert "réserver cantine jeudi" in answer
    assert "• jeudi 3 décembre" in answer
    assert "[1] Annuler cette action" in answer
    assert "📬 pour Alex" in answer
    assert "\x1b" not in printed
    assert demo.meals(THURSDAY) == [("Léa", "reservee"), ("Tom", "reservee")]


@pytest.mark.slow
def test_a_recap_is_validated_a_reminder_answered_by_number_and_a_cut_off_passes(demo: Demo) -> None:
    printed = demo.plays(
        "garderie du soir du 7 au 11 décembre",
        "1",
        "il est dimanche 29 novembre 18 h",
        "1",
        "il est mardi 9 h 01",
        "réserver cantine jeudi",
        "corriger : réserver cantine vendredi 11 décembre",
    )
    recap, validated, reminder, booked, moved, refused, corrected = _turns(printed)
    assert "[1] Valider  [2] Abandonner" in recap
    assert "message modifié" in validated
    assert "vendredi 11 décembre" in validated
    assert "Nous sommes dimanche 29 novembre 2026, 18\N{NO-BREAK SPACE}h." in reminder
    assert re.search(r"🔔 Léa et Tom.*mardi 1er décembre", reminder)
    assert "[1] 🍽 Réserver Léa" in reminder
    assert "mardi 1er décembre" in booked
    assert "Nous sommes mardi 1er décembre 2026" in moved
    assert re.search(r"trop tard, c’était jusqu’au mardi 1er décembre à 9\sh", refused)
    assert "appelez la mairie" in refused
    assert "vendredi 11 décembre" in corrected
    assert demo.meals(TUESDAY) == [("Léa", "reservee")]
    assert demo.meals(THURSDAY) == []


@pytest.mark.slow
def test_on_a_monday_whose_menus_nobody_has_given_people_are_answered(demo: Demo) -> None:
    assert "🙂" in demo.plays("il est lundi 30 novembre 9 h", "bonjour")


@pytest.mark.slow
def test_other_people_speak_with_a_word_and_a_second_demonstration_begins_afresh(demo: Demo) -> None:
    demo.plays("réserver cantine jeudi")
    printed = demo.plays("agent", "/aide", "mairie", "/aide", "alex", "/planning", "7", "quitter", "jamais lu")
    assert "Vous êtes Martine Leroux, l’agent communal." in printed
    assert "Martine · jeudi 26 novembre" in printed
    assert "Vous êtes Odile Castel, le secrétariat de la mairie." in printed
    assert "/recu" in printed
    assert "Vous êtes Alex Durand, parent de Léa et Tom." in printed
    assert "• jeudi 3 décembre : rien de réservé" in printed.replace("\N{NO-BREAK SPACE}", " ")
    assert "Aucun bouton ne porte le numéro 7." in printed
    assert "jamais lu" not in printed


@pytest.mark.slow
def test_it_keeps_out_of_a_database_where_families_live(demo: Demo) -> None:
    with closing(sqlite3.connect(demo.database)) as connection:
        connection.executescript(
            "CREATE TABLE household (id INTEGER PRIMARY KEY, key TEXT); CREATE TABLE staff (name TEXT);"
            "INSERT INTO household (key) VALUES ('F12')"
        )
    printed = demo.plays("réserver cantine jeudi", code=1)
    assert "la démonstration n’y touche pas" in printed
    with closing(sqlite3.connect(demo.database)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("household",), ("staff",)]


@watching
@pytest.mark.slow
def test_a_bot_that_dies_is_told_in_one_line_and_nobody_stays(demo: Demo) -> None:
    process = demo.starts()
    children = _children(process.pid)
    os.kill(children["bot.demo.process"], signal.SIGKILL)
    assert process.stdout
    printed = process.stdout.read()
    assert process.wait(LONGEST) == 1
    process.communicate()
    assert "Le processus de Clochette s’est arrêté" in printed
    assert "Clochette listens" in printed
    _assert_gone(children)


@watching
@pytest.mark.slow
def test_a_terminal_killed_outright_leaves_no_process_and_no_file(demo: Demo) -> None:
    process = demo.starts()
    children = _children(process.pid)
    process.kill()
    process.communicate()
    _assert_gone(children)
    assert not list(demo.temporary.iterdir())


@pytest.mark.slow
def test_at_a_terminal_one_is_prompted_sees_colours_and_leaves_with_ctrl_c(demo: Demo) -> None:
    leader, follower = os.openpty()
    settings = termios.tcgetattr(follower)
    environment = {**demo.environment, "TERM": "xterm-256color"}
    process = subprocess.Popen(
        COMMAND, env=environment, stdin=follower, stdout=follower, stderr=follower, start_new_session=True
    )
    assert "Camille" in _until(leader, "▸")
    os.write(leader, "garderie du soir du 7 au 11 décembre\n".encode())
    shown = _until(leader, "▸")
    assert re.search(r"\x1b\[1;37;48;5;\d+m Valider \x1b\[0m", shown)
    os.write(leader, b"r\xc3\xa9serv")
    process.send_signal(signal.SIGINT)
    assert process.wait(LONGEST) == 0
    assert termios.tcgetattr(follower) == settings
    assert "Traceback" not in _until(leader, None)
    for end in (leader, follower):
        os.close(end)


@pytest.mark.parametrize(
    ("said", "then"),
    [
        ("il est jeudi 8 h 59", "2026-12-03 08:59"),
        ("il est jeudi 11h", "2026-11-26 11:00"),
        ("Il est lundi 30 novembre 18\N{NO-BREAK SPACE}h.", "2026-11-30 18:00"),
        ("il est 10 h 05", "2026-11-26 10:05"),
        ("il est 9 h 01", "2026-11-27 09:01"),
        ("il est midi", "2026-11-26 12:00"),
        ("il est le 4 janvier à 7:30", "2027-01-04 07:30"),
        ("il est mardi 1er décembre 2026 9 heures", "2026-12-01 09:00"),
        ("avance d'une heure", "2026-11-26 11:00"),
        ("avance d’une demi-heure", "2026-11-26 10:30"),
        ("avance de 20 minutes", "2026-11-26 10:20"),
        ("avance de 2 jours", "2026-11-28 10:00"),
        ("avance d'une semaine", "2026-12-03 10:00"),
        ("demain 8 h", "2026-11-27 08:00"),
        ("demain à 8h30", "2026-11-27 08:30"),
        ("il est lundi", "2026-11-30 10:00"),
    ],
)
def test_the_clock_is_moved_in_french(said: str, then: str) -> None:
    assert read_move(said, STARTS) == datetime.fromisoformat(then).replace(tzinfo=PARIS)


def test_the_running_minute_is_not_over_and_not_left() -> None:
    now = STARTS + timedelta(seconds=20)
    assert read_move("il est 10 h", now) == now


@pytest.mark.parametrize(
    "said",
    ["réserver cantine jeudi", "il est malade", "il est absent lundi", "demain cantine", "demain", "avance", "il est"],
)
def test_what_a_parent_says_to_the_bot_moves_no_clock(said: str) -> None:
    assert read_move(said, STARTS) is None


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("il est lundi 23 novembre 18 h", "backward"),
        ("il est 25 h", "no-such-hour"),
        ("il est le 31 novembre 8 h", "no-such-day"),
        ("il est mardi 30 novembre 8 h", "other-weekday"),
    ],
)
def test_the_clock_goes_forward_only_to_what_exists(said: str, why: str) -> None:
    with pytest.raises(ImmovableError) as refused:
        read_move(said, STARTS)
    assert refused.value.why == why


def test_whoever_joins_a_clock_sees_it_moved(tmp_path: Path) -> None:
    mine = SharedClock.start(tmp_path / "clock", STARTS)
    theirs = SharedClock(tmp_path / "clock")
    assert timedelta() <= theirs() - STARTS < timedelta(seconds=5)
    mine.set(STARTS + timedelta(days=3))
    assert timedelta(days=3) <= theirs() - STARTS < timedelta(days=3, seconds=5)


def test_styles_fall_on_the_right_letters_after_an_emoji() -> None:
    bold = {"type": "bold", "offset": 3, "length": 5}
    link = {"type": "text_link", "offset": 9, "length": 3, "url": "https://example.org/"}
    text = styled(_message({"text": "🔔 Camil ici", "entities": [bold, link]}))
    assert [(span.start, span.end, str(span.style)) for span in text.spans] == [
        (2, 7, "bold"),
        (8, 11, "link https://example.org/"),
    ]


def test_a_button_shows_whether_it_opens_or_copies() -> None:
    given: list[dict[str, Any]] = [
        {"text": "Payer", "url": "https://x.fr"},
        {"text": "Copier", "copy_text": {"text": "7"}},
        {"text": "Oui"},
    ]
    assert [labelled(Button.of(one)) for one in given] == ["Payer ↗", "Copier ⧉", "Oui"]


async def test_a_tap_on_one_that_opens_or_copies_says_which(capsys: pytest.CaptureFixture[str]) -> None:
    conversation = Conversation(cast("Stage", None), Keyboard())
    given = [{"text": "Payer", "url": "https://x.fr/"}, {"text": "Copier", "copy_text": {"text": "23,30"}}]
    keys = {"inline_keyboard": [given]}
    conversation._keys.number(Message(1, 2001, STARTS, {"is_bot": True}, {"text": "?"}, keys))
    for number in (1, 2):
        await conversation._tap(number)
    said = capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ").splitlines()
    assert said == ["Ce bouton ouvre https://x.fr/", "Ce bouton copie « 23,30 »."]


def test_numbers_begin_again_with_the_next_buttons_and_the_old_ones_serve_until_then() -> None:
    keys = Keys()
    first, second = (_message({"text": "?"}, [[name, "Non"]]) for name in ("Oui", "Valider"))
    assert [[number for number, _ in row] for row in keys.number(first)] == [[1, 2]]
    keys.start_again()
    keys.number(_message({"text": "sans bouton"}))
    assert keys.under(2) == (first, first.buttons[1])
    keys.number(second)
    assert keys.under(1) == (second, second.buttons[0])
    assert keys.under(3) is None


def test_a_picture_is_sound_svg_with_every_word_and_telegrams_colours() -> None:
    chat = [
        Said("day", "jeudi 26 novembre"),
        Said("me", "réserver <cantine> & garderie", at="10:00"),
        Said("bot", "✅ Cantine réservée", ((Key("Valider", "success"), Key("Très long " * 9)),), ((2, 9),), "10:01"),
    ]
    drawn = picture([chat, chat], Words("Titre", "Clochette", "bot", "Message"))
    words = "".join(ET.fromstring(drawn).itertext())
    assert words.count("réserver <cantine> & garderie") == 2
    assert "Valider" in words
    assert "Très long Très" in words
    assert "#31a24c" in drawn


def test_lines_break_at_spaces_only_and_never_wider_than_asked() -> None:
    text = "jusqu’au mardi 1er décembre à 9\N{NO-BREAK SPACE}h, " * 4
    lines = broken(runs_of(text, [(0, 8)]), 120, 15)
    assert "".join(run.text for line in lines for run in line) == text
    assert all(width_of(line, 15) <= 130 for line in lines)
    assert not any(line[-1].text.endswith("9") for line in lines)


def test_leaving_is_a_word_of_its_own() -> None:
    assert QUITTING.fullmatch("Quitter")
    assert not QUITTING.fullmatch("quitter la cantine jeudi")


def _message(body: dict[str, object], rows: list[list[str]] | None = None) -> Message:
    keyboard = [[{"text": name, "callback_data": name} for name in row] for row in rows or []]
    return Message(1, 2001, STARTS, {"is_bot": True}, body, {"inline_keyboard": keyboard})


def _turns(printed: str) -> list[str]:
    """What was printed for each line said, that line first."""
    return re.split(r"^\w+ · .* ▸ ", printed, flags=re.MULTILINE)[1:]


def _children(parent: int) -> dict[str, int]:
    """The processes a demonstration has started, by module."""
    numbers = [int(entry.name) for entry in PROCESSES.iterdir() if entry.name.isdigit()]
    return {_module(number): number for number in numbers if _standing(number)[1:2] == [str(parent)]}


def _module(number: int) -> str:
    return (PROCESSES / str(number) / "cmdline").read_text().rstrip("\0").split("\0")[-1]


def _standing(number: int) -> list[str]:
    """Its state and its parent's number, and more; nothing once it is gone."""
    try:
        return (PROCESSES / str(number) / "stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []


def _assert_gone(processes: dict[str, int]) -> None:
    assert set(processes) == {"bot.demo.process", "bot.demo.telegram"}
    ends = time.monotonic() + 10
    while any(_lives(number) for number in processes.values()):
        assert time.monotonic() < ends, processes
        time.sleep(0.02)


def _lives(number: int) -> bool:
    """Whether it runs; one that waits to be buried does not."""
    return _standing(number)[:1] not in ([], ["Z"])


def _until(terminal: int, sign: str | None) -> str:
    """What the terminal shows up to `sign`, or all there is."""
    shown = b""
    while select.select([terminal], [], [], LONGEST if sign else 0)[0]:
        shown += os.read(terminal, 65536)
        if sign and sign.encode() in shown:
            break
    text = shown.decode("utf-8", "replace")
    assert sign is None or sign in text
    return text
