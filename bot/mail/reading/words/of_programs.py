"""Words that mail programs write above a quote, in the languages that are listed."""

from typing import Final

VERBS: Final = frozenset(
    (
        "schreef",
        "geschreven",
        "skreau",
        "geskryf",
        "wrote",
        "writes",
        "schrieb",
        "geschrieben",
        "écrit",
        "citeren",
        "quoting",
        "napisał",
        "napisała",
        "pisze",
        "yazdı",
        "yazdi",
    )
)
_PROGRAM_WORDS: Final = """
    op on am le om at um à heeft het volgende the following a via uur uhr cet cest gmt utc pm burgernet burgernetmail
    hat montag dienstag mittwoch donnerstag freitag samstag sonntag mo mi fr sa so
    lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim
    januar februar märz mai juni juli oktober dezember dez
    janvier février mars avril juin juillet août septembre octobre novembre décembre janv févr avr juil déc
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma di wo do vr za zo
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    januari februari maart april mei juni juli augustus september oktober november december
    january february march may june july august october
    w dniu dnia o godz r poniedziałek wtorek środa czwartek piątek sobota niedziela pon wt śr czw pt sob niedz
    stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
    sty lut kwi cze lip sie wrz paź lis gru
    tarihinde saat şunu şunları şöyle pazartesi salı çarşamba perşembe cuma cumartesi pazar pzt sal çar per cum cmt paz
    ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık oca şub nis haz tem ağu eyl eki kas ara
    jan feb mrt mar apr jun jul aug sep sept okt oct nov dec
"""
PROGRAM_WORDS: Final = VERBS | frozenset(_PROGRAM_WORDS.split())
VERBS_ABROAD: Final = frozenset(
    "escribió scritto escreveu scris írta napsal napísal skrev kirjoitti пишет пише написал написа έγραψε kirjutas"
    " rašė rakstīja napisao napisal كتب כתב 写道 寫道".casefold().split()
)
_ABROAD: Final = "el las il ha alle ore em às pe la keltezéssel dne dňa v den kl г р в о на στις ο η u dana je em في ב"
ABROAD: Final = VERBS_ABROAD | PROGRAM_WORDS | frozenset(_ABROAD.casefold().split())
"""With the few words beside them where a program writes a date in figures alone."""
_OWN: Final = "ik wij mijn een niet dit deze ook nog zag was heb had kreeg my we the not ich ein das"
OWN: Final = frozenset(_OWN.split())
"""None of a program's: whoever writes these writes for themselves."""

SEPARATOR_WORDS: Final = (
    r"oorspronkelijk bericht|origineel bericht|doorgestuurd bericht|begin doorgestuurd bericht"
    r"|original message|forwarded message|begin forwarded message|reply message|original appointment"
    r"|original[- ]nachricht|originalnachricht|ursprüngliche nachricht|weitergeleitete nachricht"
    r"|message du \d\d?/\d\d?/\d{2,4}(?: à)? \d\d?[:h]\d\d"
    r"|message d'origine|message original|message transféré|wiadomość oryginalna|oryginalna wiadomość"
    r"|wiadomość przekazana dalej|orijinal (?:mesaj|ileti)|özgün ileti|iletilen (?:mesaj|ileti)"
    r"|mensaje original|mensagem original|messaggio originale|mesaj(?:ul)? (?:original|inițial)"
    r"|původní (?:zpráva|e-?mail)|pôvodn[áý] (?:správa|e-?mail)"
    r"|izvorna poruka|originalna poruka|izvirno sporočilo|eredeti üzenet"
    r"|ursprungligt meddelande|oprindelig (?:meddelelse|besked)|opprinnelig melding|alkuperäinen viesti"
    r"|αρχικό μήνυμα|исходное сообщение|пересылаемое сообщение|оригінальне повідомлення"
)
