"""The command line as its user meets it: what it prints, in which language, and how it ends."""

import io
import json
import os
import re
import socketserver
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from bot.commands import app, desk
from bot.settings import read_settings
from models.tables import Closure, NoOrderDay
from tests.paper import ANNE, CAMILLE, LEA, PAUL, PROMISED, TOM, Line, csv_of, xlsx_of
from tests.terminal import Terminal

CODE = re.compile(r"(?:[0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}")
NBSP = "\N{NO-BREAK SPACE}"


def families(*rows: Line, name: str = "familles.csv", encoding: str = "utf-8") -> str:
    Path(name).write_bytes(csv_of(rows, encoding=encoding))
    return name


# How it ends


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nonsense"], "Je ne connais pas cette façon d’écrire la commande."),
        (["deadline"], "Il manque"),
        (["deadline", "demain"], "n’est pas une date"),
        (["deadline", "2026-12-03", "--policy", "none"], "Choix"),
        (["deadline", "--nothing"], "L’option --nothing n’existe pas."),
        (["parse"], "écrivez une phrase"),
        (["parse", "--now", "hier", "cantine"], "n’est pas un instant"),
        (["export", "nothing", "--from", "2026-12-01", "--to", "2026-12-02"], "reservations"),
        (["export", "journal", "--from", "2026-12-02", "--to", "2026-12-01"], "avant le début"),
        (["staff", "add", "--role", "parent", "--name", "Zoé"], "agent et mairie"),
        (["staff", "add", "--role", "agent", "--name", "  "], "il faut un nom"),
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2_and_a_french_line(clochette: Terminal, words: list[str], said: str) -> None:
    assert clochette(*words) == 2
    assert said in clochette.err
    assert "--help" in clochette.err
    assert clochette.out == ""


def test_help_speaks_french_of_every_command_and_option(clochette: Terminal) -> None:
    assert clochette("--help") == 0
    names = [command.name or "" for command in app.registered_commands]
    for name in names:
        assert re.search(rf"^  {name} +\S", clochette.out, re.MULTILINE)
    for name in [*names, "staff add"]:
        assert clochette(*name.split(), "--help") == 0
        described = re.findall(r"^  (?:--\w[\w-]*|[A-Z]+)(?: [A-Z]+)?(?: <\S+>)?\s+(\S.*)", clochette.out, re.MULTILINE)
        assert described, name
        assert "montre cette aide" in clochette.out


def test_without_a_command_the_help_is_shown(clochette: Terminal) -> None:
    assert clochette() == 2
    assert "deadline" in clochette.out


