"""Closed classes of English words that the rules tell clauses and noun phrases by."""

DETERMINERS = frozenset(
    """a an the this that these those my your his her its our their some any no every each many
    several few most both all another other two three four five six seven eight nine ten dozens
    hundreds thousands more one 's""".split()
)
PRONOUNS = frozenset(
    """i you he she it we they who others some many few most all everyone everybody someone
    somebody nobody none one both neither another several those these this critics
    officials""".split()
)
SUBJECT_PRONOUNS = frozenset("i he she we they it you who everyone nobody".split())
RELATIVES = frozenset("who which that whom".split())
BE = frozenset("is are was were be been being am 's 're 'm isn't aren't wasn't weren't".split())
HAVE = frozenset("has have had having 's 've 'd hasn't haven't hadn't".split())
DO = frozenset("do does did don't doesn't didn't".split())
MODALS = frozenset(
    """will would can could may might must shall should 'll 'd won't wouldn't can't cannot couldn't
    mightn't mustn't shouldn't""".split()
)
AUXILIARIES = BE | HAVE | DO | MODALS
ADVERBS = frozenset(
    """also later then once again even still just already now often always never not ever soon
    both all have once twice long since only almost nearly simply rather quite first further
    instead nonetheless nevertheless thus too so yet openly n't earlier recently himself herself
    themselves itself flatly perhaps maybe best much well""".split()
)
PREPOSITIONS = frozenset(
    """of in on at by for from with to about against during after before since under over into
    through between among without within despite like as near outside inside across behind beyond
    around toward towards amid following until via regarding concerning than upon
    per throughout up down off out""".split()
)
CONJUNCTIONS = frozenset("and but or nor so yet plus".split())
SUBORDINATORS = frozenset(
    """that because while when if although though whether since unless whereas where why how what
    which who whom whose as until once before after even than""".split()
)
DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tonight recently
    earlier later afterward afterwards last this january february march april may june july august
    september october november december""".split()
)
TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow
    recently earlier later afterward afterwards again publicly privately repeatedly flatly bluntly
    last this next simply then there here too early late morning afternoon evening night week month
    year january february march april may june july august september october november december
    ago once months weeks days years""".split()
)
STRONG_BOUNDARIES = frozenset(";:—–()[]•")
