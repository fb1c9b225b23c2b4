"""Longer correspondence: answers to our acknowledgement and to a colleague's answer, and evidence that is passed on."""

from typing import Final

from tests.mail.corpus.making import (
    ANSWER,
    APPLE_NL,
    GMAIL_NL,
    GOT,
    MARKED,
    OUTLOOK_NL,
    THANKS,
    US,
    Case,
    html,
    marked,
    plain,
    wrapped,
)

PERSONAL: Final = (
    "Dank u wel voor uw reactie.\n\nFijn dat u de beelden heeft bewaard. Kunt u ze naar dit adres sturen?\n"
    "Hoe laat reed de bus weg, en in welke richting?\n\nMet vriendelijke groet,\nPolitie Amersfoort\n"
)
THIRD: Final = (
    "---------- Forwarded message ---------\nVan: Piet Voorbeeld <piet@example.com>\nDate: zo 4 jan 2026 om 21:10\n"
    "Subject: rare vent in de straat\nTo: Buurtapp <buurt@example.nl>\n\nHoi allemaal,\n\nDaarnet liep er een man bij "
    "alle deuren langs.\nHij had een gele hes aan.\n\nPiet"
)
GMAIL_AGAIN: Final = GMAIL_NL.replace("5 jan 2026", "6 jan 2026")
MINE: Final = "Ik zag een grijze bus, zie foto."
TWICE: Final = f"{APPLE_NL}\n{marked(PERSONAL)}\n> \n> Op 5 jan. 2026 om 17:30 schreef Noor Jansen <noor@example.nl>:\n" \
               f"> > {MINE}\n> > \n> > {GMAIL_NL.replace(chr(10), ' ').strip()}\n{marked(MARKED, '> > ')}"  # fmt: skip

