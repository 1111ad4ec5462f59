#!/usr/bin/env python3
"""Phrases found as whole words in a text: our matcher, Hyperscan and ahocorasick_rs, in turns on the same files.

    Benchmarks/run match            installs what is missing, builds a release, then calls this

Words are invented and as frequent as words are (Zipf's law); phrases are of one to four words, and stand in the text as often as chance and one
sentence in five put them there; the invented texts of the tests are mixed in. Counted are bytes per CPU second of the scan alone; quoted are the
ratios, because absolute times drift from machine to machine. Ours and Hyperscan look for whole words in any case. ahocorasick_rs knows no words: it
gets the text in lower case, its matches inside words are taken out afterwards, and neither is counted as its time.
"""
import argparse, json, pathlib, random, shutil, statistics, subprocess, sys, tempfile

AHOCORASICK = """
import sys, time, ahocorasick_rs as a
phrases = open(sys.argv[1]).read().split("\\n")[:-1]
texts = open(sys.argv[2]).read().lower().split("\\n")[:-1]
start = time.process_time(); automaton = a.AhoCorasick(phrases); built = time.process_time() - start
times = []
for _ in range(int(sys.argv[3])):
    start = time.process_time()
    found = [automaton.find_matches_as_indexes(text, overlapping=True) for text in texts]
    times.append(time.process_time() - start)
isword = lambda c: c.isalnum() or c == "_"
whole = sum(1 for t, f in zip(texts, found) for _, s, e in f if (s == 0 or not isword(t[s - 1])) and (e == len(t) or not isword(t[e])))
print(whole, built, *times)
"""
SYLLABLES = [c + v + e for c in "b c d g h j k l m n p r s t w y".split() for v in "aeiou" for e in ("", "", "n", "ng", "r", "k", "s", "t")]


def vocabulary(rng, count):
    words = {}
    while len(words) < count:
        words["".join(rng.choice(SYLLABLES) for _ in range(rng.choice((1, 2, 2, 3, 3, 4))))] = None
    # Frequent words are a little shorter. A word of the text then has 6.3 bytes with what is behind it, as in the invented texts of the tests.
    return sorted(words, key=lambda word: len(word) + rng.random() * 9)


def make(rng, words, phrases, size, texts):
    """Articles of 3 kB in ASCII, one a line: sentences with commas and capitals, a phrase in every fifth, and invented texts of the tests."""
    weights = [1 / (rank + 2.7) for rank in range(len(words))]
    pool = rng.choices(words, weights, k=2_000_000)
    out, length, at, article = [], 0, 0, ""
    while length < size:
        count = rng.randint(10, 28)
        if at + count > len(pool):
            at = rng.randrange(1000)
        sentence = pool[at:at + count]
        at += count
        if rng.random() < 0.2:
            sentence.insert(rng.randrange(len(sentence)), rng.choice(phrases))
        if rng.random() < 0.5:
            sentence[len(sentence) // 2] += ","
        line = " ".join(sentence)
        line = line[0].upper() + line[1:] + ". "
        article += line
        if len(article) > 3_000:
            if rng.random() < 0.1:
                article += rng.choice(texts)
            out.append(article)
            length += len(article)
            article = ""
    return "\n".join(out) + "\n"


def invented():
    """The texts of the tests, in ASCII; to us don't is one word, to the others two."""
    folder = pathlib.Path(__file__).resolve().parent.parent / "Tests/ScoringTests/InventedTexts"
    lines = [line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text(encoding="utf8").splitlines()]
    return [json.loads(line)["text"].encode("ascii", "ignore").decode().replace("_", " ").replace("'", " ").replace("\n", " ") for line in lines]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", help="our driver, match-bench")
    parser.add_argument("hyperscan", help="the driver of Hyperscan")
    parser.add_argument("--python", default=sys.executable, help="a Python with ahocorasick_rs")
    parser.add_argument("--megabytes", type=float, default=8)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--turns", type=int, default=2, help="how often each is started; Hyperscan compiles half a minute for 20,000 phrases")
    a = parser.parse_args()
    rng = random.Random(2026)
    texts = invented()
    words = vocabulary(rng, 60_000)
    root = pathlib.Path(tempfile.mkdtemp(prefix="pantau-match-"))
    try:
        for count in (2_000, 20_000):
            phrases = {}
            while len(phrases) < count:
                length = rng.choices((1, 2, 3, 4), (2, 5, 3, 1))[0]
                # A word that a phrase is made of is seldom one of the hundred most frequent.
                phrases[" ".join(rng.choice(words[100:8_000] if length > 1 else words[3_000:]) for _ in range(length))] = None
            phrases = list(phrases)
            (root / "phrases").write_text("".join(p + "\n" for p in phrases))
            text = make(rng, words, phrases, a.megabytes * 1e6, texts)
            (root / "text").write_text(text)
            files = [str(root / "phrases"), str(root / "text")]
            commands = {"pantau": ([a.bench, "phrases"], a.rounds), "hyperscan": ([a.hyperscan], a.rounds),
                        "ahocorasick_rs": ([a.python, "-c", AHOCORASICK], 1)}
            rates, found, built = {n: [] for n in commands}, {}, {n: [] for n in commands}
            for _ in range(a.turns):
                for name, (command, rounds) in commands.items():
                    answer = subprocess.run(command + files + [str(rounds)], stdout=subprocess.PIPE, text=True, check=True).stdout.split()
                    found[name] = int(answer[0])
                    built[name].append(float(answer[1]))
                    rates[name] += [len(text) / float(seconds) / 1e6 for seconds in answer[2:]]
            print(f"{count} phrases, {len(text) / 1e6:.0f} MB")
            for name in commands:
                ratio = statistics.median(rates["pantau"]) / statistics.median(rates[name])
                print(f"  {name:<16}{statistics.median(rates[name]):8.0f} MB per CPU second   built in {statistics.median(built[name]) * 1000:6.0f} ms"
                      f"   {found[name]:9} found   pantau / it: {ratio:6.2f}")
            if len(set(found.values())) > 1:
                sys.exit(f"they do not find the same: {found}")
    finally:
        shutil.rmtree(root, ignore_errors=True)


if __name__ == "__main__":
    main()
