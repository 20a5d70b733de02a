"""Specimens of the parts, with made-up people and no law. `parts()` gives (name, build, size)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from konbit.window.look.type import Role
from konbit.window.parts import chip
from konbit.window.parts.answer import Choice
from konbit.window.parts.answer_group import AnswerGroup
from konbit.window.parts.banner import Banner, Level
from konbit.window.parts.button import LinkButton, PrimaryButton, QuietButton
from konbit.window.parts.chip import Chip
from konbit.window.parts.criterion_row import Criterion, CriterionRow
from konbit.window.parts.date_entry import DateEntry
from konbit.window.parts.day_strip import Day, DayKind, DayStrip
from konbit.window.parts.empty_state import EmptyState
from konbit.window.parts.error_summary import ErrorSummary, Wrong
from konbit.window.parts.field import Field
from konbit.window.parts.header import Header
from konbit.window.parts.lettering import Say, fixed, line
from konbit.window.parts.number_entry import RunEntry
from konbit.window.parts.page import Page
from konbit.window.parts.pdf_preview import PdfPreview
from konbit.window.parts.picker import Option, Picker
from konbit.window.parts.progress import ProgressSegments
from konbit.window.parts.question import Kind, Question
from konbit.window.parts.question_card import QuestionCard
from konbit.window.parts.room import room_for
from konbit.window.parts.route_card import Route, RouteCard
from konbit.window.parts.saved_mark import SavedMark
from konbit.window.parts.sign_mark import SignMark
from konbit.window.parts.signs import Sign
from konbit.window.parts.text import Text
from konbit.window.parts.text_entry import LongTextEntry
from konbit.window.parts.tongue_switch import TongueSwitch
from konbit.window.parts.unknown_row import UnknownRow
from konbit.window.tongue import Words

TODAY = date(2026, 11, 23)

LETTER = Question(
    "fecha_carta",
    Kind.DATE,
    line("demo.letter", "¿Cuándo recibió la última carta o correo de SERMIG?"),
    hint=line("demo.letter.hint", "Si no recuerda el día, basta el mes y el año."),
    why=line("demo.letter.why", "Desde esa fecha se cuenta el plazo."),
    aloud=line("demo.letter.aloud", "Miren el papel juntos. La fecha está arriba, a la derecha."),
    draft=True,
)
HOW = Question(
    "como_llego",
    Kind.CHOICE,
    line("demo.how", "¿Cómo llegó esa carta?"),
    choices=(
        Choice("correo", line("demo.how.email", "Correo electrónico")),
        Choice("personal", line("demo.how.hand", "En persona")),
        Choice("carta", line("demo.how.post", "Correo postal")),
    ),
)
BARS = (
    Choice("condena", line("demo.bars.sentence", "Tiene una condena en Chile")),
    Choice("expulsado", line("demo.bars.expelled", "Fue expulsado de Chile antes")),
    Choice("paso", line("demo.bars.entry", "Entró por un paso no habilitado")),
    Choice("ninguno", line("demo.bars.none", "Ninguno de estos"), alone=True),
)


def column(*widgets: QWidget, ground: str = "ground") -> QWidget:
    held = QWidget()
    held.setProperty("ground", ground)
    held.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    layout = QVBoxLayout(held)
    layout.setContentsMargins(24, 20, 24, 20)
    layout.setSpacing(14)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return held


def row(*widgets: QWidget) -> QWidget:
    held = QWidget()
    layout = QHBoxLayout(held)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    for widget in widgets:
        layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
    layout.addStretch(1)
    return held


def letters(words: Words) -> QWidget:
    roles = (Role.NOTE, Role.BODY, Role.SUB, Role.QUESTION, Role.TITLE)
    return column(
        *(
            Text(words, fixed(f"{role.name.lower()} {role.points:g} pt — ¿Ñandú? Èske ou gen paspò?"), role)
            for role in roles
        )
    )


def states(words: Words) -> QWidget:
    until = line("demo.until", "20 oct 2027")
    all_states = (
        (chip.can(), chip.can_with_risk(), chip.not_now(), chip.missing(2)),
        (chip.wait(until), chip.may_ask(), chip.not_applicable(), chip.closed()),
        (chip.due(0), chip.due(1), chip.due(3), chip.due(17), chip.due(-2)),
        (
            chip.draft_creole(),
            chip.draft(),
            chip.reviewed(),
            chip.met(),
            chip.not_met(),
            chip.unknown(),
            chip.risk(),
        ),
    )
    signs_held = QWidget()
    grid = QGridLayout(signs_held)
    for at, sign in enumerate(Sign):
        grid.addWidget(SignMark(words, sign, "ink", 28), at // 14, at % 14)
    return column(*(row(*(Chip(words, state) for state in some)) for some in all_states), signs_held)


def buttons(words: Words) -> QWidget:
    off = PrimaryButton(words, line("demo.disabled", "No se puede aún"))
    off.setEnabled(False)
    saved, failed = SavedMark(words), SavedMark(words)
    saved.saved(time(19, 4))
    failed.failed()
    return column(
        row(
            PrimaryButton(
                words, lambda words: words("ui.next", "Seguir"), sign=Sign.ARROW_RIGHT, trailing=True
            ),
            QuietButton(words, lambda words: words("ui.back", "Atrás"), sign=Sign.ARROW_LEFT),
            QuietButton(words, line("demo.print", "Imprimir"), sign=Sign.PRINTER, key="Ctrl+P"),
            off,
        ),
        row(LinkButton(words, fixed("Ley de ejemplo, art. 1"), sign=Sign.DOCUMENT), saved, failed),
        row(TongueSwitch(words)),
    )


def answers(words: Words) -> QWidget:
    one, many = AnswerGroup(words), AnswerGroup(words)
    one.ask(HOW.choices, chosen=["correo"])
    one.answers[1].propose(True)
    one.answers[2].setEnabled(False)
    many.ask(BARS, chosen=["condena", "paso"], many=True)
    unknown = UnknownRow(words, row=True)
    unknown.ask(value="no_sabe")
    client = AnswerGroup(words)
    client.ask(
        (
            Choice("si", lambda words: words("ui.answer.yes", "Sí"), sign=Sign.TICK),
            Choice("no", lambda words: words("ui.answer.no", "No"), sign=Sign.CROSS),
            Choice("x", lambda words: words("ui.unknown.no_sabe.client", "No sé"), sign=Sign.QUESTION_RING),
        ),
        points=26,
        columns=3,
    )
    return column(one, many, unknown, client)


def fields(words: Words) -> QWidget:
    run, wrong, comuna = RunEntry(words), DateEntry(words), Picker(words)
    run.set_value("12345678-5")
    wrong.set_value("2026-06-31")
    comuna.offer([Option("quilicura", "Quilicura"), Option("nunoa", "Ñuñoa"), Option("quillota", "Quillota")])
    story = LongTextEntry(words)
    story.set_value("Pedí respuesta por escrito y nadie contestó.")
    notice = Field(words, line("demo.notice", "Fecha de aviso"), wrong)
    notice.reveal()
    place = Field(
        words,
        line("demo.comuna", "¿En qué comuna vive?"),
        comuna,
        hint=line("demo.comuna.hint", "Escriba las primeras letras; las tildes dan lo mismo."),
    )
    comuna.box.setText("qui")
    comuna._typed("qui")
    return column(
        Field(
            words,
            line("demo.run", "RUN"),
            run,
            hint=line("demo.run.hint", "Con puntos y guion, o sin ellos."),
        ),
        notice,
        place,
        Field(words, line("demo.story", "Cuente qué pasó"), story),
    )


def notices(words: Words) -> QWidget:
    danger, caution, done, draft = (Banner(words) for _ in range(4))
    danger.tell(
        Level.RED,
        line("demo.danger", "Puede abrir de inmediato un proceso de expulsión."),
        lead=line("demo.danger.lead", "No se autodenuncie «para tener papeles»."),
    )
    caution.tell(
        Level.AMBER,
        line("demo.warn", "Si presenta las dos, la autoridad debe inhibirse."),
        lead=line("demo.warn.lead", "Elija una sola vía."),
    )
    done.tell(Level.DONE, line("demo.done", "La copia quedó guardada en el USB."))
    draft.tell(
        Level.DRAFT,
        line(
            "demo.draftnotice",
            "Esta traducción aún no fue revisada por una persona que hable creole de nacimiento.",
        ),
    )
    errors = ErrorSummary(words)
    errors.tell(
        (Wrong("aviso", line("demo.notice", "Fecha de aviso")), Wrong("run", line("demo.run", "RUN")))
    )
    empty = EmptyState(words)
    empty.tell(
        line("demo.empty", "Aún no hay casos"),
        line("demo.empty.text", "Empiece uno o mire los ejemplos."),
        act=line("demo.empty.act", "Ver ejemplos"),
    )
    return column(danger, caution, done, draft, errors, empty)


def routes(words: Words) -> QWidget:
    cards = [RouteCard(words) for _ in range(3)]
    cards[0].show_route(
        Route(
            "a",
            line("demo.can.route", "Recurso de protección por demora"),
            chip.can_with_risk(),
            when=line("demo.can.when", "hasta jue 10 dic"),
            why=line("demo.can.why", "27 meses sin decisión"),
        )
    )
    cards[0].setChecked(True)
    cards[1].show_route(
        Route(
            "b",
            line("demo.request.route", "Requerimiento de decisión"),
            chip.can(),
            why=line("demo.request.why", "Más de 6 meses sin respuesta"),
        )
    )
    cards[2].show_route(
        Route(
            "c",
            line("demo.definitive.route", "Residencia definitiva"),
            chip.missing(2),
            why=line("demo.definitive.why", "ingresos · inicio del permiso"),
        )
    )
    met, risky = CriterionRow(words), CriterionRow(words)
    met.show_criterion(
        Criterion(
            "x",
            chip.met(),
            line("demo.criterion", "Pasaron más de seis meses desde la solicitud"),
            line("demo.criterion.answer", "Solicitud del 01-08-2024"),
            fixed("Ley de ejemplo, 27"),
            fixed("«no podrá exceder de 6 meses»"),
        )
    )
    met.toggle_quote()
    risky.show_criterion(
        Criterion(
            "y",
            chip.risk(),
            line("demo.risk", "Los tribunales no están de acuerdo"),
            line("demo.risk.answer", "Hay fallos en ambos sentidos"),
            fixed("Fallos de ejemplo"),
        )
    )
    left, right = column(*cards), column(met, risky)
    held = QWidget()
    layout = QHBoxLayout(held)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(left, 2)
    layout.addWidget(right, 5)
    return held


def _count(start: date, last: int, event: Say) -> list[Day]:
    days = [Day(start, None, DayKind.EVENT, event)]
    days += [Day(start + timedelta(days=at), at, DayKind.COUNTS) for at in range(1, last + 1)]
    return days


def days(words: Words) -> QWidget:
    short, working, long = DayStrip(words), DayStrip(words), DayStrip(words)
    start = date(2026, 11, 14)
    short.show_days(
        _count(start, 10, line("demo.notice.police", "aviso PDI")),
        today=TODAY,
        due=start + timedelta(days=10),
    )
    served = [Day(date(2026, 11, 19), None, DayKind.EVENT, line("demo.post", "correo"))]
    served += [Day(date(2026, 11, 20 + at), None, DayKind.EVENT) for at in range(2)]
    served += [Day(date(2026, 11, 22), None, DayKind.EVENT, line("demo.third", "notificado"))]
    served += [Day(date(2026, 11, 22 + at), at, DayKind.COUNTS) for at in range(1, 6)]
    served += [
        Day(date(2026, 11, 28), None, DayKind.SKIPPED, line("demo.saturday", "sábado")),
        Day(date(2026, 11, 29), None, DayKind.SKIPPED, line("demo.sunday", "domingo")),
        Day(date(2026, 11, 30), None, DayKind.AFTER),
        Day(date(2026, 12, 1), None, DayKind.OTHER),
    ]
    working.show_days(served, today=TODAY, due=date(2026, 11, 27))
    thirty = _count(date(2026, 11, 10), 30, line("demo.post", "correo"))
    thirty = [
        Day(day.date, day.number, day.kind, line("demo.holiday", "feriado"))
        if day.date == date(2026, 12, 8)
        else day
        for day in thirty
    ]
    long.show_days(thirty, today=TODAY, due=date(2026, 12, 10))
    title = Text(words, line("demo.deadline", "Reclamación de expulsión"), Role.TITLE, below=True)
    return column(title, short, working, long)


def interview(words: Words) -> QWidget:
    page, header, progress = Page(words), Header(words), ProgressSegments(words)
    header.tell(
        fixed("Wilner J. · C-0398"), line("demo.interview", "Entrevista"), back=line("demo.cases", "Casos")
    )
    header.saved.saved(time(19, 4))
    page.set_header(header)
    progress.at(4, 7, left=6, within=0.5, name=line("demo.topic", "la demora"))
    page.add(progress)
    first, second = QuestionCard(words, links=False), QuestionCard(words, heads=False, links=False)
    first.ask(LETTER, "2026-11")
    second.ask(HOW, "correo")
    page.add(first)
    page.add(second)
    for part in (header, progress, first, second):
        page.room_changed.connect(part.set_room)
        part.set_room(room_for(1366, page.theme.scale))
    page.column.addStretch(1)
    page.set_footer(
        left=(QuietButton(words, lambda words: words("ui.back", "Atrás"), sign=Sign.ARROW_LEFT),),
        links=(
            LinkButton(
                words,
                lambda words: words("ui.question.why", "Por qué preguntamos"),
                sign=Sign.QUESTION_RING,
                key="F2",
                beside=False,
            ),
            LinkButton(
                words,
                lambda words: words("ui.question.aloud", "Qué decir"),
                sign=Sign.SPEAKER,
                key="F3",
                beside=False,
            ),
        ),
        right=(
            PrimaryButton(
                words, lambda words: words("ui.next", "Seguir"), sign=Sign.ARROW_RIGHT, trailing=True
            ),
        ),
    )
    panel = QWidget()
    layout = QVBoxLayout(panel)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(
        Text(words, line("demo.can.route", "Recurso de protección por demora"), Role.BODY_STRONG, below=True)
    )
    layout.addWidget(Chip(words, chip.missing(1)))
    layout.addWidget(
        LinkButton(words, line("demo.panel.one", "Última carta o correo de SERMIG"), sign=Sign.QUESTION_RING)
    )
    layout.addWidget(
        Text(words, line("demo.definitive.route", "Residencia definitiva"), Role.BODY_STRONG, below=True)
    )
    layout.addWidget(Chip(words, chip.missing(2)))
    layout.addWidget(
        LinkButton(words, line("demo.panel.two", "Ingresos de los últimos 12 meses"), sign=Sign.QUESTION_RING)
    )
    layout.addStretch(1)
    page.set_panel(panel, lambda words: words("ui.missing", "¿Qué falta?"), count=3)
    return page


def paper(words: Words) -> QWidget:
    preview = PdfPreview(words)
    pages = []
    for number in range(1, 4):
        image = QImage(850, 1300, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        painter.setFont(QFont("Noto Sans", 18))
        painter.drawText(
            image.rect().adjusted(120, 120, -80, 0),
            int(Qt.TextFlag.TextWordWrap),
            f"Página de ejemplo {number}. " * 12,
        )
        painter.end()
        pages.append(image)
    preview.show_pages(pages)
    return preview


def parts() -> list[tuple[str, Callable[[Words], QWidget], tuple[int, int]]]:
    return [
        ("letters", letters, (900, 0)),
        ("states", states, (1366, 0)),
        ("buttons", buttons, (1366, 0)),
        ("answers", answers, (1000, 0)),
        ("fields", fields, (760, 0)),
        ("notices", notices, (1000, 0)),
        ("routes", routes, (1366, 0)),
        ("days", days, (1366, 0)),
        ("interview", interview, (1366, 690)),
        ("paper", paper, (1000, 690)),
    ]
