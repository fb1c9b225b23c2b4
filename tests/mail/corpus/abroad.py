"""Heads above a quote in the languages that citizens set their phones and programs to, and in programs of long ago.

A head goes whatever its language; a citizen's own words above, in and below it stay.
"""

from typing import Final

from tests.mail.corpus.making import ANSWER, GOT, MARKED, US, Case, plain, wrapped

OWN: Final = ("Om kwart over drie liep er een jongen achterom.", "Hij had een koevoet bij zich.")
NAME: Final = "Politie Amersfoort"

ATTRIBUTIONS: Final = {
    "afrikaans": f"Op Wo 14 Jan 2026 om 13:05 het {US} geskryf:",
    "arabic": f"في الأربعاء، 14 يناير 2026 في 1:05 م تمت كتابة ما يلي بواسطة {NAME} <\n{ANSWER}>:",
    "bulgarian": f"На ср, 14.01.2026 г. в 13:05 {US} написа:",
    "chinese": f"{US} 于2026年1月14日周三 13:05写道：",
    "chinese, glued": f"{US}于2026年1月14日 周三13:05写道：",
    "croatian": f"sri, 14. sij 2026. u 13:05 {US} napisao je:",
    "czech": f"st 14. 1. 2026 v 13:05 odesílatel {US} napsal:",
    "danish": f"Den ons. 14. jan. 2026 kl. 13.05 skrev {NAME} <\n{ANSWER}>:",
    "finnish": f"ke 14. tammik. 2026 klo 13.05 {NAME} ({ANSWER}) kirjoitti:",
    "frisian": f"Op wo 14 jan. 2026 om 13:05 skreau {US}:",
    "greek": f"Στις Τετ 14 Ιαν 2026 στις 1:05 μ.μ., ο/η {NAME} <\n{ANSWER}> έγραψε:",
    "hebrew": f"\u202bבתאריך יום ד׳, 14 בינו׳ 2026 ב-13:05 מאת \u202a{NAME}\u202c\u200f <\u202a{ANSWER}\u202c\u200f>:\u202c",
    "hungarian": f"{US} ezt írta (időpont: 2026. jan. 14., Sze, 13:05):",
    "italian": f"Il giorno mer 14 gen 2026 alle ore 13:05 {NAME} <\n{ANSWER}> ha scritto:",
    "japanese": f"2026年1月14日(水) 13:05 {US}:",
    "persian": f"در تاریخ چهارشنبه ۱۴ ژانویه ۲۰۲۶،\u200f ۱۳:۰۵ {NAME} <\u202a{ANSWER}\u202c\u200f> نوشت:",
    "portuguese": f"Em qua., 14 de jan. de 2026 às 13:05, {US} escreveu:",
    "romanian": f"În mie., 14 ian. 2026 la 13:05, {NAME} <\n{ANSWER}> a scris:",
    "russian": f"ср, 14 янв. 2026 г. в 13:05, {US}:",
    "russian, mail.ru": f"Среда, 14 января 2026, 13:05 +01:00 от {US}:",
    "russian, yandex": f'14.01.2026, 13:05, "{NAME}" <{ANSWER}>:',
    "spanish": f"El mié, 14 ene 2026 a las 13:05, {NAME} (<{ANSWER}>) escribió:",
    "swedish": f"Den ons 14 jan. 2026 kl 13:05 skrev {US}:",
    "ukrainian": f"ср, 14 січ. 2026 р. о 13:05 {US} пише:",
    "vietnamese": f"Vào Th 4, 14 thg 1, 2026 vào lúc 13:05 {NAME} <\n{ANSWER}> đã viết:",
    "claws": f"On Wed, 14 Jan 2026 13:05:11 +0100\n{US} wrote:",
    "gnus": f"{US} writes:",
    "groupwise": f">>> {US} 14-1-2026 13:05 >>>",
    "groupwise, quotes": f'>>> "{NAME}" <{ANSWER}> 1/14/2026 1:05 PM >>>',
    "tutanota": f"14 jan. 2026 13:05 van {ANSWER}:",
}
BY_NAME: Final = {
    "czech": f"Dne 14. 01. 26 v 13:05 {NAME} napsal(a):",
    "french": f"Le 14/01/2026 à 13:05, {NAME} a écrit :",
    "greek": f"Στις 14/1/26 13:05, ο {NAME} έγραψε:",
    "hungarian": f"2026. 01. 14. 13:05 keltezéssel, {NAME} írta:",
    "italian": f"Il 14/01/2026 13:05, {NAME} ha scritto:",
    "polish": f"W dniu 14.01.2026 o 13:05, {NAME} pisze:",
    "portuguese": f"Em 14/01/2026 13:05, {NAME} escreveu:",
    "romanian": f"Pe 14.01.2026 13:05, {NAME} a scris:",
    "russian": f"14.01.2026 13:05, {NAME} пишет:",
    "spanish": f"El 14/1/26 a las 13:05, {NAME} escribió:",
    "swedish": f"Den 2026-01-14 kl. 13:05, skrev {NAME}:",
    "turkish": f"14.01.2026 13:05 tarihinde {NAME} yazdı:",
}
"""Thunderbird's, which hold no address."""
LABELS: Final = {
    "arabic": ("من", "تم الإرسال", "إلى", "الموضوع"),
    "bulgarian": ("От", "Изпратено", "До", "Относно"),
    "chinese": ("发件人", "发送时间", "收件人", "主题"),
    "czech": ("Od", "Odesláno", "Komu", "Předmět"),
    "greek": ("Από", "Στάλθηκε", "Προς", "Θέμα"),
    "hebrew": ("מאת", "נשלח", "אל", "נושא"),
    "hungarian": ("Feladó", "Elküldve", "Címzett", "Tárgy"),
    "italian": ("Da", "Inviato", "A", "Oggetto"),
    "nine": ("Van", "Verstuurd", "Naar", "Onderwerp"),
    "portuguese": ("De", "Enviado", "Para", "Assunto"),
    "romanian": ("De la", "Trimis", "Către", "Subiect"),
    "russian": ("От", "Отправлено", "Кому", "Тема"),
    "spanish": ("De", "Enviado el", "Para", "Asunto"),
    "swedish": ("Från", "Skickat", "Till", "Ämne"),
    "ukrainian": ("Від", "Надіслано", "Кому", "Тема"),
}
LOTUS: Final = f"Aan: noor@example.nl\nVan: {US}\nDatum: 14-01-2026 13:05\nOnderwerp: {GOT.subject}"
STAYING: Final = (
    f"14-1-2026 om 13:05 kreeg ik dit van {US}:",
    f"Om 13:05 had {NAME} <{ANSWER}> 14-1-2026 een bus gezien:",
    f"Op 14 januari 2026 om 13:05 belde {US} aan:",
    f"Op 14-01-2026 om 13:05 reed {NAME} voorbij:",
    f"14-01-2026 13:05 uur gebeld naar {NAME}:",
    f"14-01-2026, 13:05, wagen van {NAME}:",
    "Kenteken: 12-ABC-3",
)
"""Right above a quote, and a citizen's own."""


