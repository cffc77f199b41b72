"""Clerks who slip, against a true paper: whatever they do in whatever order, the file holds what was decided.

A model of plain dictionaries is played beside the file: keying, keying again, reading a third time, mending,
removing, undo, redo and reopening, in random order with random slips.
"""

from __future__ import annotations

import tempfile
from copy import deepcopy
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from ita_desktop.domain.batches import Batch, Questionnaire
from ita_desktop.domain.verification import FormInDispute, Outcome, PlaceState, SampleRule
from ita_desktop.services import workspace
from tests.helpers.offices import NOW, new_workspace
from tests.instruments.edit import text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.services.workspace import Workspace

PART = "PUB1"
CHOICES = (4, 4, 2, 2, 2)
WIDTH = len(CHOICES)

LINES = st.tuples(*(st.sampled_from("1234"[:each] + "-*") for each in CHOICES)).map("".join)
SLIPS = st.dictionaries(st.integers(0, WIDTH - 1), st.sampled_from("12-*"), max_size=2)


def slipped(line: str, slips: dict[int, str]) -> str:
    """Return a line with slips in it."""
    return "".join(slips.get(place, symbol) for place, symbol in enumerate(line))


@dataclass
class Paper:
    """A form in the model: what is on the paper, in the file, and in the second keying."""

    truth: str
    line: str
    second: str = "." * WIDTH
    doubted: set[int] = field(default_factory=set)
    disputed: set[int] = field(default_factory=set)
    finished: bool = False
    first: str = ""
    tried: set[int] = field(default_factory=set)
    decided: dict[int, str] = field(default_factory=dict)

    @property
    def blind(self) -> bool:
        """Whether nobody may see it (begun, or with a dispute open)."""
        begun = self.second != "." * WIDTH and not self.finished
        return begun or (self.finished and self.disputed != set(self.decided))


def seat(office: Workspace, clerk: str) -> Workspace:
    """Let a clerk sit down."""
    office.keying_figures.take_clerk(clerk)
    return office


def new_office(folder: Path) -> tuple[Workspace, int]:
    """Make an office of the invented instrument with an open batch, a sample of everything."""
    office = new_workspace(folder, text=text_of(2570))
    office.verification.put_rule(SampleRule(100, 1))
    return office, office.entry.open_batch(Batch(PART, 0)).key


def key_form(office: Workspace, line: str) -> int:
    """Key a form as the first clerk; return its number."""
    form = seat(office, "ก.").entry.begin(PART)
    office.entry.finish(replace(form.draft, line=line))
    return form.draft.serial


