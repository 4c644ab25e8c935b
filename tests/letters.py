"""A tokenizer that knows letters only: word pieces without any weights."""

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers


def make_tokenizer() -> Tokenizer:
    letters = "abcdefghijklmnopqrstuvwxyz0123456789\"'.,—“”"
    vocabulary = {"[PAD]": 0, "[unused0]": 1, "[UNK]": 2}
    for letter in letters:
        vocabulary.setdefault(letter, len(vocabulary))
        vocabulary.setdefault("##" + letter, len(vocabulary))
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer


TOKENIZER = make_tokenizer()
