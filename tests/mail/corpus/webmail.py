"""Replies from mail in a browser: Gmail, Ziggo, KPN, Yahoo, GMX, Proton and what providers run themselves."""

from typing import Final

from tests.mail.corpus.making import (
    ANSWER,
    GMAIL_NL,
    GMAIL_PAGE,
    GOT,
    MARKED,
    US,
    Case,
    html,
    plain,
    wrapped,
)

HALVES: Final = MARKED.partition("> Wanneer?")
GMAIL_INLINE_PAGE: Final = (
    f'<div dir="ltr"><blockquote class="gmail_quote">{GOT.html}</blockquote><div>Hieronder ons antwoord:</div>'
    "<ul><li>camera aan de voorkant</li><li>beelden van 14 tot 15 uur</li></ul></div>"
)
YAHOO_PAGE: Final = (
    '<div class="ydp-yahoo-style-wrap"><div>Ik werkte thuis en zag een wit busje.</div><div><br></div></div>'
    '<div id="ydp-quoted"><div>Op maandag 5 januari 2026 om 17:00:00 CET schreef Politie Amersfoort '
    f"&lt;{ANSWER}&gt;:</div><div><br></div><div>{GOT.html}</div></div>"
)

REPLIES: Final = (
    Case("gmail nl, above the quote",
         plain(f"Ik zag om 14.15 uur een grijze bus.\n\nMvg Noor\n\n{GMAIL_NL}\n{wrapped(70)}\n"),
         ("Ik zag om 14.15 uur een grijze bus.", "Mvg Noor"), ("schreef Politie", "Beste deelnemer", "Ga er niet")),
    Case("gmail en",
         plain(f"I saw two men on a scooter.\n\nOn Mon, Jan 5, 2026 at 5:00 PM Politie Amersfoort <\n{ANSWER}> wrote:\n\n"
               f"{wrapped(70)}\n"),
         ("I saw two men on a scooter.",), ("wrote:", "Beste deelnemer"), "en"),
    Case("gmail de",
         plain(f"Ich war nicht da.\n\nAm Mo., 5. Jan. 2026 um 17:00 Uhr schrieb Politie Amersfoort <\n{ANSWER}>:\n\n"
               f"{wrapped(70)}\n"),
         ("Ich war nicht da.",), ("schrieb", "Beste deelnemer"), "de"),
    Case("gmail fr",
         plain(f"Désolée, rien.\n\nLe lun. 5 janv. 2026 à 17:00, Politie Amersfoort <\n{ANSWER}> a écrit :\n\n{wrapped(70)}"),
         ("Désolée, rien.",), ("écrit", "Beste deelnemer"), "fr"),
    Case("gmail, html only", html(GMAIL_PAGE), ("Ik zag een zwarte bus.", "Hij reed richting het station."),
         ("schreef Politie", "Beste deelnemer", "Ga er niet")),
    Case("gmail, html only, the answer below", html(GMAIL_INLINE_PAGE),
         ("Hieronder ons antwoord:", "* camera aan de voorkant", "* beelden van 14 tot 15 uur")),
    Case("gmail, a day of their own right above the attribution",
         plain(f"Ja, gezien!\nOp maandag 5 januari om 15 uur\n{GMAIL_NL}\n{MARKED}\n"),
         ("Ja, gezien!", "Op maandag 5 januari om 15 uur"), ("schreef Politie", "Beste deelnemer")),
    Case("gmail, forwarded to us",
         plain(f"Doorgestuurd vanaf het account van mijn vrouw: wij zagen niets.\n\n---------- Forwarded message ---------\n"
               f"Van: {US}\nDate: ma 5 jan 2026 om 17:00\nSubject: {GOT.subject}\nTo: <noor@example.nl>\n\n\n{GOT.text}"),
         ("Doorgestuurd vanaf het account van mijn vrouw: wij zagen niets.",), ("Forwarded", "Date:", "Beste deelnemer")),
    Case("ziggo webmail, attribution inside the quote",
         plain(f"Geen camera.\n\n> Op 05-01-2026 17:00 CET schreef {US}:\n> \n>  \n{MARKED}\n"),
         ("Geen camera.",), ("schreef", "Beste deelnemer")),
    Case("kpn webmail",
         plain(f"Wij hoorden de hond van nr 12 blaffen.\n\nOp 05-01-2026 17:00 schreef {US}:\n\n{MARKED}"),
         ("Wij hoorden de hond van nr 12 blaffen.",), ("schreef", "Beste deelnemer")),
    Case("yahoo nl, no marks",
         plain(f"Een rode Kia, geen haast.\n\n    Op maandag 5 januari 2026 om 17:00:00 CET schreef {US}:  \n \n "
               f"{GOT.text}"),
         ("Een rode Kia, geen haast.",), ("schreef", "Beste deelnemer")),
    Case("yahoo en",
         plain(f"Two girls collecting money at doors.\n\n    On Monday, January 5, 2026 at 05:00:00 PM GMT+1, {US} wrote:"
               f"  \n \n {GOT.text}"),
         ("Two girls collecting money at doors.",), ("wrote:", "Beste deelnemer"), "en"),
    Case("yahoo, html only", html(YAHOO_PAGE), ("Ik werkte thuis en zag een wit busje.",),
         ("schreef Politie", "Beste deelnemer")),
    Case("gmx, the date above the sender",
         plain(f"Ja, gesehen: ein weißer Transporter.\n\nGesendet: Montag, 05. Januar 2026 um 17:00 Uhr\nVon: {US}\n"
               f"An: noor@example.nl\nBetreff: {GOT.subject}\n\n{GOT.text}"),
         ("Ja, gesehen: ein weißer Transporter.",), ("Gesendet", "Von:", "Beste deelnemer"), "de"),
    Case("web.de, its quote marked",
         plain(f"Keine Kamera.\n\nAm 05.01.26, 17:00 schrieb {US}:\n\n{MARKED}"),
         ("Keine Kamera.",), ("schrieb", "Beste deelnemer"), "de"),
    Case("proton nl",
         plain(f"Vraag het ook op nummer 40.\n\n\nVerzonden met Proton Mail beveiligde e-mail.\n\n"
               f"Op maandag 5 januari 2026 om 17:00 schreef {US}:\n\n{MARKED}"),
         ("Vraag het ook op nummer 40.", "Verzonden met Proton Mail beveiligde e-mail."), ("schreef", "Beste deelnemer")),
    Case("proton en, a separator above",
         plain(f"I have pictures.\n\n------- Original Message -------\nOn Monday, January 5th, 2026 at 5:00 PM, {US} "
               f"wrote:\n\n\n{MARKED}"),
         ("I have pictures.",), ("Original", "wrote:", "Beste deelnemer"), "en"),
    Case("roundcube",
         plain(f"Politie Amersfoort schreef op 2026-01-05 17:00:\n{wrapped(68)}\n\nWitte bus, kenteken begon met V.\n"),
         ("Witte bus, kenteken begon met V.",), ("schreef", "Beste deelnemer")),
    Case("roundcube en",
         plain(f"On 2026-01-05 17:00, Politie Amersfoort wrote:\n{wrapped(68)}\n\nHe wore a cap.\n"),
         ("He wore a cap.",), ("wrote:", "Beste deelnemer"), "en"),
    Case("zimbra",
         plain(f"Ik was aan het werk en weet niets.\n\nVan: \"Politie Amersfoort\" <{ANSWER}>\nAan: noor@example.nl\n"
               f"Verzonden: Maandag 5 januari 2026 17:00:00\nOnderwerp: {GOT.subject}\n\n{GOT.text}"),
         ("Ik was aan het werk en weet niets.",), ("Van:", "Verzonden", "Beste deelnemer")),
    Case("horde", plain(f"Citeren Politie Amersfoort <{ANSWER}>:\n\n{MARKED}\n\nDe achterdeur van de buren stond open.\n"),
         ("De achterdeur van de buren stond open.",), ("Citeren", "Beste deelnemer")),
    Case("squirrelmail", plain(f"Politie Amersfoort schreef:\n{MARKED}\n\nGeen idee.\n"), ("Geen idee.",),
         ("schreef", "Beste deelnemer")),
    Case("open-xchange, the answer between two halves",
         plain(f"> Op 05-01-2026 17:00 CET schreef {US}:\n> \n{HALVES[0]}\n\nTot zover klopt het.\n\n> Wanneer?{HALVES[2]}"),
         ("Tot zover klopt het.",), ("schreef",)),
    Case("every line marked twice", plain(f"Zie onder.\n\nOp 5-1-2026 17:00 schreef Politie Amersfoort:\n"
                                          f"{chr(10).join('>' + line for line in MARKED.split(chr(10)))}"),
         ("Zie onder.",), ("schreef", "Beste deelnemer")),
)  # fmt: skip
