#!/usr/bin/env python3
"""2,000 pages of about 91 kB from nginx on loopback, gzip: fetched and thrown away by Pantau's engine, by curl --parallel, by Scrapy.

    Benchmarks/run fetch            installs what is missing, builds a release, then calls this

All sides get the same pages over HTTP from the same nginx and unpack them; nothing is read or stored. They take turns in every round, with 32 and with
64 transfers in flight; what counts is the ratio of pages per CPU second (user + system of the process) within one run, because absolute times drift from
machine to machine. Printed: CPU seconds, wall seconds and peak resident memory of each, and the median ratios.
"""
import argparse, gzip, os, pathlib, random, shutil, statistics, subprocess, sys, tempfile, time
sys.dont_write_bytecode = True
import pages

WEIGHT = 91_000
SPIDER = '''
import scrapy, sys
from scrapy.crawler import CrawlerProcess
count = size = 0
class Pages(scrapy.Spider):
    name = "pages"
    custom_settings = {"LOG_LEVEL": "ERROR", "CONCURRENT_REQUESTS": int(sys.argv[2]), "CONCURRENT_REQUESTS_PER_DOMAIN": int(sys.argv[2]),
                       "ROBOTSTXT_OBEY": False, "TELNETCONSOLE_ENABLED": False, "DOWNLOAD_DELAY": 0}
    async def start(self):
        for url in open(sys.argv[1]).read().split():
            yield scrapy.Request(url)
    def parse(self, response):
        global count, size
        count, size = count + 1, size + len(response.body)
p = CrawlerProcess(); p.crawl(Pages); p.start()
print(f"{count} pages, {size} bytes")
'''


def make_site(root):
    """The pages of pages.py, filled with more invented sentences up to the weight; as they are and packed."""
    total = 0
    for number in range(pages.PAGES):
        rng = random.Random(number)
        html = pages.page(number, rng)
        more = []
        while len(html) + sum(map(len, more)) < WEIGHT:
            more.append(f"<p>{pages.sentence(rng)}</p>\n")
        html = html.replace("</aside>", "".join(more) + "</aside>")
        total += len(html.encode())
        (root / f"{number}.html").write_text(html, encoding="utf8")
        (root / f"{number}.html.gz").write_bytes(gzip.compress(html.encode(), 6))
    return total


def start_nginx(root, port, packing):
    conf = root / "nginx.conf"
    conf.write_text(f"""daemon off; worker_processes 1; pid {root}/nginx.pid; error_log {root}/error.log;
events {{ worker_connections 1024; }}
http {{ access_log off; types {{ text/html html; }} {packing};
client_body_temp_path {root}/t1; proxy_temp_path {root}/t2; fastcgi_temp_path {root}/t3; uwsgi_temp_path {root}/t4; scgi_temp_path {root}/t5;
server {{ listen 127.0.0.1:{port}; root {root}; keepalive_requests 100000; }}
}}""")
    process = subprocess.Popen([shutil.which("nginx") or "/usr/sbin/nginx", "-c", str(conf), "-p", str(root)], stderr=subprocess.DEVNULL)
    time.sleep(1)
    if process.poll() is not None:
        sys.exit("nginx did not start: " + (root / "error.log").read_text()[-500:])
    return process


def measure(command, expected, stdin=None):
    """CPU seconds, wall seconds and peak RSS (MB) of a command, which has to print what it fetched."""
    start = time.monotonic()
    errors = tempfile.TemporaryFile()
    process = subprocess.Popen(command, stdin=open(stdin) if stdin else subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors)
    out = process.stdout.read().decode("utf8", "replace")
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    got = [line.split() for line in out.splitlines()] if command[0] == "curl" else None
    found = f"{len(got)} pages, {sum(int(line[1]) for line in got if line[0] == '200')} bytes" if got else out.strip()
    if process.returncode or not found.startswith(f"{pages.PAGES} pages"):
        errors.seek(0)
        sys.exit(f"{command[0]} failed with {process.returncode}: {found[-500:]}\n{errors.read()[-2000:].decode('utf8', 'replace')}")
    if got is None and found != expected:
        sys.exit(f"{command[0]}: {found}, expected {expected}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("fetch_bench", help="the release build of fetch-bench")
    parser.add_argument("--python", default=sys.executable, help="a Python with scrapy")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--in-flight", type=int, nargs="+", default=[32, 64])
    parser.add_argument("--port", type=int, default=28790)
    parser.add_argument("--packed-before", action="store_true", help="nginx sends files that were packed before, instead of packing each answer")
    parser.add_argument("--without-scrapy", action="store_true", help="for quick comparisons while working on the engine")
    a = parser.parse_args()
    root = pathlib.Path(tempfile.mkdtemp(prefix="pantau-fetch-"))
    os.chmod(root, 0o755)
    nginx = None
    try:
        total = make_site(root)
        print(f"{pages.PAGES} pages, {total / pages.PAGES / 1000:.0f} kB each, one nginx, "
              + ("packed before" if a.packed_before else "packed on the way"))
        nginx = start_nginx(root, a.port, "gzip_static on" if a.packed_before else "gzip on; gzip_min_length 256")
        urls = [f"http://127.0.0.1:{a.port}/{n}.html" for n in range(pages.PAGES)]
        (root / "urls").write_text("".join(url + "\n" for url in urls))
        (root / "curl.conf").write_text("".join(f'url = "{url}"\noutput = "/dev/null"\n' for url in urls))
        (root / "spider.py").write_text(SPIDER)
        expected = f"{pages.PAGES} pages, {total} bytes"
        for n in a.in_flight:
            rounds = {}
            for _ in range(a.rounds):
                turns = {
                    "pantau": ([a.fetch_bench, "--in-flight", str(n), "--allow-host", f"127.0.0.1:{a.port}"], root / "urls"),
                    "curl --parallel": (["curl", "--parallel", "--parallel-immediate", "--parallel-max", str(n), "--compressed", "--silent",
                                         "--write-out", "%{http_code} %{size_download}\n", "--config", str(root / "curl.conf")], None),
                    "scrapy": ([a.python, str(root / "spider.py"), str(root / "urls"), str(n)], None)}
                for name, (command, stdin) in turns.items():
                    if name != "scrapy" or not a.without_scrapy:
                        rounds.setdefault(name, []).append(measure(command, expected, stdin))
            print(f"{n} in flight, median of {a.rounds} rounds:")
            for name, results in rounds.items():
                cpu, wall, rss = (statistics.median(r[i] for r in results) for i in range(3))
                print(f"  {name:<16} {cpu:6.2f} CPU s  {wall:6.2f} s  {max(r[2] for r in results):5.1f} MB at most  {pages.PAGES / cpu:8.0f} pages per CPU second")
            for name, results in rounds.items():
                if name != "pantau":
                    ratios = [theirs[0] / ours[0] for ours, theirs in zip(rounds["pantau"], results)]
                    print(f"  pages per CPU second, pantau / {name}: median {statistics.median(ratios):.2f}, min {min(ratios):.2f}, max {max(ratios):.2f}")
    finally:
        if nginx:
            nginx.terminate()
            nginx.wait()
        shutil.rmtree(root, ignore_errors=True)


if __name__ == "__main__":
    main()
