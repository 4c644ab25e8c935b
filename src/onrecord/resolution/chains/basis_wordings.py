"""How the last visible newsroom of a chain knows."""

import re
from functools import lru_cache

from onrecord.records import Basis, EntityKind

_SPEAKERS_OWN = r"(?:me|us|this (?:newspaper|reporter|magazine|site))"
_SIGNS: tuple[tuple[Basis, re.Pattern[str]], ...] = tuple(
    (basis, re.compile(pattern, re.IGNORECASE))
    for basis, pattern in (
        (Basis.SOCIAL_MEDIA,
         r"\b(?:re)?tweet(?:s|ed|ing)?\b|\b(?:on|to|via|in) (?:an? |his |her |its |their |the "
         r"|[\w’'.]+[’']s )?(?:social network |official |personal |verified |own |recent |first |"
         r"\w+day ){0,2}"
         r"(?:twitter|facebook|instagram|snapchat|reddit|youtube|linkedin|telegram|truth social|"
         r"social media|"
         r"social network)\b|\btwitter (?:post|account|feed)|\bfacebook (?:post|page)|"
         r"\bsocial network\b|\b(?:twitter|instagram|"
         r"snapchat|tumblr) (?:message|post|exchange|rant|tirade|feud|spat)s?\b|"
         r"\bin an? (?:[\w-]+ )?(?:post|video) (?:on|to|posted on) (?:facebook|instagram|medium|"
         r"youtube|twitter|social media)|"
         r"\b(?:facebook|instagram|medium) (?:account|post)\b|\bposted$|\bposts about$|"
         r"\blive-tweet"),
        (Basis.COURT,
         r"\bplead(?:ed|s|ing)? (?:not )?guilty\b|"
         r"\b(?:court (?:file|filing|document|paper|record)s?|legal papers|affidavit|"
         r"guilty plea|his plea|her plea|plea (?:agreement|hearing|deal)|"
         r"(?:in|according to|to|filed|files|filing|brought|by) (?:an?|the|his|her|its|their) "
         r"(?:[\w-]+,? ){0,4}?(?:lawsuit|suit|indictment|complaint)|in (?:a |court )filings?|"
         r"(?:lawsuit|suit|indictment|complaint) (?:filed|that|which|says|said|alleg\w+|claim\w+|"
         r"accus\w+)|"
         r"deposition|court ruling|writing for the (?:\w+ )?(?:majority|court|panel)|"
         r"in (?:an?|the|its|his|her) (?:\d-\d |\w+ )?(?:decision|opinion|ruling|dissent)"
         r"(?! (?:article|piece|column|essay|page|poll))|"
         r"(?:testified|said|testimony) (?:in|at|during) "
         r"(?:\w+ ){0,2}(?:court|trial)|told the (?:court|judges?|jury|tribunal)|"
         r"(?:read|played|shown) (?:out )?(?:to|in|before) (?:the )?(?:court|jury|judges?)|"
         r"testified in court|"
         r"(?:wrote|said) in (?:a|an|his|her|its|the) (?:\w+ )?(?:ruling|opinion|order|dissent|"
         r"motion|brief(?! \w)|"
         r"complaint)|court hearing)\b"),
        (Basis.PRESS_CONFERENCE,
         r"\b(?:told|tells|telling|speaking to|spoke to|speaking with|asked by|"
         r"said to) (?:[\w-]+ ){0,2}?(?:reporters|journalists|the press)\b|"
         r"\b(?:news|press) (?:conference|briefing)s?\b|\b(?:daily|regular|media|"
         r"weekly) briefing\b|\bgaggle\b|\bat an? (?:[\w-]+ ){0,2}briefing\b|"
         r"\b(?:conference|press|media) call\b|"
         r"\baddress(?:ed|es|ing) (?:the )?(?:media|press|mediapersons|media persons|reporters|"
         r"journalists)\b|"
         r"\bcall with (?:[\w-]+ ){0,2}(?:reporters|journalists)\b|\bmedia availability\b"),
        (Basis.INTERVIEW,
         r"\binterviewed (?:by (?!(?:the |a )?(?:police|detectives|investigators|officers))|"
         r"for|on|at|in)\b|"
         r"(?<!requests for )(?<!request for )"
         r"\b(?:in|during|of|from|for|with|throughout|after|by|before|through|on|same|to|via|"
         r"and) (?:[\w’'.,-]+ ){0,6}?(?<!police )(?<!job )interviews?\b"
         r"(?! (?:requests?|request for|under caution))|"
         r"(?<!police )(?<!job )\binterview (?:with|to|on|at|by|published|aired|broadcast|"
         r"conducted|last|this|earlier|"
         r"\w+day)\b|[’']s interview\b|\bwe interviewed|interviewed (?:last|this|\w+day)\b|"
         r"\bI interviewed|\binterviewed (?:more|over|about|dozens|several)|\b(?:told|"
         r"(?:speaking|spoke|talking|talked|"
         r"said) (?:to|with)) " + _SPEAKERS_OWN + r"\b|\bby (?:tele)?phone\b|"
         r"\b(?:told|tells|telling) (?:an?|the|one) (?:[\w-]+ ){0,3}?(?:interviewer|newspaper|"
         r"magazine|radio station|tv station|television station|reporter)\b|"
         r"\bover the phone\b"),
        (Basis.STATEMENT,
         r"\b(?:in|by|releas(?:ed|es|ing)|issu(?:ed|es|ing)|put(?:ting)? out|sent out|"
         r"distributed) (?:a|an|the|his|her|its|"
         r"their) (?:[\w-]+ ){0,3}?(?:statement|e-?mail(?! (?:address|account|server|probe|case|"
         r"flap|"
         r"investigation|inquiry|scandal|controvers\w+|issue|matter|saga|mess|hack|leak|dump|"
         r"system|"
         r"setup|archive|practices|habits|use|trail)\b)|"
         r"press release|news release|release)\b|\b(?:said|replied|responded) (?:via|"
         r"by) e-?mail\b|\b(?:in|by|via) (?:an? )?text message\b|\b(?:press|"
         r"news) release\b|"
         r"\bstatement (?:said|read|released|issued)\b|\be-?mailed\b"),
        (Basis.STATEMENT,
         r"\b(?:sent|sending) (?:out )?(?:an?|the|his|her|its|their) (?:[\w-]+ ){0,2}e-?mails?\b"),
        (Basis.DOCUMENT,
         r"\b(?:sent|sending|wrote|writing|signed|penned|published|in) (?:an?|the|his|her|their) "
         r"(?:open |joint |[\w-]+ ){0,2}(?:letter|memo|memorandum|op-ed|essay|book|memoir|"
         r"blog post)\b"),
        (Basis.DOCUMENT,
         r"\bwrote to (?!me\b|us\b)|"
         r"\bon (?:an?|the|his|her|its|their|[\w’'.]+[’']s) (?:[\w-]+ ){0,2}?"
         r"(?:blog|web ?site|web page)\b|\bin (?:an?|the|his|her|its|their) (?:[\w-]+ ){0,3}?"
         r"(?:report|op-ed|column|editorial|opinion (?:article|piece|essay)|white paper|"
         r"policy paper|position paper|newsletter|petition|questionnaire|memo|blog)\b"),
        (Basis.BROADCAST,
         r"\b(?:runs?|ran|run|air(?:s|ed|ing)?|purchased|bought|launched|released|buying) [^,;.]*?"
         r"\b(?:ads?|commercials|ad (?:buy|campaign))\b|"
         r"\bin (?:an?|the|his|her|its|their) (?:[\w-]+ ){0,3}(?:ad|advertisement|commercial|"
         r"infomercial)\b|\bradio (?:ad|advertisement|commercial|spot)s?\b|"
         r"\bon (?:the air|air|television|cable news|talk radio|national television|live "
         r"television|live tv)\b|"
         r"\b(?:television|tv|radio|cable) (?:show|programme|program|appearance|station|host)\b|"
         r"\btelevision "
         r"(?:advertisement|commercial|ad)s?\b|\bpodcast\b|\b(?:morning|evening|talk|"
         r"late-night) show\b"),
        (Basis.SPEECH,
         r"\b(?:(?:at|in|during|deliver(?:ed|ing)|g(?:ave|iving)|throughout) (?:[\w’'.-]+ ){0,5}?"
         r"(?:speech(?:es)?|rall(?:y|ies)|town halls?|forums?|debates?|keynote|sermon|"
         r"commencement|fundraisers?|"
         r"campaign (?:stops?|events?)|convention|summit|address)|(?:keynote|stump|acceptance|"
         r"victory|concession) "
         r"(?:speech|address)|[’']s? (?:[\w-]+ )?speech|speaking (?:at|in|on|before|"
         r"from the|aboard)|spoke (?:at|before|from)|addressing|addressed (?:an?|the|his|her|"
         r"thousands|hundreds|supporters|delegates|about)|headlin(?:ed|ing)|"
         r"(?:at|during|to) (?:an?|the|his|her|its|their|[\w’'.]+[’']s) (?:[\w’'.-]+ ){0,4}?"
         r"(?:remarks|lecture|symposium|gala|luncheon|breakfast|dinner|vigil|memorial service|"
         r"funeral|ceremony|hearing|victory party|watch party|church service|graduation|"
         r"fund-raiser|conference|meet-and-greet|event(?![’'s]* (?:organi[sz]er|planner|manager|"
         r"coordinator|"
         r"staff|space|venue|company|producer|director|security|horizon)))\b|in (?:his|her|their|"
         r"the) (?:opening |"
         r"closing |prepared )?(?:remarks|testimony|eulogy|speech)\b|"
         r"(?:open|hold|host|kick|stag|headlin|clos)\w* (?:off )?(?:an?|the|his|her|their) "
         r"(?:[\w’'.-]+ ){0,3}?(?:rally|town hall|speech|event)\b|"
         r"^(?:on )?(?:\w+day )?(?:night |morning |afternoon |evening )?at (?:the )?"
         r"(?:[A-Z][\w’'.-]* (?:of |at |and )?){1,5}?(?:University|College|Center|Church|School|"
         r"Hall|"
         r"Arena|Museum|Institute|Club)\b|"
         r"us(?:ed|es|ing) (?:the|his|her|their) (?:\w+ ){0,2}(?:speech|address|remarks)|"
         r"(?:those at|onstage|on stage|from the stage|on the stump|on the debate stage|"
         r"on the (?:senate|house) floor|took the stage|taking the stage)|"
         r"testif(?:ied|ying|ies) (?:before|to|at|on)|testified|"
         r"(?:many|some|people|those|someone) in the (?:audience|crowd|room)|"
         r"(?:the|his|her|their|a) crowd (?:\w+ed|of)|"
         r"drawing (?:\w+ )?(?:applause|cheers|laughs|boos|jeers|laughter)|"
         r"to (?:\w+ )?(?:applause|cheers|laughter|boos)|"
         r"(?:told|telling|tells) (?:[\w-]+ ){0,3}?(?:Congress|committee|subcommittee|panel|"
         r"senators|"
         r"lawmakers|workers|union|activists|veterans|donors|evangelicals|caucus|caucusgoers|"
         r"thousands|hundreds|convention|forum|luncheon|town hall|troops|employees|"
         r"executives|church|breakfast|association|council|chamber)\b|"
         r"remarks (?:at|to|in|on|during)|on the campaign trail|"
         r"in (?:an?|the|his|her) State of the Union\b|"
         r"before (?:an? )?(?:[\w-]+ ){0,2}(?:supporters|crowds?|audience)\b|"
         r"address to|speaking to the|(?:told|telling|"
         r"tells) (?:(?:a|an|the|his|her|their|"
         r"cheering) )?"
         r"(?:[\w-]+ ){0,2}?(?:crowds?|audience|supporters|delegates|assembly|parliament|"
         r"gathering|rally|hall|room|congregation|attendees|conference|summit|voters|investors|"
         r"students|graduates))\b"),
    )
)  # fmt: skip
_POLL = re.compile(
    r"\b(?:polls?|survey|polling|respondents|per ?cent(?! of the vote\b))\b",
    re.IGNORECASE,
)
_POLLED = re.compile(r"\b(?:polled|surveyed|respondents)\b", re.IGNORECASE)
_COURT_SOURCE = re.compile(
    r"\b(?:court|tribunal|judge|jury|indictment|affidavit|lawsuit|complaint|filings?|brief|"
    r"motion|"
    r"ruling(?! (?:[\w-]+ )?(?:party|parties|coalition|alliance|class|classes|junta|bloc|council|"
    r"elite|"
    r"family|clan|regime|body|government|front|majority))|legal papers|submission to the court|"
    r"prosecutors)\b",
    re.IGNORECASE,
)
# What is filed with an authority that is no court.
_REGULATORY = re.compile(
    r"\b(?:FEC|SEC|IRS|commission|campaign(?:[ -]finance)?|finance|regulatory|tax|disclosure|"
    r"ethics|securities)"
    r"(?:[’']s)? (?:[\w-]+ )?(?:filings?|reports?|records?|disclosures?)\b", re.IGNORECASE
)  # fmt: skip
_ANONYMOUS = re.compile(
    r"\b(?:anonym|not (?:be|to be) (?:named|identified)|not authori[sz]ed|familiar with|"
    r"on background|sources?\b|aides?\b|insiders?\b|operatives?\b|^(?:\w+ )?(?:officials|friends|"
    r"allies|associates|confidants|executives)\b|^(?:one|an?|another) (?:[\w-]+ )*(?:strategist|"
    r"official|adviser|executive|employee|staffer|ally|friend|lobbyist|donor)\b|"
    r"(?:federal|administration|campaign|government|intelligence|law enforcement|U\.S\.|American) "
    r"officials?\b)", re.IGNORECASE
)  # fmt: skip
_OWN_PAGES = re.compile(
    r"\b(?:company|campaign|official|government|ministry|department|project|group|agency|"
    r"university|store|its|"
    r"his|her|their|\w+[’']s?)(?: own)? (?:web ?sites?|web pages?|sites?|pages?)\b", re.IGNORECASE
)  # fmt: skip
_PRESS = re.compile(
    r"\b(?:published|press|media|news|newspaper) reports?\b|\b(?:state|local|"
    r"news) (?:news )?media\b|\bNews Service\b|\b(?:news )?outlets\b|\bnewspaper editorials?\b|"
    r"\b(?:news|TV|"
    r"television|radio|network) (?:affiliate|station|channel|crew)s?\b|\bnews organi[sz]ations\b|"
    r"\bnewspapers\b|\b[A-Z]\w+ (?:magazine|newspaper|tabloid)$"
)
_AD_SOURCE = re.compile(
    r"\b(?:ads?|advertisements?|commercials?|spots?|infomercials?)(?=$|,| (?:released|from|by|that|"
    r"which|for|airing|aired|running|in|on|called|titled)\b)", re.IGNORECASE
)  # fmt: skip
_POST_SOURCE = re.compile(
    r"\b(?:tweets?|retweets?|hashtags?|(?:Facebook|Instagram|Twitter) posts?)$|^(?:the|his|her|"
    r"that|this) posts?$", re.IGNORECASE
)  # fmt: skip
_SEEN_SOURCE = re.compile(
    r"\b(?:signs?|placards?|banners?|posters?|billboards?|T-shirts?|shirts?|hats?|bumper "
    r"stickers?)$", re.IGNORECASE
)  # fmt: skip
_RELATIVE = re.compile(r",? (?:who|which|that|whose|where)\b")
_DOCUMENT_SOURCE = re.compile(
    r"\b(?:reports?|stud(?:y|ies)|documents?|memos?|emails?|e-mails?|book|memoir|records?|data|"
    r"figures|"
    r"letter|letters|filing|analysis|paper|statistics|review|audit|transcript|log|tax returns?|"
    r"platform|"
    r"resolution|register|papers)\b",
    re.IGNORECASE,
)

