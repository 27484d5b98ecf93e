#!/usr/bin/env python3
"""Puts the questions of a facts file to the program and judges the answers.

  python3 tools/facts.py [--facts ../shared/gold/facts.jsonl] [--reports ../shared/reports] [--show missing,wrong] [--json FILE] [--gate]

Each question is asked three times: of the packs alone, of the reports alone ("scope":"reports"), of both. The answers are judged as the
facts' README says; what is printed is counted by kind and by system:
  right     the answer with packs and reports is the one expected; "pack" and "reading" say which of the two alone gives it too
  missing   the program does not know
  wrong     it says something else
A fact that the public record contradicts is right when the answer is the public record's, or when what is told is given as contradicted.
--gate fails (exit code 1) when fewer than 90 % of the ties, rules, figures and commitments are right."""
import argparse
import collections
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
STRIPPED = ["expect", "accept", "standing", "public", "joins", "basis", "also", "told", "told_phase", "missing", "members", "unless", "consent_of"]
FLOORED = ["tie", "rule", "figure", "commitment"]
GROUPS = {"C5": ["KAZ", "KGZ", "TJK", "TKM", "UZB"]}


def fold(text):
    text = unicodedata.normalize("NFKD", text).lower()
    return re.sub(r"[^a-z0-9]+", " ", text.replace("’", "'")).strip()


def put(query):
    """The query as the tester puts it."""
    asked = query.get("ask")
    q = {k: v for k, v in query.items() if k == asked or k not in STRIPPED}
    return {k: v for k, v in q.items() if not k.startswith("contains") and not k.endswith("_contains")}


def same_text(a, b):
    """Names in two transliterations, dates to the precision of the shorter."""
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", a) and re.fullmatch(r"\d{4}(-\d\d){0,2}", b):
        return a.startswith(b) or b.startswith(a)
    x, y = fold(a).replace(" ", ""), fold(b).replace(" ", "")
    if x == y:
        return True
    return len(x) > 5 and len(y) > 5 and slips(x, y) <= max(len(x), len(y)) // 5


def slips(a, b):
    row = list(range(len(b) + 1))
    for i, c in enumerate(a, 1):
        corner, row[0] = row[0], i
        for j, d in enumerate(b, 1):
            corner, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, corner + (c != d))
    return row[-1]


def opened(values):
    return [m for v in values for m in GROUPS.get(v, [v])]


def words_there(query, answer):
    """contains*, *_contains: the words stand in one of the facts that the answer rests on."""
    # Words may be cut at their end ("econom"), not at their beginning.
    texts = [" " + fold(" | ".join(str(v) for k, v in line.items() if k in ("matter", "then", "if", "unless", "content", "moves", "about", "goods", "instrument") and v)
                  + (" | " + line["receipt"]["sentence"] if line["kind"] in ("event", "figure") and line["receipt"].get("sentence") else ""))
             for line in answer["lines"] if line["role"] in ("basis", "told")]
    for key, words in query.items():
        if key == "contains_all":
            if not all(any(" " + fold(w) in t for t in texts) for w in words):
                return False
        elif key.startswith("contains") or key.endswith("_contains"):
            if not any(" " + fold(words) in t for t in texts):
                return False
    return True


def equal(value, expect, query):
    if isinstance(expect, bool) or isinstance(value, bool):
        return value is expect
    if isinstance(expect, list):
        if not isinstance(value, list):
            value = [] if value is None else [value]
        v, e = opened(value), opened(expect)
        covered = all(any(same_text(x, y) for y in v) for x in e)
        return covered and (query.get("match") == "contains" or all(any(same_text(x, y) for y in e) for x in v))
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(expect, str) and isinstance(value, str):
        return same_text(value, expect)
    return value == expect


def judge(fact, answer):
    """right, missing or wrong, with a word on how."""
    q = fact["query"]
    value, told, standing, expect = answer.get("answer"), answer.get("told"), answer.get("standing"), q.get("expect")
    if q.get("standing") == "absent":
        return ("right", "the reports do not say") if value in (None, []) else ("wrong", f"says {value}")
    if q.get("ask") == "may":
        if value == expect and (not q.get("consent_of") or answer.get("consent_of") == q["consent_of"]):
            return "right", ""
        if value in q.get("accept", []):
            return "right", "accepted"
        return ("missing", "") if value == "unknown" else ("wrong", f"says {value}")
    if q.get("standing") == "contradicted":
        public = q.get("public")
        if q.get("told_in") and equal(value, expect, q):
            return "right", "as told in that report"
        if standing == "contradicted" and (equal(told, expect, q) or equal(value, expect, q)):
            return "right", "as told, contradicted"
        if expect is False and value is False:
            return "right", "denied"
        if isinstance(expect, bool) and value is False and public is not None:
            return "right", "as the public record has it"
        if not isinstance(expect, bool) and isinstance(public, (str, list)) and value is not None and equal(value, public, q):
            return "right", "as the public record has it"
        if expect is None and value is None:
            return "right", "left open"
        return ("missing", "") if value is None else ("wrong", f"says {value} ({standing})")
    if expect is None:
        return ("right", "") if value is None else ("wrong", f"says {value}")
    if not equal(value, expect, q):
        return ("missing", "") if value in (None, []) else ("wrong", f"says {value}")
    if not words_there(q, answer):
        return "missing", "found, but not with those words"
    return "right", ""