def test_a_wrong_setting_is_one_french_line(clochette: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLOCHETTE_DATABASE_URL", "mysql://secret@host")
    assert clochette("migrate") == 1
    assert "CLOCHETTE_DATABASE_URL" in clochette.err
    assert "secret" not in clochette.err
    assert len(clochette.err.splitlines()) == 1


def test_a_setting_is_the_environment_s_else_that_of_dot_env(
    clochette: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path(".env").write_text("CLOCHETTE_TOKEN='1:é'\nCLOCHETTE_LOG=ERROR\nCLOCHETTE_LISTEN=\nAUTRE=1", encoding="utf-8")
    monkeypatch.setenv("CLOCHETTE_TOKEN", "")
    monkeypatch.setenv("clochette_log", "DEBUG")
    monkeypatch.setenv("CLOCHETTE_FUTURE", "unknown")
    settings = read_settings()
    assert settings.token
    assert settings.token.get_secret_value() == "1:é"
    assert (settings.log, settings.listen) == ("DEBUG", "127.0.0.1:8080")


def test_a_database_that_cannot_be_reached_is_one_french_line(
    clochette: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLOCHETTE_DATABASE_URL", "postgresql+psycopg://u:secret@127.0.0.1:1/x")
    assert clochette("migrate") == 1
    assert clochette.err.startswith("La base de données ne répond pas")
    assert "secret" not in clochette.err
    assert len(clochette.err.splitlines()) == 1


# init, check, migrate


def test_init_writes_the_rules_and_a_database_and_check_finds_them_good(clochette: Terminal) -> None:
    assert clochette("init", "mairie") == 0
    assert "vendredi 09:00" in Path("mairie/commune.toml").read_text()
    assert stat.S_IMODE(Path("mairie/clochette.db").stat().st_mode) == 0o600
    os.chdir("mairie")
    assert clochette("check") == 1
    assert clochette.out.count("✓") == 5
    assert f"✗ jeton de Telegram{NBSP}: CLOCHETTE_TOKEN manque" in clochette.out
    assert clochette("migrate") == 0
    assert "déjà à jour" in clochette.out


def test_init_overwrites_nothing(clochette: Terminal) -> None:
    Path("commune.toml").write_text("# à nous")
    assert clochette("init") == 1
    assert "existe déjà" in clochette.err
    assert Path("commune.toml").read_text() == "# à nous"
    assert not Path("clochette.db").exists()


def test_check_names_everything_that_is_wrong(clochette: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("commune.toml").write_text("[commune]\nnom = 1")
    monkeypatch.setenv("CLOCHETTE_TOKEN", "1:secret")
    monkeypatch.setenv("CLOCHETTE_API_URL", "http://127.0.0.1:9")
    assert clochette("check") == 1
    good, *bad = clochette.out.splitlines()
    assert good == "✓ réglages"
    assert [line[0] for line in bad] == ["✗", "✗", "–", "–", "✗"]
    assert "commune" in bad[0]
    assert "clochette init" in bad[1]
    assert "Telegram ne répond pas" in bad[4]
    assert "secret" not in clochette.out
    assert not Path("clochette.db").exists()


def test_check_names_a_wrong_setting(clochette: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLOCHETTE_LOG", "LOUD")
    assert clochette("check") == 1
    assert clochette.out.startswith(f"✗ réglages{NBSP}: ")
    assert "CLOCHETTE_LOG" in clochette.out


@contextmanager
def telegram(status: int, answer: object) -> Iterator[str]:
    """A Bot API that answers everything with `answer`."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    with _serving(HTTPServer(("127.0.0.1", 0), Handler)) as port:
        yield f"http://127.0.0.1:{port}"


@contextmanager
def _serving(server: socketserver.TCPServer) -> Iterator[int]:
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    thread.join()
    server.server_close()


def test_check_asks_telegram_who_the_token_is(clochette: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    clochette("init")
    monkeypatch.setenv("CLOCHETTE_TOKEN", "1:secret")
    with telegram(200, {"ok": True, "result": {"username": "cantine_bot"}}) as url:
        monkeypatch.setenv("CLOCHETTE_API_URL", url)
        assert clochette("check") == 0
        assert "✓ jeton de Telegram, @cantine_bot" in clochette.out
    with telegram(401, {"ok": False}) as url:
        monkeypatch.setenv("CLOCHETTE_API_URL", url)
        assert clochette("check") == 1
        assert "Telegram refuse CLOCHETTE_TOKEN" in clochette.out
        assert "secret" not in clochette.out


# import


def test_an_import_tells_what_it_adds_changes_and_leaves(clochette: Terminal) -> None:
    clochette("init")
    assert clochette("import", families(CAMILLE | LEA, PAUL | TOM, ANNE | LEA)) == 0
    assert f"Ajoutés{NBSP}: 2 foyers, 3 responsables et 2 enfants." in clochette.out
    assert clochette("import", families(CAMILLE | LEA | {"classe": "CM1"}, PAUL | TOM)) == 0
    assert f"classe «{NBSP}CE2{NBSP}» → «{NBSP}CM1{NBSP}»" in clochette.out
    assert f"Modifiés{NBSP}: 1 enfant." in clochette.out
    assert f"Absents du fichier, gardés{NBSP}: 1 foyer." in clochette.out
    assert clochette("import", "familles.csv") == 0
    assert "Rien de nouveau" in clochette.out


def test_a_change_is_told_in_the_words_of_the_file(clochette: Terminal) -> None:
    clochette("init")
    clochette("import", families(CAMILLE | LEA | {"naissance": ""}))
    clochette("import", families(CAMILLE | LEA | {"resident": "non", "semaines": "paires"}))
    assert f"naissance «{NBSP}{NBSP}» → «{NBSP}03/05/2018{NBSP}»" in clochette.out
    assert f"resident «{NBSP}oui{NBSP}» → «{NBSP}non{NBSP}»" in clochette.out
    assert f"semaines «{NBSP}toutes{NBSP}» → «{NBSP}paires{NBSP}»" in clochette.out


def test_a_dry_run_writes_nothing(clochette: Terminal) -> None:
    clochette("init")
    assert clochette("import", families(CAMILLE | LEA), "--dry-run") == 0
    assert "+ foyer 12" in clochette.out
    assert "Essai seulement" in clochette.out
    clochette("import", "familles.csv", "--dry-run")
    assert "+ foyer 12" in clochette.out


def test_cp1252_and_workbooks_are_the_same_families(clochette: Terminal) -> None:
    clochette("init")
    clochette("import", families(CAMILLE | LEA))
    clochette("import", families(CAMILLE | LEA, encoding="cp1252"))
    assert "Rien de nouveau" in clochette.out
    row = CAMILLE | LEA
    Path("familles.xlsx").write_bytes(xlsx_of([list(row), list(row.values())]))
    clochette("import", "familles.xlsx")
    assert "Rien de nouveau" in clochette.out


def test_a_broken_file_names_rows_and_reasons_and_imports_nothing(clochette: Terminal) -> None:
    clochette("init")
    assert clochette("import", families(CAMILLE | LEA, PAUL | TOM | {"email": "x"}, ANNE | TOM | {"pai": "?"})) == 1
    header, *lines = clochette.err.splitlines()
    assert header == f"2 erreurs dans ce fichier{NBSP}: rien n’a été importé."
    assert [line.partition(NBSP)[0] for line in lines] == ["Ligne 3, colonne email", "Ligne 4, colonne pai"]
    assert clochette.out == ""
    clochette("import", families(CAMILLE | LEA))
    assert f"Ajoutés{NBSP}: 1 foyer" in clochette.out


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"nom;prenom\nA;B", "Il manque ces colonnes"),
        (b"\x89PNG\0", "pas un tableau"),
        (PROMISED.encode(), "aucune ligne"),
        (b"x" * (20 * 1024 * 1024 + 1), "20\N{NO-BREAK SPACE}Mo"),
    ],
    ids=["headings", "png", "empty", "huge"],
)
def test_a_file_that_is_none_is_refused(clochette: Terminal, content: bytes, said: str) -> None:
    Path("familles.csv").write_bytes(content)
    assert clochette("import", "familles.csv") == 1
    assert said in clochette.err
    assert len(clochette.err.splitlines()) == 1


@pytest.mark.parametrize(("path", "said"), [("nowhere.csv", "je ne trouve pas"), (".", "dossier")])
def test_a_path_that_is_no_file_is_refused(clochette: Terminal, path: str, said: str) -> None:
    assert clochette("import", path) == 1
    assert said in clochette.err


# invite, staff


def test_codes_are_given_once_and_renewed_when_asked(clochette: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLOCHETTE_BOT_USERNAME", "@cantine_bot")
    clochette("init")
    clochette("import", families(CAMILLE | LEA, PAUL | LEA))
    assert clochette("invite") == 0
    assert clochette.out.startswith("nom;prenom;email;code;lien\n")
    first, second = clochette.invited()
    assert (first["nom"], first["prenom"], first["email"]) == ("Martin", "Camille", "camille@exemple.fr")
    assert CODE.fullmatch(first["code"])
    assert first["lien"] == f"https://t.me/cantine_bot?start={first['code']}"
    assert first["code"] != second["code"]
    assert clochette("invite") == 0
    assert clochette.out == ""
    assert "Personne à inviter" in clochette.err
    assert clochette("invite", "--all") == 0
    assert len(clochette.invited()) == 2


def test_the_link_bears_the_name_telegram_gives(clochette: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    clochette("init")
    clochette("import", families(CAMILLE | LEA))
    assert clochette("invite") == 0
    assert clochette.invited()[0]["lien"] == ""
    assert "pas de lien" in clochette.err
    monkeypatch.setenv("CLOCHETTE_TOKEN", "1:secret")
    with telegram(200, {"ok": True, "result": {"username": "cantine_bot"}}) as url:
        monkeypatch.setenv("CLOCHETTE_API_URL", url)
        clochette("invite", "--all")
    assert clochette.invited()[0]["lien"].startswith("https://t.me/cantine_bot?start=")
    assert clochette.err == ""


def test_staff_get_a_code(clochette: Terminal) -> None:
    clochette("init")
    assert clochette("staff", "add", "--role", "mairie", "--name", "Zoé Durand") == 0
    assert CODE.fullmatch(clochette.out.strip())
    assert "Zoé Durand" in clochette.err


class Mailbox(socketserver.ThreadingTCPServer):
    """An SMTP server that keeps what it gets, and refuses whom it is told to."""

    daemon_threads = True

    def __init__(self, refused: str = "") -> None:
        super().__init__(("127.0.0.1", 0), Postman)
        self.refused = refused
        self.heard: list[str] = []
        self.letters: list[EmailMessage] = []


class Postman(socketserver.StreamRequestHandler):
    server: Mailbox

    def handle(self) -> None:
        self._say("220 mail")
        for line in self.rfile:
            word, _, rest = line.decode().strip().partition(" ")
            self.server.heard.append(word.upper())
            match word.upper():
                case "EHLO":
                    self._say("250-mail", "250-AUTH PLAIN", "250 8BITMIME")
                case "AUTH":
                    self._say("235 welcome")
                case "RCPT" if self.server.refused and self.server.refused in rest:
                    self._say("550 no such user")
                case "DATA":
                    self._say("354 go on")
                    content = b"".join(iter(self.rfile.readline, b".\r\n"))
                    self.server.letters.append(message_from_bytes(content, policy=policy.default))
                    self._say("250 kept")
                case "QUIT":
                    self._say("221 bye")
                    return
                case _:
                    self._say("250 fine")

    def _say(self, *lines: str) -> None:
        self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())


def test_invitations_leave_by_mail_and_the_others_are_printed(
    clochette: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    clochette("init")
    clochette("import", families(CAMILLE | LEA, PAUL | LEA | {"email": ""}))
    mailbox = Mailbox()
    with _serving(mailbox) as port:
        monkeypatch.setenv("CLOCHETTE_SMTP_URL", f"smtp://127.0.0.1:{port}")
        assert clochette("invite", "--email") == 0
    (letter,) = mailbox.letters
    assert letter["To"] == "camille@exemple.fr"
    assert letter["Subject"] == f"Sercus{NBSP}: votre code pour la cantine et la garderie"
    body = letter.get_content()
    assert "Bonjour Camille," in body
    assert CODE.search(body)
    assert [row["prenom"] for row in clochette.invited()] == ["Paul"]
    assert "Une invitation envoyée." in clochette.err


def test_without_a_mail_server_no_code_is_made(clochette: Terminal) -> None:
    clochette("init")
    clochette("import", families(CAMILLE | LEA))
    assert clochette("invite", "--email") == 1
    assert clochette.err.startswith("CLOCHETTE_SMTP_URL manque")
    clochette("invite")
    assert len(clochette.invited()) == 1


@pytest.mark.parametrize("url", ["smtp://", "ftp://mail", "smtp://mail:port"])
def test_a_mail_server_nobody_can_find_is_refused(
    clochette: Terminal, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("CLOCHETTE_SMTP_URL", url)
    assert clochette("invite", "--email") == 1
    assert "smtp://nom:motdepasse@smtp.exemple.fr:587" in clochette.err


def test_a_password_never_travels_in_clear(clochette: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    clochette("init")
    clochette("import", families(CAMILLE | LEA))
    monkeypatch.setattr("bot.commands.letters.LOOPBACK", ())
    mailbox = Mailbox()
    with _serving(mailbox) as port:
        monkeypatch.setenv("CLOCHETTE_SMTP_URL", f"smtp://mairie:secret@127.0.0.1:{port}")
        assert clochette("invite", "--email") == 1
    assert mailbox.heard == ["EHLO"]
    assert "Aucune invitation n’a été envoyée." in clochette.err


def test_a_mail_server_on_this_machine_is_given_its_password(
    clochette: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    clochette("init")
    clochette("import", families(CAMILLE | LEA))
    mailbox = Mailbox()
    with _serving(mailbox) as port:
        monkeypatch.setenv("CLOCHETTE_SMTP_URL", f"smtp://mairie%40sercus.fr:secret@127.0.0.1:{port}")
        assert clochette("invite", "--email") == 0
    assert "AUTH" in mailbox.heard
    assert mailbox.letters[0]["From"] == "mairie@sercus.fr"


def test_a_letter_that_cannot_leave_kills_its_code(clochette: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    clochette("init")
    clochette("import", families(CAMILLE | LEA, PAUL | LEA))
    mailbox = Mailbox(refused="paul@")
    with _serving(mailbox) as port:
        monkeypatch.setenv("CLOCHETTE_SMTP_URL", f"smtp://127.0.0.1:{port}")
        assert clochette("invite", "--email") == 1
    assert len(mailbox.letters) == 1
    assert "Une invitation était déjà partie" in clochette.err
    clochette("invite")
    assert [row["prenom"] for row in clochette.invited()] == ["Paul"]


# deadline, export, backup, restore, parse


def test_a_deadline_is_printed_or_refused_with_a_reason(clochette: Terminal) -> None:
    assert clochette("deadline", "2026-12-03") == 0
    assert clochette.out == "2026-12-01T09:00:00+01:00\n"
    assert clochette("deadline", "2026-12-25") == 1
    assert clochette.err == f"vendredi 25 décembre{NBSP}: jour férié (Noël).\n"
    assert not Path("clochette.db").exists()


def test_a_deadline_follows_the_policy_asked_for(clochette: Terminal) -> None:
    found = []
    for policy_name in ("working", "literal", "school"):
        clochette("deadline", "2027-03-30", "--policy", policy_name)  # after Easter Monday
        found.append(clochette.out.strip()[:10])
    assert found == ["2027-03-26", "2027-03-29", "2027-03-26"]


def test_a_deadline_heeds_what_the_database_says_of_days(clochette: Terminal) -> None:
    clochette("init")
    with desk.transaction("sqlite:///clochette.db") as session:
        session.add(NoOrderDay(day=date(2026, 12, 1), reason="fermée"))
        session.add(Closure(day=date(2026, 12, 4), reason="grève"))
    clochette("deadline", "2026-12-03")
    assert clochette.out == "2026-11-30T09:00:00+01:00\n"
    assert clochette("deadline", "2026-12-04") == 1
    assert "grève" in clochette.err


def test_an_export_is_bytes_with_a_mark_at_their_head(clochette: Terminal) -> None:
    clochette("init")
    clochette("import", families(CAMILLE | LEA))
    assert clochette("export", "journal", "--from", "2020-01-01", "--to", "2100-01-01") == 0
    assert clochette.raw.startswith(b"\xef\xbb\xbfle;par;action;faits\r\n")
    assert b"families-imported" in clochette.raw
    period = ("--from", "2026-12-01", "--to", "2026-12-01")
    assert clochette("export", "reservations", *period, "--format", "xlsx") == 0
    assert clochette.raw.startswith(b"PK")


def test_an_export_without_database_says_so(clochette: Terminal) -> None:
    assert clochette("export", "journal", "--from", "2026-12-01", "--to", "2026-12-01") == 1
    assert "clochette init" in clochette.err


def test_a_backup_is_made_and_put_back(clochette: Terminal) -> None:
    clochette("init")
    assert clochette("backup", "copie.db") == 0
    clochette("import", families(CAMILLE | LEA))
    assert clochette("restore", "copie.db") == 0
    assert "clochette.db.avant-restauration-1" in clochette.out
    clochette("import", "familles.csv")
    assert f"Ajoutés{NBSP}: 1 foyer" in clochette.out
    assert clochette("restore", "familles.csv") == 1
    assert "abîmé" in clochette.err


def test_a_sentence_is_read_as_json(clochette: Terminal) -> None:
    assert clochette("parse", "--now", "2026-11-26T10:00", "--child", "Léa", "réserver cantine jeudi pour Léa") == 0
    (request,) = json.loads(clochette.out)["requests"]
    assert (request["intent"], request["who"], request["days"]) == ("book", ["Léa"], ["2026-12-03"])


def typed(monkeypatch: pytest.MonkeyPatch, lines: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))


def test_sentences_are_read_a_json_a_line(clochette: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    row = {"now": "2026-11-26T10:00", "text": "réserver cantine jeudi", "children": ["Léa"]}
    typed(monkeypatch, f"{json.dumps(row)}\n\n{json.dumps(row)}\n")
    assert clochette("parse", "--jsonl") == 0
    assert [json.loads(line)["requests"][0]["days"] for line in clochette.out.splitlines()] == [["2026-12-03"]] * 2


@pytest.mark.parametrize("line", ["{", "[]", "{}", '{"text": "a", "now": "hier"}', '{"text": "a", "children": 3}'])
def test_a_line_that_is_no_row_is_named(clochette: Terminal, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    typed(monkeypatch, f"{line}\n")
    assert clochette("parse", "--jsonl") == 1
    assert clochette.err.startswith("Ligne 1 de l’entrée")


# The process itself


def test_the_command_starts_without_what_it_does_not_need(clochette: Terminal) -> None:
    program = "import sys, bot.__main__, bot.commands; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert not loaded & {"sqlalchemy", "alembic", "pydantic", "telegram", "openpyxl", "fluent", "babel", "holidays"}


def test_accents_are_written_even_where_the_terminal_knows_none(clochette: Terminal) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "deadline", "2026-12-25"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONPATH": str(Path(__file__).parents[2])},
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.decode() == f"vendredi 25 décembre{NBSP}: jour férié (Noël).\n"


def test_a_reader_who_leaves_early_is_no_error_to_shout_about(clochette: Terminal) -> None:
    row = '{"now": "2026-11-26T10:00", "text": "réserver cantine jeudi"}'
    Path("rows").write_text(f"{row}\n" * 2_000)
    done = subprocess.run(
        f"{sys.executable} -m bot parse --jsonl < rows | head -c 1",
        shell=True,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        check=True,
    )
    assert done.stderr == b""
