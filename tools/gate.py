#!/usr/bin/env python3
"""The accuracy gate: codes the measuring reports, prints the accuracy card and compares it with spec/floors.json.

    tools/gate.py            measure and compare; exit 1 when a figure is under its floor
    tools/gate.py --raise    also lift the floors to what was reached (rounded down to .01); a floor is never lowered

Needs python3 and the measuring data in ../shared (or ANNALIST_SHARED); without them it says so and exits 0.
"""
import json, math, os, re, subprocess, sys, tempfile, time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHARED = os.environ.get("ANNALIST_SHARED", os.path.join(ROOT, "..", "shared"))
FLOORS = os.path.join(ROOT, "spec", "floors.json")


def run(command, **keys):
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, **keys)
    if done.returncode not in (0, 1):
        sys.exit(f"gate: {' '.join(command[:3])} ended with {done.returncode}")
    return done.stdout


def main():
    if not os.path.isdir(os.path.join(SHARED, "gold")):
        print(f"gate: skipped, the measuring data are not at {os.path.normpath(SHARED)}")
        return 0
    floors = json.load(open(FLOORS, encoding="utf-8"))
    annalist = os.path.join(ROOT, "annalist")
    figures = {}
    with tempfile.TemporaryDirectory() as folder:
        def keep(name, text):
            path = os.path.join(folder, name)
            open(path, "w", encoding="utf-8").write(text)
            return path

        reports = sorted(os.path.join(SHARED, "reports", f) for f in os.listdir(os.path.join(SHARED, "reports")) if f.endswith(".txt"))
        gold = sorted(os.path.join(SHARED, "gold", "dev", f) for f in os.listdir(os.path.join(SHARED, "gold", "dev")) if f.endswith(".jsonl"))
        start = time.monotonic()
        one = run([annalist, "code", *reports, "--threads", "1", "--format", "jsonl"])
        print(f"gate: {len(reports)} reports coded in {time.monotonic() - start:.1f} s (start included)")
        two = run([annalist, "code", *reports, "--threads", "2", "--format", "jsonl"])
        if one != two:
            sys.exit("gate: one and two threads give different bytes")
        print("gate: one and two threads give identical bytes")
        path = keep("run.jsonl", one)
        score = os.path.join(SHARED, "gold", "score.py")
        print(run([sys.executable, score, path, *gold]))
        figures["gold"] = {k: v["f1"] for k, v in json.loads(run([sys.executable, score, path, *gold, "--json"])).items()}

        sets = os.path.join(SHARED, "sets", "score.py")
        for name in ("plover", "quotes"):
            data = os.path.join(SHARED, "sets", f"{name}_dev.jsonl")
            docs = keep(f"{name}.docs.jsonl", run([sys.executable, sets, "docs", data]))
            coded = keep(f"{name}.run.jsonl", run([annalist, "code", docs, "--format", "jsonl"]))
            print(f"gate: {name}_dev")
            print(run([sys.executable, sets, name, coded, data]))
            figures[name] = {k: v.get("F1", v.get("share", 0)) for k, v in json.loads(run([sys.executable, sets, name, coded, data, "--json"])).items()}

        treebank = os.path.join(SHARED, "ud", "ewt-dev.conllu")
        parsed = keep("ewt.conllu", run([annalist, "parse", "--conllu", treebank]))
        print("gate: ewt-dev, predicted tags, gold tokens")
        print(run([sys.executable, sets, "ud", parsed, treebank]))
        figures["ud"] = {k: v.get("F1", v.get("share", 0)) for k, v in json.loads(run([sys.executable, sets, "ud", parsed, treebank, "--json"])).items()}

    print("gate: the questions of the facts file")
    answered = run([sys.executable, os.path.join(ROOT, "tools", "facts.py")])
    print(answered)
    figures["facts"] = {"ties, rules, figures, commitments": float(re.search(r"right = ([0-9.]+)", answered).group(1))}

    print("gate: what is read into the system")
    read = run([sys.executable, os.path.join(ROOT, "tools", "readings.py")])
    print(read)
    for kind, precision, recall, f1 in re.findall(r"^(\w+) +([0-9.]+) +([0-9.]+) +([0-9.]+)", read, re.M):
        figures.setdefault("readings precision", {})[kind] = float(precision)
        figures.setdefault("readings recall", {})[kind] = float(recall)

    short = []
    for part, names in floors.items():
        for name, floor in names.items():
            got = figures.get(part, {}).get(name, 0.0)
            if got < floor:
                short.append(f"{part} {name} {got:.3f} under {floor}")
            elif "--raise" in sys.argv:
                names[name] = max(floor, math.floor(got * 100) / 100)
    if "--raise" in sys.argv:
        json.dump(floors, open(FLOORS, "w", encoding="utf-8"), indent=2)
        open(FLOORS, "a", encoding="utf-8").write("\n")
    print("gate: " + ("falls short: " + "; ".join(short) if short else "all figures are at or above their floors"))
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
