"""The main window: one screen at a time, over one session; keys and settings that hold everywhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from konbit.errors import KonbitError
from konbit.window.ahead import Ahead
from konbit.window.look.theme import put_on
from konbit.window.pack_words import in_own_words, of_fault, of_pack
from konbit.window.parts.banner import Banner, Level
from konbit.window.parts.batches import Batches
from konbit.window.parts.button import QuietButton
from konbit.window.parts.focus_ring import FocusRing
from konbit.window.parts.header import Header
from konbit.window.parts.lettering import Say
from konbit.window.parts.progress_line import ProgressLine
from konbit.window.parts.renewing import Renewing
from konbit.window.parts.signs import Sign
from konbit.window.parts.tongue_switch import TongueSwitch
from konbit.window.screens.filing_words import name_of_filed
from konbit.window.screens.screen import Screen
from konbit.window.session import Session
from konbit.window.settings import Settings, write_settings
from konbit.window.tongue import Said, Words
from konbit.window.view_menu import ViewMenu
from konbit.work.cases import save_case
from konbit.work.demo import example_cases
from konbit.work.folders import kept_pack
from konbit.work.own_days import Clinic, open_clinic

Factory = Callable[[Words, Session], Screen]

_ROUND = ("es+ht", "ht+es", "es", "ht")
"""The order in which F8 goes through the tongues."""


def factories() -> dict[str, Factory]:
    """The screens by name. Each is imported when it is first shown."""

    def later(module: str, name: str) -> Factory:
        def make(words: Words, session: Session) -> Screen:
            from importlib import import_module

            return getattr(import_module(f"konbit.window.screens.{module}"), name)(words, session)

        return make

    return {
        "cases": later("cases", "CasesScreen"),
        "reasons": later("reasons", "ReasonsScreen"),
        "interview": later("interview", "InterviewScreen"),
        "review": later("review", "ReviewScreen"),
        "findings": later("findings", "FindingsScreen"),
        "days": later("days", "DaysScreen"),
        "papers": later("papers", "PapersScreen"),
        "sheets": later("sheets", "SheetsScreen"),
        "own_days": later("own_days", "OwnDaysScreen"),
        "workshop": later("workshop", "WorkshopScreen"),
    }


class Desk(QMainWindow):
    """Names never stand in the title bar: a screen is seen from across the room.

    settings, settings_file: how the window looks and speaks, and where that is remembered (nowhere without a file).
    """

    def __init__(
        self,
        words: Words,
        session: Session,
        *,
        demo: bool = False,
        settings: Settings | None = None,
        settings_file: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.words = words
        self.session = session
        self.demo = demo
        self.settings = settings or Settings(words.tongue)
        self.background = session.background
        self._settings_file = settings_file
        self._factories = factories()
        self._screens: dict[str, Screen] = {}
        self._shown = ""
        self._warned = False
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.trouble, self.notice = Banner(words, parent=inside), Banner(words, parent=inside)
        self.trouble.hide()
        self.notice.hide()
        self.trouble.acted.connect(session.retry)
        self._stack = QStackedWidget(inside)
        column.addWidget(self.trouble)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(inside)
        self.renewing = Renewing(inside, self._in_order)
        self.line = ProgressLine(
            words, lambda words: words("ui.renewing", "Se ajusta el resto de la pantalla"), inside
        )
        self.renewing.went.connect(self.line.at)
        self._ahead = Ahead(self.background, self.screen_named, self)
        self.menu = ViewMenu(words, lambda: self.settings, self.apply, self)
        self.menu.add_screen(
            lambda words: words("ui.own_days.title", "Días propios de la clínica"),
            lambda: self.go("own_days", self._shown),
        )
        self.menu.add_screen(
            lambda words: words("ui.workshop.title", "Taller de formularios"),
            lambda: self.go("workshop", self._shown),
        )
        self.ring = FocusRing(self)
        session.not_saved.connect(self._not_saved)
        session.saved.connect(self._saved)
        self._bind_keys()
        self.setWindowTitle("Konbit")
        self.resize(1366, 690)
        self.go("cases")

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            "F8": self.next_tongue,
            "F10": self.open_menu,
            "Ctrl++": lambda: self.apply(self.settings.larger(1)),
            "Ctrl+=": lambda: self.apply(self.settings.larger(1)),
            "Ctrl+-": lambda: self.apply(self.settings.larger(-1)),
            "Ctrl+0": self.usual_letter,
            "Ctrl+Z": self.undo,
            "Ctrl+N": self.new_case,
            "Ctrl+O": self.open_file,
            "Ctrl+K": lambda: self.go("cases", "buscar"),
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(act)

    # --- the pack

    def load(self) -> None:
        """Loads the pack beside the window."""
        days = self.session.own_days_file
        self.background.run(
            lambda: open_clinic(kept_pack(), days), self._loaded, self._not_loaded, owner=self
        )

    def _loaded(self, clinic: Clinic) -> None:
        self.session.office, self.session.own_days = clinic.office, clinic.days
        if self.demo:
            self._lay_out_examples()
        self.go("cases")
        self._ahead.begin()
        if clinic.fault is not None:
            self.tell(of_fault(clinic.fault), Level.AMBER)

    def _lay_out_examples(self) -> None:
        for stem, case in example_cases(self.session.require_office()).items():
            place = self.session.folder / f"{case.code or stem}.json"
            if not place.exists():
                save_case(case, place)

    def _not_loaded(self, fault: KonbitError | None) -> None:
        cases = self._screens.get("cases")
        if cases is not None and hasattr(cases, "failed"):
            cases.failed()  # type: ignore[attr-defined]
        if fault is None:
            self.trouble.tell(
                Level.RED,
                lambda words: words(
                    "ui.pack.broken", "No se pudo leer el paquete legal. Avise a quien instaló Konbit."
                ),
            )
            return
        self.trouble.tell(
            Level.RED,
            of_fault(fault),
            lead=lambda words: words("ui.pack.lead", "Konbit no puede empezar."),
        )

    # --- from screen to screen

    def go(self, name: str, what: object = None) -> None:
        """Shows a screen."""
        if self.session.office is None and name != "cases":
            return
        self.notice.hide()
        if name != self._shown and self._shown in self._screens:
            self._screens[self._shown].leave()
        screen = self.screen_named(name)
        self._shown = name
        self._stack.setCurrentWidget(screen)
        screen.enter(what)
        self.renewing.go_on()

    def _in_order(self) -> list[QWidget]:
        """The screens that are made, the one in sight first; then other windows."""
        shown = self._stack.currentWidget()
        others = (one for one in self._screens.values() if one is not shown)
        windows = (one for one in QApplication.topLevelWidgets() if one is not self and one.isVisible())
        return [*(() if shown is None else (shown,)), self.trouble, self.notice, *others, *windows]

    @property
    def shown(self) -> str:
        """The name of the screen in sight."""
        return self._shown

    def screen_named(self, name: str) -> Screen:
        """A screen, made when it is first asked for."""
        if name not in self._screens:
            screen = self._factories[name](self.words, self.session)
            screen.went.connect(self.go)
            self._dress(screen)
            self._screens[name] = screen
            self._stack.addWidget(screen)
        return self._screens[name]

    def _dress(self, screen: Screen) -> None:
        """What every screen has in its head, and no screen needs to know of."""
        for tongues in screen.findChildren(TongueSwitch):
            tongues.chosen.connect(self.speak)
        for header in screen.findChildren(Header):
            button = QuietButton(
                self.words,
                lambda words: words("ui.view", "Ver"),
                sign=Sign.SLIDERS,
                key="F10",
                beside=False,
                parent=header,
            )
            button.clicked.connect(lambda _=False, button=button: self.open_menu(button))
            header.layout().addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)  # type: ignore[call-arg]
        opened = getattr(screen, "file_wanted", None)
        if opened is not None:
            opened.connect(self.open_file)

    def new_case(self) -> None:
        """To «¿Qué le trae?»."""
        self.go("reasons")

    def open_file(self) -> None:
        """Asks for a case file and opens it."""
        if self.session.office is None:
            return
        title = self.words("ui.open.title", "Abrir un caso")
        kinds = self.words("ui.open.kinds", "Casos")
        name, _ = QFileDialog.getOpenFileName(
            self, str(title), str(self.session.home), f"{kinds} (*.json *.toml)"
        )
        if name:
            self.open_path(Path(name))

    def open_path(self, path: Path) -> None:
        """Opens a case file; one that cannot be read is told in a sentence, and all stays as it was."""
        try:
            self.session.open(path)
        except KonbitError as fault:
            self.notice.tell(Level.AMBER, of_fault(fault))
            return
        interview = self.session.interview
        self.go("review" if interview is not None and interview.done else "interview")

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._shown in self._screens:
            self._screens[self._shown].leave()
        if self.session.unsaved:
            self.session.retry()
            if self.session.unsaved and not self._warned:
                # Once: a disk that stays full must not keep the window open for ever.
                self._warned = True
                event.ignore()
                return
        super().closeEvent(event)

    @property
    def busy(self) -> bool:
        """Whether something is still worked out beside the window or built between its turns."""
        return self.background.busy or any(one.busy for one in self.findChildren(Batches))

    # --- looks and tongues

    def apply(self, settings: Settings) -> None:
        """Looks and speaks so from now on, in every open window, and remembers it."""
        if settings == self.settings:
            return
        self.settings = settings
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        looks, words = put_on(app, settings.theme), settings.tongue != self.words.tongue
        if words:
            self.words.speak(settings.tongue)
        if looks or words:
            self.renewing.begin(words=words, looks=looks)
        if self._settings_file is not None:
            write_settings(settings, self._settings_file)

    def speak(self, tongue: str) -> None:
        """Another tongue, or two."""
        from dataclasses import replace

        self.apply(replace(self.settings, tongue=tongue))

    def next_tongue(self) -> None:
        """F8."""
        at = _ROUND.index(self.settings.tongue) if self.settings.tongue in _ROUND else -1
        self.speak(_ROUND[(at + 1) % len(_ROUND)])

    def usual_letter(self) -> None:
        """Ctrl+0."""
        from dataclasses import replace

        self.apply(replace(self.settings, scale=1.0))

    def open_menu(self, button: QWidget | None = None) -> None:
        """Opens *Ver* under its button."""
        if button is None:
            screen = self._screens[self._shown]
            button = next(
                (one for one in screen.findChildren(QuietButton) if one.accessibleDescription() == "F10"),
                None,
            )
        corner = (
            button.mapToGlobal(QPoint(0, button.height())) if button else self.mapToGlobal(QPoint(20, 20))
        )
        self.menu.popup(corner)

    # --- undoing and telling

    def undo(self) -> None:
        """Takes back the last thing done, says what it was, and shows it; on a screen with a work of its own, there."""
        own = getattr(self._screens.get(self._shown), "undo", None)
        if own is not None and own():
            return
        acts = self.session.undo()
        if not acts:
            self.tell(lambda words: words("ui.undo.nothing", "No hay nada que deshacer."), Level.DRAFT)
            return
        fact = next((about for act in acts if (about := self.session.about(act))), "")
        if self._shown in self._screens:
            told = fact if self._shown in ("interview", "findings") and fact else None
            self._screens[self._shown].enter(told)
        facts = self.session.require_office().pack.facts
        pack = self.session.require_office().pack
        label = of_pack(facts[fact].label) if fact in facts else name_of_filed(pack, fact)
        if len(acts) > 2:
            count = len(acts)
            self.tell(lambda words: words("ui.undo.many", "Se deshicieron {count} respuestas.", count=count))
        else:
            self.tell(lambda words: words("ui.undo.one", "Se deshizo: {label}.", label=label(words)))

    def tell(self, say: Say, level: Level = Level.DONE) -> None:
        """A notice above the screen, until the next screen."""
        self.notice.tell(level, say)

    def crashed(self) -> None:
        """After a fault in the program itself."""
        if self.session.unsaved:
            self._not_saved(None)
            return
        self.tell(
            lambda words: words(
                "ui.crash", "Algo falló en el programa. Lo respondido ya está guardado; puede seguir."
            ),
            Level.AMBER,
        )

    def _not_saved(self, fault: object) -> None:
        why: Say = in_own_words(fault) if isinstance(fault, KonbitError) else _disk_silent
        self.trouble.tell(
            Level.RED,
            why,
            lead=lambda words: words(
                "ui.save.failed", "La última respuesta no quedó guardada; no cierre esta ventana."
            ),
            act=lambda words: words("ui.save.retry", "Reintentar"),
        )

    def _saved(self, _moment: object) -> None:
        self._warned = False
        self.trouble.hide()
        if self.notice.level is Level.DONE:
            self.notice.hide()  # what was undone is old news once something else was done

    def finish(self) -> None:
        """Lets what runs come to its end."""
        self.background.finish()


def _disk_silent(words: Words) -> Said:
    return words("ui.save.unknown", "El disco no respondió.")
