"""Origins: ten reports of one interview are one, and the unknown counts for none."""

from growth import grows_in_line
from onrecord.dates import PartialDate
from onrecord.matches.copies import Copy
from onrecord.matches.origins import Origin, count_origins, find_origins
from onrecord.matches.reports import Report
from onrecord.matches.ties import Tie
from onrecord.records import Act, Basis, Form


def report(
    name: str, publisher: str, source: str = "Ilse Varga", *, day: int = 1,
    basis: Basis = Basis.UNSTATED, newsrooms: tuple[str, ...] = (), document: str = "",
    unnamed: bool = False, said: int | None = None,
) -> Report:  # fmt: skip
    said_on = None if said is None else PartialDate(2031, 5, said)
    return Report(
        name, f"art-{name}", publisher, PartialDate(2031, 5, day), said_on, Act.CLAIMS,
        negated=False, hedged=False, form=Form.INDIRECT, basis=basis, source=source,
        newsrooms=newsrooms, document=document, unnamed=unnamed,
    )  # fmt: skip


def groups(origins: tuple[Origin, ...]) -> list[set[str]]:
    return [set(origin.reports) for origin in origins]


INTERVIEW = report("a", "The Brenn Post", basis=Basis.INTERVIEW)
CITING = report("b", "Vale Weekly", day=2, basis=Basis.INTERVIEW, newsrooms=("Brenn Post",))
CITING_TOO = report("c", "Dale Mail", day=3, basis=Basis.INTERVIEW, newsrooms=("The Brenn Post",))


def test_whoever_cites_an_interview_adds_no_origin() -> None:
    origins = find_origins([CITING_TOO, CITING, INTERVIEW])
    assert groups(origins) == [{"a", "b", "c"}]
    assert origins[0].reports == ("a", "b", "c")
    assert count_origins(origins) == 1
    assert {each.tie for each in origins[0].groupings} == {Tie.CITES}


def test_reports_that_cite_one_newsroom_are_one_origin_without_its_own_report() -> None:
    assert groups(find_origins([CITING, CITING_TOO])) == [{"b", "c"}]


def test_another_speaker_is_another_origin() -> None:
    other = report("d", "Vale Weekly", "Oren Dahl", basis=Basis.INTERVIEW)
    assert count_origins(find_origins([INTERVIEW, other])) == 2


def test_a_public_statement_is_one_origin_for_all() -> None:
    one = report("a", "Vale Weekly", basis=Basis.STATEMENT, said=4)
    other = report("b", "Dale Mail", basis=Basis.STATEMENT, said=4)
    (origin,) = find_origins([one, other])
    assert [each.tie for each in origin.groupings] == [Tie.SAME_OCCASION]


def test_who_says_it_again_is_no_second_origin() -> None:
    one = report("a", "Vale Weekly", basis=Basis.STATEMENT, said=4)
    later = report("b", "Dale Mail", basis=Basis.SPEECH, said=9)
    (origin,) = find_origins([one, later])
    assert origin.groupings[0].message == "both go back to Ilse Varga"


def test_copies_are_one_origin_and_say_how_alike_they_are() -> None:
    one, other = report("a", "Vale Weekly"), report("b", "Dale Mail")
    (origin,) = find_origins([one, other], [Copy("art-a", "art-b", 0.62, 80)])
    assert origin.groupings[0].message == "62% of the shorter text stands in the longer one"


def test_copies_do_not_join_what_different_people_say_in_them() -> None:
    one, other = report("a", "Vale Weekly"), report("b", "Dale Mail", "Oren Dahl")
    assert len(find_origins([one, other], [Copy("art-a", "art-b", 0.62, 80)])) == 2


def test_the_unknown_is_not_independent() -> None:
    hidden = report("d", "Dale Mail", "an aide", basis=Basis.UNNAMED_SOURCE, unnamed=True)
    plain = report("e", "Vale Weekly", "Oren Dahl")
    origins = find_origins([INTERVIEW, hidden, plain])
    assert [origin.known for origin in origins] == [True, False, False]
    assert count_origins(origins) == 1


def test_a_document_is_one_origin() -> None:
    one = report("a", "Vale Weekly", basis=Basis.DOCUMENT, document="the Dale report")
    other = report("b", "Dale Mail", basis=Basis.DOCUMENT, document="The Dale report")
    assert groups(find_origins([one, other])) == [{"a", "b"}]


def test_a_judgement_parts_what_was_grouped_and_joins_what_was_not() -> None:
    parted = find_origins([INTERVIEW, CITING], apart=[("a", "b")])
    assert groups(parted) == [{"a"}, {"b"}]
    plain = report("e", "Vale Weekly", "Oren Dahl")
    joined = find_origins([INTERVIEW, plain], together=[("a", "e")])
    assert groups(joined) == [{"a", "e"}]
    assert joined[0].groupings[0].tie is Tie.JUDGEMENT


def test_no_report_is_lost_or_doubled() -> None:
    reports = [INTERVIEW, CITING, CITING_TOO, report("d", "Dale Mail", "", day=1)]
    names = [name for origin in find_origins(reports) for name in origin.reports]
    assert sorted(names) == ["a", "b", "c", "d"]


def test_the_page_s_own_unnamed_sources_are_one_group_per_newsroom() -> None:
    one = report("a", "Dale Mail", "two aides", basis=Basis.UNNAMED_SOURCE, unnamed=True)
    other = report("b", "Vale Weekly", "officials", basis=Basis.UNNAMED_SOURCE, unnamed=True)
    assert count_origins(find_origins([one, other])) == 0


def test_all_that_a_newsroom_published_is_tied_to_whoever_cites_it_and_the_rest_follow() -> None:
    own = [report(f"o{day}", "The Brenn Post", source, day=day)
           for day, source in enumerate(["Ilse Varga", "Varga", "I. Varga"], 1)]  # fmt: skip
    citing = [report(f"c{day}", "Dale Mail", day=day, newsrooms=("Brenn Post",)) for day in (2, 9)]
    other = report("x", "Dale Mail", "Oren Dahl", day=9, newsrooms=("Brenn Post",))
    assert groups(find_origins([*own, *citing, other])) == [
        {"o1", "o2", "o3", "c2", "c9"}, {"x"}
    ]  # fmt: skip
    parted = find_origins([*own, *citing], apart=[("o1", "c9")])
    assert {"o1"} in [one & {"o1", "c9"} for one in groups(parted)]


def test_origins_take_time_in_line_with_the_reports() -> None:
    citing = [
        report(f"r{number:05}", f"Paper {number}", newsrooms=("The Brenn Post",), day=2)
        for number in range(1600)
    ]
    asking = [
        report(f"q{number:05}", f"Herald {number}", f"Ina Dahl{number}", basis=Basis.INTERVIEW)
        for number in range(1600)
    ]
    own = [report(f"o{number:05}", "The Brenn Post") for number in range(1600)]
    for some in (citing, asking, [*zip(own, citing, strict=True)]):
        assert grows_in_line(lambda size, some=some: find_origins(flat(some[:size])), 200, 1600)


def flat(some: list[object]) -> list[Report]:
    return [one for each in some for one in (each if isinstance(each, tuple) else (each,))]


def test_origins_of_a_claim_of_which_a_person_parted_two_take_no_longer() -> None:
    hidden = [
        report(f"r{number:05}", f"Paper {number}", basis=Basis.SPEECH, said=1)
        for number in range(1600)
    ]
    apart = [("r00001", "r00002")]
    assert grows_in_line(lambda size: find_origins(hidden[:size], apart=apart), 200, 1600)
