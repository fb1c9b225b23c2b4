"""How mail servers tell in plain text that a mail did not arrive; `to` and `said` are filled in."""

from typing import Final

EXIM: Final = """This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  {to}
    {said}

------ This is a copy of the message, including all the headers. ------

From: antwoord@mail.example
To: iemand@anders.example
"""
POSTFIX: Final = """This is the mail system at host mx.example.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

<{to}>: host mx.example.nl[192.0.2.5] said: {said} (in reply to RCPT TO command)
"""
QMAIL: Final = """Hi. This is the qmail-send program at mx.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<{to}>:
{said}

--- Below this line is a copy of the message.

Return-Path: <antwoord@mail.example>
"""
EXCHANGE: Final = """Your message did not reach some or all of the intended recipients.

      Subject:  Inbraak in de Breestraat
      Sent:     14-1-2026 12:00

The following recipient(s) could not be reached:

      {to} on 14-1-2026 12:00
            {said}
"""
EXCHANGE_NL: Final = """Uw bericht heeft enkele of alle geadresseerden niet bereikt.

      Onderwerp:  Inbraak in de Breestraat
      Verzonden:  14-1-2026 12:00

De volgende geadresseerde(n) kan (kunnen) niet worden bereikt:

      {to} op 14-1-2026 12:00
            {said}
"""
EXCHANGE_DE: Final = """Ihre Nachricht hat einige oder alle Empfänger nicht erreicht.

      Betreff:  Inbraak in de Breestraat
      Gesendet am:  14.01.2026 12:00

Folgende(r) Empfänger kann/können nicht erreicht werden:

      {to} am 14.01.2026 12:00
            {said}
"""
EXCHANGE_FR: Final = """Votre message n'a pas pu être remis à certains de ses destinataires.

Impossible de joindre le(s) destinataire(s) suivant(s) :

      {to} le 14/01/2026 12:00
            {said}
"""
GMAIL: Final = """Delivery to the following recipient failed permanently:

     {to}

Technical details of permanent failure:
Google tried to deliver your message, but it was rejected by the server for the recipient domain example.nl.

The error that the other server returned was:
{said}

----- Original message -----
"""
SENDMAIL: Final = """The original message was received at Wed, 14 Jan 2026 12:00:00 +0100

   ----- The following addresses had permanent fatal errors -----
<{to}>
    (reason: {said})

   ----- Transcript of session follows -----
"""
MDAEMON: Final = """--- Session Transcript ---
Wed 2026-01-14 12:00:00: --> RCPT To:<{to}>

<{to}>: {said}
"""
