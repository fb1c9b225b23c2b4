"""English and German, by classes of words: see scene.py."""

from typing import Final

from bot.domain.replies.urgent.scene import Lexicon

_ING: Final = (
    r"breaking|climbing|forcing|smashing|kicking|banging|knocking|pushing|pulling|hitting|trying|stealing"
    r"|robbing|loading"
    r"|cutting|drilling|sawing|carrying|taking|dragging|hiding|sneaking|lurking|prowling|creeping|peeping|fighting"
    r"|shooting|stabbing|attacking|beating(?: up)?|threatening|screaming|shouting|yelling|chasing|following|strangling"
    r"|throwing"
    r"|pouring|spraying|grabbing|running|escaping|fleeing|searching|rummaging|holding|shining|pacing|swinging|waving"
    r"|choking|hurting|forcing|prying|fiddling|messing|going (?:through|door|from)|checking|testing|jumping"
    r"|crawling|walking (?:in|into|around|through)|entering|coming (?:in|up|through)"
)
_PLACE: Final = (
    r"(?:back|front|side|garden|car|cellar|bathroom|bedroom|kitchen|shop)? ?(?:house|home|garden|yard|backyard|door"
    r"|windows?|shed|garage|roof|balcon(?:y|ies)|attic|loft|kitchen|bedroom|bathroom|basement|cellar|stairs|staircase"
    r"|hallway|hall|porch|driveway|fence|apartment|flat|gate|place|building|shop|store|office|living room|room|bed"
    r"|warehouse|till|counter|closet|wall|lock|handle)"
)

