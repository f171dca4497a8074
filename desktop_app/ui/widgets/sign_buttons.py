"""What screen readers are told of buttons that show a sign."""

from PySide6.QtWidgets import QToolButton, QWidget


def name_buttons(within: QWidget) -> None:
    """Gives the buttons of a widget that show a sign the names of their actions."""
    for button in within.findChildren(QToolButton):
        for action in button.actions()[:1]:
            if is_sign(action.iconText()):
                button.setAccessibleName(action.text().replace("&", ""))


def is_sign(words: str) -> bool:
    """Whether that says nothing to somebody who does not see it: "A+", "≠", "↑"."""
    return sum(letter.isalpha() for letter in words) < 2