# Things that say something, and how the page knows it.
_THINGS = (
    (Basis.BROADCAST, _AD_SOURCE),
    (Basis.SOCIAL_MEDIA, _POST_SOURCE),
    (Basis.OBSERVED, _SEEN_SOURCE),
)


# "Marsh -- who wrote a book about speeches at rallies -- said": no occasion of what he says.
_BETWEEN_DASHES = re.compile(
    r" (?:--|—|–) (?!(?:speaking|appearing|addressing|testifying|asked|in|at|during|on|after|to|"
    r"from)\b)"
    r"[^—–]{3,160}? (?:--|—|–)(?= )"
)


# Each clause is asked about more than once.
@lru_cache(maxsize=512)
def read_occasion(words: str) -> Basis | None:
    """The occasion that the words around a cue name; None where they name none."""
    words = _BETWEEN_DASHES.sub(" ", words)
    for basis, pattern in _SIGNS:
        if pattern.search(words):
            return basis
    return None


def is_court_source(words: str) -> bool:
    """Whether a source is a court, a judge or what is filed with one: "a Brenn judge"."""
    return _COURT_SOURCE.search(words) is not None and _REGULATORY.search(words) is None


def judge_source(words: str, kind: EntityKind | None, around: str) -> Basis | None:
    """What the kind of a source says of how the page knows.

    Args:
        words: the source's own words.
        kind: the kind of its entity.
        around: the sentence, without what is attributed in it.
    """
    if _PRESS.search(words):
        return Basis.OTHER_OUTLET
    if kind in (EntityKind.DOCUMENT, EntityKind.UNNAMED, None):
        for basis, pattern in _THINGS:
            if pattern.search(words):
                return basis
    head = _RELATIVE.split(words, maxsplit=1)[0]
    if kind is not EntityKind.PERSON and (_POLL.search(head) or _POLLED.search(words)):
        return Basis.POLL
    if (
        kind in (EntityKind.DOCUMENT, EntityKind.GOVERNMENT, EntityKind.ORGANISATION)
        and _COURT_SOURCE.search(words)
        and not _REGULATORY.search(words)
    ):
        return Basis.COURT
    if kind is EntityKind.OUTLET:
        # What a company or a campaign has on its own pages is no newsroom's report.
        return Basis.DOCUMENT if _OWN_PAGES.search(words) else Basis.OTHER_OUTLET
    if kind is EntityKind.DOCUMENT:
        return Basis.STATEMENT if re.search(r"\bstatement\b", words) else Basis.DOCUMENT
    if kind is EntityKind.UNNAMED and _ANONYMOUS.search(f"{words} {around}"):
        return Basis.UNNAMED_SOURCE
    if kind is EntityKind.UNNAMED and _DOCUMENT_SOURCE.search(head) and not head.endswith("s’"):
        return Basis.DOCUMENT
    return None
