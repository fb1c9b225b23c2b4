"""No text that colleagues type reaches a mail past the guard: all that goes into mails is walked here."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from jinja2 import Environment, PackageLoader, meta

from bot.domain.alerts.alerts import AlertContent
from bot.domain.guard.errors import AgreementNeeded, FoundInText, FoundSince, KeptByYou
from bot.domain.guard.findings import FindingKind
from bot.domain.guard.kept import UNDECIDED, Decision, Kept, key_of
from bot.domain.letters.answers import AnswerTemplate
from bot.domain.letters.filling import PLACEHOLDERS
from bot.domain.replies.replies import LetterKind
from bot.mail.sending.composing import TemplateComposer
from bot.workflow.letters.guarding import Guard, Known, ToLookAt
from tests.domain.samples import ALERT, ANNA, BRAM, CONTENT

ROOT = Path(__file__).parents[3]
DIRTY = "Bel 06-12345678."
COMPOSER = TemplateComposer("Amersfoort", "nl", "https://bm.example.nl")
GUARD = Guard(("https://bm.example.nl", "antwoord@bm.example.nl"))
OURS = {
    *("alert_neighbourhood", "known", "offence", "when", "promise", "last_day", "result", "no_crime", "masked", "link"),
    *("place", "public_url", "leave_tag", "form_tag", "reference", "first_sent", "requester", "until", "own_link"),
    *("form_token", "heard", "images_token", "day", "days", "moment", "more", "files", "neighbour", "absent", "code"),
}
"""What a template says that nobody types in a request: dates, places, links; an offence's own words were guarded when
they were kept. The requester's name is told to staff alone."""
ALERT_WORDS = {"alert_street", "at_street", "thought", "alert_place", "what_happened", "description", "question"}
FORM_WORDS = {"what", "when", "where", "images", "witness", "phone", "clock", "filmed", "kept_days"}
"""A citizen's own, back to the desk."""


def variables() -> Iterator[tuple[str, str]]:
    environment = Environment(loader=PackageLoader("bot.mail"), autoescape=False)
    for name in environment.list_templates(filter_func=lambda name: name.endswith(".txt.j2")):
        source = (ROOT / "bot/mail/templates" / name).read_text()
        for variable in meta.find_undeclared_variables(environment.parse(source)):
            yield name, variable


@pytest.mark.parametrize(("template", "variable"), sorted(variables()))
def test_all_that_a_template_says_is_ours_or_guarded(template: str, variable: str) -> None:
    assert variable in OURS | ALERT_WORDS | set(PLACEHOLDERS) | FORM_WORDS, "who types this, and who guards it?"


TYPED = [one.name for one in fields(AlertContent) if type(getattr(CONTENT, one.name)) is str]


@pytest.mark.parametrize("field", TYPED)
def test_what_an_alert_tells_is_guarded(field: str) -> None:
    dirty = replace(CONTENT, **{field: DIRTY})  # type: ignore[arg-type]  # texts all
    at = datetime(2026, 1, 14, tzinfo=UTC)
    mails = (COMPOSER.alert("BM", dirty), COMPOSER.outcome("BM", dirty, at), COMPOSER.preventive("BM", dirty))
    mailed = any("06-12345678" in part for mail in mails for part in (mail.subject, mail.text, mail.html))
    if field == "neighbourhood":  # the map's own, never typed
        return
    assert not mailed or field in {one.field for one in GUARD.alert(dirty)}


def source_of(name: str) -> str:
    """Of the one module of the work with this name."""
    [file] = (ROOT / "bot/workflow").rglob(f"{name}.py")
    return file.read_text()


