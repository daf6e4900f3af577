"""Files on Telegram's side: who sends one gets an id, who has the id gets the bytes."""

from dataclasses import dataclass, field

from bot.demo.telegram.refusals import bad_request
from bot.demo.telegram.values import JSON

MAX_UPLOAD = 50 * 1024 * 1024  # https://core.telegram.org/bots/api#sending-files
MAX_PHOTO = 10 * 1024 * 1024
MAX_DOWNLOAD = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class File:
    """A stored file; `path` is what getFile tells, relative to `{URL}/file/bot{token}/`."""

    file_id: str
    path: str
    content: bytes = field(repr=False)

    def as_json(self) -> JSON:
        """The fields every Bot API object of a file has."""
        return {"file_id": self.file_id, "file_unique_id": f"AgAD{self.file_id[4:]}", "file_size": len(self.content)}


class Files:
    """Every file sent by anyone."""

    def __init__(self) -> None:
        self._files: dict[str, File] = {}

    def add(self, folder: str, filename: str, content: bytes) -> File:
        number = len(self._files) + 1
        extension = f".{filename.rpartition('.')[2]}" if "." in filename else ""
        file = File(f"BQAC{number:028d}", f"{folder}/file_{number}{extension}", content)
        self._files[file.file_id] = file
        return file

    def by_id(self, file_id: str) -> File:
        if not file_id:
            raise bad_request("file_id not specified")
        if file_id not in self._files:
            raise bad_request("invalid file_id")
        return self._files[file_id]

    def at(self, path: str) -> File | None:
        return next((file for file in self._files.values() if file.path == path), None)
