#!/usr/bin/env python3
"""Puts the program's present output into the README where it shows a ruling, and data/accuracy.json into its accuracy card: tools/readme.py

Run it after a change of the packs or of the words of rulings; a test compares the two."""
import json
import os
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
README = os.path.join(ROOT, "README.md")
PROMPT = "$ ./annalist may "

text = open(README, encoding="utf-8").read()
start = text.index(PROMPT)
line = text.index("\n", start)
end = text.index("\n```", line)
command = text[start + 2:line].split()
shown = subprocess.run([os.path.join(ROOT, "annalist"), *command[1:], "--format", "table"], capture_output=True, text=True, check=True, cwd=ROOT, env={**os.environ, "COLUMNS": "120", "ANNALIST_PACKS": ""})
text = text[:line + 1] + shown.stdout.rstrip("\n") + text[end:]

HEAD = "| what | figure | on |\n|---|---:|---|\n"
start = text.index(HEAD) + len(HEAD)
rows = json.load(open(os.path.join(ROOT, "data", "accuracy.json"), encoding="utf-8"))["rows"]
card = "".join("| " + " | ".join(r[k] for k in ("what", "figure", "on")) + " |\n" for r in rows).replace("|  |", "| |")
open(README, "w", encoding="utf-8").write(text[:start] + card + text[text.index("\n\n", start) + 1:])
