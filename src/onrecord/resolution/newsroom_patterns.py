"""The wordings by which a page relies on another newsroom or on a document."""

import re
from enum import StrEnum


class Reliance(StrEnum):
    """How the page says that it has somebody's words through a newsroom.

    TOLD, INTERVIEWED and AIRED stand with a speaker; REPORTED is the newsroom's own account; CITED
    is whom a newsroom names as its ground; WRITTEN is a document that holds the speaker's words;
    EMPLOYING stands with its own journalist; POLLED is a poll, whose answers are told; NAMED is a
    newsroom's journalist, whom others may talk to; CREDITED is the wire's name at the top of a
    text.
    """

    TOLD = "told"
    INTERVIEWED = "interviewed"
    AIRED = "aired"
    REPORTED = "reported"
    CITED = "cited"
    WRITTEN = "written"
    CREDITED = "credited"
    EMPLOYING = "employing"
    POLLED = "polled"
    NAMED = "named"


REACH = 90
_ARTICLE = (
    r"(?:the |The |THE |an? |[A-Z][\w.]+(?: [A-Z]\w+){0,3}[’']s? )?"
    r"(?:(?:conservative|liberal|right-wing|left-leaning|right-leaning|"
    r"conservative-leaning|local|rival) )?(?:(?:[\w-]+ ){0,2}(?:newspaper|paper|news site|website|"
    r"magazine|blog|network|news agency|news outlet|outlet|broadcaster|daily|tabloid|weekly) )?$"
)
_WHO_ASKS = r"(?:the |The |an? )?$"
_SPEAKERS = r"(?:[\w’'.\-]+ ){0,6}"
BEFORE = (
    (Reliance.TOLD, re.compile(
        r"\b(?:told(?: to)?|tells|[Tt]elling|(?:spoke|[Ss]peaking|talked|[Tt]alking|speaks) "
        r"(?:with|to)|"
        r"identified \w+ to|"
        r"(?:said|saying|suggest(?:ed|ing)|conced(?:ed|ing)|complain(?:ed|ing)|"
        r"confirm(?:ed|ing)|admitt(?:ed|ing)|acknowledg(?:ed|ing)|explain(?:ed|ing)|"
        r"insist(?:ed|ing)|disclos(?:ed|ing)|reveal(?:ed|ing)|remark(?:s|ed|ing)|comments|"
        r"(?:reiterat|repeat|stat|not|recall|describ|clarif|announc|indicat|mus|vent|hint|pledg|"
        r"predict|emphasiz|lament|grip|quipp|jok|boast|stress|defend|outlin)(?:ed|ing|ied|ying)|"
        r"statement|e-?mail) to|(?:provided|given|gave|shared|forwarded|e-?mailed) (?:\w+ )?"
        r"(?:to|with)) (?:[\w’'.\-]+ (?:[\w’'.\-]+ )?(?:of|from|at|with|"
        r"on) )?" + _ARTICLE)),
    (Reliance.INTERVIEWED, re.compile(
        r"\b[Ii]nterview(?:s|ed)?,? (?:[\w,.]+ ){0,4}?(?:with|by|on|for|to|from|"
        r"in) " + _SPEAKERS + _ARTICLE + r"|\b(?:[Aa]sked|pressed|questioned|challenged|grilled|"
        r"quizzed) (?:[\w-]+ ){0,3}?by " + _WHO_ASKS + r"|\b(?:sat down|sit-down|[Ss]itting down|"
        r"conversation|exchange|Q&A|chat|chatted|sparred|discussion|discussion \w+day|"
        r"conversation \w+day) with " + _WHO_ASKS)),
    (Reliance.AIRED, re.compile(
        r"\b(?:[Oo]n|[Dd]uring|segment of|guest on|aired on|tells?|appear\w+ (?:on|in|with)|"
        r"appearances? (?:on|with)|called in(?: ?to)?|phoned into|visit(?:ed)?(?: to)?|"
        r"stopped by|(?:phone )?call (?:in )?to|(?:went|gone|goes|going) on|(?:episode|edition|"
        r"broadcast|taping|airing) of|"
        r"joined) (?:the |The |a )?(?:Sunday |Monday |Tuesday |Wednesday |Thursday |Friday |"
        r"Saturday )?"
        r"(?:\w+(?:day)?[’']s )?(?:(?:[\w-]+ ){0,2}(?:channel|network|station|show|programme|"
        r"program|podcast|newscast|series) )?"
        r"(?:(?:broadcast|edition|episode|airing) (?:of|"
        r"on) )?" + _ARTICLE)),
    (Reliance.REPORTED, re.compile(
        r"\b(?:[Aa]ccording to|[Aa]s reported by|reported by|obtained by|revealed by|"
        r"(?:published|printed|carried|aired|broadcast) (?:in|by|on)|"
        r"(?:reviewed|seen|posted|released|recorded|captured|filmed|unearthed|uncovered|"
        r"broken|viewed|examined) by|(?:leaked|provided) to|"
        r"(?:[Ii]ssue|[Ee]dition) of|"
        r"(?:report|story|article|account|piece|investigation|column|op-ed|editorial|essay|count|"
        r"tally|analysis|review|examination|profile|dispatch) "
        r"(?:published |that appeared |appearing |this \w+ |last \w+ )?(?:in|by|from|for)|"
        r"(?:column|op-ed|essay|commentary) (?:on|for|in)|(?:said|noted|"
        r"argued|observed|reported|explained|pointed out|put it)(?: recently|"
        r" \w+day| last \w+)? in|(?:argues|argued|explains|explained|notes|"
        r"noted) (?:over )?at) " + _ARTICLE)),
)  # fmt: skip
AFTER = (
    (Reliance.INTERVIEWED, re.compile(
        r"(?:[’']s?)? (?:\w+ )?interview\b|(?: has| had)? (?:interviewed|spoke (?:with|to)|"
        r"talked (?:with|to)|reached out to|visited with) (?:more than|nearly|about|over|almost|"
        r"dozens|scores|several|many|two|three|four|five|six|seven|eight|nine|ten|\d+|former|"
        r"people)\b|"
        # "Vale Radio’s Ida Bell asked Marsh about the rain"
        r"[’']s? (?:[\w-]+ ){0,3}?[A-Z][\w’'-]+ [A-Z][\w’'-]+ (?:asked|pressed|questioned|"
        r"challenged|grilled|interviewed) (?=(?:\w+ )?[A-Z]|him\b|her\b|the )")),
    (Reliance.AIRED, re.compile(r"(?:[’']s?)? (?:\w+ )?(?:appearance|town hall|forum)\b")),
    (Reliance.REPORTED, re.compile(
        r"(?:,[^,;.\n]{3,60},)? (?:has |had |is |first |is now |also )*(?:report(?:ed|s|ing)|"
        r"quoted|"
        r"revealed|published|wrote|writes|noted|said|says)\b"
        r"|[’']s? (?:\w+ )?(?:report|reporting|story|article|account)\b")),
)  # fmt: skip
CITING = re.compile(
    r"\b(?:report\w*|said|says|wrote|writes)\b[^.\n]{0,160}?,? (?:citing|"
    r"quoting) (?P<who>(?!.{0,20}\b(?:fear|concern|need|risk|cost))[^,;.\n]{3,80}?)"
    r"(?=,|;|\.\s|\.$| who | that | which |$)", re.MULTILINE,
)  # fmt: skip
SHORT = re.compile(
    r"\b[Tt]he (?P<name>Times|Post|Journal|Herald|Tribune|Globe|Courier|Guardian|Mail|Chronicle|"
    r"Observer|Sun|Star|Gazette|Examiner|Register|Telegraph|Independent|Sentinel|"
    r"Inquirer)\b(?! [A-Z])"
)
DESCRIBED = re.compile(
    r"\b(?:the|The) (?P<name>newspaper|paper|magazine|network|news agency|agency|broadcaster|"
    r"outlet|newswire|news site|website|station)\b"
    r"(?![’'\-](?!s (?:own )?(?:editorial board|editors?|reporters?|columnists?|editorials?|"
    r"report|story|analysis)\b)| of\b)"
)
CALL_SIGN = re.compile(r"\b[WK][A-Z]{2,3}(?:-[A-Z]{2}\b|[ -]?\d{1,2}\b|\b)")
PROGRAMME = re.compile(
    r"(?P<opens>[\"“‘'])?\b(?P<name>Meet [Tt]he Press|Face [Tt]he Nation|This Week|"
    r"State of the Union|"
    r"Fox News "
    r"Sunday|Good Morning America|Morning Joe|The View|60 Minutes|Fox (?:&|and) Friends|Hannity|"
    r"Any Questions|Today|The Daily Show|The Nightly Show|The Lead|The Situation Room|"
    r"Special Report|"
    r"On the Record|PBS NewsHour|NewsHour|Newsnight|Fresh Air|All Things Considered|"
    r"Morning Edition|"
    r"Real Time|Last Week Tonight|Saturday Night Live|The Today Show|World News Tonight|The Five|"
    r"The O[’']Reilly Factor|The Kelly File|Hardball|New Day|Late Show|The Tonight Show|"
    r"CBS This Morning|The Late Show|Democracy Now|Frontline|Nightline|Dateline|"
    r"(?:The )?(?:[A-Z][\w’'.]+"
    r"[\s\u00a0]){1,3}(?:Show|Tonight|Report|Hour|Podcast))\b"
)
# "his podcast “The Long Vale”": a title that only its noun makes a programme's
TITLED = re.compile(
    r"\b(?:podcast|show|programme|program|newscast|broadcast|series|[A-Z][\w’'.]+[’']s?),? "
    r"[\"“‘']{1,2}(?P<name>[A-Z](?:[^\"”’'\n]|[’'](?=\w)){2,40}?)[,.]?[\"”’'](?!\w)"
)
# A title in marks is a programme's where somebody is told or heard there: "told “Vale Now”", "said
# Sunday on “Vale Now”".
_MARKED = (
    r"[“\"](?P<name>[A-Z][\w’'&.-]*(?: (?:[A-Z0-9][\w’'&.-]*|&|and|the|of|with|in|for|a)){0,5}?)"
    r"[,.!]?[”\"]"
)
TOLD_TITLE = re.compile(
    r"\b(?:told|tells|[Tt]elling|[Ii]nterview (?:\w+ )?(?:with|on|for)|spoke (?:to|with)|"
    r"[Ss]peaking (?:to|with)|sat down with) (?:the )?" + _MARKED
)
ON_TITLE = re.compile(
    r"\b(?:(?:said|says|saying|stated|appear\w*|appearances?|spoke|[Ss]peaking|guest|segment|"
    r"air(?:ed|s|ing)|broadcast|live|went|interviewed|\w+day|morning|afternoon|evening|night|week|"
    r"month|year) on|(?:episode|edition|broadcast|taping|segment) of) "
    r"(?:the |\w+day[’']s |\w+day (?:morning|night)[’']s )?" + _MARKED
)
# "on Ida Bell’s radio show", "Bell’s podcast": named for its host
HOSTS_OWN = re.compile(
    r"\b(?P<name>(?:[A-Z][\w’'.-]* )?[A-Z][\w-]+[’']s? (?:[\w-]+ ){0,2}?(?:(?:radio|talk|"
    r"television|TV|cable|nightly|morning|late-night) )(?:show|programme|program|podcast)|"
    r"(?:[A-Z][\w’'.-]* )[A-Z][\w-]+[’']s? (?:show|podcast))\b(?![’'\w])"
)
# "in a meeting with The Vale Post’s editorial board"
MET = re.compile(r"\b(?:met|meeting|session|sit-down) with (?:the |The )?$")
BOARD = re.compile(r"(?:[’']s?)? (?:editorial board|editors|reporters and editors)\b")
# "the radio show Vale Nights"
UNTITLED = re.compile(
    r"\b(?:radio|television|TV|talk|news|morning|cable) (?:show|program|programme|podcast) "
    r"(?P<name>[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,4})(?! (?:host|anchor))"
)
# "told Vale News Daily host Ivo Marsh", "told Vale News Chief Correspondent Ivo Marsh"
TOLD_HOST = re.compile(
    r"\b(?:told|tells|[Tt]elling|[Ii]nterview with|spoke (?:to|with)|[Ss]peaking (?:to|with)) "
    r"(?:the )?(?P<name>[A-Z][\w’'.&-]*(?: [A-Z][\w’'.&-]*){0,5}?)(?:[’']s?)? "
    r"(?:(?:[Ss]enior|[Cc]hief|[Ii]nvestigative|[Nn]ational|[Pp]olitical|[Ff]oreign|White House|"
    r"[Ss]pecial|[Ll]egal|[Jj]ustice|[Bb]usiness|[Ss]tate|[Ss]taff) ){0,3}"
    r"(?:[Hh]ost|[Cc]o-[Hh]ost|[Aa]nchor|[Rr]eporter|[Cc]orrespondent|[Ee]ditor|"
    r"[Cc]ontributor|[Cc]olumnist|[Mm]oderator)\b"
)
# "an interview with Vale Tonight with Ivo Marsh": a programme with its host.
HOSTED = re.compile(
    r"\binterview (?:with|on) (?:the )?(?P<name>[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){1,4})"
    r"(?= (?:with|host) [A-Z])"
)
_NEWSROOM_NOUN = (
    r"(?:newspaper|radio station|radio|television(?: station| channel| network)?|TV(?: station|"
    r" channel|"
    r" network)?|magazine|tabloid|news (?:agency|site|website|outlet|channel)|website|podcast|"
    r"daily|weekly)"
)
TOLD_UNKNOWN = re.compile(
    r"\btold (?:(?P<name>(?:the )?[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,3})(?=, (?:a|an|"
    r"the) (?:[\w-]+ ){0,3}"
    r"(?:daily|newspaper|weekly|magazine|broadcaster|website|news site|news agency|tabloid|"
    r"radio)\b)|"
    # "told the Paris daily Le Port"
    r"(?:the |an? )?(?:[\w’'.-]+ ){0,3}?(?:daily|newspaper|weekly|magazine|broadcaster|website|"
    r"news (?:site|agency|channel)|tabloid|radio(?: station)?|TV(?: channel| station)?|"
    r"television(?: "
    r"channel| station| network)?|network|paper|outlet|publication|blog|"
    r"podcast) (?P<named>[A-Z][^\s,;.\"“”]+"
    r"(?: [A-Z][^\s,;.\"“”]+){0,3}))"
)
# "in the Vale Word, a harbour weekly": a name that only its apposition makes an outlet's.
APPOSED = re.compile(
    r"\b(?:in|for|by|to|with) (?:the )?(?P<name>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,3})"
    rf"(?=, (?:an?|the) (?:[\w’'-]+ ){{0,4}}?{_NEWSROOM_NOUN}\b)"
)
WITH_UNKNOWN = re.compile(
    r"\b[Ii]nterview (?:(?:on \w+ )?(?:on|to)|(?:[\w,]+ ){0,3}with) (?:the )?$|"
    r"\b(?:wrote|writes|writing)(?: recently|"
    r" last "
    r"(?:week|month|year))? (?:in|for) (?:the |The )?$"
)
# Common words that are magazines when something is said to them: "told People".
TOLD_COMMON = re.compile(
    r"\b(?:told|tells|telling|[Ii]nterview (?:with|in)|(?:spoke|speaking) (?:with|to)|(?:said|"
    r"added) to) (?:The |the )?"
    r"(?P<name>Vox|Axios|Essence|Inc\.|Economist|Nation|Spectator|Crain[’']s|People|Time|Fortune|"
    r"Reason|Nature|Science|Glamour|Elle|Insider|Stat|Quartz|Deadline|"
    r"Billboard|Fusion|Focus|Stern|Bild|Today|Extra|Commentary|Mic|"
    r"Money)(?: [Mm]agazine)?(?=[,.;]| in | on | that | last | of | this |$)"
)
# "New York magazine": a name that only its noun makes an outlet's.
BEFORE_NOUN = re.compile(
    r"\b(?P<name>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}) (?:magazine|newspaper|tabloid|newswire|"
    r"news agency)\b(?! (?:the )?[A-Z])"
)
AFTER_UNKNOWN = re.compile(
    r"[,.;]|\s(?:with|on|that|about|in|last|this|published|magazine|host|hosts)\b"
)
FOX = re.compile(
    r"(?:\b(?:told|tells|telling|on|with|to) |\b(?=Fox[’']s [A-Z][\w’'-]+ [A-Z]))"
    r"(?P<name>Fox(?: \d+)?)(?! [A-Z&])\b"
)
# "told Le Port newspaper", "told a Brenn radio station"
TOLD_DESCRIBED = re.compile(
    r"\b(?:told|interview (?:with|on)|(?:spoke|speaking) (?:to|with)|remarks to|"
    r"comments to) (?:the |[A-Z]\w+[’']s )?(?:"
    rf"(?P<name>[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){{0,3}})(?= {_NEWSROOM_NOUN}\b(?! [A-Z]))|"
    rf"(?P<described>an? (?:[\w’'-]+ ){{0,4}}?{_NEWSROOM_NOUN})\b(?! (?:host|reporter|editor|"
    rf"interview)))"
)
_JOB = (
    r"(?:[Cc]o-?[Hh]ost|host|[Cc]o-?[Aa]nchor|anchor|reporter|correspondent|columnist|analyst|"
    r"commentator|contributor|"
    r"(?:editor[- ]in[- ]chief|editor)|writer|journalist|critic|blogger|staffer|employee|"
    r"presenter|interviewer|panelist|pundit|editorial board|investigative unit)"
    r"s?"
)
EMPLOYED_BEFORE = re.compile(
    rf"[’']s? (?=[A-Z])|[’']?s? (?:[\w-]+ ){{0,3}}?{_JOB}\b(?! (?:of|for) )"
)
NO_LONGER = re.compile(r"\b(?:former|ex|then|onetime|one-time|past|late)[ -][^,;.]{0,40}$")
# "the debate on the network", "spent millions on Vale Radio": nobody is heard there.
OFF_AIR = re.compile(
    r"\b(?:debates?|coverage|ads?|advertising|watch(?:ed|ing)?|focus\w*|based|depends?|rely|relies|"
    r"relied|spen[dt]|spending|attacks?|assault|pressure|war|effect|impact|reports?|reporting|"
    r"stor(?:y|ies)|columns?|op-eds?|essays?|posts?|articles?|questions?|bet|blamed?|"
    r"comment(?:ed|ing)?)(?: [\w$.]+){0,2} on "
    r"(?:the |The |their )?$|"
    r"\b(?:(?<!this )(?<!last )time|tenure|years|stint|career|jobs?|role) on (?:the |The )?$|"
    r"\b(?:columns?|op-eds?|essays?|articles?|commentary|piece) (?:that )?appear\w* in "
    r"(?:the |The )?$"
)
OWNED_THING = re.compile(
    r"[’']s? (?!\w+ (?:show|programme|program|broadcast|interview|town)\b)(?!(?:show|programme|"
    r"program|podcast|morning|evening|nightly|daily|weekly|airwaves|air|live|broadcast|primetime|"
    r"prime|sunday|news|flagship|popular|political|debate|town|forum|interview)\b)[a-z]"
)
ON_PRINT = re.compile(r"\b[Oo]n (?:the |The )?$")
PRINT = re.compile(
    r"(?:Times|Post|Journal|Herald|Tribune|Globe|Courier|Guardian|Mail|Chronicle|Observer|Gazette|"
    r"Examiner|Register|Telegraph|Sentinel|Inquirer|Politico|POLITICO|Magazine|newspaper|paper)$"
)
# "Vale Radio’s Ida Bell", "Vale Radio host Ida Bell"
JOURNALIST = re.compile(
    rf"(?:[’']s? |[’']?s? (?:[\w-]+ ){{0,2}}?{_JOB} )(?P<who>[A-Z][\w’'-]+ (?P<last>[A-Z][\w’'-]+))"
)
_WORKER = (
    r"(?:host|anchor|reporter|correspondent|columnist|blogger|critic|staff writer|writer|"
    r"contributor|commentator|journalist)s?"
)
EMPLOYED_AFTER = re.compile(
    r"[A-Z][\w’'.-]+ [A-Z][\w’'.-]+,? (?:of|at|from|for|writing for|writing in) (?:the |The )?$|"
    rf"\b{_WORKER} (?:for|at|of|with|from|on) (?:the |The |an? )?"
    r"(?:[\w-]+ ){0,2}(?:(?:newspaper|paper|magazine|network|news site|website|agency|blog|"
    r"daily|weekly) )?(?:the |The )?$|"
    r"(?:\b(?:[Aa]n?|[Tt]he)|[A-Z][\w’'.-]+,) (?:senior |executive |managing )?editors?"
    r"(?: at large|[ -]in[ -]chief)? (?:at|of|for) (?:the |The )?$|"
    r"\bwho (?:co-?)?hosts? (?:the |a |an )?(?:[\w-]+ ){0,4}?$|"
    r"\b(?:[Ww]riting|wrote|writes|written)(?: recently| \w+day| last \w+| this \w+)? (?:for|in) "
    r"(?:the |The |an? )?$|\b(?:wrote|writes|written by) "
    r"[A-Z][\w. ]{3,40} (?:for|in|"
    r"at) (?:the |The )?$"
)
DATELINE = re.compile(
    r"^[^\n]{0,80}?\((?P<name>[A-Z][\w.&’' -]{1,30})\)\s*(?:-|–|—|\u2014)", re.MULTILINE
)
CREDIT_REACH = 600
# "told the Vale Radio audience": whoever hears it hears it there.
HEARERS = re.compile(r" (?:audience|viewers|listeners)\b")
TOLD = re.compile(r"\b(?:told|tells|telling) (?:the |The )?$")
NO_NEWSROOM = re.compile(
    r"[-/](?=\w)|(?:\W+(?!that\b|who\b|in\b|on\b|he\b|she\b|the\b)\w+){0,3}?\W+(?:polls?|survey|"
    r"audience|viewers|readers|employees?)\b"
)
