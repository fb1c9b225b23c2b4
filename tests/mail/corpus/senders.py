"""People whose mail looks like a machine's, and machines whose mail says nothing of itself: kinds, all made up."""

from collections.abc import Iterable
from typing import Final

from tests.mail.samples import ADDRESSES, DELIVERY

ANSWER: Final = ADDRESSES.of_delivery(DELIVERY)
OURS: Final = ADDRESSES.message_id(DELIVERY)
CITIZEN: Final = "Noor <noor@example.nl>"


def _mail(subject: str, text: str = "Ik zag een bus.", headers: str = "", sender: str = CITIZEN) -> bytes:
    return f"From: {sender}\nTo: {ANSWER}\nSubject: {subject}\n{headers}\n{text}\n".encode()


def _each(subjects: Iterable[str], headers: str = "", text: str = "Ik zag een bus.") -> list[tuple[str, bytes]]:
    return [(f"{subject} | {headers.strip()[:40]}", _mail(subject, text, headers)) for subject in subjects]


def _from(senders: Iterable[str], subject: str, text: str) -> list[tuple[str, bytes]]:
    return [(f"{sender} | {subject}", _mail(subject, text, sender=sender)) for sender in senders]


REPLYING: Final = f"In-Reply-To: {OURS}\n"
PEOPLE: Final[tuple[tuple[str, bytes], ...]] = (
    *_each(
        [
            *(
                "Niet bezorgd pakket en inbraak",
                "Automatisch antwoord van de deurbel stond aan",
                "Gelezen: en gezien",
            ),
            *("Afwezig: wij waren op vakantie", "Out of office die dag", "Delivery failed: pakketbezorger gezien"),
            *("Returned mail? nee, een tip", "Onbestelbaar", "AUTO: rode Kia", "Recall: wat ik zag", "Absent"),
            *(
                "Undeliverable parcel",
                "Absence: we were away",
                "Automatische Antwort",
                "Delayed: train, then a van",
            ),
        ],
        REPLYING,
    ),
    *_each(
        ["Re: Inbraak"],
        f"{REPLYING}Return-Path: <>\nX-Auto-Response-Suppress: All\nList-Unsubscribe: <https://werk.example>\n",
    ),
    *_each(["Re: Inbraak"], f"References: <a@b.example> {OURS}\nPrecedence: bulk\nList-Id: <wijk.example>\n"),
    *_each(["Re: Inbraak"], f"In-Reply-To: {OURS.strip('<>')}\nReturn-Path: <>\n"),
    *_each(["Witte bus"], "Return-Path: <>\n"),
    *_each(["Witte bus"], "List-Unsubscribe: <https://werk.example>\n"),
    *_each(["Witte bus"], "X-Auto-Response-Suppress: DR, OOF\n"),
    *_each(["Witte bus"], "Auto-Submitted: no\nX-Priority: 1\nX-MS-Exchange-ForwardingLoop: noor@werk.example\n"),
    *_each(["Virus op de computer, en een bus"], "X-Autocomplete: on\nX-Looptijd: 3\n"),
    *_each(["Niet aanwezig bij de inbraak, wel beelden", "Automatische deur stond open", "Auto gezien: rood"]),
    *_each(["Niet bezorgd pakket en inbraak", "Onbestelbaar pakje bij nr 12", "Undelivered parcel at no. 12"]),
    *_each(["Delayed train, then a van", "Non remis en place: le portail", "Unzustellbar paket bei Nr. 12"]),
    *_each(["Vakantie, wij waren er niet", "Automatisk dør stond open", "Svar: auto gezien", "Fuorisede"]),
    *_each(
        ["Re: [buurt] Inbraak"],
        f"{REPLYING}Precedence: list\nList-Id: <buurt.example>\nX-Original-Sender: r@example.nl\n",
    ),
    *_each(
        ["Re: Inbraak"],
        f"{REPLYING}X-Auto-Response-Suppress: All\nPrecedence: bulk\nX-Mailer: TOPdesk\nFeedback-ID: a:b\n",
    ),
    *_each(
        ["Re: Mail delivery failed"],
        f"{REPLYING}Delivered-To: noor@example.nl\nDelivered-To: autoresponder@example.nl\n",
    ),
    *_each(["Re: Inbraak"], f"{REPLYING}X-SimpleLogin-Type: Reply\nList-Unsubscribe: <mailto:u@relay.example>\n"),
    (
        "noreply-vve",
        _mail("Re: Inbraak", "De camera heeft alles.", REPLYING, "VvE <noreply-vve@example.org>"),
    ),
    *_from(
        ["Postmaster <postmaster@dorp.example>", "Noreplydijk 4 <noreplydijk@example.nl>", "b@bounceland.example"],
        "Re: Inbraak",
        "Hier de postmeester van het dorp: ik zag een bus bij de brug.",
    ),
    *_from(
        [
            "WeTransfer <noreply@wetransfer.example>",
            '"Noor (via Google Drive)" <drive-shares-dm-noreply@google.example>',
            "Dropbox <no-reply@dropbox.example>",
            "SharePoint Online <no-reply@sharepointonline.example>",
            "Noor via SwissTransfer <no-reply@infomaniak.example>",
            "SURFfilesender <noreply@filesender.example>",
        ],
        "noor@example.org heeft je Deurbel_1012.mp4 gestuurd",
        "1 item, 48 MB in totaal\nDownload je bestanden hier\nhttps://we.example/downloads/abc123",
    ),
)

