"""A case is the fold of its history: undo, redo, sources that disagree, ways of not knowing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konbit.case.acts import (
    AddedItem,
    AddedPerson,
    ChoseApplicant,
    Decided,
    Doing,
    Filed,
    Gave,
    RemovedItem,
    SaidNone,
    Undid,
    Withdrew,
)
from konbit.case.answers import CAUSE, HOUSEHOLD, Answer, NotKnown, Place, Source, person
from konbit.case.case import Case, fold, item_place, undone
from konbit.law.partial import PartialDate

PLACES = (person("p1"), person("p2"), HOUSEHOLD, CAUSE, item_place(HOUSEHOLD, "hijo", "h1"))
FACTS = ("en_chile", "nacionalidad", "fecha_ingreso")
ANSWERS = st.one_of(
    st.builds(
        Answer,
        st.sampled_from((True, False, "HTI", "VEN")),
        st.none(),
        st.sampled_from(list(Source)),
    ),
    st.builds(Answer, st.none(), st.sampled_from(list(NotKnown)), st.sampled_from(list(Source))),
)
PEOPLE = st.sampled_from(("p1", "p2", "p3"))
ROWS = st.sampled_from(("h1", "h2"))
OWNERS = st.sampled_from((HOUSEHOLD, person("p1")))
DOINGS: st.SearchStrategy[Doing] = st.one_of(
    st.builds(Gave, st.sampled_from(PLACES), st.sampled_from(FACTS), ANSWERS),
    st.builds(Withdrew, st.sampled_from(PLACES), st.sampled_from(FACTS)),
    st.builds(AddedPerson, PEOPLE),
    st.builds(ChoseApplicant, PEOPLE),
    st.builds(AddedItem, OWNERS, st.just("hijo"), ROWS),
    st.builds(RemovedItem, OWNERS, st.just("hijo"), ROWS),
    st.builds(SaidNone, OWNERS, st.just("hijo")),
    st.builds(
        Filed,
        st.sampled_from(("f1", "f2")),
        st.sampled_from(("ruta:rd", "escrito:proteccion")),
        PEOPLE,
        st.sampled_from(("2024", "2024-08", "2024-08-01")).map(PartialDate.parse),
        st.just("portal"),
        st.sampled_from(("", "Rol 123-2026")),
        st.sampled_from(("", "elegible")),
        st.just("2026.11.1"),
    ),
    st.builds(
        Decided,
        st.sampled_from(("f1", "f2")),
        st.just("rechazada"),
        st.sampled_from(("2026-01", "2026-01-15")).map(PartialDate.parse),
    ),
)
HISTORIES = st.lists(DOINGS, max_size=12)


def told(doings: list[Doing]) -> Case:
    case = Case()
    for doing in doings:
        case = case.do(doing)
    return case


def content(case: Case) -> Case:
    """The case without its history."""
    return replace(case, history=())


@given(doings=HISTORIES)
def test_a_case_is_the_fold_of_its_history(doings: list[Doing]) -> None:
    case = told(doings)
    assert fold(case.history) == case
    assert [act.seq for act in case.history] == list(range(1, len(doings) + 1))


@given(doings=HISTORIES, last=DOINGS)
def test_undo_returns_to_the_state_before(doings: list[Doing], last: Doing) -> None:
    before = told(doings)
    after = before.do(last)
    undid = after.undo()
    assert content(undid) == content(before)
    assert undid.history[: len(after.history)] == after.history
    assert len(undid.history) == len(after.history) + 1


@given(doings=HISTORIES)
def test_undoing_everything_one_by_one_leads_back_to_nothing(doings: list[Doing]) -> None:
    states = [Case()]
    for doing in doings:
        states.append(states[-1].do(doing))
    case = states[-1]
    for earlier in reversed(states[:-1]):
        case = case.undo()
        assert content(case) == content(earlier)
    assert case.undo() is case


@given(doings=HISTORIES, last=DOINGS)
def test_undoing_an_undo_is_redo(doings: list[Doing], last: Doing) -> None:
    after = told([*doings, last])
    undid = after.undo()
    redone = undid.do(Undid(len(undid.history)))
    assert content(redone) == content(after)


@given(doings=HISTORIES, more=st.lists(st.one_of(DOINGS, st.none()), max_size=8))
def test_a_history_only_grows(doings: list[Doing], more: list[Doing | None]) -> None:
    case = told(doings)
    for doing in more:
        after = case.undo() if doing is None else case.do(doing)
        assert after.history[: len(case.history)] == case.history
        assert len(after.history) >= len(case.history)
        case = after
    assert content(fold(case.history)) == content(case)


def test_undone_acts() -> None:
    case = told([AddedPerson("p1"), AddedPerson("p2"), AddedPerson("p3")])
    case = case.do(Undid(2))
    assert case.people == ("p1", "p3")
    assert undone(case.history) == {2}
    case = case.do(Undid(4))
    assert case.people == ("p1", "p2", "p3")
    assert undone(case.history) == {4}


P1 = person("p1")


def gave(value: object, source: Source = Source.SAID, unknown: NotKnown | None = None) -> Gave:
    return Gave(P1, "fecha_ingreso", Answer(value, unknown, source))


def test_sources_that_disagree_are_both_kept_and_the_document_counts() -> None:
    for doings in (
        [gave("2021"), gave("2022", Source.DOCUMENT)],
        [gave("2022", Source.DOCUMENT), gave("2021")],
    ):
        case = told(doings)
        found = case.answer(P1, "fecha_ingreso")
        assert found and found.value == "2022"
        assert [one.value for one in case.disagreement(P1, "fecha_ingreso")] == ["2022", "2021"]


def test_sources_that_agree_do_not_disagree() -> None:
    case = told([gave("2021"), gave("2021", Source.DOCUMENT)])
    assert case.disagreement(P1, "fecha_ingreso") == ()


def test_trust_grows_from_inferred_to_document() -> None:
    case = Case()
    for source in (Source.INFERRED, Source.IMPORTED, Source.SAID, Source.DOCUMENT):
        case = case.do(gave(source.value, source))
        found = case.answer(P1, "fecha_ingreso")
        assert found and found.value == source.value
    assert len(case.disagreement(P1, "fecha_ingreso")) == 4


def test_the_same_source_corrects_itself() -> None:
    case = told([gave("2021"), gave("2022")])
    found = case.answer(P1, "fecha_ingreso")
    assert found and found.value == "2022"
    assert case.disagreement(P1, "fecha_ingreso") == ()
    assert len(case.history) == 2


@pytest.mark.parametrize("reason", list(NotKnown))
def test_not_knowing_is_an_answer_and_no_value(reason: NotKnown) -> None:
    case = told([gave(None, Source.SAID, reason)])
    found = case.answer(P1, "fecha_ingreso")
    assert found and not found.known and found.unknown == reason


def test_a_known_value_outlives_another_source_that_does_not_know() -> None:
    case = told([gave("2021"), gave(None, Source.DOCUMENT, NotKnown.AWAITS_DOCUMENT)])
    found = case.answer(P1, "fecha_ingreso")
    assert found and found.value == "2021"
    assert case.disagreement(P1, "fecha_ingreso") == ()


def test_the_newest_way_of_not_knowing_is_the_one_told() -> None:
    case = told(
        [gave(None, Source.DOCUMENT, NotKnown.AWAITS_DOCUMENT), gave(None, Source.SAID, NotKnown.WITHHELD)]
    )
    found = case.answer(P1, "fecha_ingreso")
    assert found and found.unknown == NotKnown.WITHHELD


def test_withdrawing_takes_every_source_and_is_an_act() -> None:
    case = told([gave("2021"), gave("2022", Source.DOCUMENT), Withdrew(P1, "fecha_ingreso")])
    assert case.answer(P1, "fecha_ingreso") is None
    assert len(case.history) == 3
    assert case.undo().answer(P1, "fecha_ingreso") is not None


def test_the_first_person_is_the_applicant_until_another_is_chosen() -> None:
    case = told([AddedPerson("a"), AddedPerson("b")])
    assert case.applicant == "a"
    assert case.do(ChoseApplicant("b")).applicant == "b"
    assert case.do(AddedPerson("a")).people == ("a", "b")


def test_a_list_nobody_asked_about_is_not_empty() -> None:
    assert Case().rows(HOUSEHOLD, "hijo") is None
    assert told([SaidNone(HOUSEHOLD, "hijo")]).rows(HOUSEHOLD, "hijo") == ()
    assert told([AddedItem(HOUSEHOLD, "hijo", "h1")]).rows(HOUSEHOLD, "hijo") == ("h1",)


def test_rows_of_two_people_are_two_places() -> None:
    assert item_place(person("p1"), "salida", "s1") != item_place(person("p2"), "salida", "s1")
    assert item_place(HOUSEHOLD, "hijo", "h1") == Place("hijo", "h1")
