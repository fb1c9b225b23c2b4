"""Heads of programs that put their words otherwise: a line at the end too, signs before each label, a company's banner."""

from typing import Final

from tests.mail.corpus.making import ANSWER, GMAIL_NL, GOT, LINES, OUTLOOK_NL, US, Case, marked, plain

OWN: Final = "Ik hoorde een klap om tien uur."
GONE: Final = ("Ga er niet zelf op af", "Beste deelnemer", "Politie Amersfoort", "13:00")
ORANGE: Final = (
    f"> Message du 14/01/26 13:00\n> De : {US}\n> A : noor@example.nl\n> Copie à : \n> Objet : {GOT.subject}\n> \n"
)
BULGARIAN: Final = (
    f" >-------- Оригинално писмо --------\n\n >От: Politie Amersfoort {ANSWER}\n\n >Относно: {GOT.subject}\n\n"
    " >До: noor@example.nl\n\n >Изпратено на: 14.01.2026 13:00\n\n"
)
BANNERS: Final = (
    "LET OP: deze e-mail is afkomstig van buiten de organisatie. Klik niet op links, tenzij u de afzender vertrouwt.",
    "CAUTION: This email originated from outside of the organization. Do not click links or open attachments.",
    "[EXTERNAL] Let op: externe afzender.",
)


def _horde(words: tuple[str, str, str, str, str, str]) -> str:
    begins, date, sender, subject, to, ends = words
    return (
        f"----- {begins} {US} ---------\n     {date}: Wed, 14 Jan 2026 13:00:05 +0100\n       {sender}: {US}\n"
        f"{subject}: {GOT.subject}\n       {to}: noor@example.nl\n\n\n{marked(GOT.text)}\n\n\n----- {ends} {US} -----\n"
    )


HORDE_NL: Final = _horde(("Bericht van", "Datum", "Van", "Onderwerp", "Aan", "Einde bericht van"))
HORDE_EN: Final = _horde(("Message from", "Date", "From", "Subject", "To", "End message from"))

REPLIES: Final = (
    *(Case(f"horde, {where}, {lang}", plain(text), (OWN,), (*GONE, "-----"), lang)
      for lang, head in (("nl", HORDE_NL), ("en", HORDE_EN))
      for where, text in (("above", f"{OWN}\n\n{head}"), ("below", f"{head}\n{OWN}\n"))),
    Case("orange", plain(f"{OWN}\n\n\n{ORANGE}{marked(GOT.text)}"), (OWN,), (*GONE, "Message du", "Copie"), "fr"),
    Case("abv.bg", plain(f"{OWN}\n\n{BULGARIAN}{marked(GOT.text, ' >')}"), (OWN,), (*GONE, "Относно", "писмо"), "bg"),
    *(Case(f"open-xchange, {lang}", plain(f"{OWN}\n\n> {head}\n> \n>  \n{marked(GOT.text)}"), (OWN,), GONE, lang)
      for lang, head in (("de", f"{US} hat am 14.01.2026 13:00 CET geschrieben:"),
                         ("nl", f"Op 14-01-2026 13:00 CET schreef {US}:"))),
    *(Case(f"a company's banner in our quote, {number}, {how}", plain(f"{OWN}\n\n{head}\n{put(banner + chr(10) * 2 + GOT.text)}"),
           (OWN,), (*GONE, banner[:20]))
      for number, banner in enumerate(BANNERS)
      for how, head, put in (("marked", GMAIL_NL, marked), ("unmarked", OUTLOOK_NL, str))),
    *(Case(f"such words of their own, {number}", plain(f"{banner} Dat zei hij.\n\nGroet\n\n{GMAIL_NL}\n{marked(chr(10).join(LINES))}"),
           (f"{banner} Dat zei hij.", "Groet"))
      for number, banner in enumerate(BANNERS)),
    Case("a line between dashes of their own", plain(f"--- {OWN} ---\n\n{GMAIL_NL}\n{marked(GOT.text)}"), (f"--- {OWN} ---",)),
)  # fmt: skip
