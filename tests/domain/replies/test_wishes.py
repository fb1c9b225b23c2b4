"""Who wants no mails any more is pointed out; who writes of something else is not."""

import time
from pathlib import Path

import pytest

from bot.domain.replies.wishes import Wish, wants_no_mails, wish_of

DATA = Path(__file__).parents[2] / "data/wishes"


@pytest.mark.parametrize(
    "words",
    [
        "Haal mij van de lijst.",
        "Haal me van de lijst",
        "Haal mij s.v.p. van de lijst.",
        "Haal mij A.u.b. van de lijst.",
        "S.v.p. verwijderen",
        "Ik wacht s.v.p. Ik wil geen mails meer.",
        "Wilt u mij van de mailinglijst halen?",
        "Kunt u ons uit de verzendlijst verwijderen? Wij zijn verhuisd.",
        "Graag van de lijst af!",
        "Verwijder mij uit uw bestand.",
        "Verwijder mijn e-mailadres.",
        "Verwijdert u mijn gegevens alstublieft",
        "Graag mijn mailadres verwijderen.",
        "Afmelden",
        "afmelden a.u.b.",
        "AFMELDEN!!",
        "Graag afmelden.",
        "Afmelden graag, dank u.",
        "Afmelden van deze mails",
        "Uitschrijven svp",
        "Ik wil mij afmelden.",
        "Ik wil me graag afmelden voor deze mails.",
        "Wij willen ons uitschrijven.",
        "Kunt u mij afmelden?",
        "Hoe kan ik me afmelden?",
        "Hoe meld ik mij af?",
        "Ik wil graag afgemeld worden.",
        "Meld mij af.",
        "Meld mij maar af voor Burgernet.",
        "Schrijf mij uit.",
        "Gelieve mij uit te schrijven.",
        "Geen mails meer.",
        "Geen mails meer a.u.b.",
        "- geen mails meer",
        "Beste politie\n, geen berichten meer",
        "Ik wil geen mails meer.",
        "Ik wil geen e-mails meer ontvangen.",
        "Stuur mij geen mails meer!",
        "Stuurt u ons geen berichten meer.",
        "U hoeft mij geen mails meer te sturen.",
        "Ik wil deze mails niet meer ontvangen.",
        "Deze mails hoef ik niet meer.",
        "Ik wil niet meer gemaild worden.",
        "U hoeft mij niet meer te mailen.",
        "Stop met mailen.",
        "Stop met deze mails.",
        "Wilt u stoppen met mailen?",
        "Ik stop met Burgernet.",
        "Ik doe niet meer mee.",
        "Wij willen niet langer meedoen.",
        "Ik stel geen prijs meer op uw mails.",
        "Ik heb geen behoefte aan deze berichten.",
        "Ik heb mij al afgemeld en krijg toch weer mails.",
        "Ik woon hier niet meer.\nWilt u mij geen mail meer sturen?",
        "Ik zag niets. En ik wil geen mails meer van u.",
        "Wij zijn verhuisd, kunt u ons van de lijst halen?",
        "Die mails, ik wil ze niet meer ontvangen.",
        "Mijn man is overleden. Kunt u hem van de lijst halen?",
        "Dank u. Ik zou mij graag willen afmelden van burgernetmail.",
        "unsubscribe",
        "Please remove me from your list.",
        "No more emails please",
    ],
)
def test_pointed_out(words: str) -> None:
    assert wants_no_mails(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Ik heb me afgemeld bij de sportschool.",
        "Ik wil me afmelden bij de sportschool.",
        "Hij zei dat ik mij moest afmelden bij de receptie van het hotel.",
        "Ik heb mij uitgeschreven bij de gemeente en woon nu in Leusden.",
        "Ik moest me afmelden voor de cursus, daarom was ik thuis.",
        "geen mail van u gehad",
        "Ik heb geen mail van u gehad over de uitkomst.",
        "Geen mails meer gehad sinds maart.",
        "Ik krijg geen mails meer van u, klopt dat?",
        "Ik kreeg daarna geen berichten meer.",
        "Geen mails meer? Meld u af.",
        "Ik wil me niet afmelden, ik vind het nuttig.",
        "Meld mij niet af!",
        "Ik wil de mails blijven ontvangen.",
        "Ik wil geen mail missen.",
        "Ik heb mij per ongeluk afgemeld, ik wil weer meedoen.",
        "Meld mij weer aan.",
        "De alarmcentrale meldde zich af.",
        "De man wilde zich afmelden bij de balie.",
        "Zij wil geen mails meer van haar ex.",
        "Hij stopte met mailen toen ik naar de politie ging.",
        "De auto stopte niet meer bij het stopbord.",
        "Ik zag de man niet meer.",
        "Er stond geen auto meer voor de deur.",
        "Ik kan mijn alarm niet afmelden.",
        "Kan ik mijn alarm op afstand afmelden?",
        "De dief stond op de lijst van de winkel.",
        "Ik heb een lijst van kentekens.",
        "Hij haalde de fiets van het slot.",
        "Stuur mij gerust een mail als u meer wilt weten.",
        "Ik stuur u de beelden per mail.",
        "Kunt u mij meer mails sturen over de buurt?",
        "Ik heb verder niets meer gezien.",
        "De bus stopt hier niet meer sinds de omleiding.",
        "Ik heb de mail nog niet gelezen.",
        "Wij doen graag mee.",
        "Mijn dochter wilde zich afmelden op school.",
        "Ik meldde mij af bij mijn werk en liep naar huis.",
        "Hij riep: haal mij van de ladder!",
        "De winkel heeft hem op een lijst gezet.",
        "Mijn gegevens kloppen nog.",
        "De inbreker heeft de gegevens van de camera verwijderd.",
    ],
)
def test_not_pointed_out(words: str) -> None:
    assert not wants_no_mails(words)


