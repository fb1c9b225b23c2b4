"""The same signs in plain English: many who live here write it, and whoever is in fear writes what comes first."""

from typing import Final

from bot.domain.replies.urgent.words import Sign

_NOW: Final = r"\b(?:now|at (?:the|this) moment|currently|as (?:we speak|i write))\b"
_PEOPLE: Final = (
    r"(?:m[ae]n|wom[ae]n|guys?|dudes?|blokes?|persons?|people|boys?|kids|lads?|teens?|teenagers?|youths?|burglars?"
    r"|thie(?:f|ves)|robbers?|intruders?|strangers?|suspects?|gang)"
)
_SOMEBODY: Final = (
    rf"\b(?:some ?(?:one|body)|(?:an?|the|that|this|these|those|some|two|three|four|2|3|4|same"
    rf"|of) (?:\w+ ){{0,2}}{_PEOPLE}"
    rf"|burglars|thieves|robbers|intruders|people|strangers)\b"
)
_WHO: Final = rf"(?:{_SOMEBODY}|\b(?:they|he|she)\b)"
_WHOM: Final = rf"(?:{_SOMEBODY}|\b(?:them|him|her)\b)"
_IS: Final = r"(?:'s|'re|\b(?:is|are|theyre|hes|shes|someones))\b"
_HOME: Final = (
    r"(?:house|home|garden|yard|(?:back|front)?(?:yard|garden| ?door)|windows?|shed|garage|roof|balcon(?:y|ies)|attic"
    r"|loft|kitchen|bedroom|bathroom|basement|cellar|stairs|staircase|hallway|porch|driveway|fence|apartment|flat|gate"
    r"|alley(?:way)?|place|building)"
)
_WHERE: Final = (
    rf"\b(?:{_HOME}|upstairs|downstairs|inside|outside|in here|in there|next door|neighbou?r(?:s|'s)?|street|cars?|here"
    rf"|there)\b"
)
_AT_HOME: Final = rf"\b(?:in|inside|at|on|outside|behind|around|by|near|over|into|through) (?:\S+ ){{1,3}}{_HOME}\b"
_AT_HOME_BARE: Final = rf"\b(?:in|inside|at|on|outside) (?:\S+ )?{_HOME}\b"
_DOING: Final = (
    r"\b(?:breaking (?:in|into|the|a|my|our|down)|broke in just now|trying to (?:break|open|get (?:in|into)|force|enter"
    r"|steal|climb)|climbing|stealing|robbing|forcing|smashing|kicking (?:in|at|down)|running (?:away|off)|escaping"
    r"|getting away|sneaking|lurking|creeping|prowling|fighting|shooting|stabbing|attacking|beating|threatening|hiding"
    r"|looking (?:in|into|through)|loading|banging|hitting|coming (?:in|inside|up|back|at|towards|closer|for))\b"
)
_NEVER: Final = (
    r"\b(?:was|were|had|did|saw|heard|been|yesterday|ago|last|earlier|before|ever|often|always|sometimes|usually|if"
    r"|would|could|might|when|whenever|every|never|not|no ?(?:one|body)|footage|photos?|pictures?|videos?|images?"
    r"|cameras?|clips?|tv|news|film|at large|husband|wife|in (?:jail|prison|custody|court|hospital)|on holiday"
    r"|used to|these days|(?:mon|tues|wednes|thurs|fri|satur|sun)day|from (?:now|the)|until|till)\b|n't\b"
)
_FAST: Final = r"(?:quick(?:ly)?|fast|now|asap|immediately|right away|at once|soon as possible|hurry|urgently)"
_HELP: Final = (
    r"(?:(?:the )?(?:police|cops)|(?:an )?(?:ambulance|officers?)|help|some(?:one|body)|a (?:car|unit|patrol))"
)

