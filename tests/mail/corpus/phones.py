"""Replies from phones and tablets: short, with a line of advertisement that stays, as it stands in the citizen's words."""

from typing import Final

from tests.mail.corpus.making import ANSWER, APPLE_NL, GMAIL_NL, GOT, MARKED, OUTLOOK_NL, US, Case, html, plain, wrapped

RULE: Final = "_" * 32
IPHONE_PAGE: Final = (
    '<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body dir="auto">'
    'Man met rode pet<div><br id="lineBreakAtBeginningOfSignature"><div dir="ltr">Verstuurd vanaf mijn iPhone</div>'
    f'<div dir="ltr"><br><blockquote type="cite">Op 5 jan. 2026 om 17:00 heeft Politie Amersfoort &lt;{ANSWER}&gt; het '
    f'volgende geschreven:<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">﻿{GOT.html}</div>'
    "</blockquote></div></body></html>"
)

REPLIES: Final = (
    Case("iphone, attribution inside the quote",
         plain(f"Man met capuchon\n\nVerstuurd vanaf mijn iPhone\n\n> {APPLE_NL}> \n{MARKED.replace('> ', '> ﻿')}"),
         ("Man met capuchon", "Verstuurd vanaf mijn iPhone"), ("geschreven", "Beste deelnemer")),
    Case("iphone en",
         plain(f"Call me\n\nSent from my iPhone\n\n> On 5 Jan 2026, at 17:00, {US} wrote:\n> \n{MARKED}"),
         ("Call me", "Sent from my iPhone"), ("wrote:", "Beste deelnemer"), "en"),
    Case("iphone de",
         plain(f"Nichts gesehen\n\nVon meinem iPhone gesendet\n\n> Am 05.01.2026 um 17:00 schrieb {US}:\n> \n{MARKED}"),
         ("Nichts gesehen", "Von meinem iPhone gesendet"), ("schrieb", "Beste deelnemer"), "de"),
    Case("iphone fr",
         plain(f"Rien vu\n\nEnvoyé de mon iPhone\n\n> Le 5 janv. 2026 à 17:00, {US} a écrit :\n> \n{MARKED}"),
         ("Rien vu", "Envoyé de mon iPhone"), ("écrit", "Beste deelnemer"), "fr"),
    Case("iphone, html only", html(IPHONE_PAGE), ("Man met rode pet", "Verstuurd vanaf mijn iPhone"),
         ("geschreven", "Beste deelnemer")),
    Case("ipad, below the quote",
         plain(f"> {APPLE_NL}> \n{MARKED}\n\nOnze hond sloeg aan om half drie.\n\nVerstuurd vanaf mijn iPad"),
         ("Onze hond sloeg aan om half drie.", "Verstuurd vanaf mijn iPad"), ("geschreven", "Beste deelnemer")),
    Case("iphone, only the advertisement", plain(f"\n\nVerstuurd vanaf mijn iPhone\n\n> {APPLE_NL}> \n{MARKED}"),
         ("Verstuurd vanaf mijn iPhone",), ("geschreven", "Beste deelnemer")),
    Case("iphone, answered with one sign", plain(f"🚐\n\nVerstuurd vanaf mijn iPhone\n\n{APPLE_NL}\n{MARKED}"),
         ("🚐", "Verstuurd vanaf mijn iPhone"), ("geschreven", "Beste deelnemer")),
    Case("samsung nl",
         plain(f"Ik bel u morgen.\n\nVerzonden vanaf mijn Galaxy\n\n\n-------- Oorspronkelijk bericht --------\n"
               f"Van: {US}\nDatum: 05-01-2026 17:00 (GMT+01:00)\nAan: noor@example.nl\nOnderwerp: Inbraak\n\n{GOT.text}"),
         ("Ik bel u morgen.", "Verzonden vanaf mijn Galaxy"), ("Oorspronkelijk", "Datum:", "Beste deelnemer")),
    Case("samsung en",
         plain(f"Blue scooter.\n\nSent from my Galaxy\n\n-------- Original message --------\nFrom: {US}\n"
               f"Date: 05/01/2026 17:00 (GMT+01:00)\nTo: noor@example.nl\nSubject: {GOT.subject}\n\n{GOT.text}"),
         ("Blue scooter.", "Sent from my Galaxy"), ("Original", "Date:", "Beste deelnemer"), "en"),
    Case("outlook on a phone nl",
         plain(f"Ja bus gezien\nDownload Outlook voor Android\n{RULE}\n{OUTLOOK_NL}\n{wrapped(76, '')}"),
         ("Ja bus gezien", "Download Outlook voor Android"), ("Verzonden", "Beste deelnemer")),
    Case("outlook on a phone en",
         plain(f"No cameras here\n\nGet Outlook for iOS<https://aka.example/o0ukef>\n{RULE}\nFrom: {US}\n"
               f"Sent: Monday, January 5, 2026 5:00:00 PM\nTo: noor@example.nl\nSubject: {GOT.subject}\n\n{GOT.text}"),
         ("No cameras here", "Get Outlook for iOS<https://aka.example/o0ukef>"), ("Sent:", "Beste deelnemer"), "en"),
    Case("gmail on a phone nl",
         plain(f"Ben nu op mijn werk, kijk vanavond de camera na\n\n{GMAIL_NL}\n{wrapped(70)}\n"),
         ("Ben nu op mijn werk, kijk vanavond de camera na",), ("schreef", "Beste deelnemer")),
    Case("k-9 nl",
         plain(f"Zwarte golf, matte lak.\n-- \nVerzonden van mijn Android apparaat met K-9 Mail.\n\n"
               f"Op 5 januari 2026 17:00:00 CET schreef {US}:\n{MARKED}"),
         ("Zwarte golf, matte lak.", "Verzonden van mijn Android apparaat met K-9 Mail."), ("schreef", "Beste deelnemer")),
    Case("k-9 en, below",
         plain(f"On 5 January 2026 17:00:00 CET, {US} wrote:\n{MARKED}\n\nWhite trainers.\n-- \nSent with K-9 Mail."),
         ("White trainers.", "Sent with K-9 Mail."), ("wrote:", "Beste deelnemer"), "en"),
    Case("blackberry, no line breaks left",
         plain(f"Geen tijd nu, bel mij.\nVerzonden van mijn BlackBerry\n\n-----Oorspronkelijk bericht-----\nVan: {US}\n"
               f"Aan: noor@example.nl\nVerzonden: 05 jan 2026 17:00\nOnderwerp: Inbraak\n\n{' '.join(GOT.text.split())}"),
         ("Geen tijd nu, bel mij.", "Verzonden van mijn BlackBerry"), ("Van:", "Beste deelnemer")),
    Case("huawei", plain(f"Nee helaas\n\n\n-------- Oorspronkelijk bericht --------\nOnderwerp: {GOT.subject}\n"
                         f"Van: {US}\nAan: noor@example.nl\nCC: \n\n{GOT.text}"),
         ("Nee helaas",), ("Oorspronkelijk", "Onderwerp:", "Beste deelnemer")),
    Case("an attribution broken over three lines",
         plain(f"Ja.\n\nOp maandag 5 januari 2026 17:00 schreef Politie Amersfoort <\n{ANSWER}\n>:\n\n{MARKED}"),
         ("Ja.",), ("schreef", "Beste deelnemer")),
    Case("dictated: one long line without a full stop",
         plain(f"ja hallo ik zag dus die man met die fiets bij de brandgang en hij keek steeds om {'en om ' * 60}\n\n"
               f"{APPLE_NL}\n{MARKED}"),
         (f"ja hallo ik zag dus die man met die fiets bij de brandgang en hij keek steeds om {'en om ' * 60}".rstrip(),),
         ("geschreven", "Beste deelnemer")),
)  # fmt: skip