def letters() -> Iterator[tuple[str, str]]:
    """Where letters are made, and of which kind."""
    for file in sorted((ROOT / "bot").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("letters.add"):
                yield file.stem, ast.unparse(node.args[0]).removeprefix("LetterKind.")


GUARDED_IN = {
    ("answering", "ANSWER"): "self._guard.letter",
    ("asking", "QUESTION"): "self._guard.letter",
    ("trying", "TEST"): "self._guard.check_decided",
    ("receipting", "RECEIPT"): "",  # files as a citizen named them, to that citizen
    ("posting", "ATTENTION"): "",  # to the team itself, of what was guarded when it was filed
    ("acknowledging", "ACKNOWLEDGEMENT"): "",  # a template's words alone, as in all that follow
    **dict.fromkeys([("requesting_images", kind) for kind in ("IMAGES", "IMAGES_AGAIN")], ""),
    **dict.fromkeys([("bringing", "UNFINISHED"), ("signing_up", "OWN_ADDRESS"), ("own_page", "PAGE_CODE")], ""),
}


def test_every_letter_to_a_citizen_is_guarded_where_it_is_made() -> None:
    made = set(letters())
    assert made == set(GUARDED_IN)
    assert {kind for _file, kind in made} == {kind.name for kind in LetterKind}
    for (file, _kind), call in GUARDED_IN.items():
        assert call in source_of(file)


WRITES = {
    "alerts.file(": {"requesting": "self._guard.check_decided", "joining": "guard.check_decided"},
    "alerts.amend(": {"amending": "replace_text("},  # in the hands of the next two
    " = replace_text(": {"approving": "self._guard.check_decided"},
    "words.propose(": {"proposing": "self._guard.check_decided"},
    "alerts.approve(": {"approving": "self._guard.check_approval"},
    "answer_templates.keep(": {"templating": "self._guard.letter"},
    "answering.give(": {
        "answering_many": "self._guard.letter",
        "finishing": "answering.guarded",
        "unsubscribing": "self._answering.guarded",
    },
}


@pytest.mark.parametrize("call", WRITES)
def test_every_other_way_to_a_mail_goes_by_the_guard(call: str) -> None:
    guards = WRITES[call]
    where = {path.stem for path in (ROOT / "bot/workflow").rglob("*.py") if call in path.read_text()}
    assert where - {"calling"} == set(guards)  # what was said by phone is not mailed
    for file, guard in guards.items():
        assert guard in source_of(file)


def test_only_the_guard_asks_what_is_in_a_text() -> None:
    asks = {
        str(path.relative_to(ROOT))
        for folder in ("bot", "handlers", "storage")
        for path in (ROOT / folder).rglob("*.py")
        if "find_in(" in path.read_text()
    }
    assert asks - {"bot/domain/guard/text_guard.py"} == {
        "bot/workflow/letters/guarding.py",
        "bot/domain/alerts/authorship.py",
    }


def looked(text: str, known: Known = Known(), decision: Decision = UNDECIDED) -> list[str]:  # noqa: B008
    try:
        GUARD.letter("answer", text, decision, ANNA, known, most=3000)
    except ToLookAt as found:
        return [one.text for one in found.findings]
    return []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Het was in de Kerkstraat 112.", "Kerkstraat 112"),
        ("Het was op de Kerkstraat, huisnr 112.", "Kerkstraat, huisnr 112"),
        ("Wilt u 50 euro overmaken of bel 112.", "Wilt u 50 euro overmaken of bel 112."),
        ("Bel 112.", ""),
    ],
)
def test_only_what_is_phoned_or_opened_is_one_of_ours(text: str, found: str) -> None:
    assert looked(text) == ([found] if found else [])


NOOR = Known(("Noor Kuipers",), ("noor12@example.nl", "06 12345678"), writer="Anna Bakker")
NO_FINDINGS = [
    "Beste mevrouw Kuipers,\nDank u wel.",
    "Geachte heer De Vries, dank u wel.",
    "Dank u wel, mevrouw Kuipers.",
    "Groet, dhr. Bakker",
    "Dank u wel.\nMet vriendelijke groet,\nAnna Bakker, team Noord",
    "Dank u wel.\nGroeten, Anna",
    "Vraag naar mij, Anna Bakker.",
    "Mijn naam is Bakker. Ik lees uw mail.",
    "Bel 0900-8844, 112 of 0800-7000.",
    "Zie https://bm.example.nl/privacy.",
    "Mail naar antwoord@bm.example.nl.",
    "Wij bellen u op 06-12345678.",
    "Wij schreven naar noor12@example.nl.",
    "Over {zaak} in {straat}, {plaats}. {rechercheurs} {wisdatum}",
]
FOUND = {
    "Dank aan mevrouw Smit.": "mevrouw Smit",
    "Beste Noor, dhr. Jansen belt.": "dhr. Jansen",
    "Bel 06-87654321.": "06-87654321",
    "Kijk op https://bm.example.nl.kwaad.example/.": "kwaad",
    "Het was in {straat} 14.": "14",
    "Kijk op https://bm.example.nl/elders.": "elders",
    "Kijk op https://bm.example.nl/reageren/abc.": "abc",
    "Kijk op https://bm.example.nl/privacy?naar=kwaad.": "kwaad",
    "Kuipers is de dader.": "Kuipers",
    "Bakker is de dader.": "Bakker",
    "De dader is Bakker.": "Bakker",
    "Wij spraken Anna, die het zag.": "Anna",
    "Mevrouw Bakker zag de dader.": "Bakker",
    "Met vriendelijke groet, Anna. De dader heet Bakker.": "Bakker",
}


@pytest.mark.parametrize("text", NO_FINDINGS)
def test_who_it_goes_to_who_writes_it_and_our_own_are_no_findings(text: str) -> None:
    assert looked(text, NOOR) == []


@pytest.mark.parametrize("text", FOUND)
def test_somebody_else_is_found(text: str) -> None:
    [found] = looked(text, NOOR)
    assert FOUND[text] in found
    assert "{" not in found


