"""What gateways and lesser programs make of our quote: banners, heads on one line or in a table, rewritten links."""

import re
from typing import Final
from urllib.parse import quote

from tests.mail.corpus.making import ANSWER, GMAIL_NL, GOT, MARKED, OUTLOOK_NL, US, Case, html, plain, two_parts

LEARN: Final = "<https://aka.ms/LearnAboutSenderIdentification>"
ONE_LINE: Final = " ".join(GOT.text.split())
SAFE: Final = "https://eur05.safelinks.protection.outlook.com/?url={}&data=05%7C02%7C&sdata=x%3D&reserved=0"
LINKED: Final = GOT.text.replace("https://burgernet.example", SAFE.format("https%3A%2F%2Fburgernet.example%2F"))
LOTUS_PAGE: Final = (
    f"<p>Ik hoorde de poort.</p><div>Politie Amersfoort --- {GOT.subject} --- </div><table><tr><td>Van:</td><td>"
    f'"Burgernetmail" &lt;{ANSWER}&gt;</td></tr><tr><td>Aan</td><td>noor@example.nl</td></tr><tr><td>Datum:</td><td>ma '
    f"5-1-2026 17:00</td></tr><tr><td>Onderwerp</td><td>{GOT.subject}</td></tr></table><hr><pre>{GOT.text}</pre>"
)
BANNER_PAGE: Final = (
    f"<p>De hond blafte.</p><hr><div><b>Van:</b> {US.replace('<', '&lt;')}<br><b>Verzonden:</b> maandag 5 januari 2026 "
    f"17:00<br><b>Aan:</b> Noor<br><b>Onderwerp:</b> {GOT.subject}</div><table><tr><td>U ontvangt niet vaak e-mail van "
    f'{ANSWER}. <a href="https://aka.ms/LearnAboutSenderIdentification">Meer informatie over waarom dit belangrijk is'
    f"</a></td></tr></table>{GOT.html}"
)
GONE: Final = (ANSWER, "Beste deelnemer")

LINKED_CHOICES: Final = re.findall(r"Ik zag niets: \S+", GOT.text)


def _cut(width: int) -> str:
    return "\n".join(
        f"> {line[at : at + width]}".rstrip()
        for line in GOT.text.strip().split("\n")
        for at in range(0, max(1, len(line)), width)
    )


