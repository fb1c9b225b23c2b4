"""What citizens write that looks like a quote, a head or a signature, and is none: all of it stays."""

from typing import Final

from tests.mail.corpus.making import APPLE_NL, GMAIL_NL, GOT, LINES, MARKED, SENTENCE, Case, plain, wrapped

STORY: Final = tuple(
    f"{number}. {sentence}"
    for number, sentence in enumerate(
        (
            "Die maandag kwam ik om tien voor twee thuis van mijn werk, via de Breestraat en de brandgang.",
            "Bij de hoek stond een man met een donkere jas; hij keek naar de grond en niet naar mij.",
            "Ik dacht eerst dat hij op de bus wachtte, maar daar is al jaren geen halte meer.",
            "Mijn dochter zei nog: die man stond er vanochtend ook al, toen ik naar school ging.",
            "Om half drie hoorde ik glas. Ik dacht aan de glasbak, die wordt op maandag geleegd.",
            "Daarna hoorde ik een hek, en iemand die hard liep, richting de winkels.",
            "Ik keek uit het raam en zag een lichte fiets tegen de schuur van de buren staan.",
            "De fiets had een krat voorop, met een blauw touw eromheen. Dat viel mij op.",
            "Tien minuten later was de fiets weg. De man heb ik niet meer gezien.",
            "Van: dat weet ik niet zeker, maar hij sprak met iemand aan de telefoon, in het Engels.",
            "Aan: zijn handen droeg hij handschoenen, terwijl het niet koud was.",
            "Onderwerp: van het gesprek was geld, dat hoorde ik wel.",
            "Mijn man heeft een camera in de auto; die stond aan de overkant en filmt altijd.",
            "Wij bewaren de beelden een week. Wilt u ze hebben, dan hoor ik het graag.",
            "Ik durf mijn naam niet in de buurt te noemen, dus bel mij alstublieft overdag.",
            "Op dinsdag schreef mijn buurvrouw mij dat bij haar ook aan de deur is gemorreld.",
            "Zij heeft dat niet gemeld, omdat er niets weg was. Misschien wilt u haar bellen.",
            "Mijn Engels is niet goed, maar ik verstond: ten minutes, en: the blue one.",
            "Vorige week stond er ook al een bestelbus die niemand kende, met een Duits kenteken.",
            "Ik heb het toen opgeschreven: het begon met een K, dan een streepje, dan nog iets.",
        ),
        start=1,
    )
)
SIGNATURE: Final = ("-- ", "Met vriendelijke groet,", "Omar el Voorbeeld", "Breestraat 20", "06 12345678")
ARABIC: Final = "رأيت سيارة رمادية أمام المنزل"
QUOTED: Final = f"{GMAIL_NL}\n{MARKED}"
GONE: Final = ("schreef Politie", "Beste deelnemer")

