from growth import grows_in_line


def test_work_with_each_is_in_line_and_work_with_each_pair_is_not() -> None:
    assert grows_in_line(lambda size: sum(range(size * 100)), 200, 1_600)
    assert not grows_in_line(lambda size: sum(sum(range(size)) for _ in range(size)), 200, 1_600)
