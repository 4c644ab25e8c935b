"""Wordings tried near their cues are those that reading a text from end to end finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import grows_in_line
from onrecord.findings.absences import ABSENCE_PATTERNS
from onrecord.findings.wordings import WORDING_PATTERNS, find_wordings
from sought import list_unmatched, put_in_odd_places, seek, seek_plainly

WORDINGS = """would neither confirm nor deny
hadn’t so far publicly confirmed or denied
declined either to once confirm nor deny
cannot either confirm it or deny
refused to either confirm or deny
is not in a position to confirm
have n’t yet determined whether it leaked
had not yet come to a thorough conclusion on it
was unaware of any leak
wasn’t aware of the leak
are still looking into the leak
didn’t openly dispute
has never denied
he never denied
couldn’t immediately be independently reached for an hour
were not immediately available
was currently unavailable for comment
found for comment
attempts to contact Ida Holt at home were largely unsuccessful
efforts to reach Ida Holt did not yield any result
couldn’t say yet whether it leaked
didn’t immediately respond on Monday to several questions
does not ever reply.
haven’t yet returned the paper’s many calls on Friday
had not publicly weighed in on the leak
has so far been silent
made no immediate public response
made no further comment
have yet to publicly issue a reply
had not said a word about the mill
has said nothing
he remained tight-lipped
didn’t clearly offer any comment
repeated urgent phone calls seeking further comment left with Ida Holt seeking quick response on Monday had not clearly been returned
an e-mail to the mill was unanswered
neither Ida Holt nor the mill’s owner has immediately responded.
neither side would discuss the leak
there has been no public reaction from the mill’s owner since
the lack of any clear answer by Holt.
The River Mill’s long silence
has flatly declined to publicly name a date for it
refuses further comment
declining all requests for an interview
wouldn’t yet go into detail about it
won’t publicly say when
is not going to get into it
had no further comment
turned down three more requests for comment
don’t discuss such things
demurred
wasn’t saying why
sidestepped three hard questions about it
brushed aside many questions
has refused to elaborate
has would not be drawn on it
had did not take any questions
walked away without answering
did not want to publicly give any more details
would not be “inappropriate” for the mayor to publicly comment
, a small point that Ida Holt has since acknowledged
 -- a claim later confirmed by Ida Holt
— an account which the owner’s men had also disputed
, a fact challenged by three others
, a charge Ida Holt has repeatedly rejected
told the paper’s own readers on Monday that the mayor of Quayton was “plainly wrong” to say so
insisted, “the same old claims about the mill were simply false”
has retracted his words
walking their claim back
regretted making the remarks
withdrew his earlier claims
took it back
apologized to the town for his two remarks about it
backed away from his earlier statements
issued a correction
corrected his own testimony
acknowledged freely that he and the others of the town had misspoken badly
said he misstated it
was forced to concede the point
compelled Ida Holt, the mayor of the town, to admit it
has sharply disputed that
contested the idea
cast doubt on the mill owner’s account of it
contradicted Holt
is deeply skeptical of the new findings
openly questioned the very notion of it
took exception to their premise
has flatly rejected the old mill’s claims
shrugged off talk of the reports
pushed back against the idea of such allegations
waved away more questions about it
has always maintained his own innocence
will plead not guilty to it
described the new claims as “a lie”
called it “utterly false”
dismissed the talk as nonsense
which the mayor, in a letter, called baseless
which (so he wrote) calls it rubbish
a bold claim that Ida Holt has called untrue
has repeatedly denied it all
not denying it
denies to reporters""".splitlines()

ABSENCES = """contained no single direct quotation from Ida Holt
did not directly quote
could not immediately be independently verified on Monday
cannot independently be confirmed
has not yet been fully corroborated
no independent written record
without any official confirmation from the mill
without offering any hard supporting evidence
hadn’t yet publicly provided much credible proof
gave little documentation
there has been scant evidence
lack of any substantiation
no concrete proof has
didn’t yet say when for the mill
without specifying a date for it
would not fully give any further details about it
cited few particulars
without elaborating
did not say however
vague on specifics
few details were known
details were scarce""".splitlines()


@pytest.mark.parametrize("wording", ABSENCES)
def test_absences_are_found_as_by_reading_from_end_to_end(wording: str) -> None:
    for text in put_in_odd_places(wording):
        assert seek(ABSENCE_PATTERNS, text) == seek_plainly(ABSENCE_PATTERNS, text), text


def test_every_pattern_of_absences_is_tried_here() -> None:
    assert list_unmatched(ABSENCE_PATTERNS, ABSENCES) == set()


@pytest.mark.parametrize("wording", WORDINGS)
def test_wordings_are_found_as_by_reading_from_end_to_end(wording: str) -> None:
    for text in put_in_odd_places(wording):
        assert seek(WORDING_PATTERNS, text) == seek_plainly(WORDING_PATTERNS, text), text


def test_every_pattern_of_wordings_is_tried_here() -> None:
    assert list_unmatched(WORDING_PATTERNS, WORDINGS) == set()


_PIECES = st.sampled_from([*" ".join(WORDINGS).split(), *WORDINGS, "n’t", "(", "ı", "\n\n"])


@given(st.lists(_PIECES, max_size=25), st.sampled_from([" ", "\n", "-", "  ", ", "]))
def test_any_pieces_of_wordings_are_found_as_by_reading_from_end_to_end(
    pieces: list[str], between: str
) -> None:
    text = between.join(pieces)

    assert seek(WORDING_PATTERNS, text) == seek_plainly(WORDING_PATTERNS, text)


def test_time_grows_with_the_text_and_no_faster() -> None:
    line = "Holt said he hadn’t denied it, which the mayor, never asked to comment, called false. "

    assert grows_in_line(lambda times: list(find_wordings(line * times)), 50, 400)
