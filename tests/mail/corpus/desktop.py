"""Replies from mail programs on a desk: Outlook, Thunderbird, Apple Mail and the lesser known."""

from typing import Final

from tests.mail.corpus.making import (
    ANSWER,
    APPLE_NL,
    GOT,
    LINES,
    MARKED,
    OUTLOOK_LINKS,
    OUTLOOK_NL,
    OUTLOOK_PAGE,
    US,
    Case,
    html,
    plain,
    wrapped,
)

RULE: Final = "_" * 32
DISCLAIMER: Final = (
    "De informatie in dit bericht is vertrouwelijk en alleen bestemd voor de geadresseerde.\n"
    "Bent u dat niet? Verwijder dit bericht dan en laat het de afzender weten."
)
DOUBLED: Final = f"Politie Amersfoort <{ANSWER}<mailto:{ANSWER}>>"
OWA_PAGE: Final = (
    '<html><head><style type="text/css" style="display:none"> P {margin-top:0} </style></head><body dir="ltr">'
    '<div class="elementToProof">Bij ons was het rond 14.00 uur onrustig.</div><div><br></div>'
    '<div id="Signature">Groet, Eva</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%">'
    f'<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri"><b>Van:</b> Politie Amersfoort &lt;{ANSWER}&gt;<br>'
    "<b>Verzonden:</b> maandag 5 januari 2026 17:00<br><b>Aan:</b> Eva &lt;eva@example.nl&gt;<br>"
    f"<b>Onderwerp:</b> {GOT.subject}</font><div>&nbsp;</div></div>{GOT.html}</body></html>"
)

