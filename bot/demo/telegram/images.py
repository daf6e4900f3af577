"""What Telegram makes sure of in a photo: that it is an image it can read, not too large, not too narrow."""

from io import BytesIO

from bot.demo.telegram.refusals import bad_request

FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP")
MAX_SIDES = 10_000  # width and height together (https://core.telegram.org/bots/api#sendphoto)
MAX_RATIO = 20


def measure(content: bytes) -> tuple[int, int]:
    """Width and height in pixels; the image is read whole, as Telegram does to make its own sizes of it."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(content), formats=FORMATS) as image:
            wide, high = image.size
            _check(wide, high)
            image.load()
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError):
        raise bad_request("IMAGE_PROCESS_FAILED") from None
    return wide, high


def _check(wide: int, high: int) -> None:
    if wide + high > MAX_SIDES or max(wide, high) > MAX_RATIO * min(wide, high):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
