"""Which links Telegram takes for keys and text (tdlib/td, `LinkManager::check_link`)."""

import re

from bot.demo.telegram.refusals import bad_request

_WEB = re.compile(r"(?:(?P<protocol>[a-z][a-z0-9+.-]*)://)?(?P<host>[^/?#\s:@]*)(?::\d+)?(?:[/?#]\S*)?$", re.IGNORECASE)


def checked(url: str, what: str, *, https_only: bool = False) -> str:
    """The link with its protocol, or a refusal beginning with `what` ("Inline keyboard button", "Entity", …)."""
    if reason := _objection(url.strip(), https_only=https_only):
        raise bad_request(f"{what} URL '{url}' is invalid: {reason}")
    url = url.strip()
    if "://" not in url and not url.lower().startswith(("tg:", "ton:")):
        url = f"http://{url}"
    host = url.partition("://")[2]
    return url if "/" in host or "?" in host or "#" in host or url.startswith(("tg:", "ton:")) else f"{url}/"


def is_valid(url: str) -> bool:
    return _objection(url.strip(), https_only=False) is None


def _objection(url: str, *, https_only: bool) -> str | None:
    if https_only and not url.lower().startswith("https://"):
        return "Only HTTPS links are allowed"
    if url.lower().startswith(("tg:", "ton:")):
        return None
    parts = _WEB.match(url)
    if parts is None:
        return "Wrong HTTP URL"
    if (parts["protocol"] or "http").lower() not in {"http", "https"}:
        return "Unsupported URL protocol"
    if not parts["host"]:
        return "URL host is empty"
    # A host needs a dot, even after a protocol: "http://localhost/" is refused.
    return None if "." in parts["host"].strip(".") else "Wrong HTTP URL"