ENGLISH_SCENE: Final = Lexicon(
    name="English",
    common=r"the|a|an|my|our|are|and|at|he|she|they|someone|somebody|there|this|to|of|it|we|i|i'm|he's|they're"
    r"|please|with",
    joints=r"\b(?:but|because|while|so|and|when)\b|\s(?=(?:he|she|they|i|we) \w)",
    rewritten=(
        (r"(?:my|our|her|his|your) (?:\w+ )?(?:man|woman|boys?|girls?|guy|lads?)", "relative"),
        (r"my ex(?:-?\w+)?", "a man"),
        (r"(?:you (?:wrote|mailed|are looking|asked) (?:about|for)|from your (?:mail|email|message))", "wanted"),
        (r"(he|she|someone|somebody|who)'?s", r"\1 is"),
        (r"they'?re", "they are"),
        (r"there'?s", "there is"),
        (r"won't", "wont"),
    ),
    stranger=r"some ?(?:one|body)|m[ae]n|wom[ae]n|guys?|dudes?|blokes?|persons?|people|boys?|girls?|lads?"
    r"|teens?|teenagers?"
    r"|youths?|burglars?|thie(?:f|ves)|robbers?|intruders?|strangers?|suspects?|gang|masked",
    they=r"he|she|they|him|them",
    jobs=r"relative|painters?|plumbers?|workers?|builders?|dogs?|cats?|postman|movers?|delivery",
    known=r"sons?|daughters?|kids|children|husband|wife|brother|sister",
    wanted=r"wanted",
    being=r"is|are|stands?|sits?|walks?|lies|keeps|has|wont|looks",
    deed=rf"(?:is|are|keeps?|still|still be) (?:\w+ ){{0,2}}?(?:{_ING})|(?:see|hear|watch) (?:\S+ ){{1,4}}?(?:{_ING})"
    rf"|(?:guys?|m[ae]n|lads|people|boys|someone) (?:\w+ ){{0,3}}?(?:{_ING})|wont (?:leave|let|go)|tries|breaks"
    rf"|climbs|kicks|bangs",
    harm=r"(?:is|are|keeps?) (?:\w+ )?(?:attacking|beating|stabbing|strangling|threatening|chasing|following"
    r"|hurting|hitting)",
    trace=r"glass breaking|breaking glass|footsteps|screaming|screams|voices|banging|torch\w*|flashlights?"
    r"|light moving",
    witness=r"(?:i|we) (?:can )?(?:see|hear)",
    sense=r"hear|see|watching|smell",
    home=rf"(?:in|inside|at|on|outside|behind|around|by|near|over|into|through|under|to|of|from"
    rf"|with) (?:\S+ ){{0,3}}?{_PLACE}"
    rf"|(?:my|our|his|her|their|neighbou?r'?s'?) (?:\w+ )?{_PLACE}|(?:my|our) neighbou?rs?|upstairs|downstairs"
    rf"|inside|next door|in here",
    place=r"number \d+|(?:in|at|on|through|into|behind|over|under|near|by) (?:the|my|our|a|her|his|their) \w+|here"
    r"|there|street|station|school|park|church|car|cars|van|bus|train|alley|supermarket|cashier"
    r"|outside|corner",
    now=r"now|at (?:the|this) moment|currently|as (?:we speak|i (?:write|type))|still going on",
    still=r"still|again|back|keeps",
    tool=r"crowbar|torch|flashlight|balaclava|masks?|masked|ladder|hoodie|gloves|petrol|bolt cutters?|grinder",
    culprit=r"burglars?|thie(?:f|ves)|robbers?|intruders?",
    weapon=r"knife|gun|axe|hammer|bat|machete|bottle|weapon|sword",
    presented=r"there (?:is|are) (?:some|an?|two|three|people|men)",
    device=r"alarm|sensor|doorbell|motion",
    live=r"live|right now|alert",
    danger=r"(?:smoke|flames|fire) (?:is )?(?:coming|pouring|in|from|out)|(?:is|are) on fire|(?:house|shed"
    r"|car) burning"
    r"|(?:not|isn't|stopped) (?:responding|breathing|moving)|(?:is|are) (?:bleeding|drowning|unconscious)"
    r"|wont (?:leave|let \w+ (?:out|go|leave))|(?:refuses|refusing) to leave|(?:is|are) (?:\w+ )?(?:threatening"
    r"|strangling"
    r"|stabbing|attacking|beating|shooting) (?:me|us|the|my|a|him|her|people)|locked (?:me|us|him|her) in"
    r"|on top of (?:me|her|him|us)|blood everywhere|(?:is|are) not (?:moving|breathing|responding)"
    r"|can't (?:get out|breathe)|(?:is|are) trapped",
    harmless=r"barbecue|bbq|chimney|candle|nobody",
    fear=r"hiding|locked (?:in|ourselves|myself)|under the (?:bed|desk|table)|scared|afraid|terrified|alone"
    r"|can't (?:talk|call)"
    r"|cannot (?:talk|call)|in the (?:closet|bathroom|attic)",
    plea=r"help|hurry|quick|quickly|please (?:send|come|help)|send|police|ambulance|emergency|asap",
    past=r"was|were|had|did|saw|heard|been|yesterday|ago|last|earlier|before|came|went|left|ran|tried"
    r"|broke into my|looked"
    r"|walked|stood|took|told|said|(?:mon|tues|wednes|thurs|fri|satur|sun)day|that (?:night|day|evening)|since",
    done=r"(?:has|have) (?:\w+ )?\w+ed",
    passive=r"being",
    never=r"often|always|sometimes|usually|if|would|could|might|whenever|every|never|footage|photos?|pictures?"
    r"|videos?|images?"
    r"|cameras?|clips?|recordings?|tv|news|film|at large|jail|prison|custody|court|holiday|used to|these days"
    r"|tomorrow"
    r"|next|until|till|works|lives|thanks?|hope|maybe|how|what should|why|most|barks|all day|all the time"
    r"|plays?|playing|looks like|looking for him",
    denied=r"not|no ?(?:one|body)|nothing|don't|didn't|doesn't|isn't|wasn't|haven't|couldn't|licen[sc]e",
    calm=r"thanks?|regards|footage|recording|yesterday|ago|last (?:week|month|night)",
)

_DEED: Final = (
    r"versucht|versuchen|bricht|brechen|klettert|klettern|schleicht|schleichen|schlagt|schlagen|tritt|treten|klopft"
    r"|hammert|rennt|rennen|flieht|fliehen|stiehlt|stehlen|bedroht|bedrohen|schreit|schreien|ruttelt|rutteln|leuchtet"
    r"|leuchten|sagt auf|sagen|bohrt|bohren|zieht|ziehen|tragt|tragen|durchsucht|durchsuchen|folgt|verfolgt|wurgt"
    r"|aufzubrechen|einzubrechen|einbrechen|schneidet|wirft|werfen|prugelt|prugeln|versteckt"
)
_HAUS: Final = (
    r"(?:\w*haus\w*|\w*wohnung|\w*garten|\w*tur|\w*keller|\w*dach|\w*garage|\w*fenster|\w*zimmer|kuche|\w*treppe|flur"
    r"|balkon|zaun|nachbarn?|nachbarin|laden|geschaft|buro|hof|schuppen|bett|bad|schrank)"
)

