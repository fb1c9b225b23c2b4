"""The one way by which a text that colleagues type reaches a mail that citizens read."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.domain.alerts.alerts import LONGEST, Alert, AlertContent
from bot.domain.alerts.typed_texts import texts_of
from bot.domain.errors import Refusal
from bot.domain.guard.errors import AgreementNeeded, FoundInText, FoundSince, KeptByYou, NothingLeft, TooLongThen
from bot.domain.guard.findings import Finding, FindingKind, cleaned
from bot.domain.guard.kept import Decision, Kept, decided, key_of, outstanding, sensitive, still_there
from bot.domain.letters.filling import PLACEHOLDERS
from bot.domain.participants.people import Colleague
from bot.domain.replies.contacts import addresses_in
from bot.domain.replies.replies import Reply
from bot.workflow.letters.contact_reading import CONTACTS
from bot.workflow.letters.known_names import is_known
from storage.unit_of_work import UnitOfWork

ALSO_TYPED: Final = ("street", "place")
"""Fields of an alert that are mailed, and free to type where the address is not known."""
OUR_NUMBERS: Final = ("112", "0900-8844", "0900 8844", "09008844", "0800-7000", "0800 7000", "08007000")
"""Phone numbers that every mail names."""
OUR_PAGES: Final = ("/privacy",)
"""What every mail links to. The others' addresses hold a token of one person, which no typed text may pass on."""

_REACHED_BY: Final = frozenset({FindingKind.PHONE_NUMBER, FindingKind.LINK, FindingKind.EMAIL_ADDRESS})
_BRACED: Final = re.compile(rf"\{{(?:{'|'.join(PLACEHOLDERS)})\}}")
_SERVICE: Final = re.compile(r"\b(?:0[89]00|116)\b")
_STREET: Final = "Xxstraat"


@dataclass(frozen=True)
class Known:
    """Who a letter goes to and who writes it, and the street that it is about: no findings in it."""

    names: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    street: str = ""
    writer: str = ""
    to_several: bool = False
    """Who is greeted by name is all but one of them not."""


NOBODY: Final = Known()


class ToLookAt(Exception):
    """A text waits for its writer: `findings` to decide about, or, where there are none, `text` as it has become."""

    def __init__(self, field: str, text: str, findings: Sequence[Finding], kept: Sequence[Kept]) -> None:
        from bot.domain.guard.text_guard import long_sentences

        super().__init__(field)
        self.field = field
        self.text = text
        self.findings = tuple(findings)
        self.kept = tuple(kept)
        self.long = tuple(long_sentences(text))


class Guard:
    """Knows what citizens may always read: `ours`, the team's own links and addresses."""

    def __init__(self, ours: Collection[str] = ()) -> None:
        bare = [_bare(one) for one in ours if one]
        pages = (f"{one}{page}" for one in bare for page in OUR_PAGES)
        self._ours = frozenset({*map(_bare, OUR_NUMBERS), *bare, *pages})

    def _look(
        self, texts: Mapping[str, str], street: str = "", house_number: str = "", *, known: bool = True
    ) -> tuple[Finding, ...]:
        from bot.domain.guard.text_guard import find_in

        found = find_in({name: _masked(text) for name, text in texts.items()}, street, house_number, known=known)
        trimmed = (_trimmed(texts[finding.field], finding) for finding in found)
        return tuple(one for one in trimmed if one.text.strip() and not self._is_ours(one))

    def _is_ours(self, finding: Finding) -> bool:
        if finding.kind not in _REACHED_BY:
            return False  # Kerkstraat 112; a sentence that asks for money and ends in a number of ours
        named = _bare(finding.text.split()[-1])  # "op 0900-8844"
        return not self._ours.isdisjoint({named, _bare(finding.text)})

    def alert(self, content: AlertContent) -> tuple[Finding, ...]:
        """What is found in all that an alert's or outcome's mail tells."""
        texts = {name: getattr(content, name) for name in ALSO_TYPED} | texts_of(content)
        return self._look(texts, content.street, content.house_number, known=not content.approximate)

    def standing(self, texts: Mapping[str, str]) -> dict[str, list[str]]:
        """By field what was found in texts that stand in many mails; numbers that anybody may phone are no findings."""
        found: dict[str, list[str]] = {}
        for one in self._look(texts):
            if one.needs_reason and not (one.kind is FindingKind.PHONE_NUMBER and _SERVICE.search(one.text)):
                found.setdefault(one.field, []).append(one.text)
        return found

    def decide(
        self, content: AlertContent, kept: Sequence[Kept], decision: Decision, by: Colleague
    ) -> tuple[AlertContent, tuple[Kept, ...]]:
        """The content without what was shown and is not kept, and all that is kept by now."""
        found = self.alert(content)
        before = still_there(found, kept)
        open_ones = outstanding(found, before)
        stays = decided(open_ones, decision, by, before)
        goes = [one for one in outstanding(open_ones, stays) if key_of(one) in decision.shown]
        texts = cleaned({name: getattr(content, name) for name in (*ALSO_TYPED, *texts_of(content))}, goes)
        texts = {name: text.strip() for name, text in texts.items()}
        for name, text in texts.items():
            if not text and getattr(content, name).strip():
                _check_may_be_empty(name)
            if len(text) > LONGEST[name]:
                raise TooLongThen("keep_0", length=len(text), most=LONGEST[name])
        return replace(content, **texts), stays  # type: ignore[arg-type]  # texts all

    def check_decided(self, content: AlertContent, kept: Sequence[Kept]) -> tuple[Kept, ...]:
        """What is kept of this content; FoundInText where somebody still has to decide. A plainer word never blocks."""
        return self._checked(content, kept, FoundInText)

    def check_approval(self, alert: Alert, by: Colleague, *, agreed: bool) -> tuple[Kept, ...]:
        """What the approver agreed to, who kept none of it; the rules may have been bettered since it was filed."""
        needed = sensitive(self._checked(alert.content, alert.kept, FoundSince))
        if own := [one.text for one in needed if one.is_by(by)]:
            raise KeptByYou("agreed", what=", ".join(own))
        if needed and not agreed:
            raise AgreementNeeded("agreed")
        return needed

    def _checked(self, content: AlertContent, kept: Sequence[Kept], refusal: type[Refusal]) -> tuple[Kept, ...]:
        found = self.alert(content)
        if left := [one.text for one in outstanding(found, kept) if one.needs_reason]:
            raise refusal("choice", what=", ".join(dict.fromkeys(left)))
        return still_there(found, kept)

    def letter(
        self, field: str, text: str, decision: Decision, by: Colleague, known: Known = NOBODY, *, most: int
    ) -> tuple[Kept, ...]:
        """What is kept in the text of a letter, which is fit to be sent as it is; ToLookAt until then."""
        found = self._in_letter(field, text, known)
        stays = decided(found, decision, by)
        left = outstanding(found, stays)
        if not left and not decision.shown:
            return stays
        becomes = cleaned({field: text}, [one for one in left if key_of(one) in decision.shown])[field].strip()
        if len(becomes) > most:
            raise TooLongThen(field, length=len(becomes), most=most)
        # What did not fit among the choices, or was typed meanwhile, is asked about in the next round.
        raise ToLookAt(field, becomes, outstanding(self._in_letter(field, becomes, known), stays), stays)

    def _in_letter(self, field: str, text: str, known: Known) -> tuple[Finding, ...]:
        return tuple(one for one in self._look({field: text}, known.street) if not _is_known(one, text, known))