class KeyingMachine(RuleBasedStateMachine):
    """Random clerks."""

    def __init__(self) -> None:
        """Start with an empty batch."""
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.office, self.batch = new_office(Path(self.folder.name))
        self.papers: dict[int, Paper] = {}
        self.drawn = False
        self.done: list[tuple[Callable[[], None], Callable[[], None]]] = []
        self.undone: list[tuple[Callable[[], None], Callable[[], None]]] = []

    def did(self, undo: Callable[[], None], redo: Callable[[], None]) -> None:
        """Note how a command is taken back in the model."""
        self.done.append((undo, redo))
        self.undone.clear()

    def swap(self, serial: int) -> Callable[[], None]:
        """Return what exchanges a form in the model with what was there at the last exchange."""
        held: list[Paper | None] = [None]

        def exchange() -> None:
            gone = self.papers.pop(serial, None)
            if held[0] is not None:
                self.papers[serial] = held[0]
            held[0] = deepcopy(gone)

        return exchange

    @rule(truth=LINES, slips=SLIPS)
    def key(self, truth: str, slips: dict[int, str]) -> None:
        """Key a paper, with slips."""
        line = slipped(truth, slips)
        serial = key_form(self.office, line)
        assert serial == max(self.papers, default=0) + 1
        self.papers[serial] = Paper(truth, line)
        exchange = self.swap(serial)
        self.did(exchange, exchange)

    @precondition(lambda self: self.papers and not self.drawn)
    @rule(seed=st.integers(0, 999))
    def draw(self, seed: int) -> None:
        """Ask for the second keying."""
        self.office.verification.draw(self.batch, seed)

        def turn() -> None:
            self.drawn = not self.drawn

        turn()
        self.did(turn, turn)

    @precondition(lambda self: self.drawn)
    @rule(slips=SLIPS, again=SLIPS, keys=st.integers(1, WIDTH))
    def key_again(self, slips: dict[int, str], again: dict[int, str], keys: int) -> None:
        """Key some questions of the next form again; on a difference look again, perhaps slip again."""
        hand = seat(self.office, "ข.").verification.begin(self.batch)
        if hand is None:
            assert all(paper.finished for paper in self.papers.values())
            return
        paper = self.papers[hand.serial]
        assert hand.line == paper.second
        open_places = [
            place for place in range(WIDTH) if paper.second[place] == "." or place in paper.doubted
        ]
        for place in open_places[:keys]:
            for source in (slips, again):
                symbol = source.get(place, paper.truth[place])
                hand = self.office.verification.press(hand, place, symbol)
                self.pressed(paper, place, symbol)
                assert hand.line == paper.second
                if hand.states[place] is not PlaceState.DOUBTED:
                    break
            assert (hand.states[place] is PlaceState.DISPUTED) == (place in paper.disputed)
        if "." not in paper.second and not paper.doubted:
            self.office.verification.finish(hand)
            paper.finished, paper.first = True, paper.line
            self.did(*self.finishing(hand.serial))

    def pressed(self, paper: Paper, place: int, symbol: str) -> None:
        """Play a press in the model."""
        told = place in paper.doubted
        paper.second = paper.second[:place] + symbol + paper.second[place + 1 :]
        paper.doubted.discard(place)
        if symbol != paper.line[place]:
            (paper.disputed if told else paper.doubted).add(place)

    def finishing(self, serial: int) -> tuple[Callable[[], None], Callable[[], None]]:
        """Return how a finished second keying is taken back: it is in hand again with its disputes."""
        kept: list[set[int]] = [set()]

        def undo() -> None:
            paper = self.papers[serial]
            paper.finished, paper.first = False, ""
            kept[0], paper.tried = paper.tried, set()

        def redo() -> None:
            paper = self.papers[serial]
            paper.finished, paper.first, paper.tried = True, paper.line, kept[0]

        return undo, redo

    @precondition(lambda self: self.office.third_reading.disputes(self.batch))
    @rule(slips=SLIPS, pick=st.integers(0, 20))
    def read(self, slips: dict[int, str], pick: int) -> None:
        """Decide a dispute from the paper, perhaps with a slip."""
        disputes = self.office.third_reading.disputes(self.batch)
        dispute = disputes[pick % len(disputes)]
        paper, place = self.papers[dispute.serial], dispute.place
        symbol = slips.get(place, paper.truth[place])
        outcome = seat(self.office, "ค.").third_reading.decide(dispute, symbol).outcome
        neither = symbol not in {paper.first[place], paper.second[place]}
        assert dispute.again == (place in paper.tried)
        if neither and place not in paper.tried:
            assert outcome is Outcome.READ_AGAIN
            paper.tried.add(place)
            return
        assert outcome is {
            paper.second[place]: Outcome.KEYER_ERRED,
            paper.first[place]: Outcome.VERIFIER_ERRED,
        }.get(symbol, Outcome.BOTH_ERRED)
        self.decided(dispute.serial, place, symbol)

    def decided(self, serial: int, place: int, symbol: str) -> None:
        """Play a decision in the model."""

        def redo() -> None:
            paper = self.papers[serial]
            paper.decided[place] = symbol
            paper.line = paper.line[:place] + symbol + paper.line[place + 1 :]

        before, tried = self.papers[serial].line, set(self.papers[serial].tried)

        def undo() -> None:
            paper = self.papers[serial]
            del paper.decided[place]
            paper.line = before
            paper.tried = paper.tried - {place} | (tried & {place})

        redo()
        self.did(undo, redo)

    @precondition(lambda self: any(not paper.blind for paper in self.papers.values()))
    @rule(pick=st.integers(0, 20), gone=st.booleans(), line=LINES)
    def mend_or_remove(self, pick: int, gone: bool, line: str) -> None:
        """Mend a form that may be seen, or take it out."""
        serials = [serial for serial, paper in self.papers.items() if not paper.blind]
        serial = serials[pick % len(serials)]
        if gone:
            self.office.entry.remove(PART, serial)
            exchange = self.swap(serial)
            exchange()
            self.did(exchange, exchange)
            return
        if self.papers[serial].line != line:
            self.office.entry.mend(PART, Questionnaire(self.batch, serial, line), "อ่านผิด")
            self.mended(serial, line)

    def mended(self, serial: int, line: str) -> None:
        """Play a mended form in the model."""
        before = self.papers[serial].line

        def put(now: str) -> None:
            self.papers[serial].line = now

        put(line)
        self.did(lambda: put(before), lambda: put(line))

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        """Take the last command back."""
        self.office.undo()
        step = self.done.pop()
        step[0]()
        self.undone.append(step)

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        """Do it again."""
        self.office.redo()
        step = self.undone.pop()
        step[1]()
        self.done.append(step)

    @rule()
    def power_cut(self) -> None:
        """Close and open; only undo is forgotten."""
        self.office.close()
        self.office = workspace.open_file(self.office.path, lambda: NOW)
        self.done.clear()
        self.undone.clear()

    @invariant()
    def the_file_holds_what_was_decided(self) -> None:
        """Every line is that of the model, and who may not see a form does not."""
        for serial, paper in self.papers.items():
            if paper.blind and (self.drawn or paper.finished):
                with pytest.raises(FormInDispute):
                    self.office.entry.find(PART, serial)
        with self.office.session.reading() as transaction:
            rows = transaction.exec_driver_sql("SELECT serial, line FROM questionnaire").all()
        assert dict(tuple(row) for row in rows) == {
            serial: paper.line for serial, paper in self.papers.items()
        }

    @invariant()
    def the_counts_are_those_of_the_model(self) -> None:
        """Differences and errors by whom."""
        found = self.office.verification.batch(self.batch).standing.found
        if not self.drawn:
            return
        compared = [paper for paper in self.papers.values() if paper.finished]
        decided = [(paper, place, paper.decided[place]) for paper in compared for place in paper.decided]
        assert found.forms == len(compared)
        assert found.differences == sum(len(paper.disputed) for paper in compared)
        assert found.undecided == found.differences - len(decided)
        assert found.keyer_errors == sum(paper.first[place] != symbol for paper, place, symbol in decided)
        assert found.verifier_errors == sum(paper.second[place] != symbol for paper, place, symbol in decided)

    def teardown(self) -> None:
        """Nothing is broken; close and clean."""
        assert self.office.check() == ()
        self.office.close()
        self.folder.cleanup()


