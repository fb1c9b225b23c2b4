"""Parts, encodings and charsets that somebody who had not seen this corpus thought of: cameras, gateways, old programs."""

import base64
from typing import Final

from tests.mail.corpus.making import GOT, MARKED, Case, coded, html, packed, pieces, plain, together, two_parts

TEXT: Final = "Content-Type: text/plain; charset=utf-8"
PHOTO: Final = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 4
PDF: Final = b"%PDF-1.4\n%%EOF\n"
UTF_8: Final = b"charset=utf-8"
MAC: Final = b"\x00\x05\x16\x07\x00\x02\x00\x00" + bytes(40)
RING: Final = b"From: Ring <ring@example.org>\nSubject: Er is beweging\nContent-Type: text/plain; charset=utf-8\n\nBeweging gezien om 14:43.\n"
SMIL: Final = '<smil><body><par dur="5000ms"><img src="IMG_1.jpg"/><text src="text_0.txt"/></par></body></smil>'
LISTED: Final = (
    "<p class=MsoListParagraph><![if !supportLists]><span style='font-family:Symbol'>·<span>&nbsp;&nbsp;</span></span><![endif]>"
    "grijze bus<o:p></o:p></p><p class=MsoListParagraph><![if !supportLists]>·<![endif]>twee mannen, één met baard<o:p></o:p></p>"
)
LOOKS: Final = pieces(
    (TEXT, "Deel een.\nDeel twee."),
    ("Content-Type: text/html; charset=utf-8", "<p>Deel een.</p><p>Deel twee.</p>"),
    boundary="b_1",
)
NOTED: Final = pieces(
    packed("application/applefile", "Bus voor deur.jpg", MAC),
    packed("image/jpeg", "Bus voor deur.jpg", PHOTO),
    boundary="d",
)
DRAWN: Final = pieces(
    ("Content-Type: text/html; charset=utf-8", "Zie mijn tekening<br>"), packed("application/pdf", "tekening.pdf", PDF),
    ("Content-Type: text/html; charset=utf-8", f"<div>De pijl is waar hij wegrende.</div><blockquote>{GOT.html}</blockquote>"), boundary="x",
)  # fmt: skip
DROP: Final = "https://www.icloud.example/attachment/?u=https%3A%2F%2Fcvws.example%2FB&uk=9f"


