#!/usr/bin/env python3
"""Feeds read by `pantau tool parse-feed --batch`, by fastfeedparser and by feedparser, in turns on the same files.

    Benchmarks/run feeds            installs what is missing, builds a release, then calls this

The script makes the feeds: short ones as news sites have them (a title, a paragraph of escaped HTML) and long ones with whole articles in CDATA.
With --files, feeds of your own are read too, each --times times. Counted are items per CPU second (user + system); what a program needs before its
first feed is measured with a single one and taken off. Quoted are the ratios, because absolute times drift from machine to machine. Ours also cleans
every text of mark-up and prints all it read as JSON; the others only parse. fastfeedparser is measured as it comes, with its core in Rust, and with
lxml alone, to which it falls back for what its core does not read.
"""
import argparse, html, json, os, pathlib, random, shutil, statistics, subprocess, sys, tempfile, resource

WORDS = """kampung rumah keluarga isteri suami anak bapa ibu kerja upah sebulan penduduk jiran jalan pekan daerah negeri hospital rawatan doktor sekolah
kedai pasar sungai ladang kilang bengkel lori motosikal pagi petang malam semalam tahun bulan minggu hari pihak jabatan pejabat majlis program aktiviti
laporan keterangan siasatan kejadian saksi bantuan sumbangan keperluan barang harga bekalan air elektrik cuaca hujan banjir""".split()
FAST = "import fastfeedparser as p\nread = lambda b: len(p.parse(b).entries)"
READERS = {
    "fastfeedparser": (FAST, {}),
    "  lxml alone": (FAST, {"FASTFEEDPARSER_DISABLE_CORE": "1"}),
    "feedparser": ("import feedparser as p\nread = lambda b: len(p.parse(b).entries)", {}),
}
LOOP = "import sys\nn = 0\nfor line in open(sys.argv[1]):\n    n += read(open(line.strip(), 'rb').read())\nprint(n)"


def sentence(rng):
    return " ".join(rng.choice(WORDS) for _ in range(rng.randint(8, 22))).capitalize() + rng.choice([".", ".", ".", "”.", " – RM1,200."])


def paragraph(rng):
    text = " ".join(sentence(rng) for _ in range(rng.randint(2, 5)))
    return f'<p class="wp-block-paragraph">{text} <a href="https://rekaan.example/{rng.getrandbits(40):x}">{rng.choice(WORDS)}</a>&nbsp;{sentence(rng)}</p>\n'


def item(rng, number, is_long):
    day = f"{rng.choice(['Mon', 'Tue', 'Wed'])}, {rng.randint(1, 28):02d} Nov 2026 {rng.randint(0, 23):02d}:15:00 +0800"
    summary = html.escape(f"<p>{sentence(rng)} {sentence(rng)}</p>")
    body = "".join(paragraph(rng) for _ in range(rng.randint(8, 24)))
    image = f'<figure><img src="https://rekaan.example/{number}.jpg" alt=""/><figcaption>{sentence(rng)}</figcaption></figure>\n'
    content = f"<content:encoded><![CDATA[{image}{body}]]></content:encoded>" if is_long else ""
    return (f"<item><title>{sentence(rng)}</title><link>https://rekaan.example/berita/{number}</link><guid isPermaLink=\"false\">rekaan-{number}</guid>"
            f"<pubDate>{day}</pubDate><dc:creator>Wartawan Contoh</dc:creator><category>Tempatan</category><category>Jenayah</category>"
            f"<description>{summary}</description>{content}</item>\n")


def make(folder, is_long, feeds, items):
    paths = []
    for feed in range(feeds):
        rng = random.Random(f"{is_long} {feed}")
        text = ('<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
                'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harian Rekaan</title><link>https://rekaan.example/</link>'
                "<description>Berita</description>\n" + "".join(item(rng, feed * 1000 + n, is_long) for n in range(items)) + "</channel></rss>\n")
        path = folder / f"{'long' if is_long else 'short'}{feed}.xml"
        path.write_text(text, encoding="utf8")
        paths.append(path)
    return paths


def measure(command, stdin=None, environment={}):
    """What the command printed, and the CPU seconds it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(stdin or "/dev/null", "rb") as source:
        process = subprocess.run(command, stdin=source, stdout=subprocess.PIPE, env={**os.environ, **environment})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode:
        sys.exit(f"{command[0]} failed with {process.returncode}")
    return process.stdout, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def requests(root, name, paths):
    """The lists of files for both kinds of programs."""
    (root / name).write_text("".join(f"{p}\n" for p in paths))
    (root / f"{name}.jsonl").write_text("".join(json.dumps({"id": p.name, "file": str(p)}) + "\n" for p in paths))


def compare(a, root, name, paths):
    """Prints how fast each program reads these files."""
    requests(root, "all", paths)
    requests(root, "one", paths[:1])
    rates = {reader: [] for reader in ("pantau", *READERS)}
    for turn in range(a.rounds):
        ours = lambda what: measure([a.pantau, "tool", "parse-feed", "--batch"], root / f"{what}.jsonl")
        (_, start), (out, cpu) = ours("one"), ours("all")
        count = sum(len(json.loads(line)["entries"]) for line in out.splitlines())
        rates["pantau"].append(count / max(cpu - start, 1e-9))
        for reader, (code, environment) in READERS.items():
            if reader == "feedparser" and turn > 0:
                continue  # a hundred times slower: once is enough
            theirs = lambda what: measure([a.python, "-c", f"{code}\n{LOOP}", str(root / what)], environment=environment)
            (_, start), (out, cpu) = theirs("one"), theirs("all")
            if int(out) != count:
                print(f"  {reader} read {int(out)} items, pantau {count}")
            rates[reader].append(int(out) / max(cpu - start, 1e-9))
    size = sum(p.stat().st_size for p in paths)
    print(f"{len(paths)} {name} feeds, {count} items, {size / count / 1000:.1f} kB an item")
    for reader, rate in rates.items():
        ratio = statistics.median(rates["pantau"]) / statistics.median(rate)
        print(f"  {reader:<16}{statistics.median(rate):10.0f} items per CPU second   pantau / it: {ratio:6.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pantau")
    parser.add_argument("--python", default=sys.executable, help="a Python with fastfeedparser and feedparser")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--files", type=pathlib.Path, help="a folder of feeds to read as well")
    parser.add_argument("--times", type=int, default=6, help="how often each of them is read")
    a = parser.parse_args()
    root = pathlib.Path(tempfile.mkdtemp(prefix="pantau-feeds-"))
    try:
        for name, is_long, feeds, items in (("short", False, 400, 40), ("long", True, 200, 25)):
            compare(a, root, name, make(root, is_long, feeds, items))
        if a.files:
            compare(a, root, "given", sorted(p for p in a.files.iterdir() if p.is_file()) * a.times)
    finally:
        shutil.rmtree(root, ignore_errors=True)


main()