@pytest.mark.parametrize(("name", "pointed_out"), [("wish", True), ("no-wish", False)])
def test_a_table_each_way_of_few_words_and_slips(name: str, pointed_out: bool) -> None:
    words = (DATA / f"{name}.txt").read_text("utf-8").splitlines()
    assert len(words) >= 60
    assert [one for one in words if wants_no_mails(one) is not pointed_out] == []


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 6])
def test_what_nobody_can_be_sure_of_is_asked_about(number: int) -> None:
    """Written by who had seen no rule: by citizens who want out, in dialects and four languages, and by witnesses.

    First run of the fifth: 40 of 40 wishes and 16 of 20 others told rightly (1 was taken for a clear wish); of the
    sixth, by the same after mending on the fifth, the rules read by then: 17 of 24 and 14 of 15.
    """
    wishes, others = (
        (DATA / f"unseen-{number}-{name}.txt").read_text("utf-8").splitlines() for name in ("wish", "no-wish")
    )
    passed_over = [one for one in wishes if wish_of("", one) is None]
    assert len(passed_over) <= len(wishes) // 20, passed_over
    assert not any(map(wants_no_mails, others))
    asked = [one for one in others if wish_of("", one)]
    assert len(asked) <= len(others) // 20, asked


@pytest.mark.parametrize("line", (DATA / "small-print.txt").read_text("utf-8").splitlines())
def test_what_a_phone_or_a_company_puts_under_a_mail_is_no_wish_and_hides_none(line: str) -> None:
    assert wish_of("", line) is None
    assert wish_of("", f"Ik zag een bus.\n\n{line}") is None
    assert wish_of("", f"Haal mij van de lijst.\n\n{line}") is Wish.CLEAR
    assert wish_of("", f"{line}\n\nIk wil geen mails meer.") is Wish.CLEAR


LISTED = """Je ontvangt dit bericht omdat je lid bent van de groep Buurt.
Stuur een e-mail naar buurt+unsubscribe@groups.example als je je wilt afmelden."""


