"""Programs and providers that somebody who had not seen this corpus thought of, and what citizens do in them."""

import unicodedata
from html import escape
from typing import Final

from tests.mail.corpus.making import ANSWER, GMAIL_NL, GOT, MARKED, US, Case, html, marked, plain, two_parts, wrapped

GONE: Final = (ANSWER, "Beste deelnemer", "Ga er niet zelf op af")
ESCAPED: Final = US.replace("<", "&lt;").replace(">", "&gt;")
CAMERA: Final = "U kunt ze ook meteen meesturen."
HEARD: Final = "- Zag of hoorde u toen iets wat u opviel?"
ZIMBRA: Final = f'Van: "Politie Amersfoort" <{ANSWER}>\nAan: "noor" <noor@example.nl>\nVerzonden: Maandag 5 januari 2026 17:00:12\nOnderwerp: {GOT.subject}\n'
APPLE: Final = f"> Op 5 jan 2026 om 17:00 heeft {US} het volgende geschreven:\n> \n"
INSIDE: Final = "Ik zag alles vanuit mijn raam\nhet was de zoon van de bakker"
KEES: Final = f"Willemijn, was dat jouw bus niet? Kees\n\n---------- Forwarded message ---------\nVan: {US}\nDate: ma 5 jan 2026 om 17:00\nSubject: {GOT.subject}\nTo: <noor@example.nl>\n\n\n{GOT.text}"
GMX_PAGE: Final = (
    "<div><div>Ein Mann stieg über den Zaun.</div><div>Viele Grüße</div><div>&nbsp;<div name='quote'><div><b>Gesendet:</b>&nbsp;"
    f"Montag, 5. Januar 2026 um 17:00<br/><b>Von:</b>&nbsp;{ESCAPED}<br/><b>An:</b>&nbsp;noor@example.nl<br/>"
    f"<b>Betreff:</b>&nbsp;{GOT.subject}</div><div name='quoted-content'>{GOT.html}</div></div></div></div>"
)
SCANNED: Final = (
    'Deze e-mail is verzonden vanaf "RNP002673A1B2C3" (MP C3003).\n\nScandatum: 05.01.2026 17:15:22 (+0100)'
)
DEFENDED: Final = GOT.text.replace(
    "https://burgernet.example/", "https://urldefense.com/v3/__https://burgernet.example/"
).replace("drhusq\n", "drhusq__;!!Ab3-Xy!Kq9$\n")


def swapped(text: str, answers: dict[str, str]) -> str:
    """The text with an answer behind each of these words."""
    for question, answer in answers.items():
        text = text.replace(question, f"{question}{answer}")
    return text


CLEARED: Final = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nIk zag iemand met een koevoet.\n-----BEGIN PGP SIGNATURE-----\n\niQEzBAEB\n-----END PGP SIGNATURE-----"

