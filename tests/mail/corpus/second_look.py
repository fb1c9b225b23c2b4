"""Mails that a second pair of fresh eyes thought of: words that a server calls a file, our numbers as links, odd heads."""

import re
from typing import Final

from tests.mail.corpus.making import (
    ANSWER,
    APPLE_NL,
    GMAIL_NL,
    GOT,
    LINES,
    MARKED,
    OUTLOOK_NL,
    THANKS,
    US,
    Case,
    html,
    marked,
    packed,
    plain,
    together,
    two_parts,
)

TEXT: Final = "Content-Type: text/plain; charset=utf-8"
PAGE: Final = "Content-Type: text/html; charset=utf-8"
PHOTO: Final = ("image/jpeg", "IMG_0042.jpeg", b"\xff\xd8\xff\xe0" + bytes(range(256)))
NUMBERS: Final = ("112", "0900-8844", "0800-7000")
URGENT: Final = ("Bel 112", "0900-8844", "0800-7000", "Beste deelnemer", "schreef")
BEHIND: Final = (
    f"\n\nDaarna stapte hij in een taxi.\n\nVerstuurd vanaf mijn iPhone\n\n{marked(f'{APPLE_NL}{GOT.text}')}"
)
BEHIND_PAGE: Final = (
    f"<div>Daarna stapte hij in een taxi.</div><blockquote type='cite'>{APPLE_NL}<br>{GOT.html}</blockquote>"
)
PROGRAM: Final = "Verstuurd vanaf mijn iPhone"


def _named(head: str, name: str, how: str = "attachment", more: str = "") -> str:
    return f'{head}; name="{name}"\nContent-Disposition: {how}; filename="{name}"{more}'


def _dialled(form: str, text: str = GOT.text) -> str:
    """Our text as a program gives it back that writes beside a number what its link dials."""
    for number in NUMBERS:
        text = text.replace(f"Bel {number}", f"Bel {form.format(number, number.replace('-', ''))}").replace(
            f": {number}", f": {form.format(number, number.replace('-', ''))}"
        )
    return text


def _with_answers(answers: dict[str, str]) -> str:
    """Our lines, unmarked, and an answer below some of them."""
    return "\n".join(f"{line}\n{answers[line]}" if line in answers else line for line in LINES)


FIRST, SECOND = "- Zag of hoorde u toen iets wat u opviel?", "- Zag u een witte bestelbus in de straat?"
CAMERA: Final = next(line for line in LINES if line.startswith("- Heeft u een camera"))
CITED: Final = re.sub(r"(?m)^", "    Politie> ", GOT.text.strip())
INITIALS: Final = re.sub(r"(?m)^", "PA> ", GOT.text.strip())
QUOTED_PAGE: Final = f"<blockquote>{GOT.html}</blockquote>"
STRUCK: Final = ("<s>zwarte</s>", "<span style='text-decoration: line-through'>zwarte</span>", "<del>zwarte</del>")
ROWS: Final = (
    "<p>Alles op een rij:</p><table border=1><thead><tr><th>Tijd<th>Wat</thead><tbody>"
    "<tr><td><p class=MsoNormal>09.35<o:p></o:p></p></td><td><p class=MsoNormal>een <b>grijze</b> bus</p></td></tr>"
    "<tr><td>10.02</td><td></td><td>zelfde bus &lt;leeg&gt;</td></tr></table>"
    "<table><tr><td><div>Jan Bos</div><div>Dorpsstraat 1</div></td><td>Bos BV</td></tr></table>"
    f"<blockquote>{GOT.html}</blockquote>"
)
BLOCKS: Final = "".join(
    f"<{name}>{name} is hier</{name}>" for name in ("section", "dialog", "fieldset", "legend", "dt", "dd", "center")
)