def _block(labels: tuple[str, ...], us: str = US) -> str:
    values = (us, "Wednesday, January 14, 2026 1:05 PM", "Noor <noor@example.nl>", GOT.subject)
    return "\n".join(f"{label}: {value}" for label, value in zip(labels, values, strict=True))


def _case(name: str, head: str, quote: str) -> Case:
    return Case(name, plain("\n".join([*OWN, "", head, "", quote])), OWN, (NAME, "13:05", "Noor", "Beste deelnemer"))


REPLIES: Final = (
    *(_case(f"head, {name}", head, wrapped(72)) for name, head in ATTRIBUTIONS.items()),
    *(_case(f"head, {name}, unmarked", head, GOT.text) for name, head in ATTRIBUTIONS.items() if ">>>" not in head),
    *(_case(f"head in lines, {name}", _block(labels), GOT.text) for name, labels in LABELS.items()),
    *(_case(f"head by name, {name}", head, wrapped(72)) for name, head in BY_NAME.items()),
    *(_case(f"head in lines by name, {name}", _block(labels, NAME), GOT.text) for name, labels in LABELS.items()),
    _case("foxmail, wide colons", _block(LABELS["chinese"], NAME).replace(": ", "： "), GOT.text),
    *(_case(f"lotus dashes, {verb}", f"-----{US} {verb}: -----\n{LOTUS}", GOT.text) for verb in ("schreef", "wrote")),
    Case("a banner is all that was left of the quote",
         plain(f"U ontvangt niet vaak e-mail van {ANSWER}. Ontdek waarom dit belangrijk is\n{OWN[0]}"), OWN[:1],
         ("ontvangt",)),
    Case("a banner, and what is none",
         plain(f"U ontvangt niet vaak post van mij\nU ontvangt mail van {ANSWER} zeg ik en {'dat is ' * 20}\n{OWN[0]}"),
         ("U ontvangt niet vaak post van mij", OWN[0])),
    Case("marks that were escaped", plain(f"{OWN[0]}\n\n{MARKED.replace('>', '&gt;')}"), OWN[:1],
         ("gt;", "Beste deelnemer")),
    Case("answers below a head in another language",
         plain(f"{_block(LABELS['russian'])}\n\nKenteken: 12-ABC-3\nTijd: 13:05\n\n{GOT.text}"),
         ("Kenteken: 12-ABC-3", "Tijd: 13:05")),
    *(Case(f"stays: {line[:30]}", plain(f"{OWN[0]}\n\n{line}\n{MARKED}"), (OWN[0], line.replace(ANSWER, "…@…")),
           ("Beste deelnemer",))
      for line in STAYING),
)  # fmt: skip
