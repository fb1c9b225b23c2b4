"""Writes the mails from the templates; a .txt.j2 holds its subject on the first line, the text after a blank one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any, Final

from babel.dates import format_date
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from bot.clock import local
from bot.domain.alerts.alerts import AlertContent, CaseResult
from bot.domain.alerts.offences import AnyOffence, OwnOffence
from bot.domain.letters.filling import PLACEHOLDERS
from bot.domain.letters.greetings import SOMEBODY, Greeting
from bot.domain.replies.replies import Rating
from bot.mail.headers import one_line
from bot.mail.reading.form_mail import write_form
from bot.mail.sending import placeholders
from bot.mail.sending.dialling import dialled
from bot.mail.sending.marking import Mark, mark, part
from bot.mail.sending.paragraphs import paragraphs
from bot.mail.sending.placeholders import harmless
from bot.mail.sending.receipts import receipt_words
from bot.mail.sending.streets import at_street, the_street
from bot.mail.sending.windows import BABEL_LOCALE, day_of, formerly, till, when, year_of
from bot.records.letters import ImagesWanted, Receipt, Standing
from bot.records.mail import AlertMail, FormFile, FormReply, Neighbour, OwnMail, Told
from bot.records.replies import Upload

UNREADABLE: Final = {"nl": "(kon niet worden gelezen)", "en": "(could not be read)"}


class TemplateComposer:
    """Composer over the Jinja templates of one language (`nl` or `en`); no house or BVH number reaches a template."""

    def __init__(self, place: str, locale: str, public_url: str, *, exercise: bool = False) -> None:
        self._locale = locale
        self._templates = Environment(
            loader=PackageLoader("bot.mail"),
            autoescape=select_autoescape(enabled_extensions=("html.j2",), default=False),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._templates.filters["tel"] = dialled
        self._templates.globals |= {
            "place": place,
            "lang": locale,
            "public_url": public_url.rstrip("/"),
            "leave_tag": placeholders.LEAVE_TAG,
            "form_tag": placeholders.FORM_TAG,
            "banners": (),
        }
        self._marks = (self._mark("exercise"),) if exercise else ()

    def _mark(self, name: str) -> Mark:
        return Mark(*getattr(self._module("marks"), name))

    def alert(self, reference: str, content: AlertContent, *, test: bool = False) -> AlertMail:
        """The mail of an alert, with the tags of placeholders.py where each person's tokens go."""
        words = self._words(content) | {"reference": reference, "when": self._when(reference, content)}
        return self._mail("alert", words, test=test)

    def outcome(
        self, reference: str, content: AlertContent, first_sent_at: datetime, *, test: bool = False
    ) -> AlertMail:
        first_sent = day_of(local(first_sent_at).date(), year_of(reference), self._locale)
        words = self._words(content) | {"reference": reference, "first_sent": first_sent}
        thought = self._offence(content.offence)["thought"].replace("{}", str(words["at_street"]))
        words |= {"no_crime": content.ending is CaseResult.NO_CRIME, "thought": thought}
        return self._mail("outcome", words, test=test)

    def preventive(self, reference: str, content: AlertContent, *, test: bool = False) -> AlertMail:
        words = self._words(content) | {"reference": reference}
        return self._mail("preventive", words | {"told": paragraphs(str(words["what_happened"]))}, test=test)

    def preventive_template(self, offence: AnyOffence) -> str:
        words = {"offence": self._offence(offence)}
        return self._templates.get_template(f"{self._locale}/preventive_base.txt.j2").render(words).strip()

    def also(self, reference: str, content: AlertContent) -> str:
        words = self._words(content) | {"when": self._when(reference, content)}
        return self._templates.get_template(f"{self._locale}/also.txt.j2").render(words).strip()

    def survey(self, closes_on: date) -> AlertMail:
        """It closes within weeks, so its last day needs no year."""
        last_day = day_of(closes_on, closes_on.year, self._locale)
        return self._mail("survey", {"last_day": last_day}, test=False)

    def outcome_base(self, content: AlertContent, result: CaseResult | None = None) -> str:
        words = self._words(content) | {"result": result.value if result else ""}
        return self._templates.get_template(f"{self._locale}/outcome_base.txt.j2").render(words).strip()

    def _mail(self, name: str, words: dict[str, object], *, test: bool) -> AlertMail:
        marks = (*self._marks, self._mark("test")) if test else self._marks
        subject, text = mark(*self._rendered(name, words), marks)
        banners = [one.banner for one in marks]
        html = self._templates.get_template(f"{self._locale}/{name}.html.j2").render(
            words, title=subject, banners=banners
        )
        return AlertMail(subject, *map(placeholders.inert, (text, html))) if test else AlertMail(subject, text, html)

    def as_read(self, mail: AlertMail) -> str:
        """Subject and plain text as a citizen reads them, `[...]` for what differs from person to person."""
        return placeholders.show(f"{mail.subject}\n\n{mail.text}")

    def marked(self, subject: str, text: str) -> tuple[str, str]:
        return mark(subject, text, self._marks)

    def told(self, reference: str, content: AlertContent, read_by: date | None) -> Told:
        """What the reply page says: of the case, of its time, by when the reply is read, and what the team asks."""
        words = self._words(content)
        case = f"{self._offence(content.offence)['case']} {words['at_street']}"
        return Told(case, self._when(reference, content).removesuffix("."), self._promise(read_by), content.question)

    def acknowledgement(
        self, content: AlertContent | None, read_by: date | None = None, greeting: Greeting = SOMEBODY
    ) -> tuple[str, str]:
        words = self._words(content) | {"promise": self._promise(read_by), "aanhef": self._greeted(greeting)}
        return self._letter("acknowledgement", words)

    def _promise(self, read_by: date | None) -> str:
        said = self._module("promises")
        if read_by is None:
            return str(said.soon)
        return str(said.by).format(day=format_date(read_by, "EEEE", locale=BABEL_LOCALE[self._locale]))

    def _when(self, reference: str, content: AlertContent) -> str:
        return when(content.window_start, content.window_end, year_of(reference), self._locale)

    def answer(self, content: AlertContent | None, standing: Standing) -> str:
        """The text that goes with its rating, to be edited by the responder."""
        return self._answer(standing.rating, self.answer_values(content, standing), known=content is not None)[1]

    def answer_subject(self, rating: Rating) -> str:
        return self._answer(rating, dict.fromkeys(PLACEHOLDERS, ""), known=False)[0]

    def answer_template(self, rating: Rating) -> str:
        return self._answer(rating, {name: f"{{{name}}}" for name in PLACEHOLDERS}, known=True)[1]

    def answer_values(self, content: AlertContent | None, standing: Standing) -> Mapping[str, str]:
        said = self._module("answer_words")
        where = standing.rating.value if standing.case_known else "unknown"
        saved = "" if standing.rating is Rating.NOT_RELEVANT else said.saved if standing.recorded else said.saves
        day = standing.deleted_on and format_date(
            local(standing.deleted_on), "d MMMM y", locale=BABEL_LOCALE[self._locale]
        )
        return {
            **self.place_values(content),
            "wisdatum": day or "",
            "rechercheurs": said.detectives if standing.escalated else "",
            "beelden": said.keep_images if standing.images_wanted else "",
            "opgeslagen": saved.replace("{where}", said.where[where] if saved else ""),
            "aanhef": self._greeted(standing.greeting),
            "voornaam": one_line(standing.signed),
        }

    def place_values(self, content: AlertContent | None) -> Mapping[str, str]:
        said, words = self._module("answer_words"), self._words(content)
        return {
            "zaak": self._offence(content.offence)["case"] if content else said.some_case,
            "straat": the_street(str(words["alert_street"]), self._locale) if content else said.some_street,
            "plek": str(words["at_street"]) if content else said.some_place,
            "plaats": str(words["alert_place"]) if content else str(self._templates.globals["place"]),
        }

    def _greeted(self, greeting: Greeting) -> str:
        """The line that a letter begins with."""
        return str(self._module("answer_words").greet[greeting.address.value]).replace(
            "{name}", one_line(greeting.name)
        )

    def _module(self, name: str) -> Any:
        return self._templates.get_template(f"{self._locale}/{name}.j2").module

    def _answer(self, rating: Rating, values: Mapping[str, str], *, known: bool) -> tuple[str, str]:
        return self._rendered(f"answer_{rating.value}", {**values, "known": known})

    def question(self, content: AlertContent | None, question: str, greeting: Greeting, signed: str) -> tuple[str, str]:
        words = self._words(content) | {"question": _tidy(question)} | self._from_to(greeting, signed)
        return self._rendered("question", words)

    def images(
        self, content: AlertContent | None, wanted: ImagesWanted, greeting: Greeting, signed: str
    ) -> tuple[str, str]:
        day = wanted.last_day and format_date(wanted.last_day, "EEEE d MMMM", locale=BABEL_LOCALE[self._locale])
        told = {"reference": wanted.reference, "heard": wanted.heard, "absent": wanted.absent, "last_day": day}
        told["images_token"] = wanted.images_token
        when = self._when(wanted.reference, content) if content else ""
        return self._letter("images", self._words(content) | told | {"when": when} | self._from_to(greeting, signed))

    def images_again(self, content: AlertContent | None, wanted: ImagesWanted, greeting: Greeting) -> tuple[str, str]:
        day = wanted.last_day and format_date(wanted.last_day, "EEEE d MMMM", locale=BABEL_LOCALE[self._locale])
        told = {"reference": wanted.reference, "last_day": day, "images_token": wanted.images_token}
        return self._letter("images_again", self._words(content) | told | self._from_to(greeting, ""))

    def receipt(self, receipt: Receipt, greeting: Greeting) -> tuple[str, str]:
        return self._letter("receipt", receipt_words(receipt, self._locale) | self._from_to(greeting, ""))

    def unfinished(self, content: AlertContent, upload: Upload, token: str, greeting: Greeting) -> tuple[str, str]:
        day = format_date(local(upload.expires_at), "EEEE d MMMM", locale=BABEL_LOCALE[self._locale])
        told = {"day": day, "images_token": token, "aanhef": self._greeted(greeting)}
        return self._letter("unfinished", self._words(content) | told)

    def own(
        self, what: OwnMail, *, link: str = "", masked: str = "", code: str = "", until: datetime | None = None
    ) -> tuple[str, str]:
        words = {"own_link": link, "masked": masked, "code": code}
        return self._letter(what, {**words, "until": till(until, self._locale) if until else ""})

    def farewell(self, greeting: Greeting, signed: str) -> str:
        return self._rendered("farewell", self._from_to(greeting, signed))[1]

    def _from_to(self, greeting: Greeting, signed: str) -> dict[str, object]:
        return {"aanhef": self._greeted(greeting), "voornaam": one_line(signed)}

    def attention(self, reference: str, content: AlertContent, requester: str, link: str) -> tuple[str, str]:
        extra = {"reference": reference, "requester": one_line(requester), "link": link}
        return self._letter("attention", self._words(content) | extra)

    def form_text(self, form: FormReply) -> str:
        """The reply form as text: each answer under its question; of the phone number only that there is one."""
        return self._templates.get_template(f"{self._locale}/form.txt.j2").render(asdict(form)).strip()

    def form_mail(
        self, delivery_id: int, form: FormReply, files: Sequence[FormFile], neighbour: Neighbour | None = None
    ) -> bytes:
        days = form.kept_days if form.kept_days.isascii() and form.kept_days.isdecimal() else ""
        return write_form(delivery_id, self.form_text(form), form.phone, files, days, neighbour)

    def footed(self, text: str, own_token: str = "") -> str:
        """A letter with, below it, how to check that it is real: no question, since what answers a letter is read."""
        said, url = self._module("answer_words"), self._templates.globals["public_url"]
        below = [said.check.format(url=url), *([said.own.format(url=url, token=own_token)] if own_token else [])]
        return "\n".join((text.rstrip(), "", *below, ""))

    def formerly(self, content: AlertContent | None) -> str:
        """What stood in mails before their words were changed: they are answered still, with a quote."""
        when = formerly(content.window_start, content.window_end, self._locale) if content else ""
        return self._templates.get_template(f"{self._locale}/formerly.txt.j2").render(
            self._words(content) | {"when": when}
        )

    def unreadable(self) -> str:
        return UNREADABLE[self._locale]

    def html(self, text: str) -> str:
        banners, text = part(text, self._marks)
        words = {"paragraphs": paragraphs(text), "title": f"Politie {self._templates.globals['place']}"}
        return self._templates.get_template("letter.html.j2").render(words, banners=banners)

    def _letter(self, name: str, words: dict[str, object]) -> tuple[str, str]:
        return mark(*self._rendered(name, words), self._marks)

    def _rendered(self, name: str, words: dict[str, object]) -> tuple[str, str]:
        rendered = self._templates.get_template(f"{self._locale}/{name}.txt.j2").render(words)
        subject, _, text = rendered.partition("\n")
        return one_line(subject), re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"

    def _words(self, content: AlertContent | None) -> dict[str, object]:
        """What a template may say of an alert: chosen here, so that a template can't tell a house number."""
        if content is None:
            return {"known": False}
        words: dict[str, object] = {"known": True, "offence": self._offence(content.offence)}
        for name in ("street", "place", "neighbourhood"):
            words[f"alert_{name}"] = one_line(harmless(getattr(content, name)))
        for name in ("what_happened", "description", "question"):
            words[name] = _tidy(harmless(getattr(content, name)))
        outside = content.offence.in_the_street
        words["at_street"] = at_street(str(words["alert_street"]), self._locale, indoors=not outside)
        return words

    def _offence(self, offence: AnyOffence) -> Mapping[str, str]:
        """What the mails call it; the words that superusers gave theirs, and of any crime where they gave none."""
        ready = self._module("offences").words
        if not isinstance(offence, OwnOffence):
            return {"tips": "", **ready[offence.value]}
        own = {
            "title": offence.subject,
            "case": offence.in_sentence,
            "first_line": offence.first_line,
            "tips": offence.tips,
        }
        return {**ready["other"], **{name: _tidy(harmless(text)) for name, text in own.items()}}


def _tidy(typed: str) -> str:
    """Typed text with lone line breaks and without control characters."""
    return "\n".join(one_line(line) for line in typed.strip().splitlines())
