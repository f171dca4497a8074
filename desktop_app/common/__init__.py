"""What every room may use: messages, paths, files written whole or not at all, the log, fonts.

- A person is told things by a `Message`: an English template and what fills it in. The command
  line prints it in English, the window translates it. An error for a person is a `UserError`.
- An error that nobody foresaw goes into the log, without a word of any document.
- Shipped files are found by a plain path: `importlib.resources` costs the start 3 to 8 ms.
"""
