"""The same words in every wrapping: charsets that lie, transfer encodings, flowed text and pages."""

from typing import Final

from tests.mail.corpus.making import GMAIL_NL, GOT, MARKED, Case, coded, html, plain, two_parts, wrapped

QUOTED: Final = f"{GMAIL_NL}\n{MARKED}"
TABLE_PAGE: Final = (
    "<table width='100%'><tr><td>Om 14.00 uur</td><td>een man</td></tr><tr><td>Om 14.30 uur</td><td>een bus</td></tr>"
    f"</table><br><table><tr><td><blockquote>{GOT.html}</blockquote></td></tr></table>"
)
STYLED_PAGE: Final = (
    "<html><head><style>p.x {color:red} .hide {display:none}</style><!--[if mso]><xml></xml><![endif]--></head><body>"
    "<p class='x'>Hij &amp; zij &lt;samen&gt; weg om 3&nbsp;uur &euro;&nbsp;50</p><script>weg()</script>"
    f"<blockquote type='cite'>{GOT.html}</blockquote></body></html>"
)
LIST_PAGE: Final = (
    "<div>Drie dingen:</div><ol><li>een gil</li><li>een klap</li><li>een auto</li></ol><div>Groet</div>"
    f"<blockquote>{GOT.html}</blockquote>"
)
LINES_PAGE: Final = f"<pre>Regel een\nRegel twee\n</pre><hr><div>{GOT.html}</div>"
ONE_LINE: Final = f"Grijze bus. {' '.join(GOT.text.split())}"
FLOWED: Final = "Ik zag de bus eerst bij de school \nen daarna pas bij de winkels, \nalles binnen tien minuten."
LONG: Final = f"Het was {'heel ' * 60}donker."

REPLIES: Final = (
    Case("latin-1", plain(f"Bij café één zag ik hem\n\n{MARKED}", "iso-8859-1"), ("Bij café één zag ik hem",)),
    Case("windows-1252 that says latin-1",
         plain("Hij zei: „wég” – € 50", "cp1252").replace(b"=cp1252", b"=iso-8859-1"), ("Hij zei: „wég” – € 50",)),
    Case("windows-1252 that says so", plain(f"Zijn naam: Jörg – “de Lange”\n\n{MARKED}", "windows-1252"),
         ("Zijn naam: Jörg – “de Lange”",)),
    Case("utf-8 that says ascii", plain("één bus").replace(b"=utf-8", b"=us-ascii"), ("één bus",)),
    Case("utf-8 that says latin-1 in its first lines",
         plain(f"Daarvóór zag ik niets\n\n{MARKED}"), ("Daarvóór zag ik niets",)),
    Case("no charset we know", plain("één bus").replace(b"=utf-8", b"=x-klingon"), ("één bus",)),
    Case("utf-16", coded(f"Grijze bus, één deuk\n\n{QUOTED}", "base64", "utf-16"), ("Grijze bus, één deuk",)),
    Case("iso-8859-15", plain(f"Hij bood € 20 aan\n\n{QUOTED}", "iso-8859-15"), ("Hij bood € 20 aan",)),
    Case("a name in iso-2022-jp, words in english",
         plain(f"I saw a grey van.\n\n{QUOTED}", name="=?iso-2022-jp?b?GyRCO1NFRBsoQg==?="), ("I saw a grey van.",), lang="en"),
    Case("cyrillic in koi8-r", plain(f"Я видел серый фургон.\n\n{QUOTED}", "koi8-r"), ("Я видел серый фургон.",), lang="ru"),
    Case("quoted-printable with soft breaks", coded(f"{LONG}\nÉn koud.\n\n{QUOTED}", "quoted-printable"), (LONG, "Én koud.")),
    Case("base64", coded(f"Twee mannen, één fiets.\n\n{QUOTED}", "base64"), ("Twee mannen, één fiets.",)),
    Case("flowed text",
         coded(f"{FLOWED}\n\n{wrapped(60, '> ')}", "quoted-printable").replace(b"charset=utf-8", b"charset=utf-8; format=flowed"),
         tuple(FLOWED.split("\n"))),
    Case("text and html", two_parts("In de tekst", "<p>In de pagina</p>"), ("In de tekst",), ("pagina",)),
    Case("text that is empty beside html", two_parts(" \n", "<p>In de pagina</p>"), ("In de pagina",)),
    Case("html, in tables", html(TABLE_PAGE), ("Om 14.00 uur | een man", "Om 14.30 uur | een bus")),
    Case("html, with styles, scripts and entities", html(STYLED_PAGE), ("Hij & zij <samen> weg om 3 uur € 50",),
         ("weg()", "color:red", "Beste deelnemer")),
    Case("html, a numbered list", html(LIST_PAGE, "base64"),
         ("Drie dingen:", "1. een gil", "2. een klap", "3. een auto", "Groet")),
    Case("html, in windows-1252", html(f"<p>Hij zei “nee” – één keer</p><blockquote>{GOT.html}</blockquote>",
                                       charset="windows-1252"), ("Hij zei “nee” – één keer",)),
    Case("html, lines that are broken by hand", html(LINES_PAGE), ("Regel een", "Regel twee")),
    Case("line ends of an old mac", plain(f"Ik zag hem\n\n{QUOTED}").replace(b"\r\n\r\nIk", b"\r\n\r\nHallo\rIk"),
         ("Hallo", "Ik zag hem")),
    Case("no line ends at all", plain(ONE_LINE), (ONE_LINE,), ()),
)  # fmt: skip
