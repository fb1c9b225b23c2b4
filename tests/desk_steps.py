"""What people do at the desk with what the stage shows."""

from typing import Any, Final, Protocol

from tests.doubles.slack import Message, Modal, Outcome, Person


def seen(person: Person) -> Modal:
    """The modal that this person has in front of them."""
    assert person.modal is not None, f"{person.name} has no modal open"
    return person.modal


FURTHER: Final = "Meer dan 500 m ..."


def filled(form: Modal, answers: dict[str, Any]) -> Modal:
    """A request's form; a wide radius is behind a choice that shows the form again."""
    wide = answers.get("Straal") in ("750 m", "1 km", "1,5 km", "2 km")
    if not wide or "1 km" in form.text():
        return form.fill(answers)
    assert not form.fill({**answers, "Straal": FURTHER}).submit().errors
    return seen(form.person).fill({"Straal": answers["Straal"]})


RATINGS: Final = ("Relevant voor deze zaak", "Relevant voor andere zaak", "Niet relevant")
CHANGE: Final = "Beoordeling wijzigen"


class Settling(Protocol):
    """A stage."""

    def presses(self, person: Person, message: Message, label: str, **how: Any) -> Outcome: ...

    def settle(self) -> None: ...


class AtTheDesk:
    def sends_on(self: Settling, person: Person, reply: Message) -> None:
        """To the burglary team; rated first, where nobody did."""
        if "Niet relevant" in reply.buttons:
            self.presses(person, reply, "Relevant voor deze zaak")
        self.presses(person, reply, "Naar inbrakenteam")

    def judges(self: Settling, person: Person, lead: Message, result: str, note: str = "") -> Outcome:
        """Say what a lead is worth."""
        self.presses(person, lead, next(name for name in lead.buttons if name.startswith("Uitslag")))
        said = {"Wat is deze tip waard?": result} | ({"Toelichting": note} if note else {})
        outcome = seen(person).fill(said).submit()
        self.settle()
        return outcome

    def rates_anew(self: Settling, person: Person, reply: Message, rating: str, why: str = "") -> Outcome:
        """Change the rating; which other case it is about is not known."""
        self.presses(person, reply, CHANGE)
        outcome = seen(person).fill({"Wordt": rating} | ({"Waarom?": why} if why else {})).submit()
        if person.modal and "Bij welke zaak" in person.modal.labels[0]:
            outcome = seen(person).fill({person.modal.labels[0]: "Nog niet bekend"}).submit()
        self.settle()
        return outcome
