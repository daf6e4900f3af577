"""What every reason to say no has in common: facts, and the name of its sentence."""

import re
from dataclasses import fields


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """Why something asked for is not done: facts, no sentence. Not frozen: Python writes tracebacks on exceptions."""

    @classmethod
    def name(cls) -> str:
        """The id of its sentence: TooLate → too-late."""
        return re.sub(r"(?<!^)(?=[A-Z])", "-", cls.__name__).lower()

    def facts(self) -> dict[str, object]:
        return {field.name: getattr(self, field.name) for field in fields(self)}  # type: ignore[arg-type]
