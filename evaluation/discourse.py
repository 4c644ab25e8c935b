"""Attributions in GUM's discourse trees, as positions in a text made of its words.

GUM marks an attribution as a relation: the satellite holds source and cue, the nucleus what is
attributed. The trees are in rstweb's format; paragraphs come from the corpus's XML.

Zeldes, "The GUM Corpus: Creating Multilayer Resources in the Classroom", LREV 2017.
"""

import re
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_ATTRIBUTION = re.compile(r"attribution-(positive|negative)")
_BLOCK = re.compile(r"</?(p|head|sp|item|caption|figure|list|note|cell|row|lg|l)\b")
_WORD_START, _WORD_END = re.compile(r"<w\b"), re.compile(r"</w>")
# The distributed texts of this genre hold blanks instead of words.
_BLANKED = "reddit"

Pieces = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class DiscourseAttribution:
    """One attribution relation: source and cue are not told apart."""

    satellite: Pieces
    nucleus: Pieces


@dataclass(frozen=True, slots=True)
class Document:
    """One text with its attributions."""

    name: str
    text: str
    attributions: tuple[DiscourseAttribution, ...]

    @property
    def genre(self) -> str:
        """As its name says: GUM_news_asylum is news."""
        return self.name.split("_")[1]


@dataclass(frozen=True, slots=True)
class Node:
    """A unit or a group of a tree."""

    ident: str
    parent: str
    relation: str
    is_satellite: bool
    words: int
    """Words of a unit; 0 for a group."""


def read_documents(gum: Path, split: str) -> Iterator[Document]:
    """The documents of one split that have words and a tree, in sorted order."""
    for name in sorted(read_split(gum / "splits.md", split)):
        tree, words = gum / "rst" / "rstweb" / f"{name}.rs4", gum / "xml" / f"{name}.xml"
        if tree.is_file() and words.is_file() and f"_{_BLANKED}_" not in name:
            yield read_document(name, tree.read_text("utf-8"), words.read_text("utf-8"))


def read_split(path: Path, split: str) -> list[str]:
    """Names under the heading of a split."""
    names: dict[str, list[str]] = defaultdict(list)
    heading = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = line[3:].strip()
        elif line.strip().startswith("* "):
            names[heading].append(line.strip()[2:])
    return names[split]


def read_document(name: str, tree: str, xml: str) -> Document:
    """One document out of its tree and its words.

    Raises:
        ValueError: the tree and the XML have not the same number of words.
    """
    text, spans = join_words(read_paragraphs(xml))
    nodes = read_nodes(tree)
    if sum(node.words for node in nodes) != len(spans):
        raise ValueError(f"{name}: the tree and the XML are not of the same words")
    attributions = []
    for satellite, nucleus in find_attributions(nodes):
        pieces = _to_pieces(satellite, nodes, spans), _to_pieces(nucleus, nodes, spans)
        attributions.append(DiscourseAttribution(*pieces))
    return Document(name, text, tuple(attributions))


def read_nodes(tree: str) -> list[Node]:
    """Units in text order, then groups."""
    root = ElementTree.fromstring(tree)
    kinds = {rel.get("name"): rel.get("type") for rel in root.iter("rel")}
    nodes = []
    for element in (*root.iter("segment"), *root.iter("group")):
        relation = element.get("relname", "")
        nodes.append(
            Node(
                ident=element.get("id", ""),
                parent=element.get("parent", ""),
                relation=relation,
                is_satellite=relation != "span" and kinds.get(relation) == "rst",
                words=len((element.text or "").split()) if element.tag == "segment" else 0,
            )
        )
    return nodes


def find_attributions(nodes: list[Node]) -> list[tuple[list[str], list[str]]]:
    """The units of each attribution: those of its satellite, those of its nucleus.

    The nucleus is what the node that the satellite points at spans, without the other satellites
    of that same node: whether they belong inside the attribution the tree does not say.
    """
    children: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        children[node.parent].append(node)
    order = {node.ident: number for number, node in enumerate(nodes)}
    units = {node.ident for node in nodes if node.words}

    def core(ident: str) -> list[str]:
        below = [u for child in children[ident] if not child.is_satellite for u in whole(child)]
        return [ident, *below] if ident in units else below

    def whole(node: Node) -> list[str]:
        around = [u for child in children[node.ident] if child.is_satellite for u in whole(child)]
        return core(node.ident) + around

    return [
        (
            sorted(whole(node), key=order.__getitem__),
            sorted(core(node.parent), key=order.__getitem__),
        )
        for node in nodes
        if _ATTRIBUTION.fullmatch(node.relation)
    ]


def read_paragraphs(xml: str) -> list[list[tuple[str, bool]]]:
    """Words by paragraph; with each, whether the XML writes it together with the one before."""
    paragraphs: list[list[tuple[str, bool]]] = [[]]
    depth, first = 0, True
    for line in xml.splitlines():
        if not line.startswith("<") or "\t" in line:
            word = line.split("\t")[0]
            if word.strip():
                paragraphs[-1].append((_unescape(word), depth > 0 and not first))
                first = False
        elif _WORD_START.match(line):
            depth, first = depth + 1, True
        elif _WORD_END.match(line):
            depth = max(0, depth - 1)
        elif _BLOCK.match(line) and paragraphs[-1]:
            paragraphs.append([])
    return [paragraph for paragraph in paragraphs if paragraph]


def _unescape(word: str) -> str:
    for escaped, plain in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'")):
        word = word.replace(escaped, plain)
    return word.replace("&amp;", "&")


_NO_SPACE_BEFORE = re.compile(
    r"[.,;:!?%)\]}”]+|\.\.\.|…|n['’]t|['’](s|m|d|re|ve|ll|S|M|D|RE|VE|LL)?", re.IGNORECASE
)
_NO_SPACE_AFTER = re.compile(r"[(\[{“‘$£€#]")


def join_words(
    paragraphs: list[list[tuple[str, bool]]],
) -> tuple[str, list[tuple[int, int]]]:
    """A text as people write it, and the place of each word in it.

    A straight quotation mark opens and closes by turns within its paragraph.
    """
    text, spans = "", []
    for paragraph in paragraphs:
        if text:
            text += "\n\n"
        quoted, glued = False, True
        for word, joined in paragraph:
            opens = word == '"' and not quoted
            closes = word == '"' and quoted
            quoted ^= word == '"'
            if not (glued or joined or closes or _NO_SPACE_BEFORE.fullmatch(word)):
                text += " "
            spans.append((len(text), len(text) + len(word)))
            text += word
            glued = opens or bool(_NO_SPACE_AFTER.fullmatch(word))
    return text, spans


def _to_pieces(units: list[str], nodes: list[Node], spans: list[tuple[int, int]]) -> Pieces:
    """The places of units, neighbouring ones joined."""
    wanted = set(units)
    pieces: Pieces = []
    word, joined = 0, False
    for node in nodes:
        if not node.words:
            break
        last = word + node.words
        if node.ident in wanted:
            start, end = spans[word][0], spans[last - 1][1]
            if joined:
                start = pieces.pop()[0]
            pieces.append((start, end))
        joined = node.ident in wanted
        word = last
    return pieces