def run(program, *arguments, text=None):
    done = subprocess.run([*program, *arguments], input=text, capture_output=True, text=True, cwd=tempfile.gettempdir())
    if done.returncode not in (0, 1):
        sys.exit(f"facts.py: {' '.join(arguments)}: {done.stderr.strip()}")
    return done.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--facts", default=os.path.join(ROOT, "..", "shared", "gold", "facts.jsonl"))
    parser.add_argument("--reports", default=os.path.join(ROOT, "..", "shared", "reports"))
    parser.add_argument("--show", default="", help="list facts with these verdicts: right,missing,wrong,all")
    parser.add_argument("--json", help="write a line for each fact to this file")
    parser.add_argument("--gate", action="store_true", help="fail below 90 %% of ties, rules, figures and commitments")
    parser.add_argument("--dll", default=os.path.join(ROOT, "src", "Annalist.Cli", "bin", "Release", "net10.0", "annalist.dll"))
    given = parser.parse_args()
    if not os.path.isfile(given.facts):
        print(f"facts.py: skipped, there is no {os.path.normpath(given.facts)}")
        return 0
    facts = [json.loads(line) for line in open(given.facts, encoding="utf-8") if line.strip()]
    program = ["dotnet", os.path.abspath(given.dll)]
    reports = sorted(os.path.abspath(os.path.join(given.reports, f)) for f in os.listdir(given.reports) if re.match(r"00[0-4].*\.txt$", f))
    questions = [put(f["query"]) for f in facts]
    with tempfile.TemporaryDirectory() as folder:
        record = os.path.join(folder, "facts.db")
        run(program, "read", *reports, "--record", record)
        lines = lambda qs: "".join(json.dumps(q, ensure_ascii=False) + "\n" for q in qs)
        asked = lambda qs, *more: [json.loads(a) for a in run(program, "ask", "-", "--format", "jsonl", *more, text=lines(qs)).splitlines()]
        both = asked(questions, "--record", record)
        reading = asked([{**q, "scope": "reports"} for q in questions], "--record", record)
        pack = asked(questions)
    rows = []
    for f, b, r, p in zip(facts, both, reading, pack, strict=True):
        verdict, how = judge(f, b)
        rows.append((f, verdict, how, judge(f, p)[0] == "right", judge(f, r)[0] == "right", b))
    table(rows, "kind", lambda f: f["query"]["find"])
    table(rows, "system", lambda f: f["system"])
    floored = [r for r in rows if r[0]["query"]["find"] in FLOORED]
    right = sum(r[1] == "right" for r in floored)
    print(f"ties, rules, figures, commitments: {right} of {len(floored)} right = {right / len(floored):.3f} (floor 0.900)")
    wanted = {"right", "missing", "wrong"} if given.show == "all" else set(given.show.split(","))
    for f, verdict, how, by_pack, by_reading, answer in rows:
        if verdict in wanted:
            print(f"\n{f['id']} {verdict} {how}\n  {f['question']}\n  expected {f['query'].get('expect')} {f['query'].get('standing', '')}; asked {json.dumps(put(f['query']), ensure_ascii=False)}\n  answered {answer.get('answer')} [{answer.get('standing')}] told {answer.get('told')}: {answer['reason'][:300]}")
    if given.json:
        with open(given.json, "w", encoding="utf-8") as out:
            for f, verdict, how, by_pack, by_reading, answer in rows:
                out.write(json.dumps({"id": f["id"], "find": f["query"]["find"], "system": f["system"], "verdict": verdict, "how": how, "pack": by_pack, "reading": by_reading, "answer": answer.get("answer"), "reason": answer["reason"]}, ensure_ascii=False) + "\n")
    return 1 if given.gate and right < 0.9 * len(floored) else 0


def table(rows, name, key):
    counts = collections.OrderedDict()
    for row in rows:
        c = counts.setdefault(key(row[0]), collections.Counter())
        c["all"] += 1
        c[row[1]] += 1
        if row[1] == "right":
            c["pack"] += row[3]
            c["reading"] += row[4]
            c["only_both"] += not row[3] and not row[4]
    print(f"{name:28} {'facts':>5} {'right':>5} {'pack':>5} {'reading':>7} {'both only':>9} {'missing':>7} {'wrong':>5}")
    for k, c in counts.items():
        print(f"{k:28} {c['all']:5} {c['right']:5} {c['pack']:5} {c['reading']:7} {c['only_both']:9} {c['missing']:7} {c['wrong']:5}")
    total = sum(counts.values(), collections.Counter())
    print(f"{'total':28} {total['all']:5} {total['right']:5} {total['pack']:5} {total['reading']:7} {total['only_both']:9} {total['missing']:7} {total['wrong']:5}\n")


if __name__ == "__main__":
    sys.exit(main())
