"""python-telegram-bot as it comes, answering each text with itself: what our figures are held against."""

import os

from telegram import Update
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message
    assert update.message.text
    await update.message.reply_text(update.message.text)


if __name__ == "__main__":
    builder = ApplicationBuilder().token(os.environ["CLOCHETTE_TOKEN"])
    application = builder.base_url(f"{os.environ['CLOCHETTE_API_URL']}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()