REPLIES: Final = (
    Case("an answer to our acknowledgement",
         plain(f"O ja, hij hinkte een beetje.\n\n{GMAIL_NL}\n{wrapped(70, text=THANKS)}\n"),
         ("O ja, hij hinkte een beetje.",), ("schreef", "Een medewerker van de politie", "automatisch bericht")),
    Case("an answer to our acknowledgement, outlook",
         plain(f"Oké, ik wacht af.\n\n{OUTLOOK_NL}\n{THANKS}"), ("Oké, ik wacht af.",),
         ("Van:", "Een medewerker van de politie", "automatisch bericht")),
    Case("an answer to our acknowledgement, html only",
         html(f"<div>Dank u.</div><br><blockquote>{'<br>'.join(THANKS.split(chr(10)))}</blockquote>"),
         ("Dank u.",), ("Een medewerker van de politie", "automatisch bericht")),
    Case("an answer to a colleague's answer",
         plain(f"Richting het station, om tien over drie.\n\n{GMAIL_NL}\n{wrapped(70, text=PERSONAL)}"),
         ("Richting het station, om tien over drie.",), ("schreef", "Fijn dat u de beelden", "Hoe laat reed"),
         answer=PERSONAL),
    Case("an answer to a colleague's answer, outlook",
         plain(f"Die stuur ik vanavond.\n\n{OUTLOOK_NL}\n{PERSONAL}"), ("Die stuur ik vanavond.",),
         ("Van:", "Fijn dat u de beelden"), answer=PERSONAL),
    Case("answers between a colleague's questions",
         plain(marked(PERSONAL).replace("> Hoe laat", "Ja, vanavond.\n> Hoe laat") + "\nTien over drie, naar links.\n"),
         ("Ja, vanavond.", "Tien over drie, naar links."), ("Hoe laat reed",), answer=PERSONAL),
    Case("top-posted twice, their own earlier mail within",
         plain(f"Hierbij de beelden.\n\n{TWICE}"),
         ("Hierbij de beelden.", "> Op 5 jan. 2026 om 17:30 schreef Noor Jansen <noor@example.nl>:", f"> > {MINE}"), ("Beste deelnemer", "Fijn dat u de beelden"), answer=PERSONAL),
    Case("an old thread in outlook, their own earlier mail within",
         plain(f"Heeft u mijn mail gelezen?\n\n{OUTLOOK_NL}\n{PERSONAL}\n\nVan: Noor Jansen <noor@example.nl>\n"
               f"Verzonden: maandag 5 januari 2026 18:00\nAan: Politie Amersfoort\nOnderwerp: RE: Inbraak\n\n{MINE}\n\n"
               f"{OUTLOOK_NL}\n{GOT.text}"),
         ("Heeft u mijn mail gelezen?", "Van: Noor Jansen <noor@example.nl>", "Verzonden: maandag 5 januari 2026 18:00",
          "Aan: Politie Amersfoort", "Onderwerp: RE: Inbraak", MINE),
         ("Beste deelnemer", "Fijn dat u de beelden"), answer=PERSONAL),
    Case("evidence: a neighbour's mail passed on, a note above it",
         plain(f"Dit kreeg ik gisteren van mijn buurman.\nMisschien is het dezelfde man.\n\n{THIRD}\n"),
         ("Dit kreeg ik gisteren van mijn buurman.", "Misschien is het dezelfde man.", *filter(None, THIRD.split("\n"))), ()),
    Case("evidence: a neighbour's mail above our own mail",
         plain(f"Zie Piets mail.\n\n{THIRD}\n\n{GMAIL_NL}\n{wrapped(70)}\n"),
         ("Zie Piets mail.", *filter(None, THIRD.split("\n"))), ("schreef Politie", "Beste deelnemer")),
    Case("evidence: an advertisement that they answered",
         plain(f"Deze fiets staat te koop, het is de gestolen fiets!\n\n> Te koop: lichte damesfiets, weinig gebruikt.\n"
               f"> Ophalen in Amersfoort, alleen contant.\n\n{OUTLOOK_NL}\n{GOT.text}"),
         ("Deze fiets staat te koop, het is de gestolen fiets!", "> Te koop: lichte damesfiets, weinig gebruikt.",
          "> Ophalen in Amersfoort, alleen contant."), ("Van:", "Beste deelnemer")),
    Case("a neighbour who got our mail passed on answers it",
         plain(f"Noor stuurde mij dit door. Ik zag hem ook.\n\nOp 5 jan. 2026 om 18:00 schreef Noor Jansen "
               f"<noor@example.nl>:\n> Is dit iets voor jou?\n> \n> {OUTLOOK_NL.replace(chr(10), chr(10) + '> ')}\n{MARKED}"),
         ("Noor stuurde mij dit door. Ik zag hem ook.",
          "Op 5 jan. 2026 om 18:00 schreef Noor Jansen <noor@example.nl>:", "> Is dit iets voor jou?"), ("Beste deelnemer",)),
    Case("two alerts of the same street in one mail",
         plain(f"Dit geldt voor allebei de mails.\n\n{GMAIL_AGAIN}\n{MARKED}\n\n{GMAIL_NL}\n{wrapped(66)}"),
         ("Dit geldt voor allebei de mails.",), ("schreef Politie", "Beste deelnemer")),
    Case("a chat of neighbours pasted in",
         plain("[14:02, 5-1-2026] Buur 8: wie is die man?\n[14:03, 5-1-2026] Buur 10: geen idee, gele hes\n"
               f"[14:09, 5-1-2026] Buur 8: hij gaat de brandgang in!!\n\n{APPLE_NL}\n{MARKED}"),
         ("[14:02, 5-1-2026] Buur 8: wie is die man?", "[14:03, 5-1-2026] Buur 10: geen idee, gele hes",
          "[14:09, 5-1-2026] Buur 8: hij gaat de brandgang in!!"), ("geschreven", "Beste deelnemer")),
    Case("their reply above, ours quoted with the wrong name",
         plain(f"Vraag aan Eva.\n\nOp ma 5 jan 2026 om 17:00 schreef Burgernet <{ANSWER}>:\n{MARKED}"),
         ("Vraag aan Eva.",), ("Beste deelnemer", "schreef")),
    Case("an answer address without a name",
         plain(f"Hier woont niemand meer.\n\nOp 5-1-2026 17:00 schreef {ANSWER}:\n{MARKED}"),
         ("Hier woont niemand meer.",), ("schreef", "Beste deelnemer")),
    Case("sent to us as a new mail with ours pasted under it",
         plain(f"Geachte {US.split(' <')[0]},\n\nWij weten wie het was.\n\n{GOT.subject}\n\n{GOT.text}"),
         ("Geachte Politie Amersfoort,", "Wij weten wie het was."), ("Beste deelnemer",)),
)  # fmt: skip
