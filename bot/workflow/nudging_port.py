"""What is shown to who agreed in words."""

from dataclasses import dataclass

from bot.workflow.cards import AlertCard, MessageRef


@dataclass(frozen=True)
class HintCard:
    """For one person, in their language: in the thread of a request, the way to its button."""

    card: AlertCard
    link: str
    thread: MessageRef
    person_id: str
    locale: str
