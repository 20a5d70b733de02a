"""The one style sheet, built from tokens. It holds colours and edges and no sizes: letters go by setFont."""

from __future__ import annotations

from string import Template

from konbit.window.look.tokens import Palette

# A colour rule of a text box makes Qt's placeholder too pale (3.2:1), hence placeholder-text-color.
# A combo box needs its arrow told apart or it shows a torn corner: Konbit has none, a short list is Answers.
_SHEET = Template("""\
QWidget[ground="ground"], QDialog, QMessageBox { background: $ground; }
QWidget[ground="sheet"] { background: $sheet; }
QWidget[ground="sunken"] { background: $sunken; }
QFrame[card="true"] { background: $sheet; border: 1px solid $line; border-radius: 6px; }
QWidget[edge="top"] { border: none; border-top: 1px solid $line; }
QWidget[edge="left"] { border: none; border-left: 1px solid $line; }
QScrollArea, QScrollArea > QWidget > QWidget[bare="true"] { background: transparent; border: none; }

QLineEdit, QPlainTextEdit {
    background: $sheet; color: $ink; border: 1px solid $edge; border-radius: 6px;
    selection-background-color: $primary; selection-color: $on_primary;
    placeholder-text-color: $ink2;
}
QLineEdit:disabled, QPlainTextEdit:disabled { background: $sunken; color: $ink2; }
QLineEdit[fault="true"], QPlainTextEdit[fault="true"] { border: 2px solid $red; }

QListView {
    background: $sheet; color: $ink; border: 1px solid $edge; outline: none;
    selection-background-color: $primary_soft; selection-color: $ink;
}
QListView[plain="true"] { background: transparent; border: none; }
QListView[plain="true"]::item { background: transparent; }
QListView::item:hover { background: $sunken; color: $ink; }
QListView::item:selected { background: $primary_soft; color: $ink; }

QScrollBar:vertical { background: transparent; width: 14px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 14px; margin: 0; }
QScrollBar::handle { background: $edge; border: 3px solid transparent; border-radius: 6px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:hover { background: $ink2; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QToolTip { background: $ink; color: $sheet; border: 1px solid $edge; padding: 4px; }
QMenu { background: $sheet; color: $ink; border: 1px solid $edge; }
QMenu::item:selected { background: $primary_soft; color: $ink; }
QMessageBox QPushButton, QDialog QPushButton[plain="true"] {
    background: $sheet; color: $ink; border: 1px solid $edge; border-radius: 6px; padding: 8px 20px;
}
QMessageBox QPushButton:default { background: $primary; color: $on_primary; border-color: $primary; }
""")


def sheet(palette: Palette) -> str:
    """The application style sheet of one palette."""
    return _SHEET.substitute(vars(palette))