def test_what_is_kept_is_the_same_words_of_the_same_kind() -> None:
    poolse = Kept(FindingKind.ORIGIN, "Poolse", "nodig", "Anna")
    dirty = replace(CONTENT, what_happened="Een Poolse man.")
    checks: list[tuple[AlertContent, type[Exception] | None]] = [
        (dirty, None),
        (replace(dirty, question="Was hij Poolse?"), None),
        (replace(dirty, question="Zag u een Marokkaanse man?"), FoundSince),
    ]
    for content, refusal in checks:
        alert = replace(ALERT, content=content, kept=(poolse,))
        assert _refused(lambda alert=alert: GUARD.check_approval(alert, BRAM, agreed=True)) is refusal  # type: ignore[misc]
    alert = replace(ALERT, content=dirty, kept=(poolse,))
    assert _refused(lambda: GUARD.check_approval(alert, BRAM, agreed=False)) is AgreementNeeded
    assert _refused(lambda: GUARD.check_decided(dirty, ())) is FoundInText
    assert GUARD.check_decided(CONTENT, (poolse,)) == ()


def test_who_keeps_it_does_not_agree_to_it_whatever_they_are_called_by_now() -> None:
    dirty = replace(CONTENT, what_happened="Een Poolse man.")
    namesake = replace(BRAM, id="U77")
    for kept, by, refusal in (
        (Kept(FindingKind.ORIGIN, "Poolse", "nodig", BRAM.name, BRAM.id), BRAM, KeptByYou),
        (Kept(FindingKind.ORIGIN, "Poolse", "nodig", BRAM.name, BRAM.id), replace(BRAM, name="Bram V."), KeptByYou),
        (Kept(FindingKind.ORIGIN, "Poolse", "nodig", BRAM.name, BRAM.id), namesake, None),
        (Kept(FindingKind.ORIGIN, "Poolse", "nodig", BRAM.name), BRAM, KeptByYou),  # before ids were kept
    ):
        alert = replace(ALERT, content=dirty, kept=(kept,))
        assert _refused(lambda alert=alert, by=by: GUARD.check_approval(alert, by, agreed=True)) is refusal  # type: ignore[misc]


def _refused(check: Callable[[], object]) -> type[Exception] | None:
    try:
        check()
    except Exception as error:
        return type(error)
    return None


def test_only_what_was_shown_goes() -> None:
    """Rules that came between the showing and the deciding take nothing out unseen."""
    dirty = replace(CONTENT, what_happened="Een Poolse man. Bel 06-12345678.")
    shown = [one for one in GUARD.alert(dirty) if one.kind is FindingKind.ORIGIN]
    content, kept = GUARD.decide(dirty, (), Decision(frozenset(map(key_of, shown))), ANNA)
    assert (content.what_happened, kept) == ("Een man. Bel 06-12345678.", ())


def test_a_team_s_text_is_what_the_template_keeps() -> None:
    assert {one.name for one in fields(AnswerTemplate)} == {"rating", "offence", "text", "by_name", "at"}


@pytest.mark.parametrize("field", ["what_happened", "description", "question", "street", "place"])
def test_every_text_that_is_mailed_is_looked_at(field: str) -> None:
    content = replace(CONTENT, **{field: "Dorpsstraat 12"})  # type: ignore[arg-type]  # texts all
    assert [finding.text for finding in Guard().alert(content)] == ["Dorpsstraat 12"]


def test_what_is_not_mailed_is_not_looked_at() -> None:
    assert Guard().alert(replace(CONTENT, bvh_number="AB-12-34", house_number="12")) == ()


@pytest.mark.parametrize("street", ["Anna Blaman", "Willem Barentsz", "De Wit", "Havik", "Poolse Weg", "Jan Steen"])
def test_the_case_s_own_street_is_nobody_whatever_it_is_called(street: str) -> None:
    text = f"In de straat {street} is een deur open. {street} is nu dicht. Iemand liep naar {street}."
    content = replace(CONTENT, street=street, what_happened=text, description="", question="")
    assert GUARD.alert(content) == ()
    named = replace(content, what_happened=f"{text} Bij {street} woont Fatima.")
    assert [finding.text for finding in GUARD.alert(named)] == ["Fatima"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dag Noor. De dader heet Jan Jansen, een buur van u.", ["Jan Jansen"]),
        ("Hoi de inbreker was Ahmed Yilmaz en Piet de Vries.", ["Ahmed Yilmaz en Piet de Vries"]),
        ("Dag de dader is Jan Jansen", ["Jan Jansen"]),
        ("Beste mevrouw of meneer Kuipers, dank u wel.", []),
        ("Beste Noor,\nDank u wel.", []),
        ("Geachte heer De Vries,\nDank u wel.", []),
        ("Beste mevr. Van den Berg, dank u wel.", []),
    ],
)
def test_a_greeting_is_a_name_up_to_a_mark_and_hides_nothing_behind_it(text: str, found: list[str]) -> None:
    known = Known(("Noor",))
    if not found:
        assert GUARD.letter("answer", text, UNDECIDED, ANNA, known, most=3000) == ()
        return
    with pytest.raises(ToLookAt) as waits:
        GUARD.letter("answer", text, UNDECIDED, ANNA, known, most=3000)
    assert [finding.text for finding in waits.value.findings] == found


def test_a_letter_to_several_greets_nobody_by_name() -> None:
    with pytest.raises(ToLookAt) as waits:
        GUARD.letter("answer", "Beste Omar, dank u wel.", UNDECIDED, ANNA, Known(to_several=True), most=3000)
    assert [finding.text for finding in waits.value.findings] == ["Omar"]
