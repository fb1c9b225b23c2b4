"""The rules between the fields of a request whose every field is well formed."""

from collections.abc import Callable, Iterator

from .body import MOST_BYTES_OF_VALUES, MOST_PEOPLE
from .shapes import Json, Problem, size

FURTHEST_SEND_AT_S = 72 * 3600
CONTENT_ORDER = ("text/plain", "text/html")
Rule = Callable[[Json, float], Iterator[Problem]]


def recipients(personalization: Json) -> list[tuple[str, Json]]:
    """Everybody a personalization goes to, with the field they stand in."""
    return [(field, person) for field in ("to", "cc", "bcc") for person in personalization.get(field, [])]


def domain(address: str) -> str:
    return address.rpartition("@")[2].lower()


def _personalizations(mail: Json) -> Iterator[tuple[str, Json]]:
    for number, personalization in enumerate(mail["personalizations"]):
        yield f"personalizations.{number}", personalization


def _few_enough(mail: Json, _now: float) -> Iterator[Problem]:
    if sum(len(recipients(each)) for each in mail["personalizations"]) > MOST_PEOPLE:
        yield Problem(f"There is a limit of {MOST_PEOPLE} total recipients per request.", "personalizations")


def _each_once(mail: Json, _now: float) -> Iterator[Problem]:
    seen: set[str] = set()
    for path, personalization in _personalizations(mail):
        for field, person in recipients(personalization):
            address = person["email"].lower()
            if address in seen:
                yield Problem(f"Each address may be included once; {address} is there twice.", f"{path}.{field}")
            seen.add(address)


def _subject_for_all(mail: Json, _now: float) -> Iterator[Problem]:
    for path, personalization in _personalizations(mail):
        if "subject" not in mail and "subject" not in personalization:
            yield Problem("The subject is required.", f"{path}.subject")


def _senders_in_one_domain(mail: Json, _now: float) -> Iterator[Problem]:
    ours = domain(mail["from"]["email"])
    for path, personalization in _personalizations(mail):
        if "from" in personalization and domain(personalization["from"]["email"]) != ours:
            yield Problem("The from domain must match that of the root's from.", f"{path}.from")


def _arguments_fit(mail: Json, _now: float) -> Iterator[Problem]:
    for path, personalization in _personalizations(mail):
        merged = mail.get("custom_args", {}) | personalization.get("custom_args", {})
        if size(merged) > MOST_BYTES_OF_VALUES:
            yield Problem(f"may not exceed {MOST_BYTES_OF_VALUES} bytes with the root's", f"{path}.custom_args")


def _text_before_html(mail: Json, _now: float) -> Iterator[Problem]:
    types = [part["type"].lower() for part in mail["content"]]
    first = [kind for kind in CONTENT_ORDER if kind in types]
    if types[: len(first)] != first or len(set(types)) != len(types):
        yield Problem("text/plain comes first, text/html after it, then the others, each once.", "content")


def _soon_enough(mail: Json, now: float) -> Iterator[Problem]:
    for path, holder in [("", mail), *((f"{path}.", each) for path, each in _personalizations(mail))]:
        if holder.get("send_at", 0) > now + FURTHEST_SEND_AT_S:
            yield Problem("A send cannot be scheduled more than 72 hours in advance.", f"{path}send_at")


def _one_way_to_reply(mail: Json, _now: float) -> Iterator[Problem]:
    if "reply_to" in mail and "reply_to_list" in mail:
        yield Problem("Use reply_to or reply_to_list, not both.", "reply_to_list")


def _one_bypass(mail: Json, _now: float) -> Iterator[Problem]:
    bypasses = [name for name in mail.get("mail_settings", {}) if name.startswith("bypass_") and enabled(mail, name)]
    if "bypass_list_management" in bypasses and len(bypasses) > 1:
        yield Problem("bypass_list_management cannot be combined with another bypass.", "mail_settings")


def enabled(mail: Json, setting: str) -> bool:
    """Whether one of the mail settings is switched on."""
    return bool(mail.get("mail_settings", {}).get(setting, {}).get("enable"))


RULES: tuple[Rule, ...] = (
    _few_enough,
    _each_once,
    _subject_for_all,
    _senders_in_one_domain,
    _arguments_fit,
    _text_before_html,
    _soon_enough,
    _one_way_to_reply,
    _one_bypass,
)
