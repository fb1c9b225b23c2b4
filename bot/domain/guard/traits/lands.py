"""Countries and regions that somebody may come from; folded."""

from typing import Final

from bot.domain.guard.words import words_of

LANDS: Final = words_of("""
afghanistan albanie algerije argentinie armenie aruba australie azerbeidzjan belgie bolivia bosnie brazilie
bulgarije canada chili china colombia congo cuba curacao cyprus denemarken duitsland egypte engeland eritrea estland
ethiopie filipijnen finland frankrijk gambia georgie ghana griekenland guinee haiti hongarije ierland india
indonesie irak iran israel italie jamaica japan jemen jordanie kaapverdie kameroen kazachstan kenia kosovo kroatie
koerdistan letland libanon liberia libie litouwen macedonie marokko mexico moldavie mongolie montenegro nederland
nepal nigeria noorwegen oekraine oezbekistan oostenrijk pakistan palestina peru polen portugal roemenie rusland
senegal servie sierra-leone slovenie slowakije somalie soedan spanje suriname syrie thailand tsjechie tsjetsjenie
tunesie turkije uganda venezuela vietnam zweden zwitserland oost-europa noord-afrika afrika azie zuid-amerika
midden-oosten oostblok balkan antillen joegoslavie sovjet-unie west-afrika latijns-amerika zuid-europa oosteuropa
buitenland bonaire afghanistan angola bangladesh benin botswana burundi canarische cambodja dominicaanse ecuador
gabon honduras ijsland ivoorkust kirgizie koerdistan kosovo laos luxemburg malawi maleisie mali malta mauritanie
mozambique myanmar namibie nicaragua niger panama paraguay puerto-rico rwanda saoedi-arabie siberie singapore
sri-lanka sudan tanzania tibet togo turkmenistan uruguay vlaanderen wit-rusland zambia zimbabwe zuid-afrika
oost-afrika zuidoost-azie zuid-azie centraal-azie midden-amerika noord-europa scandinavie kaukasus baltikum maghreb
caribien amerika
""")