REPLIES: Final = (
    Case("a chat that was sent on", together((TEXT, "De chatgeschiedenis is als bijlage toegevoegd."), packed("text/plain", "WhatsApp-chat.txt", "Kees: één bus".encode()), packed("image/jpeg", "IMG-WA0003.jpg", PHOTO)),
         ("De chatgeschiedenis is als bijlage toegevoegd.",), files=("WhatsApp-chat.txt", "IMG-WA0003.jpg")),
    Case("words between photos", together((TEXT, "Dit is de bus:"), packed("image/heic", "IMG_0412.HEIC", b"\0\0\0\x18ftypheic" + PHOTO), (TEXT, "zie je zijn pet?"), packed("image/jpeg", "IMG_0413.jpg", PHOTO), (TEXT, MARKED)),
         ("Dit is de bus:", "zie je zijn pet?"), files=("IMG_0412.HEIC", "IMG_0413.jpg")),
    Case("a file name in pieces, a letter cut in two",
         together((TEXT, "Film."), ("Content-Type: video/mp4\nContent-Disposition: attachment;\n filename*0*=utf-8''Camera%20%C3%A9%C3;\n filename*1*=%A9n;\n filename*2=\" uur.mp4\"", "x")),
         ("Film.",), files=("Camera één uur.mp4",)),
    Case("somebody else's mail as a file", together((TEXT, "Hierbij de melding van mijn deurbel."), ('Content-Type: message/rfc822\nContent-Disposition: attachment; filename="Er is beweging.eml"', RING)),
         ("Hierbij de melding van mijn deurbel.",), files=("Er is beweging.eml",)),
    Case("such a mail without a word", together((TEXT, ""), ('Content-Type: message/rfc822\nContent-Disposition: attachment; filename="Er is beweging.eml"', RING)),
         ("Beweging gezien om 14:43.",), files=("Er is beweging.eml",)),
    Case("a mac's notes beside its photo", together((TEXT, "De foto zit erbij."), ("Content-Type: multipart/appledouble; boundary=d", NOTED)), ("De foto zit erbij.",), files=("Bus voor deur.jpg",)),
    Case("what calls itself a mac's notes and is a photo", together((TEXT, "De foto."), packed("application/applefile", "bus.jpg", PHOTO)), ("De foto.",), files=("bus.jpg",)),
    Case("a phone's picture message",
         together(('Content-Type: application/smil; name="smil.xml"', SMIL), packed("image/jpeg", "IMG_1.jpg", PHOTO), (f'{TEXT}; name="text_0.txt"', "Deze bus stond er"), kind="related"),
         ("Deze bus stond er",), files=("IMG_1.jpg", "text_0.txt")),
    Case("a photo that is cut off", together((TEXT, "Foto volgt"), packed("image/jpeg", "DSC.JPG", PHOTO))[:-300], ("Foto volgt",), files=("DSC.JPG",)),
    Case("two content types", together((TEXT, "Om 14.15 uur."), packed("image/jpeg", "bus.jpg", PHOTO)).replace(b"MIME-Version: 1.0", b"MIME-Version: 1.0\nContent-Type: text/plain", 1),
         ("Om 14.15 uur.",), files=("bus.jpg",)),
    Case("no content type, and parts", together((TEXT, "Om 14.15 uur."), packed("image/jpeg", "bus.jpg", PHOTO)).replace(b'Content-Type: multipart/mixed; boundary="=_m"\n', b"", 1),
         ("Om 14.15 uur.",), files=("bus.jpg",)),
    Case("no content type, words above what looks like a part", together((TEXT, "Om 14.15 uur.")).replace(b'Content-Type: multipart/mixed; boundary="=_m"\n\n', b"\nDit kreeg ik:\n", 1),
         ("Dit kreeg ik:", "Om 14.15 uur.")),
    *(Case(f"{lost}, {boundary}", together((TEXT, "Om 14.15 uur."), packed("image/jpeg", "bus.jpg", PHOTO), boundary=boundary).replace(f'; boundary="{boundary}"'.encode(), told, 1),
           ("Om 14.15 uur.",), files=("bus.jpg",))
      for boundary in ("----=_NextPart_000_1", "----_com.android.mail", "Apple-Mail=_1", "----------=_69")
      for lost, told in (("no boundary is told", b""), ("another boundary is told", b'; boundary="x"'))),
    Case("dashes above words of their own", together((TEXT, "-----Mijn verhaal\nContent-Type: dat stond op het scherm.\nKlaar.")), ("-----Mijn verhaal", "Content-Type: dat stond op het scherm.", "Klaar.")),
    *(Case(f"quoted-printable that nobody told, {told}", coded(f"Bij café De Zwaan zat een man die steeds naar het huis keek, en ook naar de schuur.\n\n{MARKED}", "quoted-printable").replace(b"Content-Transfer-Encoding: quoted-printable\r\n", told.encode(), 1),
           ("Bij café De Zwaan zat een man die steeds naar het huis keek, en ook naar de schuur.",))
      for told in ("", "Content-Transfer-Encoding: 7bit\r\n", "Content-Transfer-Encoding: 8bit\r\n")),
    *(Case(f"decoded before, and says quoted-printable, {number}", plain(words).replace(b"8bit", b"quoted-printable", 1), (words,))
      for number, words in enumerate(("snelheid=80 km, kenteken=12-ABC-3, a=b", "kenteken=12-ABC-3, kleur=blauw", "nummer=45", "tas=7FX", "zie https://wolk.example/?v=4E1"))),
    Case("what programs code without need", coded("x", "quoted-printable").replace(b"\r\n\r\nx", b"\r\n\r\n=46rom hier=2E Eind=\r\n=20e\r\nA=3DB=21 =48=61=6C=6C=6F"), ("From hier. Eind e", "A=B! Hallo")),
    Case("a short line of it", coded("Hij zat in het café.", "quoted-printable").replace(b": quoted-printable", b": 7bit", 1), ("Hij zat in het café.",)),
    Case("what only looks like it", plain("Op het briefje stond A=B2 en C=3D, kijk op https://wolk.example/?a=1&b=C3=\n=C3=\nen =C3=A9=Z dus."),
         ("Op het briefje stond A=B2 en C=3D, kijk op https://wolk.example/?a=1&b=C3=", "=C3=", "en =C3=A9=Z dus.")),
    Case("a letter in pieces, the first", plain("").replace(b"text/plain; charset=utf-8", b'message/partial; total=2; id="a@example.nl"; number=1') + b"From: noor@example.nl\nSubject: Re: Inbraak\nContent-Type: text/plain; charset=utf-8\n\n" + "Deel één.\n".encode(), ("Deel één.",)),
    Case("a letter in pieces, the second", plain("").replace(b"text/plain; charset=utf-8", b'message/partial; total=2; id="a@example.nl"; number=2') + "Tijd: half drie.\nDeel twee: één bus.\n".encode(), ("Tijd: half drie.", "Deel twee: één bus.")),
    Case("a letter in pieces within pieces", plain("").replace(b"text/plain; charset=utf-8", b"message/partial; number=1") + b"Content-Type: message/partial; number=1\n\n" * 9 + b"\nZie 4.\n", (), files=("(message/partial)",)),
    Case("wrapped by a spam filter", together(("Content-Type: text/plain\nContent-Disposition: inline", "Spam detection software has identified this mail."), ("Content-Type: message/rfc822; x-spam-type=original", together((TEXT, f"Een groene bus.\n\n{MARKED}"), packed("image/jpeg", "bus.jpg", PHOTO), boundary="i"))),
         ("Spam detection software has identified this mail.", "Een groene bus."), files=("(message/rfc822)", "bus.jpg")),
    Case("apple, a drawing between two pages", together((TEXT, f"Zie mijn tekening\n\nDe pijl is waar hij wegrende.\n\n{MARKED}"), ("Content-Type: multipart/mixed; boundary=x", DRAWN), kind="alternative"),
         ("Zie mijn tekening", "De pijl is waar hij wegrende."), files=("tekening.pdf",)),
    Case("a boundary that begins another", together(("Content-Type: multipart/alternative; boundary=b_1", LOOKS), packed("image/jpeg", "x.jpg", PHOTO), boundary="b"),
         ("Deel een.", "Deel twee."), files=("x.jpg",)),
    Case("a signed mail in a list's", together(("Content-Type: multipart/signed; boundary=s", pieces((TEXT, "Een sticker op onze deur."), packed("application/pkcs7-signature", "smime.p7s", b"0\x80"), boundary="s")), (TEXT, "buurt mailinglijst")),
         ("Een sticker op onze deur.", "buurt mailinglijst")),
    Case("latin-9", coded("Een briefje van € 50, jammer Žižkov.", "quoted-printable", "iso-8859-15"), ("Een briefje van € 50, jammer Žižkov.",)),
    Case("windows-1252 that says ascii", plain("Ze riepen “snel” – € 120…", "cp1252").replace(b"=cp1252", b"=us-ascii"), ("Ze riepen “snel” – € 120…",)),
    Case("utf-7", plain("Bij het caf+AOk- stond +AOkA6Q-n man.").replace(UTF_8, b"charset=utf-7"), ("Bij het café stond één man.",)),
    Case("utf8mb4", plain("Één café.").replace(UTF_8, b"charset=UTF8MB4"), ("Één café.",)),
    Case("iso-2022-jp", coded("灰色の車を見ました。", "base64", "iso-2022-jp"), ("灰色の車を見ました。",), lang="ja"),
    Case("quoted-printable, spaces behind its breaks",
         coded("x", "quoted-printable").replace(b"\r\n\r\nx", b"\r\n\r\nkenteken = 12-ABC-3\r\nDit is =c3=a9=c3=a9n regel= \r\n die doorgaat=\t\r\n tot hier.\r\n100% zeker = ja"),
         ("kenteken = 12-ABC-3", "Dit is één regel die doorgaat tot hier.", "100% zeker = ja")),
    Case("quoted-printable, a letter cut in two", coded("x", "quoted-printable").replace(b"\r\n\r\nx", b"\r\n\r\nEen grote =C3=\r\n=A9 op zijn trui"), ("Een grote é op zijn trui",)),
    Case("base64, lines of an old mac", coded("Een bus.\rEen man.\r", "base64"), ("Een bus.", "Een man.")),
    Case("words that say they are base64", plain("Geachte heer,\n\nEén ding: de schuur stond open.").replace(b"8bit", b"base64"), ("Geachte heer,", "Eén ding: de schuur stond open.")),
    Case("words that say they are html", html("Het was < 5 minuten > ik hoorde 2 personen, 1 met tas <rood> en 1 met <kenteken 12-ABC-3>, A & B", "base64"),
         ("Het was < 5 minuten > ik hoorde 2 personen, 1 met tas <rood> en 1 met <kenteken 12-ABC-3>, A & B",)),
    Case("elements that nobody knows, and words that look like one",
         html("<xnote>Ik zag <b>hem</b></xnote><v:shape id=1><o:p></o:p><nobr>om drie<main> uur<tas>"), ("Ik zag hemom drie", "uur<tas>")),
    Case("word, a list", html(LISTED, charset="windows-1252"), ("· grijze bus", "·twee mannen, één met baard")),
    *(
        Case(f"{windows} that says {iso}", plain(words, windows).replace(windows.encode(), iso.encode(), 1), (words,), lang=lang)
        for windows, iso, words, lang in (
            ("cp1250", "iso-8859-2", "Ścigali się „szybko”, źle.", "pl"), ("cp1251", "iso-8859-5", "Он сказал «нет» – и ушёл", "ru"),
            ("cp1253", "iso-8859-7", "Είδα “έναν” άνδρα", "el"), ("cp1252", "iso-8859-15", "Hij zei „wég” – € 50", "nl"),
            ("cp1254", "iso-8859-9", "“Gri” araba – ş", "tr"),
        )
    ),
    Case("what really is iso-8859-2", plain("Ścigali się źle.", "iso-8859-2"), ("Ścigali się źle.",), lang="pl"),
    Case("signs that nobody sees, in words", html("<p>ken&shy;te&shy;ken 12-<wbr>ABC-3, ach\u200bter\u2060ruit 👨\u200d👦</p>"), ("kenteken 12-ABC-3, achterruit 👨\u200d👦",)),
    Case("elements in elements", html(f"{'<div>' * 90}Diep verstopt zag ik hem.{'</div>' * 90}<blockquote>{GOT.html}</blockquote>"), ("Diep verstopt zag ik hem.",)),
    Case("a boundary with spaces that nobody quoted", together((TEXT, "Om 10 uur."), packed("image/jpeg", "p.jpg", PHOTO), boundary="----=_Part 1 2").replace(b'"----=_Part 1 2"', b"----=_Part 1 2"),
         ("Om 10 uur.",), files=("p.jpg",)),
    Case("a film as one endless line", together((TEXT, "Zie de film."), ("Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=film.MOV\nContent-Transfer-Encoding: BASE64", base64.b64encode(PHOTO * 9))),
         ("Zie de film.",), files=("film.MOV",)),
    Case("scanned, and no words", together(('Content-Type: text/plain; charset="us-ascii"', " "), packed("application/pdf", "SKM_C258.pdf", PDF)), (), files=("SKM_C258.pdf",)),
    Case("mail drop", two_parts("De video is 300 MB.\nKlik om te downloaden", f"<div>De video is 300 MB.</div><div><a href='{DROP.replace('&', '&amp;')}'>Klik om te downloaden</a></div>"),
         ("De video is 300 MB.", f"Klik om te downloaden <{DROP}>")),
)  # fmt: skip