ENGLISH: Final = (
    Sign("somebody is there now (English)", (_WHO, _IS, _WHERE, _NOW), _NEVER),
    Sign("somebody is at the house (English)", (_SOMEBODY, _IS, _AT_HOME), _NEVER),
    Sign(
        "inside (English)", (rf"{_WHO} ?{_IS} (?:in my|in our|inside|upstairs|downstairs|outside my|at my)\b",), _NEVER
    ),
    Sign("at it (English)", (rf"{_WHO} ?{_IS} (?:\w+ ){{0,2}}?{_DOING}",), _NEVER),
    Sign("at it (English)", (_IS, rf"{_WHO} (?:\w+ ){{0,2}}?{_DOING}"), rf"{_NEVER}|\b(?:do|does|i|we) "),
    Sign(
        "still there (English)",
        (
            rf"{_WHO} ?{_IS} (?:still|back|again) ?(?:there|here|inside|outside|in (?:the|my|our)|at (?:the|my|our"
            rf"|it)|$)",
        ),
        rf"{_NEVER}|\b(?:home|work|school)\b",
    ),
    Sign("still there (English)", (rf"{_WHO} ?{_IS} (?:\w+ )?(?:here|there|inside) (?:again|now|still)\b",), _NEVER),
    Sign(
        "seen or heard (English)",
        (
            rf"\b(?:i|we)(?:'m|'re| am| are)? (?:can )?(?:hear(?:ing)?|see(?:ing)?|watch(?:ing)?) {_WHOM}",
            rf"{_WHERE}|{_NOW}",
        ),
        rf"{_NEVER}|\bsee\b.{{0,40}}\boften\b",
    ),
    Sign(
        "seen now (English)",
        (
            r"\b(?:i|we) (?:can )?(?:hear|see)\b",
            rf"{_SOMEBODY}|\b(?:glass|noises?|screaming|footsteps|shots|voices)\b",
            _NOW,
        ),
        _NEVER,
    ),
    Sign(
        "come quickly (English)",
        (rf"\bcome (?:\w+ ){{0,3}}?{_FAST}\b|\bhurry(?: up)?$|^hurry\b",),
        rf"{_NEVER}|\b(?:i|we|they|he|will) come\b",
    ),
    Sign(
        "send somebody (English)",
        (rf"\bsend (?:\w+ ){{0,1}}?{_HELP}\b",),
        rf"{_NEVER}|\b(?:photo|mail|to talk|next|tomorrow)\b",
    ),
    Sign(
        "the police, now (English)",
        (rf"\b(?:need|want) (?:\w+ ){{0,1}}?{_HELP}\b", rf"\b{_FAST}\b|\bhere\b|\burgent"),
        _NEVER,
    ),
    Sign(
        "the police, now (English)",
        (rf"^(?:please )?(?:call (?:the )?(?:police|cops|112|911)|police|cops)\b.{{0,10}}\b(?:now|please|{_FAST})\b",),
        _NEVER,
    ),
    Sign(
        "help (English)",
        (r"^(?:please |pls )?help(?: me| us)?(?: please| pls| now)?$|\bhelp (?:me|us) (?:now|please)$",),
        _NEVER,
    ),
    Sign(
        "help (English)",
        (r"\bhelp\b", rf"{_WHO} ?{_IS}"),
        rf"{_NEVER}|\b(?:to|can|hope|with|hopes?|will) help\b|\bhelp(?:s|ful| with| you)\b",
    ),
    Sign("haste (English)", (r"^(?:this is |it's |it is )?(?:an? |very |really )*(?:emergency|urgent)$",), _NEVER),
    Sign(
        "happening (English)",
        (r"\b(?:happening|going on|in progress)\b", rf"{_NOW}|\bin progress\b|\bagain$"),
        rf"{_NEVER}|\bwhat",
    ),
    Sign(
        "a weapon (English)",
        (
            r"\b(?:has|have|with|holding|carrying|waving|got) (?:an? )?(?:\w+ )?(?:knife|knives|gun|weapon|pistol"
            r"|machete|axe|crowbar)\b",
            rf"{_WHO}",
        ),
        rf"{_NEVER}|\b(?:have you|i have|we have|licen[sc]e|collection|shop)\b",
    ),
    Sign(
        "chased (English)",
        (
            r"\b(?:i am|i'm|im|we are|we're)\b",
            r"\b(?:being (?:followed|attacked|robbed|threatened|chased)|hiding|locked (?:in|myself)|following (?:him"
            r"|them|her)|chasing)\b",
        ),
        _NEVER,
    ),
    Sign(
        "caught (English)",
        (r"\b(?:we|i)(?:'ve| have)? (?:caught|got|hold|are holding) (?:him|one of them|the (?:thief|burglar))\b",),
        _NEVER,
    ),
    Sign(
        "followed (English)",
        (r"\b(?:is|are|'s|'re|keeps?|was just) (?:\w+ )?(?:following|chasing|coming after|attacking) (?:me|us)\b",),
        r"\b(?:yesterday|ago|last|often|always|not|if)\b",
    ),
    Sign(
        "being done (English)",
        (
            r"\b(?:is|are|'s|'re|am|'m) (?:\w+ )?being (?:attacked|robbed|beaten|stabbed|threatened|burgled"
            r"|broken into|mugged"
            r"|kidnapped|held|chased|followed|hurt|shot at)\b",
        ),
        rf"{_NEVER}",
    ),
    Sign(
        "hurt (English)",
        (
            r"\b(?:(?:is|are|am|i'm|'s) (?:\w+ )?(?:bleeding|unconscious)|not breathing|(?:has|have|'s|been"
            r"|got) (?:just )?(?:been )?"
            r"(?:stabbed|shot|knocked (?:out|down)))\b",
        ),
        r"\b(?:yesterday|ago|last|was|were|news|read)\b",
    ),
    Sign(
        "help, a stranger (English)",
        (
            r"\b(?:help|hurry|quick|now)\b",
            r"\b(?:stranger|burglar|intruder|thief|robber|man|men|guy|someone)\b",
            _AT_HOME_BARE,
        ),
        rf"{_NEVER}|\b(?:hope|to help|helps|helpful|help with)\b",
    ),
)
"""Every such sign."""
