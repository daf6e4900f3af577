"""Invitations to guardians: who needs a code, the link that carries it, the letter it leaves in."""

import json
import smtplib
import ssl
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import make_msgid
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.parse import unquote, urlsplit

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from bot.commands import desk
from models.actions.invitations import invite_all, withdraw
from models.refusals import MailNotSent, NoMailServer
from models.tables import Guardian, Invitation
from models.vocabulary import Stamp

if TYPE_CHECKING:
    from bot.settings import Settings

PATIENCE = 5  # seconds for Telegram to say the bot's name
MAIL_PATIENCE = 30
LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Invited:
    """A guardian with a fresh code; `link` is "" where the bot's name is not known."""

    guardian_id: int
    last_name: str
    first_name: str
    email: str
    code: str
    link: str


def invite_guardians(session: Session, stamp: Stamp, username: str | None, *, everyone: bool) -> list[Invited]:
    """Codes for the guardians who have not signed in and hold none; `everyone`: also for those who hold one unused."""
    waiting = select(Guardian).where(Guardian.account_id.is_(None)).order_by(Guardian.last_name, Guardian.first_name)
    if not everyone:
        live = exists().where(
            Invitation.guardian_id == Guardian.id, Invitation.used_at.is_(None), Invitation.expires_at > stamp.now
        )
        waiting = waiting.where(~live)
    guardians = session.scalars(waiting).all()
    codes = invite_all(session, guardians, stamp)
    return [_invited(guardian, code, username) for guardian, code in zip(guardians, codes, strict=True)]


def _invited(guardian: Guardian, code: str, username: str | None) -> Invited:
    link = link_to(username, code)
    return Invited(guardian.id, guardian.last_name, guardian.first_name, guardian.email, code, link)


def link_to(username: str | None, code: str) -> str:
    return f"https://t.me/{username}?start={code}" if username else ""


def bot_username(settings: "Settings") -> str | None:
    """Who the token is, as Telegram says; else CLOCHETTE_BOT_USERNAME, else None."""
    found = None
    if settings.token:
        found, _ = ask_telegram(settings)
    return found or (settings.bot_username or "").lstrip("@") or None


def ask_telegram(settings: "Settings") -> tuple[str | None, str]:
    """The bot's username, or None and why: "refused", or what the network said. The token is never in it."""
    token = settings.token.get_secret_value() if settings.token else ""
    try:
        with urllib.request.urlopen(f"{settings.api_url}/bot{token}/getMe", timeout=PATIENCE) as answer:  # noqa: S310 - http(s) by the settings' own pattern
            return str(json.load(answer)["result"]["username"]), ""
    except HTTPError as refused:
        return None, "refused" if refused.code in (401, 404) else f"HTTP {refused.code}"
    except (OSError, ValueError, LookupError, TypeError) as wrong:
        return None, type(getattr(wrong, "reason", wrong)).__name__


@dataclass(frozen=True)
class Post:
    """A mail server, and in whose name letters leave."""

    host: str
    port: int
    user: str
    password: str
    encrypted: bool
    commune: str
    sender: str
    contact: str


def open_post(settings: "Settings") -> Post:
    """What CLOCHETTE_SMTP_URL says; raises NoMailServer where it is not set."""
    from bot.settings import read_commune

    if settings.smtp_url is None:
        raise NoMailServer
    url = urlsplit(settings.smtp_url.get_secret_value())
    encrypted = url.scheme == "smtps"
    try:
        port = url.port or (465 if encrypted else 587 if url.username else 25)
    except ValueError:
        raise NoMailServer from None
    if url.scheme not in ("smtp", "smtps") or not url.hostname:
        raise NoMailServer
    commune = read_commune(settings.config_path())
    user = unquote(url.username or "")
    sender = commune.email or (user if "@" in user else f"clochette@{url.hostname}")
    contact = commune.telephone or commune.email or "none"
    return Post(url.hostname, port, user, unquote(url.password or ""), encrypted, commune.name, sender, contact)


def send(post: Post, invited: Sequence[Invited], settings: "Settings") -> int:
    """Send each code in its own letter; raises MailNotSent at the first failure, the codes not sent being dead."""
    sent = 0
    try:
        with _connected(post) as server:
            for one in invited:
                server.send_message(_letter(one, post))
                sent += 1
    except (OSError, smtplib.SMTPException) as wrong:
        with desk.transaction(settings.database_url) as session:
            withdraw(session, [one.guardian_id for one in invited[sent:]], desk.stamp())
        raise MailNotSent(sent, _problem(wrong)) from None
    return sent


def _connected(post: Post) -> smtplib.SMTP:
    """Encrypted wherever the server can; a password never travels in clear, but to this very machine."""
    context = ssl.create_default_context()
    if post.encrypted:
        server: smtplib.SMTP = smtplib.SMTP_SSL(post.host, post.port, timeout=MAIL_PATIENCE, context=context)
    else:
        server = smtplib.SMTP(post.host, post.port, timeout=MAIL_PATIENCE)
        server.ehlo()
        if server.has_extn("starttls"):
            server.starttls(context=context)
        elif post.user and post.host not in LOOPBACK:
            server.close()
            raise smtplib.SMTPNotSupportedError("STARTTLS")
    if post.user:
        server.login(post.user, post.password)
    return server


def _letter(one: Invited, post: Post) -> EmailMessage:
    voice = desk.voice()
    facts = {"commune": post.commune, "code": one.code, "email": one.email, "contact": post.contact}
    letter = EmailMessage()
    letter["Subject"] = voice.say("invitation-subject", facts)
    letter["From"] = post.sender
    letter["To"] = one.email
    letter["Message-ID"] = make_msgid(domain=post.sender.rpartition("@")[2])
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content(voice.say("invitation-body", facts, name=one.first_name, link=one.link or "none"))
    return letter


def _problem(wrong: Exception) -> str:
    """The kind of failure, without what the server repeats of addresses and names."""
    code = getattr(wrong, "smtp_code", None)
    return f"SMTP {code}" if code else type(wrong).__name__
