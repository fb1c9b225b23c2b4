"""Answers between our lines, behind them and under each question; and an answer that was typed inside our quote."""

from typing import Final

from tests.mail.corpus.making import GMAIL_NL, GOT, LINES, MARKED, OUTLOOK_NL, THANKS, Case, html, plain, wrapped

QUESTION: Final = "- Zag u een witte bestelbus in de straat?"
CAMERA: Final = next(line for line in LINES if "camera" in line)
BETWEEN_PAGE: Final = GOT.html.replace("Zag u een witte bestelbus in de straat?", "Zag u een witte bestelbus in de straat?"
                                       '<div style="color:red">Nee, een blauwe!</div>')  # fmt: skip

REPLIES: Final = (
    Case("answers between the questions",
         plain(MARKED.replace("> Wanneer?", "Dat is bij ons om de hoek!\n> Wanneer?")
               .replace("> - Zag u een witte", "JA: een man met ladder\n\n> - Zag u een witte")
               .replace("> Het gaat om", "nee geen bus\n> Het gaat om")),
         ("Dat is bij ons om de hoek!", "JA: een man met ladder", "nee geen bus")),
    Case("answers behind the questions on their lines",
         plain(MARKED.replace("wat u opviel?", "wat u opviel? Ja, geschreeuw!").replace("de straat?", "de straat? nee")),
         ("> - Zag of hoorde u toen iets wat u opviel? Ja, geschreeuw!", f"> {QUESTION} nee")),
    Case("answers between the questions, without marks",
         plain(GOT.text.replace("- Zag u een witte", "een blauwe ladder\n- Zag u een witte")), ("een blauwe ladder",)),
    Case("short answers under each question",
         plain(f"{GMAIL_NL}\n{MARKED.replace(f'> {QUESTION}', f'ja{chr(10)}> {QUESTION}{chr(10)}nee')}\nja, zie bijlage"),
         ("ja", "nee", "ja, zie bijlage"), ("schreef Politie", "Beste deelnemer")),
    Case("bullets of their own under our bullets",
         plain(MARKED.replace(f"> {QUESTION}", f"  - een gil, rond drieën\n  - daarna een auto\n> {QUESTION}\n  * grijs")),
         ("  - een gil, rond drieën", "  - daarna een auto", "  * grijs")),
    Case("answers that point at our lines with an arrow",
         plain(MARKED.replace(f"> {QUESTION}", f"> {QUESTION}\n==> Ja! Met deuk in de klep")), ("==> Ja! Met deuk in de klep",)),
    Case("answers in capitals with a name before them",
         plain(MARKED.replace(f"> {QUESTION}", f"> {QUESTION}\nNOOR: ZWARTE BUS, GEEN WITTE")), ("NOOR: ZWARTE BUS, GEEN WITTE",)),
    Case("typed inside the quote, so that it carries our mark",
         plain(f"Zie mijn antwoord in uw mail.\n\n{GMAIL_NL}\n"
               f"{MARKED.replace(f'> {QUESTION}', f'> {QUESTION}{chr(10)}> Ja, om 14.20 uur, met twee mannen erin.')}"),
         ("Zie mijn antwoord in uw mail.", "> Ja, om 14.20 uur, met twee mannen erin."), ("schreef", "Beste deelnemer")),
    Case("typed into the middle of our sentence",
         plain(MARKED.replace(CAMERA, CAMERA.replace("Bewaar", "JA WIJ HEBBEN ER EEN. Bewaar"))),
         (f"> {CAMERA.replace('Bewaar', 'JA WIJ HEBBEN ER EEN. Bewaar')}",)),
    Case("outlook, in the text without marks",
         plain(f"Antwoorden staan in uw mail, in rood.\n\n{OUTLOOK_NL}\n"
               f"{GOT.text.replace(QUESTION, f'{QUESTION}{chr(10)}Nee. Wel een rode bakfiets.')}"),
         ("Antwoorden staan in uw mail, in rood.", "Nee. Wel een rode bakfiets."), ("Van:", "Beste deelnemer")),
    Case("html, in red between our lines", html(BETWEEN_PAGE), ("Nee, een blauwe!",)),
    Case("numbers under copied questions, nothing else quoted",
         plain("1. Zag of hoorde u toen iets wat u opviel? Ja.\n2. Zag u een witte bestelbus in de straat? Nee, een grijze."),
         ("1. Zag of hoorde u toen iets wat u opviel? Ja.", "2. Zag u een witte bestelbus in de straat? Nee, een grijze."), ()),
    Case("one question copied above its answer",
         plain(f"{QUESTION}\nJa. Die stond er om tien voor drie nog.\n\n{GMAIL_NL}\n{wrapped(70)}"),
         (QUESTION, "Ja. Die stond er om tien voor drie nog."), ("schreef Politie", "Beste deelnemer")),
    Case("above, between and below",
         plain(f"Eerst dit.\n\n{GMAIL_NL}\n{MARKED.replace(f'> {QUESTION}', f'Dan dit.{chr(10)}> {QUESTION}')}\n\nEn nog dit."),
         ("Eerst dit.", "Dan dit.", "En nog dit."), ("schreef", "Beste deelnemer")),
    Case("part of the quote left standing",
         plain(f"Over dit stuk:\n\n{chr(10).join(MARKED.split(chr(10))[6:12])}\n\nhet was niet de brandgang maar de steeg."),
         ("Over dit stuk:", "het was niet de brandgang maar de steeg."), ("De dader liep weg",)),
    Case("our acknowledgement between, the alert below",
         plain(f"Nog een aanvulling.\n\n{chr(10).join(f'> {line}'.rstrip() for line in THANKS.strip().split(chr(10)))}\n"
               f"Dit ook nog: hij hinkte.\n\n{wrapped(70, '>> ')}"),
         ("Nog een aanvulling.", "Dit ook nog: hij hinkte."), ("Een medewerker van de politie leest", "Beste deelnemer")),
)  # fmt: skip