REPLIES: Final = (
    Case("a note they found, which is no attribution",
         plain(f"Op maandag schreef een briefje:\n'ik heb het gezien'\n\n{QUOTED}\n"),
         ("Op maandag schreef een briefje:", "'ik heb het gezien'"), GONE),
    Case("a neighbour's note, right above our attribution",
         plain(f"Op dinsdag schreef mijn buurman een briefje:\n{QUOTED}"),
         ("Op dinsdag schreef mijn buurman een briefje:",), GONE),
    Case("a sentence of ours, repeated by hand", plain(f"U schrijft:\n{SENTENCE}\nDie heb ik!\n"),
         ("U schrijft:", *SENTENCE.split("\n"), "Die heb ik!"), ()),
    Case("a sentence of ours in their own, and the quote",
         plain(f"U schrijft: De dader liep weg door de brandgang. Dat kan niet, die is afgesloten.\n\n{QUOTED}"),
         ("U schrijft: De dader liep weg door de brandgang. Dat kan niet, die is afgesloten.",), GONE),
    Case("a line of ours alone above their words", plain(f"{LINES[3]}\nhier niet\n\n{QUOTED}"),
         (LINES[3], "hier niet"), GONE),
    Case("short words that stand in the alert too",
         plain(f"Een man\nmet een lichte fiets\nBreestraat\nJa\n\n{QUOTED}"),
         ("Een man", "met een lichte fiets", "Breestraat", "Ja"), ("Beste deelnemer",)),
    Case("no quote at all", plain("Bel me maar: 06 12345678"), ("Bel me maar: 06 12345678",), ()),
    Case("only signs", plain(f"👍\n\n{QUOTED}"), ("👍",)),
    Case("signs and skin", plain(f"👮🏽‍♀️ 🙏 → 🚗💨\n\n{QUOTED}"), ("👮🏽‍♀️ 🙏 → 🚗💨",), GONE),
    Case("nothing but the quote", plain(MARKED), ()),
    Case("only a signature", plain(f"{chr(10).join(SIGNATURE)}\n\n{QUOTED}"), SIGNATURE, GONE),
    Case("a signature with our closing words", plain(f"Ik bel u.\n\nMet vriendelijke groet,\nNoor\n\n{QUOTED}"),
         ("Ik bel u.", "Met vriendelijke groet,", "Noor"), GONE),
    Case("a story of three hundred words", plain(f"{chr(10).join(STORY)}\n\n{QUOTED}"), STORY, GONE),
    Case("the same story below the quote", plain(f"{QUOTED}\n\n{chr(10).join(STORY)}"), STORY, GONE),
    Case("words from right to left", plain(f"{ARABIC}\n\n{APPLE_NL}\n{MARKED}"), (ARABIC,), ("Beste deelnemer",), "ar"),
    Case("turkish and polish", plain(f"Gri bir minibüs gördüm.\nWidziałem białą furgonetkę.\n\n{QUOTED}"),
         ("Gri bir minibüs gördüm.", "Widziałem białą furgonetkę."), GONE, "tr"),
    Case("marks of their own", plain(f"> dit citeer ik uit de krant\n> 'weer raak in de wijk'\n\nZie krant van zaterdag.\n\n{QUOTED}"),
         ("> dit citeer ik uit de krant", "> 'weer raak in de wijk'", "Zie krant van zaterdag."), GONE),
    Case("arrows and a table of times",
         plain(f"14:00 | man | links -> rechts\n14:10 | bus | rechts -> links\n>>> let op het tweede <<<\n\n{QUOTED}"),
         ("14:00 | man | links -> rechts", "14:10 | bus | rechts -> links", ">>> let op het tweede <<<"), GONE),
    Case("a head of their own making",
         plain(f"Van: de overbuurman gehoord\nVerzonden: weet ik niet\nOnderwerp: die bus\n\nHij zag hem ook.\n\n{QUOTED}"),
         ("Van: de overbuurman gehoord", "Verzonden: weet ik niet", "Onderwerp: die bus", "Hij zag hem ook."), GONE),
    Case("when and where, as if it were a head", plain(f"Datum: gisteren\nAan: de overkant\n\n{QUOTED}"),
         ("Datum: gisteren", "Aan: de overkant"), GONE),
    Case("rules of their own", plain(f"*** BELANGRIJK ***\n-----\nkenteken AB-12-C\n=====\n\n{QUOTED}"),
         ("*** BELANGRIJK ***", "kenteken AB-12-C"), GONE),
    Case("an address of a picture", plain(f"https://foto.example/a/1?b=2\n<https://foto.example/b>\n\n{QUOTED}"),
         ("https://foto.example/a/1?b=2", "<https://foto.example/b>"), GONE),
    Case("in english, with the dutch quote", plain(f"We saw nothing.\nGood luck!\n\n{QUOTED}"),
         ("We saw nothing.", "Good luck!"), GONE, "en"),
    Case("their time and place in our own words",
         plain(f"Breestraat, Amersfoort\nmaandag 5 januari 2026\nWaar?\nbij de brug\n\n{QUOTED}"),
         ("Breestraat, Amersfoort", "maandag 5 januari 2026", "Waar?", "bij de brug"), GONE),
    Case("somebody who quotes the law", plain(f"\"Art. 310 Sr: Hij die enig goed ...\"\nDat is toch diefstal?\n\n{wrapped(70)}"),
         ('"Art. 310 Sr: Hij die enig goed ..."', "Dat is toch diefstal?")),
    Case("a wish to leave, quoting our last line", plain(f"Geen mails meer?\nGraag, ik verhuis.\n\n{GOT.text}"),
         ("Geen mails meer?", "Graag, ik verhuis.")),
)  # fmt: skip