def known_of(uow: UnitOfWork, reply: Reply, by: Colleague) -> Known:
    """What is no finding in a letter about this reply."""
    street = uow.alerts.get(reply.alert_id).content.street if reply.alert_id else ""
    enrolled = uow.mailings.person_of(reply.delivery_id) if reply.delivery_id else None
    return Known(
        (reply.from_name, enrolled.name if enrolled else ""), (reply.from_address, reply.phone), street, by.name
    )


def kept_details(kept: Sequence[Kept]) -> dict[str, object]:
    """What stays in a text, for the audit trail: the kinds, not the words."""
    return {"kept": [one.kind for one in kept]} if kept else {}


def kept_reason(kept: Sequence[Kept]) -> dict[str, object]:
    """Why it stays, in somebody's own words: what stands beside the trail."""
    reasons = dict.fromkeys(one.reason for one in kept if one.reason)
    return {"reason": " / ".join(reasons)} if reasons else {}


def _check_may_be_empty(name: str) -> None:
    if name not in {"description", "question"}:
        raise NothingLeft("keep_0")


def _bare(text: str) -> str:
    """A link, address or number without what it may be written with or without."""
    return re.sub(r"^https?://(?:www\.)?", "", text.strip().lower()).rstrip("/.,;:!?)")


def _masked(text: str) -> str:
    """Placeholders as something harmless of the same length, a street as one: a number behind it is a house's."""
    return _BRACED.sub(lambda match: _STREET if len(match[0]) == len(_STREET) else "x" * len(match[0]), text)


def _trimmed(text: str, finding: Finding) -> Finding:
    """The finding without the placeholders in it, which stay."""
    start, end = finding.start, finding.end
    for match in _BRACED.finditer(text):
        if match.start() < end and start < match.end():
            behind = text[match.end() : end].strip()
            start, end = (match.end(), end) if behind else (start, max(start, match.start()))
    if (start, end) == (finding.start, finding.end):
        return finding
    return replace(finding, start=start, end=end, text=text[start:end], becomes="")


def _is_known(finding: Finding, text: str, known: Known) -> bool:
    """The citizen's own name and contact data, the greeting, and the writer's signature are no findings."""
    if finding.kind is FindingKind.NAME:
        return is_known(finding, text, known.names, known.writer, to_several=known.to_several)
    named = {_bare(finding.text), *CONTACTS.numbers_in(finding.text), *addresses_in(finding.text, CONTACTS)}
    theirs = {told(one) for one in known.contacts if one for told in (_bare, CONTACTS.number_alone, CONTACTS.address)}
    return not named.isdisjoint(theirs - {""})