REPLIES: Final = (
    Case("outlook nl, no marks",
         plain(f"Wij hebben camerabeelden.\n\nGroet,\nOmar\n\n{RULE}\n{OUTLOOK_NL}\n{GOT.text}"),
         ("Wij hebben camerabeelden.", "Groet,", "Omar"), ("Van:", "Aan:", "Onderwerp", "____", "Beste deelnemer")),
    Case("outlook en, its own links in the text",
         plain(f"See attachment.\n\nFrom: {US}\nSent: Monday, January 5, 2026 17:00\nTo: x <x@example.nl>\n"
               f"Subject: Inbraak\n\n{OUTLOOK_LINKS}"),
         ("See attachment.",), ("From:", "Beste deelnemer", "0900-8844", "Ik heb informatie"), "en"),
    Case("outlook nl, text only",
         plain(f"Geen beelden, wel een kenteken: half V, dan 12.\n\n-----Oorspronkelijk bericht-----\n{OUTLOOK_NL}\n{MARKED}"),
         ("Geen beelden, wel een kenteken: half V, dan 12.",), ("Oorspronkelijk", "Van:", "Beste deelnemer")),
    Case("outlook nl, with a copy and urgency in its head",
         plain(f"Zie mijn eerdere melding.\n\nVan: {US} \nVerzonden: maandag 5 januari 2026 17:00\nAan: Noor <n@example.nl>\n"
               f"CC: Buurtapp <buurt@example.nl>\nOnderwerp: {GOT.subject}\nUrgentie: Hoog\n\n{GOT.text}"),
         ("Zie mijn eerdere melding.",), ("Van:", "CC:", "Urgentie", "Beste deelnemer")),
    Case("outlook nl, the address written twice",
         plain(f"Ik hoorde een harde knal.\n\nVan: {DOUBLED}\nVerzonden: maandag 5 januari 2026 17:00\n"
               f"Aan: noor@example.nl<mailto:noor@example.nl>\nOnderwerp: {GOT.subject}\n\n{OUTLOOK_LINKS}"),
         ("Ik hoorde een harde knal.",), ("Van:", "mailto", "Beste deelnemer")),
    Case("outlook nl, with stars for bold",
         plain(f"Ja, om kwart over drie.\n\n*Van:* {US}\n*Verzonden:* maandag 5 januari 2026 17:00\n*Aan:* Noor\n"
               f"*Onderwerp:* {GOT.subject}\n\n{GOT.text}"),
         ("Ja, om kwart over drie.",), ("*Van:*", "Onderwerp", "Beste deelnemer")),
    Case("outlook nl, the answer below",
         plain(f"{OUTLOOK_NL}\n{GOT.text}\n\nIk antwoord hieronder: twee jongens op een fatbike.\nGroet Omar"),
         ("Ik antwoord hieronder: twee jongens op een fatbike.", "Groet Omar"), ("Van:", "Beste deelnemer")),
    Case("outlook nl, a signature and a disclaimer of work",
         plain(f"Vanuit kantoor zag ik een bus wegrijden.\n\nMet vriendelijke groet,\n\nEva de Wit\nMagazijn | Bedrijf BV\n"
               f"T 033 000 00 00\n\n{DISCLAIMER}\n\n{OUTLOOK_NL}\n{GOT.text}"),
         ("Vanuit kantoor zag ik een bus wegrijden.", "Met vriendelijke groet,", "Eva de Wit", "Magazijn | Bedrijf BV",
          "T 033 000 00 00", *DISCLAIMER.split("\n")),
         ("Van:", "Beste deelnemer")),
    Case("outlook on a mac",
         plain(f"Niets op de camera te zien.\n\nVan: {US}\nDatum: maandag 5 januari 2026 om 17:00\nAan: Noor <n@example.nl>\n"
               f"Onderwerp: {GOT.subject}\n\n{GOT.text}"),
         ("Niets op de camera te zien.",), ("Datum:", "Beste deelnemer")),
    Case("outlook de",
         plain(f"Ich habe einen grauen Lieferwagen gesehen.\n\nVon: {US}\nGesendet: Montag, 5. Januar 2026 17:00\n"
               f"An: Noor\nBetreff: {GOT.subject}\n\n{GOT.text}"),
         ("Ich habe einen grauen Lieferwagen gesehen.",), ("Von:", "Betreff", "Beste deelnemer"), "de"),
    Case("outlook fr",
         plain(f"J'ai vu une camionnette grise.\n\nDe : {US}\nEnvoyé : lundi 5 janvier 2026 17:00\nÀ : Noor\n"
               f"Objet : {GOT.subject}\n\n{GOT.text}"),
         ("J'ai vu une camionnette grise.",), ("De :", "Envoyé", "Objet", "Beste deelnemer"), "fr"),
    Case("outlook, html only", html(OUTLOOK_PAGE, "base64"), ("Onze deurbel heeft beelden van 14.10 uur.",),
         ("Van:", "MsoNormal", "Beste deelnemer")),
    Case("outlook on the web, html only", html(OWA_PAGE), ("Bij ons was het rond 14.00 uur onrustig.", "Groet, Eva"),
         ("Van:", "Onderwerp", "Beste deelnemer")),
    Case("outlook on the web, text",
         plain(f"Mijn man heeft iets gezien.\nHij mailt u morgen.\n{'_' * 40}\n{OUTLOOK_NL}\n{wrapped(90, '')}"),
         ("Mijn man heeft iets gezien.", "Hij mailt u morgen."), ("___", "Van:", "Beste deelnemer")),
    Case("windows mail",
         plain(f"Verstuurd vanuit Mail voor Windows\n\nIk was die middag thuis.\n\nVan: Politie Amersfoort\n"
               f"Verzonden: maandag 5 januari 2026 17:00\nAan: noor@example.nl\nOnderwerp: Inbraak\n\n{GOT.text}"),
         ("Verstuurd vanuit Mail voor Windows", "Ik was die middag thuis."), ("Van:", "Beste deelnemer")),
    Case("thunderbird nl, below the quote",
         plain(f"Op 05-01-2026 om 17:00 schreef Politie Amersfoort:\n{wrapped(70)}\n\nHier mijn antwoord: een Opel.\n"),
         ("Hier mijn antwoord: een Opel.",), ("schreef", "Beste deelnemer")),
    Case("thunderbird en, above the quote",
         plain(f"Nothing on our camera, sorry.\n\nOn 05/01/2026 17:00, Politie Amersfoort wrote:\n{wrapped(72)}\n"),
         ("Nothing on our camera, sorry.",), ("wrote:", "Beste deelnemer"), "en"),
    Case("thunderbird de",
         plain(f"Am 05.01.26 um 17:00 schrieb Politie Amersfoort:\n{MARKED}\n\nLeider nichts gesehen."),
         ("Leider nichts gesehen.",), ("schrieb", "Beste deelnemer"), "de"),
    Case("thunderbird, forwarded to us with its own head",
         plain(f"Deze kreeg ik, en ik weet iets.\n\n-------- Doorgestuurd bericht --------\nOnderwerp: {GOT.subject}\n"
               f"Datum: Mon, 5 Jan 2026 17:00:00 +0100\nVan: {US}\nAan: noor@example.nl\n\n{GOT.text}"),
         ("Deze kreeg ik, en ik weet iets.",), ("Doorgestuurd", "Datum:", "Van:", "Beste deelnemer")),
    Case("apple nl",
         plain(f"Nee niets gezien, wel gehoord: glasgerinkel.\n\n{APPLE_NL}\n{MARKED}"),
         ("Nee niets gezien, wel gehoord: glasgerinkel.",), ("geschreven", "Beste deelnemer")),
    Case("apple en",
         plain(f"Grey van, twice.\n\nOn 5 Jan 2026, at 17:00, {US} wrote:\n\n{MARKED}"),
         ("Grey van, twice.",), ("wrote:", "Beste deelnemer"), "en"),
    Case("apple nl, forwarded",
         plain(f"Voor uw archief, ik zag de man ook.\n\nBegin doorgestuurd bericht:\n\nVan: {US}\nOnderwerp: {GOT.subject}\n"
               f"Datum: 5 januari 2026 om 17:00:00 CET\nAan: noor@example.nl\nAntwoord aan: {US}\n\n{GOT.text}"),
         ("Voor uw archief, ik zag de man ook.",), ("doorgestuurd", "Datum:", "Antwoord aan", "Beste deelnemer")),
    Case("em client, a head without colons",
         plain(f"Wij waren op vakantie.\n\n------ Origineel bericht ------\nVan \"Politie Amersfoort\" <{ANSWER}>\n"
               f"Aan noor@example.nl\nDatum 5-1-2026 17:00:00\nOnderwerp {GOT.subject}\n\n{GOT.text}"),
         ("Wij waren op vakantie.",), ("Origineel", "Datum", "Beste deelnemer")),
    Case("lotus notes",
         plain(f"Zie de bijlage.\n\nPolitie Amersfoort <{ANSWER}> wrote on 05-01-2026 17:00:00:\n\n{MARKED}"),
         ("Zie de bijlage.",), ("wrote on", "Beste deelnemer")),
    Case("evolution",
         plain(f"On Mon, 2026-01-05 at 17:00 +0100, Politie Amersfoort wrote:\n{MARKED}\n\nSaw him run to the station."),
         ("Saw him run to the station.",), ("wrote:", "Beste deelnemer"), "en"),
    Case("mutt",
         plain(f"On Mon, Jan 05, 2026 at 05:00:00PM +0100, Politie Amersfoort wrote:\n{MARKED}\n\nTwee mannen, een ladder."),
         ("Twee mannen, een ladder.",), ("wrote:", "Beste deelnemer")),
    Case("bars for marks", plain(f"Ik zag een ladder.\n\n{chr(10).join(f'| {line}' for line in LINES)}"),
         ("Ik zag een ladder.",)),
)  # fmt: skip
