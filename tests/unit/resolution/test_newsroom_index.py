"""Newsrooms looked up: the same as asking each publisher whether it is meant."""

from hypothesis import given
from hypothesis import strategies as st

from growth import grows_in_line
from onrecord.resolution.newsroom_index import NewsroomIndex
from onrecord.resolution.own_newsroom import is_own_newsroom

_names = st.lists(
    st.sampled_from(
        ["The", "Brenn", "Post", "AP", "Vale", "Online", "Associated", "Press", "Mail"]
    ),
    min_size=1,
    max_size=4,
).map(" ".join)


@given(publishers=st.lists(_names, max_size=8), name=_names)
def test_a_name_finds_the_publishers_whose_newsroom_it_means(
    publishers: list[str], name: str
) -> None:
    found = NewsroomIndex(publishers).find(name)
    assert set(found) == {one for one in publishers if is_own_newsroom(name, one)}
    assert len(found) == len(set(found))


def test_this_newspaper_on_another_page_is_none_of_them() -> None:
    assert NewsroomIndex(["The Brenn Post", ""]).find("this newspaper") == ()


def test_looking_up_takes_no_longer_where_there_are_more() -> None:
    def look_up(size: int) -> None:
        index = NewsroomIndex(f"Paper {number} of Brenn" for number in range(size))
        for number in range(size):
            index.find(f"Paper {number}")

    assert grows_in_line(look_up, 200, 1600)
