"""The wordings by which a page relies on a document that somebody wrote."""

import re

# "a brief sit-in" is no brief, and "an opinion piece" no opinion.
_BRIEF = r"brief(?= (?:filed|submitted|signed|opposing|supporting|to|with|by|on|in|that)\b|[,.;]|$)"
_PIECE = r"(?:articles?|pieces?|columns?|essays?)"
_PAPER = (
    rf"(?:books?|memoirs?|autobiography|op-eds?|opinion {_PIECE}|(?:law)?suit|motion|memos?|"
    r"memorandum|"
    r"letters?|reports?|blog posts?|articles?|newsletter|white paper|position paper|policy paper|"
    rf"working paper|paper|{_BRIEF}|"
    rf"opinion(?! (?:{_PIECE}|page|poll|section|writer|leader))|dissent|affidavit|complaint|"
    r"columns?|essays?|"
    r"court (?:filings?|files?|papers|documents)|legal (?:filings?|papers)|filings?|deposition|"
    r"diary|diaries|(?<!on )(?<!the )cable(?! (?:news|television|TV|channel|network|show|host|"
    r"company|operator|provider|station|subscriber|system))|"
    r"rulings?|indictment|petition|manifesto|guest column|commentary|editorial|study|"
    r"(?:research |client |investor )notes?(?= to|,|\.| )|note (?=to (?:investors|clients)))(?!-)"
)
_ORDER = r"order(?! (?:of|to|in)\b)"
# What is said to be written in: "in her memoir", "in a letter to the board".
_WRITTEN_IN = (
    r"[Ii]n (?=(?:his|her|their) )|(?:wrote|said|writes|argued|claimed|added|warned|argues|"
    r"alleged|concluded|stated|explained)(?: \w+)? in (?=an? |the |its |one )|"
    r"(?:wrote|us(?:ed|es|ing)) (?=(?:his|her|their) )|"
    rf"(?:[Ii]n|wrote to [^.\n]{{2,30}} in) (?=(?:an?|its) [^.,\n]{{0,50}}?\b{_PAPER}\b"
    r"(?! (?:that|by|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \w+ said)\b))|"
    rf"[Ii]n (?=the (?:[\w,-]+ ){{0,4}}?(?:{_PAPER}|{_ORDER}))"
)
# What somebody makes known by writing it: "sent a six-page letter", "filed a motion".
_MADE = (
    r"(?:wrote|writes|sent|sends|penned|signed|published|issue|issued|released|"
    r"(?:react|respond)ed with|circulated|filed|"
    r"submitted|delivered|unveiled|writing|sending|issuing|publishing|releasing|filing|signing)"
    r"(?: to [\w ]{2,30})? "
    r"(?=(?:an?|the|his|her|its|their|\w+) )"
)
_OWN = r"(?:his|her|its|their|an?|the(?! books\b)|one)"
_WORDS = r"(?:(?!according )[\w,-]+ ){0,4}?"
DOCUMENT = re.compile(
    rf"\b(?:(?:{_WRITTEN_IN})(?P<name>{_OWN} {_WORDS}(?:{_PAPER}|{_ORDER}))|"
    rf"{_MADE}(?P<filed>(?:an? |the |his |her |its |their )?"
    r"(?:[\w$-]+,? ){0,4}?(?:motion|lawsuit|legal papers|complaint|suit|court papers|letter|memo|"
    r"memorandum|report|op-ed|essay|brief|petition|white paper|manifesto|blog(?: post)?|"
    r"affidavit|(?:fund-?raising|campaign|internal|leaked) e-?mail)))\b(?!-)|"
    # what was never meant for the page: "in an email dated May 2", "in a leaked email"
    r"\b[Ii]n (?P<mail>an? (?:(?:\w+ )?\d{4},? )?(?:[\w-]+ ){0,2}?e-?mail"
    r"(?= (?:dated|sent (?:to|on|in)|obtained|released|published|exchange|hacked))|"
    r"an? (?:leaked|hacked|internal|private|fund-?raising) e-?mail)\b|"
    # "in court papers filed on Monday", "testified in a deposition"
    r"\b[Ii]n (?P<lodged>(?:[\w-]+ ){0,2}?(?:court|legal) (?:[\w-]+ )?(?:papers|filings|documents)|"
    r"an? (?:[\w-]+ ){0,2}?deposition)\b|"
    # "an essay this spring, in which she warned", "a memo from the manager, who argued"
    rf"\b(?P<holding>{_OWN} (?:[\w-]+ ){{0,4}}?{_PAPER})"
    rf"(?=[^.;:\"“”\n]{{0,60}}?,? in which (?:he|she|they|it|the|an?|[A-Z][\w’'.]*)\b)|"
    r"\b(?P<sent>an? (?:[\w-]+ ){0,3}?(?:memo|memorandum|letter))"
    r"(?= (?:from|by) [^,.;\n]{3,60}, (?:who|which) \w+(?:ed|es|s|ote)\b)|"
    # "in “The Long Dam,” she writes": a book by its title alone
    r"\b[Ii]n (?:[“\"]|''|‘)(?P<book>[A-Z][^”\"\n]{3,60}?),?(?:[”\"]|''|’),?"
    r"(?= [^.\n“\"]{0,60}\b(?:wrote|writes|recounts|recounted|recalls|argues)\b)|"
    # A headline leaves the article out: "In letter to board, mayor says"
    r"^[^\n.]{0,30}\bIn (?P<bare>(?:[\w-]+ ){0,2}?(?:memo|letter|lawsuit|book|memoir|op-ed|essay|"
    r"filing|report)) (?:to|of|in|for|from) [^,\n]{2,40}(?=, )|"
    # "the Port Fund report stated"
    r"(?<=[A-Za-z] )(?P<stated>report|letter|memo|study|filing|lawsuit|brief|op-ed)"
    r"(?= (?:stated|states|said|says|found|noted|notes|argued|argues|concluded|warned|reads?)\b)",
    re.MULTILINE,
)
