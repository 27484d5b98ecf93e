#!/usr/bin/env python3
"""How well the system layer is read (codebook 7b): readings.py [--run RUN.jsonl] [--show KIND] [--facts] [--gold FOLDER]

Runs the built program over the reports of the gold's folder (or takes a run from a file) and compares its rules, commitments,
expectations, aims and system ties with the gold records under `../shared/gold/system`. A pair needs sentences that agree by
`same_sentence` of score.py and a code in common: bearer, by, of, or actors. Ties are paired by `tie_credit`, and only relations
that the system gold has are counted. Gold marked optional counts neither way. `--facts` asks the questions of facts.jsonl that a commitment or a rule answers.
The details below the table (stage, act, matter …) are shares of the paired findings.
"""
import glob, importlib.util, json, os, re, subprocess, sys, tempfile
from collections import defaultdict

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
KINDS = ("rule", "commitment", "expectation", "aim", "tie")


def load_score(gold):
    spec = importlib.util.spec_from_file_location("score", os.path.join(gold, "score.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def opened(score, found):
    return {m for c in found if c for m in score.MEMBERS.get(c, [c])}


def parties(score, kind, r):
    """Codes that two findings of a kind must share one of; None when the kind asks for none."""
    if kind == "rule":
        return opened(score, r.get("bearer") or [])
    if kind == "commitment":
        return opened(score, r.get("by") or [])
    if kind == "aim":
        return opened(score, [r.get("of")])
    return opened(score, r.get("actors") or [])


def words_of(kind, r):
    return r.get("then") if kind == "expectation" else r.get("matter") or ""


def credit(score, kind, run, gold):
    """0 when they are not one, else above 0: more, the more they agree (only to pair the best)."""
    if kind == "tie":
        return score.tie_credit(run, gold)
    a, b = parties(score, kind, run), parties(score, kind, gold)
    if (a or b) and not a & b:
        return 0.0
    c = 1.0 + score.f1(a, b)
    if run.get("act") == gold.get("act"):
        c += 0.5
    if run.get("stage") == gold.get("stage"):
        c += 0.5
    return c + score.shared(words_of(kind, run) or "", words_of(kind, gold) or "")


def details(score, kind, run, gold):
    if kind in ("tie",):
        return {}
    out = {"parties": parties(score, kind, run) == parties(score, kind, gold)}
    keys = {"rule": ("force", "act", "consent_of"), "commitment": ("stage", "act", "due", "amount"), "expectation": ("by", "likelihood"), "aim": ("ascribed_by",)}[kind]
    for k in keys:
        out[k] = run.get(k) == gold.get(k)
    if kind in ("commitment", "aim", "rule"):
        out["toward"] = opened(score, run.get("toward") or []) == opened(score, gold.get("toward") or [])
    if kind != "rule":
        wa, wb = score.words(words_of(kind, run)), score.words(words_of(kind, gold))
        hit = score.shared(words_of(kind, run) or "", words_of(kind, gold) or "") * min(len(wa), len(wb))
        out["matter"] = 2 * hit / (len(wa) + len(wb)) >= 0.7 if wa and wb else wa == wb
    return out


def line(kind, r):
    keys = {"rule": ("bearer", "force", "act", "toward", "condition", "consent_of", "instrument"), "commitment": ("by", "toward", "act", "stage", "due", "amount", "unit", "instrument", "matter"),
            "expectation": ("by", "if", "then", "likelihood", "actors"), "aim": ("of", "toward", "ascribed_by", "matter"), "tie": ("subject", "relation", "object")}[kind]
    return " ".join("+".join(r[k]) or "-" if isinstance(r.get(k), list) else str(r.get(k)) for k in keys if r.get(k) is not None)


def read_run(reports):
    dll = os.path.join(ROOT, "src", "Annalist.Cli", "bin", "Release", "net10.0", "annalist.dll")
    command = ["dotnet", dll] if os.path.exists(dll) else [os.path.join(ROOT, "annalist")]
    with tempfile.TemporaryFile() as out:
        done = subprocess.run(command + ["code", *reports, "--format", "jsonl"], stdout=out, stderr=subprocess.PIPE)
        if done.returncode not in (0, 1):
            sys.exit(done.stderr.decode())
        out.seek(0)
        return out.read().decode("utf-8").splitlines()


def records(score, lines):
    by = defaultdict(lambda: defaultdict(list))
    for text in lines:
        if not text.strip():
            continue
        r = json.loads(text)
        if r.get("kind") in KINDS:
            by[re.sub(r"^(\d{3})_[0-9a-f]+$", r"\1", str(r.get("report")))][r["kind"]].append(r)
    return by


def facts(score, gold, run):
    """Commitments asked for by facts.jsonl: words in the matter, parties, stage."""
    right = asked = 0
    for text in open(os.path.join(gold, "facts.jsonl"), encoding="utf-8"):
        f = json.loads(text)
        q = f["query"]
        if q["find"] != "commitment":
            continue
        asked += 1
        def fits(c, strict):
            if score.fold(q.get("contains", "")).lower() not in score.fold(c.get("matter") or "").lower() or opened(score, c["by"]) != opened(score, q["by"]):
                return False
            return all(c.get(k) == q[k] for k in (("stage", "act", "due") if strict else ("stage",)) if k in q) and (not strict or "toward" not in q or opened(score, c["toward"]) == opened(score, q["toward"]))
        all_of = [c for rid in f["reports"] for c in run[rid]["commitment"]]
        hit, whole = any(fits(c, False) for c in all_of), any(fits(c, True) for c in all_of)
        right += hit
        print(f"{f['id']} {'ok  ' if whole else 'part' if hit else 'MISS'} {f['question']}")
    print(f"facts: {right} of {asked}")


def main():
    args, run_file, show, ask, gold = sys.argv[1:], None, [], False, os.path.join(ROOT, "..", "shared", "gold")
    while args:
        a = args.pop(0)
        if a == "--run":
            run_file = args.pop(0)
        elif a == "--show":
            show.append(args.pop(0))
        elif a == "--facts":
            ask = True
        elif a == "--gold":
            gold = args.pop(0)
        else:
            sys.exit(__doc__)
    score = load_score(gold)
    answers = records(score, [t for p in sorted(glob.glob(os.path.join(gold, "system", "*.jsonl"))) for t in open(p, encoding="utf-8")])
    reports = sorted(p for p in glob.glob(os.path.join(gold, "..", "reports", "*.txt")) if os.path.basename(p)[:3] in answers)
    run = records(score, open(run_file, encoding="utf-8") if run_file else read_run(reports))
    relations = {t["relation"] for g in answers.values() for t in g["tie"]}
    total, table, hits = score.Tally(), {}, defaultdict(lambda: defaultdict(list))
    for kind in KINDS:
        tally = table[kind] = score.Tally()
        for rid in sorted(answers):
            r, g = run[rid][kind], answers[rid][kind]
            if kind == "tie":
                r = list({(t["subject"], t["relation"], t["object"]): t for t in r if t["relation"] in relations}.values())
            pairs = [(i, j, 1.0) for i, j, _ in score.pair(r, g, lambda a, b: credit(score, kind, a, b), sentence=kind != "tie")]
            tally.add(r, g, pairs)
            for i, j, _ in pairs:
                if not g[j].get("optional"):
                    for k, v in details(score, kind, r[i], g[j]).items():
                        hits[kind][k].append(v)
            if kind in show:
                for i, j, _ in pairs:
                    wrong = [k for k, v in details(score, kind, r[i], g[j]).items() if not v]
                    print(f"{rid} {'opt' if g[j].get('optional') else 'ok '} {line(kind, r[i])}" + (f"\n        differs in {', '.join(wrong)}; gold: {line(kind, g[j])}" if wrong else ""))
                for j, x in enumerate(g):
                    if j not in {b for _, b, _ in pairs}:
                        print(f"{rid} {'opt miss' if x.get('optional') else 'MISS'} {line(kind, x)}   « {score.fold(x['sentence'])[:140]}")
                for i, x in enumerate(r):
                    if i not in {a for a, _, _ in pairs}:
                        print(f"{rid} EXTRA {line(kind, x)} [{x.get('rule')}]  « {score.fold(x['sentence'])[:200]}")
        for k in ("credit", "run", "gold"):
            setattr(total, k, getattr(total, k) + getattr(tally, k))
    print(f"{'':13}{'P':>7}{'R':>7}{'F1':>7}{'run':>6}{'gold':>6}")
    for kind, tally in [*table.items(), ("total", total)]:
        v = tally.row()
        extra = "  " + " ".join(f"{k} {sum(h) / len(h):.2f}" for k, h in hits[kind].items())
        print(f"{kind:13}{v['p']:7.3f}{v['r']:7.3f}{v['f1']:7.3f}{v['run']:6}{v['gold']:6}{extra}".rstrip())
    if ask:
        facts(score, gold, run)


if __name__ == "__main__":
    main()