FAILED: Final = (
    "Your message could not be delivered to the following recipient:\n\n<noor@example.nl>: 550 5.1.1 user unknown\n"
)
QMAIL: Final = (
    "Hi. This is the qmail-send program at mx.example.\nI'm afraid I wasn't able to deliver your message to the "
    "following addresses.\n\n<noor@example.nl>:\nSorry, no mailbox here by that name. (#5.1.1)\n"
)
CALENDAR: Final = (
    "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\n \n--b\n"
    "Content-Type: text/calendar; method={}\n\nBEGIN:VCALENDAR\nEND:VCALENDAR\n--b--"
)
ARF: Final = (
    "MIME-Version: 1.0\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\n\n--b\n\nComplaint\n"
    "--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\n\n--b--"
)
MACHINES: Final[tuple[tuple[str, bytes], ...]] = (
    *_each(
        [
            *("Automatisch antwoord: Inbraak", "Automatische reactie", "Afwezigheidsbericht", "Afwezig: Inbraak"),
            *(
                "Out of Office: Inbraak",
                "Automatic reply: Inbraak",
                "AUTO: Noor is afwezig (tot 5-1-2026)",
                "Afwezig",
            ),
            *("Noor Jansen is out of the office", "Automatische Antwort: Inbraak", "Abwesenheitsnotiz", "Abwesend"),
            *("Nicht im Büro", "Autom. Antwort: Inbraak", "Réponse automatique : Inbraak", "Absence du bureau"),
            *("Message d'absence", "Absent(e) : Inbraak", "Odpowiedź automatyczna: Inbraak", "Autoodpowiedź"),
            *("Poza biurem", "Automatyczna odpowiedź", "Otomatik Yanıt: Inbraak", "Otomatik cevap", "Ofis dışında"),
            *("Respuesta automática: Inbraak", "Risposta automatica: Inbraak", "Vacation reply"),
            *("Autosvar: Inbraak", "Automatisk svar: Inbraak", "Automatiskt svar: Inbraak", "Fuori sede: Inbraak"),
            *("Resposta automática: Inbraak", "Fuera de la oficina", "Automatikus válasz: Inbraak"),
            *("Автоматична відповідь: Inbraak", "Автоматический ответ: Inbraak", "Răspuns automat: Inbraak"),
            *(
                "Αυτόματη απάντηση: Inbraak",
                "رد تلقائي: Inbraak",
                "自动答复: Inbraak",
                "Automaattinen vastaus: Inbraak",
            ),
        ],
        text="Ik ben er niet.",
    ),
    *(
        (header, _mail("Re: Inbraak", "Ik ben er niet.", f"{header}\n{REPLYING}"))
        for header in (
            *(
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-generated; x",
                "X-Autoreply: yes",
                "X-Loop: noor",
            ),
            *(
                "X-Autorespond: yes",
                "X-Autogenerated: Reply",
                "X-FC-MachineGenerated: true",
                "Precedence: auto_reply",
            ),
            *("X-Mail-Autoreply: 1", "X-Boxbe-Status: 1", "X-SpamArrest-Challenge: 1", "X-Vacation: on"),
            *("X-Auto-Response: yes", "X-Automatic-Reply: 1", "X-OTRS-Loop: True", "X-RT-Loop-Prevention: werk"),
            *("Precedence: junk", "Delivered-To: Autoresponder", "Auto-Submitted: auto-replied (vacation)"),
        )
    ),
    *(
        (f"calendar {method}", _mail("Geaccepteerd: Inbraak", "", CALENDAR.format(method))[:-1])
        for method in ("REPLY", "COUNTER")
    ),
    ("arf", _mail("complaint", "", ARF)[:-1]),
    ("jmrp", _mail("complaint about message from 192.0.2.1", "x", sender="staff@hotmail.example")),
    ("recall", _mail("Recall: Inbraak", 'Noor Jansen would like to recall the message, "Inbraak".')),
    ("recall nl", _mail("Intrekken: Inbraak", 'Noor Jansen wil het bericht "Inbraak" intrekken.')),
    ("recall nl, commas", _mail("Intrekken: Inbraak", "Noor Jansen wil het bericht, 'Inbraak', intrekken.")),
    ("challenge", _mail("Your email requires verification verify#KJHsdf", "Reply to verify.", "Precedence: bulk\n")),
    (
        "a list's moderator",
        _mail(
            "Your message to buurt awaits moderator approval",
            "Your mail is being held.",
            "Precedence: bulk\nX-Mailman-Version: 2.1.39\n",
            "buurt-bounces@lists.example",
        ),
    ),
    ("receipt", _mail("Gelezen: Inbraak", "Uw bericht is gelezen op maandag.")),
    *_from(
        [
            *("no_reply@bank.example", "info-noreply@winkel.example", "nietantwoorden@gemeente.example"),
            *(
                "noreply@x.example",
                "no-reply+12@x.example",
                "do-not-reply@x.example",
                "niet-beantwoorden@x.example",
            ),
            *("challenge@spamarrest.example", "x@mx.boxbe.example"),
        ],
        "Uw bericht",
        "Wij hebben uw bericht ontvangen.",
    ),
    *_from(["WeTransfer <noreply@wetransfer.example>"], "Welkom", "Uw adres is bevestigd."),
    *_from(["WeTransfer <noreply@wetransfer.example>"], "Automatisch antwoord", "Zie https://we.example/hulp"),
    *_from(["Winkel <noreply@winkel.example>"], "Uw bestelling", "Download uw factuur https://winkel.example/1"),
    *_from(
        ["Beheer <admin@bedrijf.example>"],
        "Undeliverable message: Inbraak",
        "Uw bericht kan niet worden bezorgd.",
    ),
    *_each(
        [
            "Undelivered Mail Returned to Sender",
            "Onbestelbaar bericht",
            "Undeliverable: Inbraak",
            "Non remis : Inbraak",
        ],
        text="Uw bericht kan niet worden bezorgd.",
    ),
    *_from(["MAILER-DAEMON@mx.example", "Mail Delivery System <x@mx.example>"], "Failure", FAILED),
    *_from(["Mail Delivery Subsystem <mailer-daemon@mx.example>"], "failure notice", QMAIL),
    *_from(["postmaster@mx.example", "System Administrator <admin@mx.example>"], "Undeliverable: Inbraak", FAILED),
    *_from(["postmaster@mx.example"], "Mail System Error - Returned Mail", FAILED),
    *_from(["postmaster@mx.example"], "Inbraak", FAILED),
    *_from(["MDaemon@mx.example", "mail-daemon@mx.example", "Postmaster <m@mx.example>"], "Permanent Failure", FAILED),
    *_from(
        ["Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@bedrijf.example>"],
        "Onbestelbaar: Inbraak",
        "Uw bericht kan niet worden bezorgd.",
    ),
    (
        "exchange, in our thread",
        _mail(
            "Onbestelbaar: Inbraak",
            "Uw bericht kan niet worden bezorgd.",
            REPLYING,
            "MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@bedrijf.example",
        ),
    ),
    *(
        machine
        for subject in ("VIRUS WARNING", "Virus gevonden in uw bericht", "{MailScanner} Message blocked", "Banned file")
        for machine in _from(["postmaster@mx.example"], subject, "Uw bericht is tegengehouden.")
    ),
    *_from(["Mailer-Daemon@mx.example"], "Warning: could not send message for past 4 hours", "Will be retried."),
)
