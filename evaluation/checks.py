"""Checks: how many false alarms in ordinary articles, and how many planted conflicts are found.

Planted cases are real articles of PolNeAR train into which a rule has put one conflict: an office
stated as held and as left, a weekday that is another's, an election that is over, a number or a
quotation that comes back changed, a headline made of what somebody claims. The rules choose
passages by plain patterns, not by what the checks look for. Ordinary articles have no title in the
corpus: a short first line is taken for one, so that headlines are looked at too. How many of the
alarms are false only a person can say; the label file lists those that were read and are right.
"""

import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from evaluation.datelines import date_article
from onrecord.attributions.reader import Reader
from onrecord.pipeline import read_article
from onrecord.records import Act, Article, CheckKind, EntityKind, Reading
from onrecord.resolution.layout import lay_out

PLANTED = 35
"""How many cases of each kind are wanted."""

_LONGEST_TITLE = 18
_COUNT = re.compile(r"(?<![\d$.,-])\b(\d{2,3}) (?:[a-z]+ )?(?:people|men|women|[a-z]{4,}s)\b")
_GUARDED = re.compile(
    r"[^\w ,’.-]|\b(?:may|might|could|would|should|if|to|of|whether|what|why|how|there|it|I|not|"
    r"over|said|says|believes?|wants?|support)\b"
)
_MONTHS = "January February March April May June July August September October November December"
Plant = Callable[[Reading], Article | None]


def measure_checks(
    articles: Mapping[str, Article], train: Mapping[str, Article], reader: Reader
) -> dict[str, dict[str, float]]:
    """Alarms in ordinary articles (printed, to be read by eye), then recall of planted cases."""
    alarms = _count_alarms("dev", articles, reader)
    # Nothing is held by these: the reader was trained on them. They are read for what goes wrong.
    _count_alarms("train", train, reader)
    found = {kind: _recall(kind, plant, train, reader) for kind, plant in PLANTS.items()}
    return {"checks": {"articles without alarm": 1 - alarms / len(articles), **found}}


def _count_alarms(part: str, articles: Mapping[str, Article], reader: Reader) -> int:
    alarms = 0
    for name, article in articles.items():
        for check in read_article(_with_title(date_article(name, article)), reader).checks:
            alarms += 1
            print(f"  alarm in {name}: {check.kind}: {check.message}")
    print(f"  {alarms} alarms in {len(articles)} ordinary articles of {part}")
    return alarms


def _with_title(article: Article) -> Article:
    first = article.text.split("\n", 1)[0].strip()
    return replace(article, title=first) if len(first.split()) <= _LONGEST_TITLE else article


def _recall(name: str, plant: Plant, train: Mapping[str, Article], reader: Reader) -> float:
    names = sorted(train)
    random.Random(name).shuffle(names)
    planted = hits = 0
    for each in names:
        if planted == PLANTED:
            break
        reading = read_article(date_article(each, train[each]), reader)
        changed = plant(reading)
        if changed is None:
            continue
        planted += 1
        kind = CheckKind(name.split(",")[0])
        hits += any(check.kind is kind for check in read_article(changed, reader).checks)
    print(f"  {name:45} {hits} of {planted} planted found")
    return hits / max(1, planted)


def plant_former_office(reading: Reading) -> Article | None:
    """The first "President X" becomes the country's, the last mention of X a former one.

    Only in the article's own voice: what a speaker calls somebody does not contradict it.
    """
    text = reading.article.text
    layout = lay_out(text)
    offices = re.finditer(
        r"(?<!former )(?<!Vice )(?<!-)(?<=[a-z,] )(President|Gov\.|Secretary) "
        r"((?:[A-Z]\w+ )?([A-Z]\w+))\b",
        text,
    )
    first = next((one for one in offices if layout.quotation_at(one.start()) is None), None)
    if first is None:
        return None
    later = [
        m.start()
        for m in re.finditer(
            rf"(?:(?<=that )|(?<=and )|(?<=for )|(?<=when )|(?<=but )|(?<=as )|(?<=after )|"
            rf"(?<=while )|(?<=because )|(?<=by )|(?<=with )){first[3]} [a-z]",
            text,
        )
    ]
    later = [
        place for place in later if place > first.end() + 200 and layout.quotation_at(place) is None
    ]
    if not later:
        return None
    office = first[1].replace("Gov.", "Governor")
    changed = text[: later[-1]] + f"former {office} " + text[later[-1] :]
    return replace(
        reading.article,
        text=changed[: first.start()] + f"American {office} " + changed[first.start(2) :],
    )