REPLIES: Final = (
    Case("outlook, a banner between head and quote",
         plain(f"Twee man.\n\n{OUTLOOK_NL}\nU ontvangt niet vaak e-mail van {ANSWER}. Meer informatie over waarom dit "
               f"belangrijk is{LEARN}\n\n{GOT.text}"), ("Twee man.",), ("Van:", "U ontvangt niet vaak", *GONE)),
    Case("outlook en, a banner on two lines",
         plain(f"Two men.\n\nFrom: {US}\nSent: Monday, January 5, 2026 17:00\nTo: Noor\nSubject: {GOT.subject}\n\n"
               f"You don't often get email from {ANSWER}. Learn why this is\nimportant{LEARN}\n\n{GOT.text}"),
         ("Two men.",), ("From:", "often get", *GONE), "en"),
    Case("outlook, a banner, html", html(BANNER_PAGE), ("De hond blafte.",), ("Van:", "U ontvangt niet vaak", *GONE)),
    Case("somebody else's warning between head and quote",
         plain(f"Een scooter.\n\n{OUTLOOK_NL}\nLET OP: deze mail komt van buiten.\n\n{GOT.text}"),
         ("Een scooter.", "LET OP: deze mail komt van buiten."), ("Van:", "Onderwerp:", *GONE)),
    Case("samsung, all of the head on one line",
         plain(f"Bel me.Verzonden vanaf mijn Galaxy\n-------- Oorspronkelijk bericht --------Van: {US} Datum: 05-01-2026  "
               f"17:00  (GMT+01:00) Aan: noor@example.nl Onderwerp: {GOT.subject} \n{ONE_LINE}"),
         ("Bel me.Verzonden vanaf mijn Galaxy",), ("Oorspronkelijk", "Datum:", *GONE)),
    Case("samsung, the quote on that line too",
         plain(f"Bel me.\n-------- Oorspronkelijk bericht --------Van: {US} Datum: 05-01-2026  17:00 Aan: noor@example.nl "
               f"Onderwerp: {GOT.subject} {ONE_LINE}"), ("Bel me.",), ("Oorspronkelijk", "Datum:", *GONE)),
    Case("yahoo, attribution and quote on one line",
         plain(f"Grijze bus.\n\n    Op maandag 5 januari 2026 om 17:00:00 CET schreef {US}:   {ONE_LINE}"),
         ("Grijze bus.",), ("schreef", *GONE)),
    Case("yahoo en, attribution and quote on one line",
         plain(f"A van.\n\n    On Monday, January 5, 2026 at 05:00:00 PM GMT+1, {US} wrote:   {ONE_LINE}"),
         ("A van.",), ("wrote:", *GONE), "en"),
    Case("links rewritten by outlook", plain(f"Wij zagen niets.\n\n{OUTLOOK_NL}\n{LINKED}"), ("Wij zagen niets.",),
         ("safelinks", "Van:", *GONE)),
    Case("a link of theirs, rewritten by outlook",
         plain(f"Zie {SAFE.format(quote('https://wolk.example/a?b=1', safe=''))}\n\n{OUTLOOK_NL}\n{GOT.text}"),
         ("Zie https://wolk.example/a?b=1",), ("safelinks", *GONE)),
    Case("gmail de, on a saturday",
         plain(f"Nichts.\n\nAm Sa., 10. Jan. 2026 um 17:00 Uhr schrieb {US}:\n\n{MARKED}"), ("Nichts.",),
         ("schrieb", *GONE), "de"),
    Case("t-online, original nachricht",
         plain(f"Ein Auto.\n\n-----Original-Nachricht-----\nBetreff: {GOT.subject}\nDatum: 2026-01-05T17:00:00+0100\n"
               f"Von: \"Politie Amersfoort\" <{ANSWER}>\nAn: noor@example.nl\n\n{GOT.text}"),
         ("Ein Auto.",), ("Original", "Betreff", *GONE), "de"),
    Case("gmail pl", plain(f"Widziałam auto.\n\npon., 5 sty 2026 o 17:00 {US} napisał(a):\n\n{MARKED}"),
         ("Widziałam auto.",), ("napisał", *GONE), "pl"),
    Case("thunderbird pl", plain(f"Nic.\n\nW dniu 5.01.2026 o 17:00, {US} pisze:\n{MARKED}"), ("Nic.",),
         ("pisze", *GONE), "pl"),
    Case("outlook pl",
         plain(f"Nic.\n\nOd: {US}\nWysłano: poniedziałek, 5 stycznia 2026 17:00\nDo: Noor\nTemat: {GOT.subject}\n\n{GOT.text}"),
         ("Nic.",), ("Od:", "Temat", *GONE), "pl"),
    Case("gmail tr", plain(f"Gri araba.\n\n{US}, 5 Oca 2026 Pzt, 17:00 tarihinde şunu yazdı:\n\n{MARKED}"),
         ("Gri araba.",), ("yazdı", *GONE), "tr"),
    Case("outlook tr",
         plain(f"Hayır.\n\nKimden: {US}\nGönderildi: 5 Ocak 2026 Pazartesi 17:00\nKime: Noor\nKonu: {GOT.subject}\n\n{GOT.text}"),
         ("Hayır.",), ("Kimden", "Konu", *GONE), "tr"),
    *(Case(f"a quote cut at {width} signs, in words and links", plain(f"Hij rende weg.\n\n{GMAIL_NL}\n{_cut(width)}\n\nBij nummer 9."),
           ("Hij rende weg.", "Bij nummer 9."), ("schreef", "reageren", "keuze", "burgernet.example", *GONE))
      for width in (40, 52, 58, 64, 70, 76)),
    *(Case(f"theirs behind a mark, right below a link, {word}", plain(f"{GMAIL_NL}\n{MARKED.replace(link, f'{link}{chr(10)}> {word}', 1)}"), (f"> {word}",))
      for link in LINKED_CHOICES for word in ("ja", "jazeker, een bus", "nee")),
    Case("theirs behind a mark, right below a link that was cut",
         plain(f"Een bus.\n\n{GMAIL_NL}\n> Uw privacy: https://burgernet.example/privacy\n> ja\n{MARKED}"), ("Een bus.", "> ja")),
    Case("seznam", plain(f"Bílá dodávka.\n\n---------- Původní e-mail ----------\nOd: {US}\nKomu: noor@example.nl\nDatum: 14. 1. 2026 13:02:11\nPředmět: {GOT.subject}\n{GOT.text}"),
         ("Bílá dodávka.",), ("Původní", "Komu", *GONE), "cs"),
    Case("outlook es, a title above its head", plain(f"Nada.\n\n-----Mensaje original-----\nDe: {US}\nEnviado el: 14 de enero de 2026 13:02\nPara: noor@example.nl\nAsunto: {GOT.subject}\n\n{GOT.text}"),
         ("Nada.",), ("original", "Asunto", *GONE), "es"),
    Case("lotus, its head in a table", html(LOTUS_PAGE), ("Ik hoorde de poort.",), ("Van", "Datum", *GONE)),
    Case("the plain text is our quote, the html has the words",
         two_parts(f"{GMAIL_NL}\n{MARKED}", f"<p>Hij liep mank.</p><blockquote>{GOT.html}</blockquote>"),
         ("Hij liep mank.",), GONE),
    Case("a subject that is the message", plain(f"{GMAIL_NL}\n{MARKED}", subject="Bus met kenteken 1-ABC-23"),
         ("Bus met kenteken 1-ABC-23",), ("schreef", *GONE)),
)  # fmt: skip
