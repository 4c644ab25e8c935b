import pytest
from evaluation.discourse import (
    find_attributions,
    join_words,
    read_document,
    read_nodes,
    read_paragraphs,
    read_split,
)

RELATIONS = """<header><relations>
<rel name="attribution-positive" type="rst"/><rel name="elaboration-additional" type="rst"/>
<rel name="same-unit" type="multinuc"/><rel name="joint-list" type="multinuc"/>
</relations></header>"""

TREE = f"""<rst>{RELATIONS}<body>
<segment id="1" parent="2" relname="attribution-positive">Ana says</segment>
<segment id="2" parent="10" relname="span">that the quay ,</segment>
<segment id="3" parent="2" relname="elaboration-additional">built by Bo ,</segment>
<segment id="4" parent="11" relname="same-unit">will n't close .</segment>
<group id="10" type="span" parent="11" relname="same-unit"/>
<group id="11" type="multinuc"/>
</body></rst>"""


def words(*paragraphs):
    return [[(word, False) for word in paragraph.split()] for paragraph in paragraphs]


def test_words_are_written_as_people_write_them():
    text, _ = join_words(words('He said : " I do n\'t know " ( yet ) .', "Ana 's $ 5"))
    assert text == "He said: \"I don't know\" (yet).\n\nAna's $5"


def test_every_word_is_found_at_its_place():
    paragraphs = words('" Go , " she said .', "They 'll stay")
    text, spans = join_words(paragraphs)
    assert [text[start:end] for start, end in spans] == [w for p in paragraphs for w, _ in p]


def test_what_the_xml_writes_together_has_no_space():
    xml = "<p>\n<s>\nA\tDT\n<w>\npeer\tNN\n-\tHYPH\nreviewed\tVVN\n</w>\npaper\tNN\n</s>\n</p>\n"
    assert join_words(read_paragraphs(xml))[0] == "A peer-reviewed paper"


def test_blocks_are_paragraphs_and_entities_are_characters():
    xml = "<head>\nTrade\tNN\n</head>\n<p>\n<s>\nAmes\tNP\n&amp;\tCC\nBell\tNP\n</s>\n</p>\n"
    assert join_words(read_paragraphs(xml))[0] == "Trade\n\nAmes & Bell"


def test_the_nucleus_leaves_other_satellites_of_its_node_out():
    assert find_attributions(read_nodes(TREE)) == [(["1"], ["2"])]


def test_a_group_is_the_nucleus_with_all_that_it_spans():
    tree = TREE.replace(
        'parent="2" relname="attribution-positive"', 'parent="11" relname="attribution-positive"'
    )
    assert find_attributions(read_nodes(tree)) == [(["1"], ["2", "3", "4"])]


def test_neighbouring_units_are_one_piece():
    xml = (
        "<p>\n"
        + "".join(
            f"{w}\tX\n" for w in "Ana says that the quay , built by Bo , will n't close .".split()
        )
        + "</p>\n"
    )
    tree = TREE.replace(
        'parent="2" relname="attribution-positive"', 'parent="11" relname="attribution-positive"'
    )
    document = read_document("GUM_news_quay", tree, xml)
    (found,) = document.attributions
    (satellite,), (nucleus,) = found.satellite, found.nucleus
    assert document.text[slice(*satellite)] == "Ana says"
    assert document.text[slice(*nucleus)] == "that the quay, built by Bo, willn't close."


def test_a_tree_of_other_words_is_refused():
    with pytest.raises(ValueError, match="not of the same words"):
        read_document("GUM_news_quay", TREE, "<p>\nAna\tNP\n</p>\n")


def test_a_split_is_what_stands_under_its_heading(tmp_path):
    path = tmp_path / "splits.md"
    path.write_text("## dev\n\n  * GUM_a_b\n\n## train\n\n  * GUM_c_d\n", encoding="utf-8")
    assert read_split(path, "dev") == ["GUM_a_b"]
