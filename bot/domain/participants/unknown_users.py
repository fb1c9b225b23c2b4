"""Whether a mail server says that it does not know a user, and nothing else: a closed set of words.

Whatever other word it uses may be a reason that passes (full, away, policy), in any tongue: that takes nobody out.
"""

import re
from typing import Final

_ADDRESS: Final = re.compile(r"\S*@\S*")
_LINK: Final = re.compile(r"https?://\S+", re.IGNORECASE)
_HOST: Final = re.compile(r"(?<![\w.-])(?=[a-z])(?:[a-z0-9-]{1,63}\.){1,9}[a-z]{2,24}(?![\w-])")
_ID: Final = re.compile(r"\b(?=\w*\d)\w+\b")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_TEXT: Final = """
a aan account accounts address addressed addresses adr adres adresse afgeleverd afgeleverde afraid after afzender
alias am an and ask at back bad be benutzer bericht bestaat bezorgd bounced but by can't cannot checking code command
contact could couldn't data dd de deal deliver delivered delivering delivery des destinataire destination details deze
diagnostic did didn't directory dit do does doesn't domain domein double double-check dsn e een email empfänger en end
entry er error errors esmtp exist existe existiert exists failed failing failure fatal fehler following follows for
found from gebruiker geen generated gevonden given giving go google gsmtp had has have here het hier host i i'm i've
ik illegal in inconnu inconnue inconnus inexistant inexistante information invalid is isn't it kein kon konden kunnen
l le learn list listed lmtp local lookup mail mailbestand mailbox mailboxes maildir mailer mailserver mailsystem match
matching meer melding message mistyped more mta n n't naam naar name named names neither nicht niet no nobody non
noone nor nosuchuser not of on onbekend onbekende onbestelbaar ontvanger op or organisation organization original ort
other out part pas permanent permanently person please postbus postvak problem rcpt reach reason received recipient
recipient's recipientnotfound recipients rejected rejecting relay relayed remote reply report resolver response
returned returning said says see sender sent server service session smtp sorry spaces spelling status such support
syntax tabel table technical terug that the there there's this to transcript transfer tried try typos unbekannt
unbekannter undeliverable undelivered unknown unnecessary unresolvable up upon user user's users utilisateur valid van
verification verify via virtual was wasn't were while with within worden work write x y you your zu
"""
_WORDS: Final = frozenset(_TEXT.split())
_MOST_LETTERS: Final = 4000


def is_plainly_unknown(said: str, recipient: str = "") -> bool:
    """Whether a server's words, without links, codes and the recipient's own address, are all of that kind."""
    own = re.compile(rf"(?<![\w.-]){re.escape(recipient.partition('@')[0])}(?![\w-]|\.\w)")
    said = said[:_MOST_LETTERS].lower()
    for left_out in (_LINK, _ADDRESS, _HOST, own, _ID):
        said = left_out.sub(" ", said)
    return _WORDS.issuperset(_WORD.findall(said.replace("’", "'")))
