"""Mails whose words stand in the subject: before ours, behind it, or beside our number alone."""

from typing import Final

from tests.mail.corpus.making import GMAIL_NL, GOT, LINES, MARKED, Case, plain

OURS: Final = GOT.subject
NUMBER: Final = OURS[OURS.index("[") :]
BARE: Final = OURS.removesuffix(NUMBER).strip()
QUOTE: Final = f"\n{GMAIL_NL}\n{MARKED}"
GONE: Final = ("Ga er niet zelf op af", BARE, NUMBER)

_SHAPES: Final = (
    ("behind ours, a dash", f"RE: {OURS} - niets gezien, wel glas gehoord", "niets gezien, wel glas gehoord"),
    ("before Re: and ours", f"Witte scooter gezien om 10 uur! Re: {OURS}", "Witte scooter gezien om 10 uur!"),
    ("before ours, a dash", f"Witte scooter gezien - {OURS}", "Witte scooter gezien"),
    ("before our number", f"Ja, om 10 uur een busje {NUMBER}", "Ja, om 10 uur een busje"),
    ("before our number, with Re:", f"Re: Ja, om 10 uur een busje {NUMBER}", "Ja, om 10 uur een busje"),
    ("behind ours, a stroke", f"FW: {OURS} / kenteken 12-AB-34", "kenteken 12-AB-34"),
    ("before ours", f"Blauwe Golf, twee man! {OURS}", "Blauwe Golf, twee man!"),
    (
        "before Fwd: and ours",
        f"Graag terugbellen over camerabeelden Fwd: {OURS}",
        "Graag terugbellen over camerabeelden",
    ),
    ("before our number, our words in it", f"Camera voordeur {NUMBER}", "Camera voordeur"),
    ("in haste, before ours", f"HIJ STAAT NU BIJ DE ACHTERDEUR Re: {OURS}", "HIJ STAAT NU BIJ DE ACHTERDEUR"),
    ("in haste, behind ours", f"Re: {OURS} HIJ STAAT NU BIJ DE ACHTERDEUR", "HIJ STAAT NU BIJ DE ACHTERDEUR"),
    ("one word before ours", f"Afmelden: {OURS}", "Afmelden"),
    ("ours without its number, words before", f"Camera! Re: {BARE}", "Camera!"),
    ("ours without its number, words behind", f"Re: {BARE} Ja, een busje", "Ja, een busje"),
    ("ours between words", f"Ja! Re: {OURS} - een busje", "Ja! een busje"),
    ("ours twice", f"Busje Re: {OURS} Fwd: {OURS}", "Busje"),
    ("a word that stands in our text", "Beelden", "Beelden"),
    ("what our button says", "Ik heb informatie", "Ik heb informatie"),
    ("our number at the front", f"{NUMBER} mijn camera", "mijn camera"),
)
_IN_THE_MIDDLE: Final = f"Vraag over {NUMBER}: mag ik de beelden appen?"

REPLIES: Final = (
    *(Case(f"subject: {name}, no text", plain("\n", subject=subject), (own,), GONE) for name, subject, own in _SHAPES),
    *(
        Case(f"subject: {name}, our quote below", plain(QUOTE, subject=subject), (own,), GONE)
        for name, subject, own in _SHAPES
    ),
    *(
        Case(
            f"subject: {name}, and a text",
            plain(f"Zie onderwerp. Groet Jan\n{QUOTE}", subject=subject),
            (own, "Zie onderwerp. Groet Jan"),
            GONE,
        )
        for name, subject, own in _SHAPES
    ),
    Case("subject: our number within it", plain(QUOTE, subject=_IN_THE_MIDDLE), (_IN_THE_MIDDLE,), (BARE,)),
    Case(
        "subject: part of ours, and words",
        plain(QUOTE, subject=f"Re: {' '.join(BARE.split()[:3])}: ja, een busje"),
        (f"{' '.join(BARE.split()[:3])}: ja, een busje",),
        ("Ga er niet zelf op af",),
    ),
    *(
        Case(
            f"subject: nothing but ours, {put}",
            plain(f"Bijgaand.\n{QUOTE}", subject=put.format(OURS)),
            ("Bijgaand.",),
            GONE,
        )
        for put in (
            "{}",
            "Re: {}",
            "Fwd: RE: {}",
            "[EXTERN] Re: {}",
            "EXTERN: Re: {}",
            "R: {}",
            "Re[2]: {}",
            "回复：{}",
            "***SPAM*** {}",
            "Re: [EXT] {}",
            "{{Spam?}} RE : {}",
        )
    ),
    *(
        Case(
            f"subject: ours cut off, {end}",
            plain(f"Bijgaand.\n{QUOTE}", subject=f"Re: {OURS[:end]}"),
            ("Bijgaand.",),
            GONE,
        )
        for end in (12, 30)
    ),
    Case("subject: a line of ours, answered", plain(f"Bijgaand.\n{QUOTE}", subject=f"Re: {LINES[0]}"), ("Bijgaand.",)),
)
