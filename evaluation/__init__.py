"""Benchmarks: scores against corpora, floors that hold them, speed against a yardstick."""
