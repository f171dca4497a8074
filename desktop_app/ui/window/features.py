"""The features of the window, in the order in which they are made.

A new feature is a class that takes a workspace, and one line here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.appearance.look_menus import LookMenus
from desktop_app.ui.appearance.missing_characters import MissingCharacters
from desktop_app.ui.appearance.scripts import Scripts
from desktop_app.ui.appearance.viewing import Viewing
from desktop_app.ui.cards.cards import Cards
from desktop_app.ui.export.exporting import Exporting
from desktop_app.ui.finding.contents_panel import ContentsPanel
from desktop_app.ui.finding.finding import Finding
from desktop_app.ui.finding.go_bar import GoBar
from desktop_app.ui.finding.history import History
from desktop_app.ui.pairing.beside_menu import BesideMenu
from desktop_app.ui.printed.printed_pages import PrintedPages
from desktop_app.ui.rows.auditing import Auditing
from desktop_app.ui.rows.correcting import Correcting
from desktop_app.ui.rows.counterparts import Counterparts
from desktop_app.ui.rows.row_menu import RowMenu
from desktop_app.ui.selection.copying import Copying
from desktop_app.ui.selection.selecting import Selecting
from desktop_app.ui.selection.ticking import Ticking
from desktop_app.ui.window.fetching import Fetching
from desktop_app.ui.window.files import Files
from desktop_app.ui.window.pasting import Pasting
from desktop_app.ui.window.session_saver import SessionSaver

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.ui.workspace import Workspace

FEATURES: tuple[Callable[[Workspace], object], ...] = (
    Files,
    Fetching,
    Pasting,
    BesideMenu,
    Cards,
    Selecting,
    Copying,
    Ticking,
    Correcting,
    RowMenu,
    Auditing,
    Counterparts,
    Finding,
    GoBar,
    History,
    ContentsPanel,
    PrintedPages,
    Scripts,
    Viewing,
    LookMenus,
    Exporting,
    MissingCharacters,
    SessionSaver,
)
