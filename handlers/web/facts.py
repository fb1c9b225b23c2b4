"""What the pages tell about the team that runs the bot."""

from dataclasses import dataclass

from bot.domain.replies.images.offered import LONGEST_DAYS
from bot.settings import Settings


@dataclass(frozen=True)
class Facts:
    """As the settings have it; what is empty is left out of a page."""

    place: str
    public_url: str
    sender_domains: tuple[str, ...]
    exercise: bool
    controller: str
    contact: str
    officer: str
    source: str
    ground: str
    processors: str
    transfer: str
    not_relevant_days: int
    recorded_days: int
    images_days: int
    images_most_days: int
    survey_words_days: int
    left_days: int
    """After somebody left; 0 where nobody is forgotten by themselves."""


def facts_of(settings: Settings, *, exercise: bool) -> Facts:
    """Taken from the settings where they are: a term that is changed is told as changed."""
    senders = (settings.mail_reply_address, settings.mail_from)
    return Facts(
        place=settings.place,
        public_url=settings.public_url.rstrip("/"),
        sender_domains=tuple(dict.fromkeys(address.rpartition("@")[2] for address in senders)),
        exercise=exercise,
        controller=settings.privacy_controller,
        contact=settings.privacy_contact,
        officer=settings.privacy_officer,
        source=settings.privacy_source,
        ground=settings.privacy_ground,
        processors=settings.privacy_processors,
        transfer=settings.privacy_transfer,
        not_relevant_days=settings.retention_not_relevant_days,
        recorded_days=settings.retention_recorded_days,
        images_days=settings.retention_images_days,
        images_most_days=LONGEST_DAYS,
        survey_words_days=settings.survey_words_days,
        left_days=settings.retention_left_days if settings.erasure_key else 0,
    )
