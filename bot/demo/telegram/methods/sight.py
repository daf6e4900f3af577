"""How a text is looked at: its link preview."""

from bot.demo.telegram.params import Params
from bot.demo.telegram.refusals import bad_request
from bot.demo.telegram.text import Formatted
from bot.demo.telegram.values import JSON

FLAGS = ("is_disabled", "prefer_small_media", "prefer_large_media", "show_above_text")


def link_preview(params: Params, formatted: Formatted) -> JSON:
    """The message's `link_preview_options`, kept only if its text has a link."""
    options = params.parsed("link_preview_options", "can't parse link preview options JSON object")
    if options is None:
        options = {"is_disabled": True} if params.flag("disable_web_page_preview") else {}
    if not isinstance(options, dict):
        raise bad_request("object expected as link preview options")
    for name in FLAGS:
        if not isinstance(options.get(name, False), bool):
            raise bad_request(f'field "{name}" must be of type Boolean')
    has_link = any(entity["type"] in {"url", "text_link"} for entity in formatted.entities)
    return {"link_preview_options": options} if options and has_link else {}