@pytest.mark.parametrize(
    ("subject", "words", "wish"),
    [
        ("Afmelden", "", Wish.CLEAR),
        ("Mijn adres mag weg", "Groet, Noor", Wish.DOUBTFUL),
        ("Re: Inbraak aan de Wegastraat: geen mails", "Ik zag een bus.", None),
        ("", "Dank u wel!", None),
        # A list's own lines below a citizen's; and the citizen's own like them.
        ("", f"Er was gerammel.\n\n-- \n{LISTED}", None),
        ("", "U ontvangt dit omdat ik lid ben, haal mij van de lijst.", Wish.CLEAR),
        ("", "Om mij af te melden stuur ik u deze mail.", Wish.DOUBTFUL),
        ("", "Afmelden van deze lijst graag, naar noor@example.nl.", Wish.DOUBTFUL),
        # Where to look is nobody's leaving.
        ("", "Zie mijn antwoorden in het rood hieronder.", None),
        ("", "Zie mijn verhaal in de bijlage", None),
        ("", "Ik zie er verder van af.", Wish.CLEAR),
        ("", "Nee.", None),
        ("", "Ik zag een bus. En hou die mails voortaan maar voor je.", Wish.DOUBTFUL),
        ("", "Ik blijf graag meedoen.", None),
        ("", "Verzonden mails van u wil ik niet meer ontvangen", Wish.CLEAR),
        ("", "Ik krijg deze mails ten onrechte, haal mij van de lijst", Wish.CLEAR),
        ("", "Ik ben niet de geadresseerde. Graag mijn mailadres verwijderen.", Wish.CLEAR),
        ("", "Ik wol graach ôfmelde.", Wish.DOUBTFUL),
        ("", "Meld my mar ôf.", Wish.DOUBTFUL),
        ("", "Ophâlde mei mailen asjebleaft.", Wish.DOUBTFUL),
        ("", "Hallo, ik krij tefolle post fan jimme, stjoer my gjin berjochten mear.", Wish.DOUBTFUL),
        ("", "Kinne jo my fan 'e list ôf helje?", Wish.DOUBTFUL),
        ("", "Ik ha neat sjoen.", None),
        ("", "Der stie in man by de doar, hy kaam net werom.", None),
        ("", "Ik haw gjin kamera, spitich genôch.", None),
        ("", "Uit onze groepsapp:\nIk zag een bus.", None),
        # Who keeps their name to themselves.
        ("", "Ik geef liever mijn naam niet.", None),
        ("", "Het was de jongen van hiernaast.\n<geen naam svp>", None),
        ("", "Mijn gegevens graag niet doorgeven aan de buren.", None),
        ("", "Graag mijn naam niet noemen", None),
        ("", "Mijn naam graag niet meer gebruiken.", Wish.CLEAR),
        ("", "Noem mijn naam niet en haal mij uit die lijst.", Wish.CLEAR),
        # When it was, and nothing that refuses.
        ("", "10:01 bus\n10:09 weg\nkenteken 99-ZZZ-9", None),
        ("", "9.45 weg", None),
        ("", "Weg ermee", Wish.DOUBTFUL),
        # A file, and not our list.
        ("", "Het is geen map, maar een bestand dat online wordt opgeslagen.", None),
        ("", "Het bestand is te groot, ik krijg het niet verstuurd per mail.", None),
        ("", "Ik hoef niet in jullie bestand te staan.", Wish.DOUBTFUL),
        # A greeting alone.
        ("", "Met vriendelijke groet,\nJan", None),
        ("", "Groetjes van Noor", None),
        ("", "Kind regards\nS. Hartman", None),
        ("", "Groet, en haal mij van de lijst", Wish.CLEAR),
        ("", "Met vriendelijke groet,\nJan\n\nschrap me maar", Wish.CLEAR),
        # A phone's line right behind the last word.
        ("", "Die ken ik niet. Mvg GerdaVerzonden vanaf mijn Galaxy", None),
        ("", "Ik wil geen mails meer.Verstuurd vanaf mijn iPhone", Wish.CLEAR),
        # In letters of other languages: what leaves is known, what tells is left alone.
        ("", "رأيت رجلاً يحمل حقيبة سوداء قرب المنزل رقم ١٢\nشكرا", None),
        ("", "你好，我看见一个男人在十点钟翻过篱笆。\n他穿着绿色夹克。", None),
        ("", "Здравствуйте, я видела белый фургон у дома 12.\nВодитель курил.", None),
        ("", "Είδα ένα λευκό φορτηγό", None),
        ("", "请不要再给我发邮件", Wish.DOUBTFUL),
        ("", "لا أريد هذه الرسائل", Wish.DOUBTFUL),
        ("", "Отпишите меня от рассылки", Wish.DOUBTFUL),
        ("", "Διαγράψτε με από τη λίστα", Wish.DOUBTFUL),
        ("", "Ik wil u vragen om mij vanaf vandaag geen enkele mail\nover inbraken meer te sturen.", Wish.CLEAR),
        ("", "Wilt u mijn adres en dat van mijn man per direct uit uw bestand verwijderen?", Wish.CLEAR),
        ("", "Meld ons vooral niet af", None),
        ("", "Wij willen niet afgemeld worden", None),
        ("", "Ik ben nog steeds niet afgemeld!", Wish.DOUBTFUL),
        ("", "streep mij maar door", Wish.DOUBTFUL),
        ("", "Blijf uit mijn mailbox", Wish.DOUBTFUL),
        ("", "I noticed a grey van at ten.", None),
        ("", "Ho visto un furgone grigio verso le dieci.", None),
        ("", "Słyszałam tłuczone szkło o 10:15.", None),
        ("", "Vi uma carrinha cinzenta às dez horas.", None),
        ("", "Am văzut doi bărbați cu o scară.", None),
        ("", "Saat onda iki adam gördüm.", None),
        ("", "Vi a dos hombres con una escalera a las diez.", None),
        ("", "J'ai vu deux hommes.", None),
        ("", "Zostaw mnie", Wish.DOUBTFUL),
    ],
)
def test_how_sure_it_is(subject: str, words: str, wish: Wish | None) -> None:
    assert wish_of(subject, words) is wish


def test_a_word_alone_is_a_wish_only_where_it_is_all_they_write() -> None:
    assert wants_no_mails("STOP!\n")
    assert not wants_no_mails(
        "Ik riep nog.\nStop!\nMaar hij rende door naar het park, richting de grote weg en het station."
    )


def test_a_long_text_is_read_in_no_time() -> None:
    began = time.perf_counter()
    wants_no_mails("ik wil graag niet de mail " * 400)
    wants_no_mails("haal mij, " * 1000)
    wish_of("", "ik wil niet, de mail weg. " * 200)
    assert time.perf_counter() - began < 2