REPLIES: Final = (
    Case("open-xchange, the head marked too",
         plain(f"Goedemiddag,\n \nEen man met een oranje hesje.\n06-12345678\n> Op 05-01-2026 17:05 CET schreef {US}:\n> \n>  \n{wrapped(60, '>  ')}"),
         ("Goedemiddag,", "Een man met een oranje hesje.", "06-12345678"), ("schreef", *GONE)),
    Case("zimbra, its names between quotes", plain(f"Mijn deurbel filmde een jongen op een fatbike.\n\nMet groet, Henk\n\n{ZIMBRA}\n{GOT.text}"),
         ("Mijn deurbel filmde een jongen op een fatbike.", "Met groet, Henk"), ("Verzonden", "Onderwerp", *GONE)),
    Case("proton", plain(f"Liever niet dat mijn buren dit weten.\n\nVerzonden met [Proton Mail](https://proton.example/home) beveiligde e-mail.\n\n"
               f"Op maandag 5 januari 2026 om 5:00 PM, {US} schreef:\n\n{MARKED}"),
         ("Liever niet dat mijn buren dit weten.", "Verzonden met [Proton Mail](https://proton.example/home) beveiligde e-mail."), ("schreef:", *GONE)),
    Case("iphone, answers between, the signature above",
         plain(f"Antwoorden tussen uw vragen:\n\nVerstuurd vanaf mijn iPhone\n\n{APPLE}> \ufeff\n"
               f"{swapped(MARKED, {HEARD[2:]: chr(10) * 2 + 'Ja, glasgerinkel.' + chr(10), CAMERA: chr(10) * 2 + 'Ring, bewaard tot vrijdag.' + chr(10)})}"),
         ("Antwoorden tussen uw vragen:", "Verstuurd vanaf mijn iPhone", f"> {HEARD}", "Ja, glasgerinkel.", "Ring, bewaard tot vrijdag."), ("geschreven", *GONE)),
    Case("dictated, two sentences of ours in it",
         plain(f"ja hallo iemand brak de achterdeur open en nam sieraden mee dat hadden wij ook punt nieuwe regel grijze bus punt\n\n{GMAIL_NL}\n{MARKED}"),
         ("ja hallo iemand brak de achterdeur open en nam sieraden mee dat hadden wij ook punt nieuwe regel grijze bus punt",), ("schreef", *GONE)),
    Case("scanned", plain(SCANNED, "iso-8859-1", subject="Gescand document"), ("Gescand document", *filter(None, SCANNED.split("\n")))),
    Case("a forward of a forward",
         plain(f"Kees stuurde me dit door.\nDie bus was van mij!!\n\nOp ma 5 jan 2026 om 17:10 schreef Kees Bos <kees@example.org>:\n\n{marked(KEES)}",
               subject=f"Re: Fwd: {GOT.subject}"),
         ("Kees stuurde me dit door.", "Die bus was van mij!!", "Op ma 5 jan 2026 om 17:10 schreef Kees Bos <kees@example.org>:",
          "> Willemijn, was dat jouw bus niet? Kees"), ("Forwarded", "Subject", *GONE)),
    Case("outlook for android, html alone",
         html(f"<div dir='auto'>&eacute;&eacute;n man &amp; &eacute;&eacute;n vrouw, &plusmn;&nbsp;25&nbsp;jaar</div><div>kenteken begint met &quot;8-XK&quot;</div>"
              f"<div class='gmail_quote'><div class='gmail_attr'>Op ma 5 jan 2026 17:00 schreef {ESCAPED}:<br></div><blockquote>{GOT.html}</blockquote></div>"),
         ("één man & één vrouw, ± 25 jaar", 'kenteken begint met "8-XK"'), ("schreef", *GONE)),
    Case("more words behind a signature's dashes", plain(f"Twee mannen.\n-- \nEn later een auto, 12-ABC-3.\n-- \nBel: 06-87654321\n\n{GMAIL_NL}\n{MARKED}"),
         ("Twee mannen.", "En later een auto, 12-ABC-3.", "Bel: 06-87654321"), ("schreef", *GONE)),
    Case("marks that a citizen typed", plain(">> LET OP << het kenteken was 12-ABC-3\n> wit busje\n> schuifdeur links"),
         (">> LET OP << het kenteken was 12-ABC-3", "> wit busje", "> schuifdeur links")),
    Case("words that look like a head",
         plain("Op maandag 5 januari 2026 om 15:05 schreef mijn buurman dit kenteken op: 12-ABC-3\nVan: de hoek Breestraat\nAan: het eind\nOnderwerp: de grijze bus"),
         ("Op maandag 5 januari 2026 om 15:05 schreef mijn buurman dit kenteken op: 12-ABC-3", "Van: de hoek Breestraat", "Aan: het eind", "Onderwerp: de grijze bus")),
    Case("yahoo, day before month", plain(f"De hond sloeg aan om 14.45\n\nOp maandag, januari 5, 2026, 5:00 PM, {US} schreef:\n\n{GOT.text}"),
         ("De hond sloeg aan om 14.45",), ("schreef", *GONE)),
    Case("gmx", html(GMX_PAGE), ("Ein Mann stieg über den Zaun.", "Viele Grüße"), ("Gesendet", "Betreff", *GONE), "de"),
    Case("ukrainian, its charset lacks our letters",
         plain(f"Я бачила білу машину.\n\nПонеділок, 5 січня 2026, 17:00 +02:00 від {US}:\n{marked(GOT.text, '>')}", "koi8-u"),
         ("Я бачила білу машину.",), ("від", "klik", *GONE), "uk"),
    Case("arabic, in windows-1256",
         plain(f"رأيت سيارة رمادية.\n\n\u200fفي الاثنين، 5 يناير 2026 في 5:00 م تمت كتابة ما يلي بواسطة \u200fPolitie Amersfoort\u200f <\u200f{ANSWER}\u200f>:\u200f\n\n{MARKED}", "windows-1256"),
         ("رأيت سيارة رمادية.",), ("Politie", *GONE), "ar"),
    Case("a gateway's warning, rewritten links, a disclaimer",
         plain(f"Onze camera zag de bus.\n\nVan: {US}\nDatum: maandag, 5 januari 2026 om 17:00\nAan: Petra <p@example.nl>\nOnderwerp: [EXTERN] {GOT.subject}\n\n"
               f"> LET OP: van buiten de organisatie.\n>\n{wrapped(76, '> ', DEFENDED)}\n\nDit bericht is vertrouwelijk."),
         ("Onze camera zag de bus.", "Dit bericht is vertrouwelijk."), ("Van:", "LET OP", "urldefense", *GONE)),
    Case("typed behind the question, on its line, below a title of ours",
         plain(f"{GMAIL_NL}\n{swapped(MARKED, {HEARD[2:]: ' JA, een grijze bus'})}"), (f"> {HEARD} JA, een grijze bus",), ("Wat willen wij", "schreef", *GONE)),
    Case("typed at the top inside the quote, under its head", plain(f"{APPLE}{marked(INSIDE)}\n{MARKED}"),
         tuple(marked(INSIDE).split("\n")), ("geschreven", *GONE)),
    Case("the same, in two looks",
         two_parts(f"{APPLE}{marked(INSIDE)}\n{MARKED}", f"<blockquote>Op 5 jan 2026 om 17:00 heeft {ESCAPED} het volgende geschreven:<br><br></blockquote>"
                   f"<blockquote><div>{INSIDE.replace(chr(10), '<br>')}</div>{GOT.html}</blockquote>"),
         tuple(marked(INSIDE).split("\n")), ("geschreven", *GONE)),
    Case("thunderbird, below the quote, a number in the signature",
         plain(f"Op 05-01-2026 om 17:00 schreef Politie Amersfoort:\n{wrapped(72)}\n\nOnze poort stond open.\n\n-- \nJan\ntel. 06 22 33 44 55"),
         ("Onze poort stond open.", "Jan", "tel. 06 22 33 44 55"), ("schreef", *GONE)),
    Case("eudora", plain(f"At 17:00 5-1-2026 +0100, Politie Amersfoort wrote:\n{wrapped(70, '|')}\n\nI did see a van."), ("I did see a van.",), ("wrote", *GONE), "en"),
    Case("pgp", plain(CLEARED),
         ("Ik zag iemand met een koevoet.",), ("PGP", "Hash", "iQEz")),
    Case("pgp, dashes and words around it", plain("Van mijn telefoon\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\nCharset: utf-8\n\n- --- eerst dit\n- - een bus\n-----BEGIN PGP SIGNATURE-----\nVersion: GnuPG v2\n\niQEzBAEB\n=abcd\n-----END PGP SIGNATURE-----\nBuurtmail"),
         ("Van mijn telefoon", "--- eerst dit", "- een bus", "Buurtmail"), ("PGP", "Hash", "iQEz")),
    Case("pgp, in two looks", two_parts(CLEARED, f"<pre>{CLEARED}</pre>"), ("Ik zag iemand met een koevoet.",), ("PGP", "Hash", "iQEz")),
    Case("pgp, cut off", plain("-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nEen bus.\n-----BEGIN PGP SIGNATURE-----\n\niQEz"), ("Een bus.",)),
    Case("an answer that is our own sentence", plain(f"Op 05-01-2026 om 17:00 schreef Politie Amersfoort:\n{wrapped(72)}\n\nZag u een witte bestelbus in de straat?"),
         ("Zag u een witte bestelbus in de straat?",), ("schreef", *GONE)),
    Case("an answer that is our button", plain(f"Ik zag niets\n\n________________________________\nVan: {US}\nVerzonden: Monday, January 5, 2026 5:00:11 PM\nAan: Noor\nOnderwerp: {GOT.subject}\n\n{GOT.text}"),
         ("Ik zag niets",), ("Van:", *GONE)),
    Case("our questions, copied and answered", plain(f"{HEARD[2:]}\nJa, gebonk.\nZag u een witte bestelbus in de straat?\nNee."), ("Ja, gebonk.", "Nee.")),
    Case("qq, its rule above the head",
         plain(f"我看到一辆灰色面包车。\n\n------------------ 原始邮件 ------------------\n发件人: \"Politie Amersfoort\" <{ANSWER}>;\n发送时间: 2026年1月5日(星期一) 晚上5:00\n"
               f"收件人: \"n\"<noor@example.nl>;\n主题: {GOT.subject}\n\n\n{GOT.text}", "gb18030"), ("我看到一辆灰色面包车。",), ("原始", "发件人", *GONE), "zh"),
    Case("dashes of a citizen above such a head",
         plain(f"我看到。\n--- 12-ABC-3 ---\n发件人: \"Politie Amersfoort\" <{ANSWER}>;\n发送时间: 2026年1月5日 5:00\n主题: {GOT.subject}\n\n{GOT.text}"),
         ("我看到。", "--- 12-ABC-3 ---"), ("发件人", *GONE), "zh"),
    Case("gmail es", plain(f"Vi una furgoneta.\n\nEl lun, 5 ene 2026 a las 17:00, Politie Amersfoort (<{ANSWER}>) escribió:\n\n{MARKED}"), ("Vi una furgoneta.",), ("escribió", *GONE), "es"),
    Case("gmail hu", plain(f"Láttam egy furgont.\n\n{US} ezt írta (időpont: 2026. jan. 5.,\nH, 17:00):\n\n{MARKED}"), ("Láttam egy furgont.",), ("írta", "H,", *GONE), "hu"),
    Case("gmail pt", plain(f"Vi um homem.\n\nEm seg., 5 de jan. de 2026 às 17:00, Politie Amersfoort <\n{ANSWER}> escreveu:\n\n{MARKED}"), ("Vi um homem.",), ("escreveu", *GONE), "pt"),
    Case("outlook es", plain(f"No vi nada.\n________________________________\nDe: {US}\nEnviado: lunes, 5 de enero de 2026 17:00\nPara: n <noor@example.nl>\nAsunto: {GOT.subject}\n\n{GOT.text}"),
         ("No vi nada.",), ("De:", "Asunto", *GONE), "es"),
    Case("simplelogin, our address in the name", plain(f"De jongen van nr 19.\n\nOn Monday, January 5th, 2026 at 5:00 PM, Politie Amersfoort - antwoord(a)mail.example <{ANSWER}> wrote:\n\n{MARKED}"),
         ("De jongen van nr 19.",), ("wrote", *GONE)),
    Case("k-9", plain(f"Om 14.15.\n\nOp 5 januari 2026 17:00:12 CET schreef {US}:\n{marked(GOT.text, '>')}\n\n-- \nVerstuurd met K-9 Mail."), ("Om 14.15.", "Verstuurd met K-9 Mail."), ("schreef", *GONE)),
    Case("spark", plain(f"Niks gezien.\nOp 5 jan 2026 17:00 +0100, {US}, schreef:\n{MARKED}"), ("Niks gezien.",), ("schreef", *GONE)),
    Case("em client", plain(f"Een schoenafdruk.\n\n------ Origineel bericht ------\nVan \"Politie Amersfoort\" <{ANSWER}>\nAan noor@example.nl\nDatum 5-1-2026 17:00:12\nOnderwerp {GOT.subject}\n\n{marked(GOT.text, '>')}"),
         ("Een schoenafdruk.",), ("Origineel", "Datum", *GONE)),
    Case("roundcube, the words below", plain(f"Politie Amersfoort schreef op 2026-01-05 17:00:\n{MARKED}\n\nOnze kat is ook weg."), ("Onze kat is ook weg.",), ("schreef", *GONE)),
    Case("tuta", plain(f"Camera hing uit.\n-- \nVeilig verzonden met Tuta Mail\n\n5 jan 2026, 17:00 door {ANSWER}:\n\n{MARKED}"), ("Camera hing uit.", "Veilig verzonden met Tuta Mail"), ("door", *GONE)),
    Case("fastmail", plain(f"Two lads.\n\nOn Mon, 5 Jan 2026, at 5:00 PM, Politie Amersfoort wrote:\n{MARKED}"), ("Two lads.",), ("wrote", *GONE), "en"),
    Case("windows live mail, a name without an address", plain(f"Het licht brandde.\n\nFrom: Politie Amersfoort \nSent: Monday, January 5, 2026 5:00 PM\nTo: noor@example.nl \nSubject: {GOT.subject}\n\n{GOT.text}"),
         ("Het licht brandde.",), ("From:", "Subject", *GONE)),
    Case("the quote's accents as signs of their own", plain("Klopt, één busje.\n\n" + unicodedata.normalize("NFD", f"{APPLE}{MARKED}")), ("Klopt, één busje.",), ("geschreven", *GONE)),
    Case("the quote's accents lost", plain(f"Klopt, één busje.\n\n{GMAIL_NL}\n{MARKED.replace('één', 'een')}"), ("Klopt, één busje.",), ("schreef", "klik", *GONE)),
    Case("the quote read in the wrong charset", plain(f"Wij hoorden niets.\n\n{GMAIL_NL}\n{MARKED}".replace("één", "één".encode().decode("cp1252"))), ("Wij hoorden niets.",), ("schreef", "klik", *GONE)),
    Case("the quote's letters as signs that say so", plain(f"Wij hoorden niets.\n\n{GMAIL_NL}\n{MARKED}".replace("één", "\ufffd\ufffdn")), ("Wij hoorden niets.",), ("schreef", "klik", *GONE)),
    *(
        Case(f"the quote's letters as {how} in plain text", plain(f"R&B stond hard aan.\n\n{GMAIL_NL}\n{escape(MARKED).replace('é', code)}"), ("R&B stond hard aan.",), ("schreef", "klik", *GONE))
        for how, code in (("names", "&eacute;"), ("numbers", "&#233;"))
    ),
    Case("outlook sv", plain(f"Jag såg en skåpbil.\n\nFrån: {US}\nSkickat: den 5 januari 2026 17:00\nTill: n <n@example.nl>\nÄmne: {GOT.subject}\n\n{GOT.text}"), ("Jag såg en skåpbil.",), ("Från", "Ämne", *GONE), "sv"),
    Case("a number in front of each answer", plain(f"1. ja\n2. nee\n3. kenteken 12-ABC-3\n\n-----Oorspronkelijk bericht-----\nVan: {US}\nVerzonden: maandag 5 januari 2026 17:00\nAan: n\nOnderwerp: {GOT.subject}\n\n{GOT.text}"),
         ("1. ja", "2. nee", "3. kenteken 12-ABC-3"), ("Oorspronkelijk", *GONE)),
    Case("thanks and our closing line, then a clue", plain(f"Dank u wel.\n\nMet vriendelijke groet,\nPiet. O ja: rode jas!\n\n{GMAIL_NL}\n{MARKED}"), ("Dank u wel.", "Met vriendelijke groet,", "Piet. O ja: rode jas!"), ("schreef", *GONE)),
    Case("hebrew, in iso-8859-8-i", plain("שלום, ראיתי רכב", "iso-8859-8").replace(b"iso-8859-8", b"iso-8859-8-i"), ("שלום, ראיתי רכב",), lang="he"),
    Case("questions of a citizen, their letters lost too", plain(f"Zag u ??n bus?\n\n{GMAIL_NL}\n{MARKED}"), ("Zag u ??n bus?",), ("schreef", *GONE)),
    Case("unmarked quote with its head, the words below it",
         plain(f"-----Oorspronkelijk bericht-----\nVan: Politie Amersfoort [mailto:{ANSWER}] \nVerzonden: maandag 5 januari 2026 17:00\nAan: noor@example.nl\nOnderwerp: {GOT.subject}\n\n{GOT.text}\n\n"
               "Ik ben blind en gebruik een voorleesprogramma.\nIk hoorde de poort piepen."),
         ("Ik ben blind en gebruik een voorleesprogramma.", "Ik hoorde de poort piepen."), ("Oorspronkelijk", "Van:", *GONE)),
    Case("a quote of our answer with theirs and the alert in it",
         plain(f"De bus had een dakrek.\n\nOp ma 5 jan 2026 om 17:30 schreef {US}:\n\n> > Ik zag een bus.\n> >\n> > Op ma 5 jan 2026 om 17:00 schreef Politie Amersfoort <\n> > {ANSWER}>:\n> >\n{wrapped(70, '> >> ')}"),
         ("De bus had een dakrek.", "> > Ik zag een bus."), ("schreef", *GONE)),
    Case("a head of which one line is left", plain(f"Nee sorry.\n\nVan: {US}\n\n{GOT.text[:200]}"), ("Nee sorry.",), ("Van:", *GONE)),
    Case("such a line that may be a citizen's", plain(f"Van: Politie Amersfoort\n\n{GOT.text}"), ("Van: Politie Amersfoort",), GONE),
    Case("our subject, typed over, with an answer", plain(f"Inbraak in de Breestraat: zag of hoorde u iets? Ja, een klap.\n\n{GMAIL_NL}\n{MARKED}"),
         ("Inbraak in de Breestraat: zag of hoorde u iets? Ja, een klap.",), ("schreef", *GONE)),
    Case("gmail, the rest of the quote cut off", plain(f"Een gele helm.\n\n{GMAIL_NL}\n{marked(GOT.text[:300])}\n[Bericht ingekort]  Geef het hele bericht weer"),
         ("Een gele helm.", "[Bericht ingekort]  Geef het hele bericht weer"), ("schreef", *GONE)),
    Case("a line that a mailbox file escaped", plain(">From hier af zag ik hem.\n..en toen niets."), (">From hier af zag ik hem.", "..en toen niets.")),
    Case("a subject that is encoded with spaces in it", plain("groet", subject="=?utf-8?Q?Bus bij caf=C3=A9, 12-ABC-3?="), ("Bus bij café, 12-ABC-3", "groet")),
    Case("outlook for ios", plain(f"Wij wonen op 31.\n\nOutlook voor iOS<https://aka.ms/o0ukef> downloaden\n________________________________\nVan: {US}\nVerzonden: Monday, January 5, 2026 5:00:00 PM\nAan: n <n@example.nl>\nOnderwerp: {GOT.subject}\n\n{GOT.text}"),
         ("Wij wonen op 31.", "Outlook voor iOS<https://aka.ms/o0ukef> downloaden"), ("Van:", "____", *GONE)),
    Case("signs that are one picture together", plain("🚐💨 👨\u200d👦 om 10u ❗️ 🏃🏽\u200d♂️ richting 🚉"), ("🚐💨 👨\u200d👦 om 10u ❗️ 🏃🏽\u200d♂️ richting 🚉",)),
)  # fmt: skip
