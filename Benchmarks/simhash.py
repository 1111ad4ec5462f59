#!/usr/bin/env python3
"""Fingerprints of articles: our SimHash against rensa's MinHash, in turns on the same texts, and how many near copies it finds.

    Benchmarks/run simhash          installs what is missing, builds a release, then calls this

The articles are made as for `match`. Counted are articles per CPU second, with the cutting into words on both sides, and of words that are there already.
Quoted are the ratios, because absolute times drift from machine to machine. Of each article there is a copy with 2 % of its words changed: recall is the part of the pairs
that differ in no more than 10, 11 and 12 of 64 bits, and beside it stands the part of unrelated pairs that do.
"""
import argparse, pathlib, random, shutil, statistics, subprocess, sys, tempfile
from match import invented, make, vocabulary

RENSA = """
import sys, time, rensa
texts = open(sys.argv[1]).read().split("\\n")[:-1]
def seconds(times):
    start = time.process_time()
    for text in texts:
        words = text.split()
        for _ in range(times):
            sketch = getattr(rensa, sys.argv[2])(num_perm=128, seed=42); sketch.update(words); sketch.digest()
    return time.process_time() - start
whole = [seconds(1) for _ in range(int(sys.argv[3]))]
print(*whole)
print(*((seconds(4) - once) / 3 for once in whole))
"""


def changed(rng, text, words):
    out = text.split(" ")
    for _ in range(max(1, round(len(out) / 50))):
        out[rng.randrange(len(out))] = rng.choice(words)
    return " ".join(out)


def fingerprints(bench, path, rounds):
    *hashes, whole, alone = subprocess.run([bench, "simhash", str(path), str(rounds)], stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()
    return [int(h, 16) for h in hashes], [[float(t) for t in times.split()] for times in (whole, alone)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", help="our driver, match-bench")
    parser.add_argument("--python", default=sys.executable, help="a Python with rensa")
    parser.add_argument("--turns", type=int, default=3)
    a = parser.parse_args()
    rng = random.Random(2026)
    words = vocabulary(rng, 60_000)
    texts = make(rng, words, words[100:2_000], 6e6, invented()).splitlines()
    root = pathlib.Path(tempfile.mkdtemp(prefix="pantau-simhash-"))
    try:
        (root / "texts").write_text("".join(t + "\n" for t in texts))
        (root / "copies").write_text("".join(changed(rng, t, words) + "\n" for t in texts))
        parts = ("cut and hashed", "hashed alone")
        rates = {part: {"pantau": [], "rensa.RMinHash": [], "rensa.CMinHash": []} for part in parts}
        for _ in range(a.turns):
            hashes, times = fingerprints(a.bench, root / "texts", 3)
            for part, seconds in zip(parts, times):
                rates[part]["pantau"] += [len(texts) / t for t in seconds]
            for name in ("RMinHash", "CMinHash"):
                out = subprocess.run([a.python, "-c", RENSA, str(root / "texts"), name, "1"], stdout=subprocess.PIPE, text=True, check=True).stdout
                for part, line in zip(parts, out.splitlines()):
                    rates[part]["rensa." + name] += [len(texts) / float(t) for t in line.split()]
        print(f"{len(texts)} articles of {sum(map(len, texts)) / len(texts) / 1000:.1f} kB")
        for part in parts:
            print(part)
            for name, rate in rates[part].items():
                ratio = statistics.median(rates[part]["pantau"]) / statistics.median(rate)
                print(f"  {name:<16}{statistics.median(rate):10.0f} articles per CPU second   pantau / it: {ratio:6.1f}")
        copies, _ = fingerprints(a.bench, root / "copies", 1)
        near = [(x ^ y).bit_count() for x, y in zip(hashes, copies)]
        far = [(hashes[rng.randrange(len(hashes))] ^ hashes[rng.randrange(len(hashes))]).bit_count() for _ in range(100_000)]
        for limit in (10, 11, 12):
            recall = sum(d <= limit for d in near) / len(near)
            print(f"  at most {limit} bits: {recall:.4f} of the copies with 2 % of their words changed")
        print(f"  unrelated pairs: {sum(d <= 12 for d in far)} of {len(far)} within 12 bits (an article met with itself among them)")
    finally:
        shutil.rmtree(root, ignore_errors=True)


main()