REPLIES: Final = (
    *(
        Case(f"words behind a photo that a server calls {name}, {how}",
             together((TEXT, "Dit is de man"), packed(*PHOTO), (_named(TEXT, name, how), BEHIND)),
             ("Dit is de man", "Daarna stapte hij in een taxi.", PROGRAM), files=("IMG_0042.jpeg",))
        for name, how in (
            ("ATT00001.txt", "attachment"), ("ATT00002..txt", "inline"), ("ATT123.txt", "attachment"),
            ("Untitled attachment 00012.txt", "attachment"), ("mime-attachment.txt", "attachment"),
            ("Naamloze bijlage 00001.txt", "attachment"), ("Part 2.1.txt", "attachment"), ("noname", "attachment"),
        )
    ),
    Case("the same as a page", together((PAGE, "<div>Zie foto</div>"), packed(*PHOTO), (_named(PAGE, "ATT00001.htm"), BEHIND_PAGE)),
         ("Zie foto", "Daarna stapte hij in een taxi."), files=("IMG_0042.jpeg",)),
    Case("the same between two photos, with ids and twice",
         together((f"{TEXT}\nContent-ID: <a@x>", "Een."), packed(*PHOTO), (_named(TEXT, "ATT00001.txt", more="\nContent-ID: <b@x>"), "Twee."),
                  packed("image/jpeg", "IMG_0043.jpeg", PHOTO[2]), (_named(PAGE, "ATT00002.html"), "<p>Drie.</p>")),
         ("Een.", "Twee.", "Drie."), files=("IMG_0042.jpeg", "IMG_0043.jpeg")),
    Case("the same, and nobody named it", together((TEXT, "Een."), packed(*PHOTO), (f"{TEXT}\nContent-Disposition: attachment", "Twee.")),
         ("Een.", "Twee."), files=("IMG_0042.jpeg",)),
    *(
        Case(f"a text that a citizen named {name}", together((TEXT, "Zie mijn lijst."), (_named(TEXT, name), "09.35 bus")),
             ("Zie mijn lijst.",), ("09.35",), files=(name,))
        for name in ("kentekens.txt", "ATTENTIE.txt", "Part of the list.txt", "deel2-verslag.txt", "att 1 van 3.txt")
    ),
    *(
        Case(f"our numbers beside their links, as {form}, {how}",
             plain(f"Ik zag hem lopen.\n\n{head}\n{quote(_dialled(form))}"), ("Ik zag hem lopen.",), URGENT)
        for form in ("{0} <{1}>", "{0}<tel:{1}>", "[{0}](tel:{1})", "{0} (tel:{1})", "{0} <{0}>", "{0} ( tel:{1} )", "{0} tel:{1}")
        for how, head, quote in (("marked", GMAIL_NL, marked), ("unmarked", OUTLOOK_NL, str))
    ),
    Case("a number's link on a line of its own", plain(f"Ik zag hem.\n\n{GMAIL_NL}\n{marked(_dialled(f'{{0}}{chr(10)}<{{1}}>'))}"),
         ("Ik zag hem.",), ("<112>", "<09008844>", "Bel 112")),
    Case("our acknowledgement, its number beside its link", plain(f"Nog iets: hij rookte.\n\n{GMAIL_NL}\n{marked(_dialled('{0} <{1}>', THANKS))}"),
         ("Nog iets: hij rookte.",), ("112", "0900")),
    Case("somebody's own number beside its link", plain(f"Bel mij: 06-12345678 <0612345678> of 112 <112>.\n\n{MARKED}"),
         ("Bel mij: 06-12345678 <0612345678> of 112 <112>.",)),
    *(
        Case(f"struck out beside plain text, {one[1:5]}", two_parts(f"Het was een zwarte grijze bus.\n\n{MARKED}", f"<div>Het was een {one} grijze bus.</div>{QUOTED_PAGE}"),
             ("Het was een ~~zwarte~~ grijze bus.",))
        for one in STRUCK
    ),
    Case("struck out the second time, over two lines, with a logo's words beside",
         two_parts(f"Om 10 uur, nee.\nOm\n10 uur, elf.\n\n[Logo]\n\n{MARKED}",
                   f"<p>Om 10 uur, nee.</p><p><s>Om <b>10</b> uur</s>, elf.</p><img alt=Logo src='cid:a'><blockquote>{GOT.html}</blockquote>"),
         ("Om 10 uur, nee.", "~~Om", "10 uur~~, elf.", "[Logo]")),
    Case("struck out in a text that has it less often",
         two_parts("Bus, grijs.", "<p>Bus, <s>bus</s>, grijs.</p>"), ("Bus, grijs.", "Bus, ~~bus~~, grijs.")),
    *(
        Case(f"zoho, {head[:9]}", plain(f"De poort zat op slot.\n\n{head}\n\n{GOT.text}"), ("De poort zat op slot.",), ("----", "Beste deelnemer"))
        for head in (
            f"---- On Mon, 05 Jan 2026 17:00:08 +0100 {US} wrote ---",
            f"---- Op Ma, 05 jan. 2026 17:00:08 +0100 {US} schreef ----",
            f"---- Am Mo, 05 Jan 2026 17:00:08 +0100 {US} schrieb ----",
        )
    ),
    Case("zoho, marked", plain(f"Op slot.\n\n---- On Mon, 05 Jan 2026 17:00:08 +0100 Politie Amersfoort <{ANSWER}> wrote ----\n\n{MARKED}"),
         ("Op slot.",), ("----", "Beste deelnemer")),
    *(
        Case(f"a head right behind a signature, {sign[:5]}", plain(f"Bij nummer 16.\n\n{sign}{head}\n{MARKED}"), ("Bij nummer 16.", sign.strip()),
             ("schrieb", "schreef", "wrote", "Beste deelnemer"))
        for sign, head in (
            ("Diese Nachricht wurde mit GMX Mail gesendet.", f"Am 05.01.26, 17:00 schrieb {US}:\n"),
            ("Verstuurd vanaf mijn telefoon", f"Op 5 jan. 2026 om 17:00 schreef {US}:\n"),
            ("Sent from my phone ", f"On 5 Jan 2026 17:00, {US} wrote:\n"),
        )
    ),
    Case("gnus, its name before each line", plain(f'>>>>> "Politie" == {US} writes:\n\n{CITED}\n\nEen bezorger zonder logo.\n'),
         ("Een bezorger zonder logo.",), ("Politie", "Beste deelnemer")),
    Case("the bat, initials before each line", plain(f"Hello,\n\nOn Monday, January 5, 2026, 17:00:08, {US} wrote:\n\n{INITIALS}\n\nA courier.\n"),
         ("Hello,", "A courier."), ("PA>", "wrote", "Beste deelnemer"), "en"),
    Case("what somebody said to whom", plain(f"Jan> ik zag een bus\nPiet> welke bus?\nJan> een rode\n\n{GMAIL_NL}\n{MARKED}"),
         ("Jan> ik zag een bus", "Piet> welke bus?", "Jan> een rode")),
    Case("answers in an unmarked quote, each under its question",
         plain(f"Zie onder.\n\n{OUTLOOK_NL}\n{_with_answers({FIRST: 'Ja, glas.', CAMERA: 'Een deurbel.', SECOND: 'Nee.'})}"),
         ("Zie onder.", "Ja, glas.", "Een deurbel.", "Nee."), (f"\n{CAMERA}", f"\n{SECOND}", "Beste deelnemer")),
    Case("our own words as an answer between marked lines",
         plain(f"{GMAIL_NL}\n{marked(GOT.text.split(SECOND)[0])}\n{SECOND}\n\nDie ja.\n{marked(GOT.text.split(SECOND)[1])}"), (SECOND, "Die ja.")),
    Case("html, a table of data and one of layout", html(ROWS),
         ("Alles op een rij:", "Tijd | Wat", "09.35 | een grijze bus", "10.02 | zelfde bus <leeg>", "Jan Bos", "Dorpsstraat 1", "Bos BV")),
    Case("html, what opens and closes", html(f"<details><summary>meer</summary>kenteken 99-ZZZ-9</details>{BLOCKS}"),
         ("meer", "kenteken 99-ZZZ-9", "section is hier", "dialog is hier", "fieldset is hier", "legend is hier", "dt is hier", "dd is hier", "center is hier")),
)  # fmt: skip