GERMAN_SCENE: Final = Lexicon(
    name="German",
    common=r"der|ist|ich|und|mein\w*|ein|eine|einen|einem|unser\w*|wir|nicht|da|jemand|sind|sie|den|dem|das|im"
    r"|bei|auf|zu|mit"
    r"|bitte|haben|es",
    joints=r"\b(?:aber|weil|wahrend|und|als)\b|\s(?=(?:ich|er|sie|wir) (?:ist|sind|bin|hat|haben)\b)",
    rewritten=(
        (
            r"(?:mein|meine|unser|unsere|sein|ihr|meinem|meiner) (?:\w+ )?(?:mann|frau|junge"
            r"|jungen)",
            "verwandte",
        ),
    ),
    stranger=r"jemand|einbrecher|diebe?|mann|manner|mannern|frau|fremder?|leute|typ|typen|kerle?|jungen?"
    r"|jugendliche|tater"
    r"|unbekannter?",
    they=r"er|sie|ihn|ihm",
    jobs=r"verwandte|hund|katze|maler|handwerker|post\w*",
    known=r"sohn|tochter|kinder|bruder|schwester",
    wanted=r"gesuchte\w*",
    being=r"ist|sind|steht|stehen|sitzt|sitzen|lauft|laufen|geht|gehen|liegt|liegen|kommt|kommen|schaut|schauen"
    r"|hat|wird",
    deed=_DEED,
    harm=r"schlagt|schlagen|bedroht|bedrohen|wurgt|prugelt|verfolgt|angreift",
    trace=r"taschenlampen?|schritte|schreie|stimmen|glas",
    witness=r"(?:ich|wir) (?:sehe|sehen|hore|horen)",
    sense=r"hore|horen|sehe|sehen",
    home=rf"(?:in|im|vor|an|am|bei|beim|hinter|auf|durch|uber|unter|aus|ins) (?:\S+ ){{0,2}}?{_HAUS}"
    rf"|(?:meine?|unsere?|die|das|den) (?:\w+ )?{_HAUS}|oben|unten|drinnen|nebenan|drin",
    place=r"hier|dort|strasse|bahnhof|schule|park|auto|bus|supermarkt|draussen",
    now=r"jetzt|gerade|im moment|in diesem moment",
    still=r"noch|immer noch|wieder|zuruck",
    tool=r"brecheisen|taschenlampen?|sturmhaube|masken?|leiter|maskiert\w*|fremder?",
    culprit=r"einbrecher|diebe?|tater",
    weapon=r"messer|waffe|pistole|axt|hammer|schlager",
    presented=r"da (?:ist|sind|steht|stehen|lauft) \w+",
    device=r"alarm|bewegungsmelder|klingel",
    live=r"live|gerade",
    danger=r"es brennt|wird (?:\w+ )?(?:eingebrochen|geschossen|geschlagen|bedroht|uberfallen)|(?:rauch|feuer"
    r"|flammen) (?:\w+ )?(?:aus|im|in|unter)|blutet|bewusstlos|atmet nicht|bewegt sich nicht"
    r"|reagiert nicht|ertrinkt|will nicht gehen|geht nicht weg|lasst (?:uns|mich|niemanden) nicht"
    r"|wir kommen nicht raus",
    harmless=r"grill|kamin|kerze",
    fear=r"eingeschlossen|versteckt|unter dem (?:bett|tisch)|angst|allein|kann nicht (?:sprechen|reden)|im schrank",
    plea=r"hilfe|schnell|polizei|bitte (?:kommen|schnell|helfen|schicken)|kommen sie|notfall|dringend",
    past=r"war|waren|hatte|hatten|gestern|letzte\w*|vorige\w*|wurde|wurden|gesehen|gehort|sah|stand|ging|kam"
    r"|lief|vor \w+"
    r" (?:tagen|wochen|monaten)|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|geklingelt",
    done=r"ge\w{3,}(?:t|en)",
    passive=r"wird|werden",
    never=r"oft|immer wieder|manchmal|wenn|falls|jede[nrs]?|nie|videos?|fotos?|bilder|kamera|aufnahmen?|urlaub"
    r"|arbeitet|wohnt"
    r"|danke|vielleicht|hoffe|morgen|soll ich|konnte|wurden sie|bekannt",
    denied=r"nichts|niemand|keine?[nrms]?|nicht",
    calm=r"danke|gruss|grusse|gestern|letzte\w*|aufnahmen?",
)
"""Every such class."""
