from collections.abc import Mapping
from dataclasses import replace

from growth import grows_in_line
from onrecord.attributions.reader import Extraction
from onrecord.dates import PartialDate
from onrecord.pipeline import read_article
from onrecord.records import Act, Article, Attribution, Form, How, ResponseKind, Span, Stance

PARAGRAPH = (
    "In an interview with the Brenn Post on Monday, Orvenian President Ilse Varga claimed that she "
    "had talked with Oren Dahl about closing the sluice. Dahl has yet to comment. A spokesman for "
    "the Brenn Council declined to say whether 214 villagers had left. She gave no details. The "
    "growers, who oppose a ban on night fishing, said in a statement that the dam would hold."
)
SAID = (
    ("Orvenian President Ilse Varga", "claimed", "that she had talked with Oren Dahl about "
     "closing the sluice", Act.CLAIMS),
    ("The growers", "oppose", "a ban on night fishing", Act.OPPOSES),
    ("The growers", "said", "that the dam would hold", Act.SAYS),
)  # fmt: skip


class FixedReader:
    """Finds the same attributions in every paragraph."""

    name = "fixed"
    settings: Mapping[str, float] = {}

    def read(self, article: Article) -> Extraction:
        found = []
        start = article.text.find(PARAGRAPH)
        while start >= 0:
            for source, cue, content, act in SAID:
                spans = []
                for words in (source, cue, content):
                    at = start + PARAGRAPH.index(words)
                    spans.append((Span(at, at + len(words)),))
                found.append(
                    Attribution(article.id, spans[1], spans[2], Form.INDIRECT, act, spans[0])
                )
            start = article.text.find(PARAGRAPH, start + 1)
        return Extraction(tuple(found))


def article(times: int) -> Article:
    text = "\n\n".join([PARAGRAPH] * times)
    day = PartialDate(2031, 5, 14)
    return Article(title="Dam", text=text, publisher="Tarn Wire", published_on=day)


def test_every_stage_reaches_the_reading() -> None:
    reading = read_article(article(1), FixedReader())
    names = {entity.id: entity.name for entity in reading.entities}
    claim = reading.attributions[0]
    assert [names[hop.entity_id] for hop in claim.chain] == ["Brenn Post", "Ilse Varga"]
    assert [hop.how for hop in claim.chain] == [How.CITES, How.INTERVIEWED]
    assert claim.said_on == PartialDate(2031, 5, 12)
    silence = next(r for r in reading.responses if r.kind is ResponseKind.NO_RESPONSE_YET)
    assert (names[silence.party_id], silence.to_id) == ("Oren Dahl", claim.id)
    assert {each.kind.value for each in reading.absences} == {"no_details"}
    (stand,) = reading.positions
    assert (stand.stance, stand.proposition.text) == (Stance.OPPOSES, "a ban on night fishing")
    assert any(entity.speaks_for_id for entity in reading.entities)


def test_a_reading_does_not_depend_on_what_was_read_before() -> None:
    alone = read_article(article(1), FixedReader())
    read_article(replace(article(1), text="Rain fell on Tarn."), FixedReader())
    assert read_article(article(1), FixedReader()) == alone


def test_all_stages_take_linear_time() -> None:
    assert grows_in_line(lambda times: read_article(article(times), FixedReader()), 40, 320)
