#!/usr/bin/env python3
"""The reading of HTML pages alone: `pantau tool extract --batch` against trafilatura and resiliparse, on the same invented pages.

    Benchmarks/run extract          installs what is missing, builds a release, then calls this

The pages are those of pages.py. Each round starts one process a program, one behind the other, so that all meet the same machine. Counted is the CPU
time (user + system) of the process; what a program needs before its first page is measured with a single page and taken off. trafilatura reads text
and metadata, as Pantau does; resiliparse has no metadata, and reads the text alone.
"""
import argparse, json, pathlib, random, shutil, statistics, subprocess, sys, tempfile
from pages import measure, page

READERS = {
    "trafilatura": '''
import sys, trafilatura
for file in open(sys.argv[1]).read().split():
    trafilatura.bare_extraction(open(file, encoding="utf8").read(), url="https://rekaan.example/", with_metadata=True)
''',
    "resiliparse": '''
import sys
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree
for file in open(sys.argv[1]).read().split():
    extract_plain_text(HTMLTree.parse(open(file, encoding="utf8").read()), main_content=True, alt_texts=False)
'''}


def seconds(command, stdin=None):
    return measure(command, stdin=stdin)[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pantau")
    parser.add_argument("--python", default=sys.executable, help="a Python with trafilatura and resiliparse")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--pages", type=int, default=200)
    a = parser.parse_args()
    root = pathlib.Path(tempfile.mkdtemp(prefix="pantau-bench-"))
    try:
        files = [root / f"{n}.html" for n in range(a.pages)]
        for n, file in enumerate(files):
            file.write_text(page(n, random.Random(n)), encoding="utf8")
        for name, count in (("all", a.pages), ("one", 1)):
            (root / f"{name}.txt").write_text("\n".join(map(str, files[:count])))
            (root / f"{name}.jsonl").write_text("".join(
                json.dumps({"id": str(n), "file": str(f), "url": "https://rekaan.example/"}) + "\n" for n, f in enumerate(files[:count])))
        for name, program in READERS.items():
            (root / f"read-{name}.py").write_text(program)
        rates = {name: [] for name in ("pantau", *READERS)}
        for _ in range(a.rounds):
            for name in rates:
                run = lambda what: seconds([a.pantau, "tool", "extract", "--batch"], stdin=root / f"{what}.jsonl") if name == "pantau" \
                    else seconds([a.python, str(root / f"read-{name}.py"), str(root / f"{what}.txt")])
                start, whole = run("one"), run("all")
                rates[name].append((a.pages - 1) / max(whole - start, 1e-9))
        size = sum(f.stat().st_size for f in files) / len(files) / 1000
        print(f"{a.pages} pages of {size:.0f} kB, {a.rounds} rounds")
        for name, values in rates.items():
            ratios = [ours / theirs for ours, theirs in zip(rates["pantau"], values)]
            print(f"  {name:<12} {statistics.median(values):8.1f} pages per CPU second   pantau is {statistics.median(ratios):6.1f} times as fast"
                  f" (min {min(ratios):.1f}, max {max(ratios):.1f})")
    finally:
        shutil.rmtree(root, ignore_errors=True)


main()
