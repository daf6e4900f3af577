"""Papers become files: Typst sets a template in our own fonts, as a tagged PDF (PDF/UA-1) or as a picture.

The same paper gives the same bytes. Imported, with its 80 MB library, when the first one is set.
"""

from functools import cache
from importlib.resources import files
from threading import Lock
from typing import Final, Literal

import typst

from locales.sheets.paper import Paper

PPI = 144.0  # a picture's page is 540 points wide: 1080 pixels
STANDARD: Final = "ua-1"  # it refuses what it cannot tag, name or show
_one_at_a_time = Lock()


def pdf(paper: Paper) -> bytes:
    """A4 pages. Raises typst.TypstError where the template, or what it is given, cannot be set."""
    return _set(paper, "pdf")


def png(paper: Paper) -> bytes:
    """One picture, 1080 pixels wide and as high as it takes; raises typst.TypstError like `pdf`."""
    return _set(paper, "png")


def _set(paper: Paper, format_: Literal["pdf", "png"]) -> bytes:
    template = files("locales.sheets").joinpath("templates", f"{paper.template}.typ")
    given = {"data": paper.pack(), "format": format_}
    with _one_at_a_time:
        content = _compiler().compile(str(template), format=format_, ppi=PPI, sys_inputs=given, pdf_standards=STANDARD)
    assert isinstance(content, bytes), "one page"
    return content


@cache
def _compiler() -> typst.Compiler:
    """Fonts of this machine are left out: a paper looks the same everywhere."""
    here = files("locales.sheets")
    return typst.Compiler(
        root=str(here.joinpath("templates")), font_paths=[str(here.joinpath("fonts"))], ignore_system_fonts=True
    )
