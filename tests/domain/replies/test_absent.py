"""What a citizen says is there and is not: a table each way, as people write."""

import pytest

from bot.domain.replies.attachments import Attachment, Scan
from bot.domain.replies.images.absent import Absent, absent, says_attached, service_linked

SAYS = (
    "Zie bijlage",
    "zie bijlage.",
    "Zie de bijlage voor het kenteken.",
    "Goedemorgen, zie bijgaande foto's.",
    "Zie foto",
    "Zie foto's, dit is de bus die er stond.",
    "Zie ook mijn filmpje",
    "Bekijk de beelden even.",
    "In de bijlage vindt u de beelden.",
    "De film zit in de bijlage.",
    "Zoals u kunt zien in de bijlage droeg hij een rode jas.",
    "Ik stuur de foto als bijlage.",
    "Met bijlage",
    "Bijlage: deurbel.mp4",
    "Bijgevoegd een foto van de auto.",
    "Foto bijgevoegd",
    "De beelden zijn bijgevoegd.",
    "Bijgaand de opname van onze deurbel.",
    "Hierbij.",
    "Hierbij de foto's van de deurbel.",
    "Hierbij stuur ik u de beelden van gisteren.",
    "Hierbij alsnog",
    "Ik heb een foto toegevoegd.",
    "Filmpje meegestuurd, kijk maar.",
    "Ik stuur de foto's mee.",
    "De meegestuurde film begint om tien uur.",
    "Foto erbij",
    "Wij hebben hem gefilmd, zie video",
    "Er liep een man, zie screenshot.",
    "See attached",
    "Please find attached the photos of the van.",
    "See attachment.",
    "I have attached a picture of the car.",
    "Attached the video of my doorbell",
    "The footage is attached.",
    "See photo",
    "Anbei die Aufnahme.",
    "Siehe Anhang",
    "Ci-joint la vidéo",
    "W załączniku film",
    "In de bijlage vindt u beelden voor uw onderzoek.",
)
OTHERS = (
    "",
    "Ik zag een witte bus.",
    "Ik zie foto's op Facebook van die man.",
    "Wij zien de beelden nog na.",
    "Zie je foto's van die avond?",
    "Op uw foto zie ik mijn buurman.",
    "Ik kan de bijlage niet openen.",
    "Er zat geen bijlage bij uw mail.",
    "In de bijlage van uw mail staat een kenteken.",
    "Kan ik een bijlage meesturen?",
    "Hoe kan ik een foto als bijlage sturen?",
    "Ik wil de film graag als bijlage sturen.",
    "Ik stuur vanavond de beelden als bijlage.",
    "Ik zal de foto's straks meesturen.",
    "Het filmpje volgt morgen in de bijlage.",
    "De bijlage ben ik vergeten.",
    "Zonder bijlage",
    "Hierbij meld ik dat ik niets zag.",
    "Hierbij mijn reactie op uw vraag.",
    "Hierbij laat ik weten dat er een man met een hond liep.",
    "Hij had een hond bij zich.",
    "De kar was attached to the car.",
    "The trailer was attached to a blue van.",
    "Dit bericht en eventuele bijlagen zijn uitsluitend bestemd voor de geadresseerde.",
    "De informatie in deze e-mail en in de bijlagen is vertrouwelijk.",
    "Denk aan het milieu voordat u deze mail of de bijlage print.",
    "This e-mail and any attachments are confidential.",
    "Zie de website van de gemeente.",
    "Zie foto's op de website van de krant.",
    "Zie de brief die ik in de bus kreeg.",
    "Zie hem elke dag lopen.",
    "Ik was ingesloten in de schuur.",
    "Zie bovenstaande.",
    "Ik heb de camera bijgesteld.",
    "Ik zag hem foto's maken van de huizen.",
    "U mag mij bellen, ik stuur niets mee.",
    "Als u wilt stuur ik de foto als bijlage.",
    "Zie foto's in jullie oproep.",
    "Bijgevoegde foto van de politie is niet scherp.",
    "Kijk op de foto in de krant.",
    "Er is een opbergbox aan de fiets bevestigd.",
    "I will send the video as an attachment tomorrow.",
    "Could you see the pictures?",
)
LINKS = (
    ("https://we.tl/t-Ab12Cd34", "WeTransfer"),
    ("Download hier: https://wetransfer.com/downloads/abc123/def", "WeTransfer"),
    ("we.tl/t-Ab12Cd34", "WeTransfer"),
    ("<https://drive.google.com/file/d/1AbC/view?usp=sharing>", "Google Drive"),
    ("https://photos.app.goo.gl/AbCdEf123", "Google Foto's"),
    ("https://1drv.ms/v/s!AbC", "OneDrive"),
    ("https://mijnwerk-my.sharepoint.com/:v:/g/personal/x", "OneDrive"),
    ("https://www.icloud.com/iclouddrive/0abc#deurbel", "iCloud"),
    ("https://share.icloud.com/photos/0abc", "iCloud"),
    ("https://www.dropbox.com/scl/fi/abc/deurbel.mp4?dl=0", "Dropbox"),
    ("HTTPS://WWW.DROPBOX.COM/S/ABC/DEURBEL.MP4", "Dropbox"),
    ("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwe.tl%2Ft-Ab12&data=05", "WeTransfer"),
    ("https://jan.stackstorage.com/s/AbC", "STACK"),
    ("https://filesender.surf.nl/?s=download&token=abc", "FileSender"),
    ("Ik kan het met wetransfer.com sturen.", ""),
    ("https://wetransfer.com/", ""),
    ("Heeft u Google Drive of Dropbox?", ""),
    ("https://example.nl/we.tl/t-abc", ""),
    ("https://notwe.tl.example.nl/t-abcdef", ""),
    ("https://mydropbox.com.example.nl/abc", ""),
    ("https://nieuws.example.nl/inbraak/breestraat", ""),
    ("noor@icloud.com", ""),
)


def file(**facts: str) -> Attachment:
    return Attachment(1, 1, "a.jpg", "image/jpeg", 9, "key", Scan.CLEAN, facts)


@pytest.mark.parametrize("words", SAYS)
def test_who_speaks_of_an_attachment_is_heard(words: str) -> None:
    assert says_attached(words)


@pytest.mark.parametrize("words", OTHERS)
def test_nobody_else_is(words: str) -> None:
    assert not says_attached(words)


@pytest.mark.parametrize(("words", "service"), LINKS)
def test_a_link_leads_to_a_service(words: str, service: str) -> None:
    assert service_linked(words) == service


@pytest.mark.parametrize(
    ("words", "files", "found"),
    [
        ("Zie bijlage.", (), Absent()),
        ("Zie bijlage.", (file(),), None),
        ("Zie bijlage.", (file(logo="1"),), Absent()),  # their mail program's own
        ("Zie https://we.tl/t-Ab12", (), Absent("WeTransfer")),
        ("Zie foto en https://we.tl/t-Ab12", (file(),), Absent("WeTransfer")),
        ("Ik zag niets.", (), None),
    ],
)
def test_a_file_that_came_is_the_one_they_speak_of(
    words: str, files: tuple[Attachment, ...], found: Absent | None
) -> None:
    assert absent(words, files) == found