def plant_weekday(reading: Reading) -> Article | None:
    """The words "on Monday" get a date that is a Tuesday."""
    article, published = reading.article, reading.article.published_on
    match = re.search(r"\bon (Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)\b", article.text)
    if match is None or published is None:
        return None
    days = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    shift = published.first_day.weekday() - days.index(match[1])
    wrong = published.first_day.toordinal() - shift % 7 + 1
    day = published.first_day.fromordinal(wrong)
    dated = f", {_MONTHS.split()[day.month - 1]} {day.day}"
    return replace(article, text=article.text[: match.end()] + dated + article.text[match.end() :])


def plant_past_election(reading: Reading) -> Article | None:
    """Somebody named campaigns for an election of years ago."""
    article = reading.article
    people = [e for e in reading.entities if e.kind is EntityKind.PERSON and " " in e.name]
    breaks = [m.start() for m in re.finditer(r"\n\n", article.text)]
    if not people or len(breaks) < 2 or article.published_on is None:
        return None
    year = article.published_on.year - random.Random(article.id).choice([1, 2, 4])
    way = random.Random(article.text).choice(
        [
            f"The remarks come as {people[0].name} campaigns for the {year} presidential election.",
            f"{people[0].name} is running in the {year} election.",
            f"The party expects much of the upcoming {year} vote.",
            f"{people[0].name} will face the voters in {year}.",
        ]
    )
    return _insert(article, breaks[1], way)


def plant_number(reading: Reading) -> Article | None:
    """A sentence of the article's own comes back with another number."""
    article = reading.article
    for sentence in _plain_sentences(reading):
        match = _COUNT.search(sentence)
        if match and len(sentence.split()) > 9:
            other = str(int(match[1]) + random.Random(sentence).choice([3, 7, 12]))
            again = sentence[: match.start(1)] + other + sentence[match.end(1) :]
            return replace(article, text=f"{article.text.rstrip()}\n\n{again}\n")
    return None


def _plain_sentences(reading: Reading) -> Iterator[str]:
    inside = [piece for each in reading.attributions for piece in each.content]
    for match in re.finditer(r"[A-Z][^.\n\"“”]+\.(?=\s|$)", reading.article.text):
        if not any(piece.start < match.end() and piece.end > match.start() for piece in inside):
            yield match.group()


def plant_quote(reading: Reading) -> Article | None:
    """A quotation comes back with one word changed."""
    article = reading.article
    names = {entity.id: entity.name for entity in reading.entities}
    for each in reading.attributions:
        words = article.text[each.content[0].start : each.content[0].end].strip('"“” ,.').split()
        who = names.get(each.entity_id or "", "")
        if each.form != "direct" or len(words) < 11 or not who or any("[" in w for w in words):
            continue
        longest = max(range(3, len(words) - 3), key=lambda number: len(words[number]))
        words[longest] = random.Random(who).choice(["terrible", "wonderful", "forgotten", "broken"])
        again = f"“{' '.join(words)},” {who} said."
        return replace(article, text=f"{article.text.rstrip()}\n\n{again}\n")
    return None


def plant_headline(reading: Reading) -> Article | None:
    """A headline made of what somebody claims, or somebody unnamed says, in plain words."""
    article = reading.article
    kinds = {entity.id: entity.kind for entity in reading.entities}
    for each in reading.attributions:
        unnamed = kinds.get(each.entity_id or "") is EntityKind.UNNAMED
        words = article.text[each.content[0].start : each.content[0].end].strip('"“” ,.').split()
        if words and words[0].lower() == "that":
            words = words[1:]
        guarded = _GUARDED.search(" ".join(words))
        if each.negated or each.parent_id or guarded or not 7 <= len(words) <= 16:
            continue
        if each.act is Act.CLAIMS or (unnamed and each.act is Act.SAYS):
            return replace(article, title=" ".join(words).capitalize())
    return None


def _insert(article: Article, place: int, sentence: str) -> Article:
    return replace(article, text=f"{article.text[:place]}\n\n{sentence}{article.text[place:]}")


PLANTS: dict[str, Plant] = {
    "role_conflict": plant_former_office,
    "date_conflict, weekdays": plant_weekday,
    "date_conflict, elections that are over": plant_past_election,
    "number_conflict": plant_number,
    "quote_conflict": plant_quote,
    "headline_overreach": plant_headline,
}