TestKeyingMachine = KeyingMachine.TestCase
TestKeyingMachine.settings = settings(max_examples=12, stateful_step_count=20, deadline=None)


@settings(max_examples=8)
@given(st.lists(st.tuples(LINES, SLIPS, SLIPS, SLIPS), min_size=1, max_size=4))
def test_what_is_left_wrong_is_what_two_people_got_wrong_alike(
    papers: list[tuple[str, dict[int, str], dict[int, str], dict[int, str]]],
) -> None:
    """The second clerk insists on what he reads; the third slips at first and reads again when asked to."""
    with tempfile.TemporaryDirectory() as folder:
        office, batch = new_office(Path(folder))
        for truth, slips, _, _ in papers:
            key_form(office, slipped(truth, slips))
        office.verification.draw(batch, 1)
        seat(office, "ข.")
        for truth, _, slips, _ in papers:
            hand = office.verification.begin(batch)
            assert hand is not None
            for place, symbol in enumerate(slipped(truth, slips)):
                for _ in range(2):
                    hand = office.verification.press(hand, place, symbol)
            office.verification.finish(hand)
        seat(office, "ค.")
        while disputes := office.third_reading.disputes(batch):
            truth, _, _, slips = papers[disputes[0].serial - 1]
            place = disputes[0].place
            wrong = truth[place] if disputes[0].again else slips.get(place, truth[place])
            office.third_reading.decide(disputes[0], wrong)
        for serial, (truth, *by_whom) in enumerate(papers, 1):
            line = office.entry.find(PART, serial).line
            for place in range(WIDTH):
                wrong_alike = [slips.get(place, truth[place]) for slips in by_whom].count(line[place])
                assert line[place] == truth[place] or wrong_alike >= 2
        office.close()
