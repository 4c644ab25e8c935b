"""The wordings of denials, disputes and withdrawals."""

import re

from onrecord.records import ResponseKind
from onrecord.resolution.cued_patterns import BEHIND, Cues

CLAIM_NOUNS = (
    r"(?:claims?|allegations?|accusations?|charges?|reports?|rumou?rs?|suggestions?|assertions?|"
    r"account|version|notion|characteri[sz]ation|criticisms?|figures?|findings?|contention|"
    r"concerns?|insinuations?|complaints?|attacks?(?:\sads?)?|stor(?:y|ies)|arguments?|descriptions?|"
    r"narrative|predictions?)"
)
_UNTRUE = (
    r"[“\"‘']{0,2}(?:\w+\s){0,2}?(?:false|untrue|a\slie|lies|baseless|fabricat\w+|fiction|bogus|"
    r"nonsense|a\ssmear|inaccurate|categorically|unfounded|unsubstantiated|garbage|ridiculous|"
    r"absurd|"
    r"outrageous|laughable|preposterous|rubbish|hogwash|malarkey|crap|a\shoax|fake|misleading|"
    r"silly)\b"
)


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


STATEMENTS: tuple[tuple[ResponseKind, re.Pattern[str], Cues], ...] = (
    (
        ResponseKind.RETRACTS,
        _compile(
            r"\b(?:(?:has|have|had)\s)?(?:retract(?:ed|s|ing)|recant(?:ed|s|ing)|walk(?:ed|s|ing)\sback|"
            r"walk(?:ed|s|ing)\s(?:it|that|this|them|(?:his|her|its|their)\s\w+)\sback|"
            r"backtrack(?:ed|s|ing)|backpedal(?:l?ed|s|l?ing))\b[^.;\n]{0,60}|"
            r"\b(?:express(?:ed|es)\sregrets?\s(?:for|over|about)|regret(?:ted|s))\s(?:(?:his|her|its|"
            r"their|the|those|making\sthe)\s(?:\w+\s)?(?:remarks?|comments?|words|statements?|tweets?|"
            r"insults?|language)|(?:saying|having\ssaid|tweeting|calling))\b[^.;\n]{0,60}|"
            r"\b(?:withdr[ea]w|withdrawn|withdraws)\s(?:\w+\s){0,2}?"
            rf"(?:{CLAIM_NOUNS}|statement|remarks?|story|denial|it\b)[^.;\n]{{0,40}}|"
            r"\b(?:took|take|taken|takes)\s(?:it|that|this|them|his\swords|her\swords)\sback\b|"
            r"\bapologi[sz](?:ed|es)\s(?:[^.;,\n]{0,40}\s)?for\s(?:[\w’'-]+\s){0,3}?(?:remarks?|"
            r"comments?|"
            r"statements?|words|tweets?|posts?|columns?|suggestion|claims?|accusations?|(?:decision\sto\s)?"
            r"tell(?:ing)?|saying|calling|suggesting|claiming|tweeting|posting|implying)\b[^.;\n]{0,60}|"
            r"\b(?:back(?:ed|s)\s(?:away|off|down)|disavow(?:ed|s)|revers(?:ed|es))\s(?:from\s)?"
            r"(?:his|her|its|their|that|those)\s(?:\w+\s){0,2}?(?:claims?|statements?|remarks?|"
            r"comments?|words|assertions?|allegations?|accusations?)\b[^.;\n]{0,40}|"
            r"\b(?:issued|published|posted|ran)\sa\s(?:correction|retraction)\b[^.;\n]{0,60}|"
            r"\bcorrected\s(?:himself|herself|itself|themselves|the\srecord|(?:his|her|its|their)\s"
            r"(?:\w+\s)?(?:remarks?|statements?|stor(?:y|ies)|claims?|testimony|account))\b|"
            r"\b(?:acknowledg|admitt?|conced|clarif|sa[iy])(?:ed|es|ied|ies|s|d)\s(?:\w+\s)?"
            r"(?:(?:that\s)?[^.,;:\n“”\"]{1,40}?\s)(?:had\s|has\s|have\s)?"
            r"(?:misspoken?|misstated|misremembered)\b[^.;\n]{0,60}"
        ),
        {24: "misspoke misspoken misstated misremembered",
         1: "retract- recant- walk- backtrack- backpedal-",
         0: "expressed expresses regretted regrets withdraw withdrew withdrawn withdraws "
         "took take taken takes apolog- backed backs disavowed disavows reversed "
         "reverses issued published posted ran corrected"},
    ),
    (
        ResponseKind.CONFIRMS,
        _compile(
            r"\b(?:forc|compell|press)(?:ed|es|ing)\s(?P<party>(?-i:[A-Z])[^.;:,\n]{1,60}?)"
            r"(?:,\s[^.;:\n]{3,120},)?\sto\s(?:admit|concede|acknowledge)\b[^.;\n]{0,120}|"
            r"\b(?:was|were|been|is|are)\sforced\sto\s(?:admit|concede|acknowledge)\b[^.;\n]{0,120}"
        ),
        {1: "forced forces forcing compell- pressed presses pressing"},
    ),
    (
        ResponseKind.DISPUTES,
        _compile(
            r"(?<!\bmany\s)(?<!\bthe\s)(?<!\bof\s)(?<!\bany\s)(?<!\bother\s)(?<!\bin\s)(?<!\blegal\s)"
            r"\b(?:(?:has|have|had)\s)?(?:\w+ly\s)?(?:disput(?:ed|es|ing)\s(?:that|the|this|"
            r"those|these|"
            r"his|her|its|their|any|an?|\w+[’']s)\b|(?:contested|cast\sdoubt\son|discount(?:ed|s)|"
            r"discredit(?:ed|s|ing))\s"
            rf"(?:that\b|(?:[\w’'-]+\s){{0,4}}?(?:{CLAIM_NOUNS}|idea|view|argument)\b))[^.;\n]{{0,70}}|"
            r"\bcontradict(?:ed|s|ing|(?<=\bdid\scontradict))\s(?:(?-i:[A-Z])\w+|him|"
            r"her|them|that|the|this|his|those)\b|"
            r"\b(?:is|was|are|were|remains?|remained)\s(?:\w+ly\s)?(?:sk|sc)eptical\s(?:of|about)\s"
            rf"(?:[\w’'-]+\s){{0,5}}?(?:{CLAIM_NOUNS}|conclusions?|confidence|assessments?|"
            rf"explanations?)\b|"
            r"\b(?:\w+ly\s)?(?:question(?:ed|s)|challeng(?:ed|es)|poked\sholes\sin|t(?:ook|akes)\s"
            r"exception\sto)\s(?:(?:the|that|this|those|his|her|their)\s(?:\w+\s)?(?:idea|notion|"
            rf"assumption|premise|narrative|{CLAIM_NOUNS})\b)[^.;\n]{{0,70}}"
        ),
        {2: "disputed disputes disputing contested cast discounted discounts discredit- "
         "skeptical sceptical",
         1: "questioned questions challenged challenges poked took takes",
         0: "contradict-"},
    ),
    (
        ResponseKind.DENIES,
        _compile(
            r"\b(?:(?:has|have|had)\s)?(?:\w+ly\s)?(?:reject(?:ed|s|ing)?|dismiss(?:ed|es|ing)?|"
            r"brush(?:ed|es|ing)?\s(?:off|aside)|knock(?:ed|s)?\sdown|shot\sdown|"
            r"disagree[sd]?\swith|scoff(?:ed|s)?\sat|laugh(?:ed|s)?\soff|ridicul(?:ed?|es)|"
            r"(?:bristl|chaf)(?:ed?|es)\sat|rebuff(?:ed|s)?|(?:shrug|wav)(?:ged|ed|s|es)\s(?:off|aside|"
            r"away)|play(?:ed|s)\sdown|downplay(?:ed|s)?|pooh-poohed|(?:hit|fired|struck|shot|punched)\s"
            r"back\s(?:at|against)|swatted\s(?:away|down)|disavow(?:ed|s)|bat(?:ted|s)\s"
            r"(?:away|down)|tamp(?:ed|s)\sdown|"
            r"rebut(?:ted|s)|refut(?:ed|es?)|t(?:ook|akes)\sissue\swith|push(?:ed|es|ing)\sback\s(?:on|"
            r"against))\s"
            rf"(?:(?!(?:that|which|who|and|but|as)\s)[\w’'-]+\s){{0,5}}?(?:{CLAIM_NOUNS}|speculation|comparisons?|"
            rf"parallels?|premise|insinuation)\b"
            r"[^.;\n]{0,50}|\b(?:brush|wav|shrugg|laugh)(?:ed|es)\s(?:off|aside|away)\s(?:\w+\s){0,2}?"
            r"questions\sabout\b[^.;\n]{0,50}|"
            r"\b(?:(?:has|have|had)\s)?(?:\w+ly\s)?(?:maintain(?:ed|s)?|proclaim(?:ed|s)?|"
            r"protest(?:ed|s)?|assert(?:ed|s)?|profess(?:ed|es)?|insist(?:ed|s)\son)\s(?:his|her|its|"
            r"their)\s(?:own\s)?innocence\b[^.;\n]{0,40}|"
            r"\b(?:plead(?:ed|s)?|pled|entered\sa\splea\sof|(?:will|would)\s(?:plead|enter\sa\splea\s"
            r"of))\snot\sguilty\b[^.;\n]{0,60}|"
            r"\b(?:described|characteri[sz]ed|denounced|portrayed|decried)\s(?:it|this|that|them|"
            rf"(?:[\w’'-]+\s){{0,4}}?{CLAIM_NOUNS})\sas\s{_UNTRUE}|"
            r"\b(?:call(?:ed|s|ing)|brand(?:ed|s)|label(?:l?ed|s)|dismiss(?:ed|es))\s"
            rf"(?:it|this|that|them|(?:[\w’'-]+\s){{0,4}}?{CLAIM_NOUNS})\s(?:as\s)?{_UNTRUE}|"
            rf"\bdismiss(?:ed|es|ing)\s(?:[\w’'-]+\s){{1,6}}?as\s{_UNTRUE}|"
            rf"(?<=\bwhich\s)[^.;\n“”\"]{{2,60}}?\scall(?:ed|s)\s{_UNTRUE}|"
            r"\ban?\s(?:\w+\s)?(?:idea|claim|charge|allegation|accusation|notion|suggestion|"
            r"characteri[sz]ation|assertion|report|story|rumou?r|theory)\s(?:(?:that|which)\s)?"
            r"(?P<party>(?:he|she|they|the\s\w+|(?-i:[A-Z])[^.;:,\n“”\"]{1,40}?))\s(?:has\s|have\s)?"
            rf"(?:called|described\sas|dismissed\sas|branded|labell?ed)\s{_UNTRUE}"
        ),
        {2: "reject- dismiss- brush- knock- shot disagree- scoff- laugh- ridicul- bristl- "
         "chaf- rebuff- shrug- wav- play- downplay downplayed downplays pooh hit fired "
         "struck punched swatted disavowed disavows batted bats tamped tamps rebut- "
         "refut- took takes push- maintain- proclaim- protest- assert- profess- insist- "
         "idea claim charge allegation accusation notion suggestion characterization "
         "characterisation assertion report story rumor rumour theory",
         1: "plead pleaded pleads pled enter entered",
         0: "described characterized characterised denounced portrayed decried called calls "
         "calling branded brands labeled labelled labels",
         BEHIND: "which"},
    ),
)  # fmt: skip
DENIAL = _compile(
    r"(?<![\w-])(?:(?:has|have|had)\s)?(?:\w+ly\s)?(?:denied|denies|denying|deny)\b(?!\s(?:by|"
    r"to(?!\s(?:me|us|reporters|"
    r"the\s(?-i:[A-Z])\w+|(?-i:[A-Z])\w+)\b))\b)"
    r"(?:(?!,\s(?:but|and|while|though|yet)\s)[^.;\n]){0,80}"
)
DENIAL_CUES: Cues = {2: "deny denies denied denying"}
# "denied bail", "denied them a visa", "denied the motion": other senses of the word.
OTHER_DENIAL = _compile(
    r"\b(?:denied|denies|denying|deny)\s(?:(?:him|her|them|us|me|you|people|women|workers|"
    r"(?-i:[A-Z])\w+|(?:many|some|most)\s(?:\w+\s){1,3}|(?:his|her|its|their|the)\s\w+\s|"
    r"(?-i:[A-Z])\w+\s(?-i:[A-Z])\w+,\s[^.;]{3,60},\s)\s?"
    r"(?:an?|the|their|his|her|any|access|entry|rights?|victory)\b|(?:[\w’'-]+\s){0,3}?(?:entry|access|"
    r"bail|"
    r"visas?|permission|permits?|request|motion|petition|appeal|coverage|service|services|"
    r"treatment|"
    r"voice|hearing|victory|care|status|rights?|vote|nomination|opportunity|chance|justice|funding|asylum|application|"
    r"climate|"
    r"sanctuary|responsibility|requests?|science|evolution|existence|parole|benefits|citizenship|Republicans|Democrats)\b)"
)
