#!/usr/bin/env python3
"""2,000 article pages from nginx on loopback: fetched, read, scored and stored by Pantau; fetched, read and stored by Scrapy + trafilatura.

    Benchmarks/run pages            installs what is missing, builds a release, then calls this

Both sides get the same pages over HTTP from the same nginx. They take turns; what counts is the ratio of pages per CPU second (user + system of
the process and its children) within one run, because absolute times drift from machine to machine. Printed: pages, CPU seconds, wall seconds, peak
resident memory, and the median ratio.
"""
import argparse, json, os, pathlib, random, shutil, sqlite3, statistics, subprocess, sys, tempfile, time

PAGES, HOSTS = 2000, 20
WORDS = """kampung rumah keluarga isteri suami anak bapa ibu kerja upah sebulan sehari penduduk jiran jalan pekan daerah negeri hospital rawatan
doktor sekolah kedai pasar sungai ladang kilang bengkel lori motosikal pagi petang malam semalam tahun bulan minggu hari pihak jabatan pejabat majlis
program aktiviti laporan keterangan siasatan kejadian mangsa saksi bantuan sumbangan keperluan barang harga bekalan air elektrik cuaca hujan banjir
""".split()
LEADS = ["Mangsa, seorang buruh binaan berusia 38 tahun, maut selepas terjatuh dari tingkat tiga bangunan ketika bekerja.",
         "Dia meninggalkan seorang isteri dan empat anak yang masih bersekolah.",
         "Ibu tunggal itu hilang punca pendapatan dan bergantung kepada ihsan jiran untuk makan minum.",
         "Dia yang terlantar akibat strok tidak lagi mampu bekerja dan memerlukan lampin pakai buang setiap hari."]


def sentence(rng):
    words = [rng.choice(WORDS) for _ in range(rng.randint(8, 22))]
    return " ".join(words).capitalize() + "."


def page(number, rng):
    """An article in the shape of a news site: about 90 kB, of which about 3 kB are the story."""
    paragraphs = [" ".join(sentence(rng) for _ in range(rng.randint(2, 4))) for _ in range(rng.randint(6, 12))]
    if number % 10 == 0:
        paragraphs.insert(1, " ".join(rng.sample(LEADS, 2)))
    body = "\n".join(f"<p>{p}</p>" for p in paragraphs)
    title = " ".join(rng.choice(WORDS) for _ in range(8)).capitalize()
    day = f"2026-11-{rng.randint(1, 20):02d}T{rng.randint(0, 23):02d}:15:00+08:00"
    nav = "".join(f'<li class="menu-item"><a href="/bahagian/{w}">{w.capitalize()}</a></li>' for w in WORDS)
    cards = "".join(f'<div class="card"><a href="/berita/{n}"><img src="/img/{n}.jpg" alt=""><h3>{sentence(rng)}</h3></a><span class="time">{n % 23} jam lalu</span></div>'
                    for n in range(120))
    script = "var data=[" + ",".join(f'{{"id":{n},"k":"{rng.getrandbits(96):x}"}}' for n in range(700)) + "];"
    style = "".join(f".c{n}{{margin:{n}px;padding:{n % 7}px;color:#{rng.getrandbits(24):06x}}}" for n in range(220))
    ld = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", "headline": title, "datePublished": day, "author": {"@type": "Person", "name": "Wartawan Contoh"}})
    return f"""<!doctype html><html lang="ms"><head><meta charset="utf-8"><title>{title} | Harian Rekaan</title><meta property="og:title" content="{title}">
<meta property="article:published_time" content="{day}"><script type="application/ld+json">{ld}</script><style>{style}</style><script>{script}</script></head>
<body><header><nav><ul>{nav}</ul></nav></header><main><article><h1>{title}</h1><div class="byline">Oleh Wartawan Contoh</div><figure><img src="/a.jpg"><figcaption>{sentence(rng)}</figcaption></figure>
<div class="article-body">{body}</div><div class="share"><a href="#">Kongsi</a><a href="#">Salin</a></div></article><aside>{cards}</aside></main>
<footer><ul>{nav}</ul><p>Hak cipta terpelihara Harian Rekaan</p></footer></body></html>"""


def make_site(root):
    size = 0
    for host in range(HOSTS):
        folder = root / f"h{host}"
        folder.mkdir(parents=True)
        items = []
        for n in range(host, PAGES, HOSTS):
            html = page(n, random.Random(n))
            size += len(html)
            (folder / f"{n}.html").write_text(html, encoding="utf8")
            items.append(f"<item><title>Berita {n}</title><link>{{base}}/{n}.html</link><guid>{n}</guid></item>")
        (folder / "robots.txt").write_text("User-agent: *\nAllow: /\n")
        (folder / "items").write_text("".join(items))
    return size


def start_nginx(root, base_port):
    servers = ""
    for host in range(HOSTS):
        folder, port = root / f"h{host}", base_port + host
        items = (folder / "items").read_text().replace("{base}", f"http://127.0.0.1:{port}")
        (folder / "rss.xml").write_text(f'<?xml version="1.0"?><rss version="2.0"><channel><title>H{host}</title><link>http://127.0.0.1:{port}/</link>{items}</channel></rss>')
        servers += f"server {{ listen 127.0.0.1:{port}; root {folder}; }}\n"
    conf = root / "nginx.conf"
    conf.write_text(f"""daemon off; worker_processes 1; pid {root}/nginx.pid; error_log {root}/error.log;
events {{ worker_connections 1024; }}
http {{ access_log off; types {{ text/html html; application/rss+xml xml; text/plain txt; }} default_type text/plain; gzip on; gzip_types application/rss+xml; gzip_min_length 256;
client_body_temp_path {root}/t1; proxy_temp_path {root}/t2; fastcgi_temp_path {root}/t3; uwsgi_temp_path {root}/t4; scgi_temp_path {root}/t5;
{servers}}}""")
    nginx = shutil.which("nginx") or "/usr/sbin/nginx"
    process = subprocess.Popen([nginx, "-c", str(conf), "-p", str(root)], stderr=subprocess.DEVNULL)
    time.sleep(1)
    if process.poll() is not None:
        sys.exit("nginx did not start: " + (root / "error.log").read_text()[-500:])
    return process


def measure(command, env=None, stdin=None):
    """CPU seconds, wall seconds and peak RSS (MB) of a command with its children."""
    start = time.monotonic()
    with open(stdin or os.devnull) as requests:
        process = subprocess.Popen(command, env=env, stdin=requests, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    error = process.stderr.read().decode("utf8", "replace")
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[0]} failed with {process.returncode}: {error[-2000:]}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024


SPIDER = '''
import scrapy, sqlite3, sys, trafilatura
class Pages(scrapy.Spider):
    name = "pages"
    custom_settings = {"LOG_LEVEL": "ERROR", "CONCURRENT_REQUESTS": 64, "CONCURRENT_REQUESTS_PER_DOMAIN": 64, "ROBOTSTXT_OBEY": True, "TELNETCONSOLE_ENABLED": False, "DOWNLOAD_DELAY": 0}
    async def start(self):
        for url in open(sys.argv[1]).read().split():
            yield scrapy.Request(url)
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.db = sqlite3.connect(sys.argv[2]); self.db.execute("pragma journal_mode=wal"); self.db.execute("create table article(url text primary key, title text, date text, text text)")
    def parse(self, response):
        d = trafilatura.bare_extraction(response.text, url=response.url, with_metadata=True)
        if d is not None:
            d = d.as_dict() if hasattr(d, "as_dict") else d
            self.db.execute("insert into article values(?,?,?,?)", (response.url, d.get("title"), d.get("date"), d.get("text"))); self.db.commit()
from scrapy.crawler import CrawlerProcess
p = CrawlerProcess(); p.crawl(Pages); p.start()
'''


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pantau")
    parser.add_argument("--python", default=sys.executable, help="a Python with scrapy and trafilatura")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--base-port", type=int, default=28800)
    a = parser.parse_args()
    root = pathlib.Path(tempfile.mkdtemp(prefix="pantau-bench-"))
    os.chmod(root, 0o755)
    size = make_site(root)
    print(f"{PAGES} pages, {size / PAGES / 1000:.0f} kB each, on {HOSTS} hosts of one nginx")
    nginx = start_nginx(root, a.base_port)
    try:
        urls = [f"http://127.0.0.1:{a.base_port + n % HOSTS}/{n}.html" for n in range(PAGES)]
        (root / "urls").write_text("\n".join(urls))
        (root / "spider.py").write_text(SPIDER)
        feeds = root / "Feeds"
        feeds.mkdir()
        (feeds / "bench.yaml").write_text("sources:\n" + "".join(
            f"  - {{id: h{h}, outlet: H{h}, kind: feed, url: 'http://127.0.0.1:{a.base_port + h}/rss.xml', language: ms}}\n" for h in range(HOSTS)))
        (root / "config.yaml").write_text("crawl:\n  gap: 0s\n  parallel: 64\n  allow-hosts: [" + ", ".join(f"'127.0.0.1:{a.base_port + h}'" for h in range(HOSTS)) + f"]\nfeeds: {feeds}\n")
        ratios = []
        for r in range(a.rounds):
            ours_db, theirs_db = root / f"ours{r}.db", root / f"theirs{r}.db"
            ours = measure([a.pantau, "crawl", "--db", str(ours_db), "--config", str(root / "config.yaml"), "--force"], dict(os.environ, HOME=str(root)))
            theirs = measure([a.python, str(root / "spider.py"), str(root / "urls"), str(theirs_db)])
            n, m = (sqlite3.connect(db).execute(f"select count(*) from {table} where length(text) > 200").fetchone()[0]
                    for db, table in ((ours_db, "article_text"), (theirs_db, "article")))
            for name, count, (cpu, wall, rss) in (("pantau", n, ours), ("scrapy + trafilatura", m, theirs)):
                print(f"  {name:<22} {count} articles  {cpu:6.2f} CPU s  {wall:6.2f} s  {rss:5.0f} MB  {count / cpu:7.1f} pages per CPU second")
            ratios.append((n / ours[0]) / (m / theirs[0]))
        print(f"pages per CPU second, pantau / (scrapy + trafilatura): median {statistics.median(ratios):.1f}, min {min(ratios):.1f}, max {max(ratios):.1f}")
    finally:
        nginx.terminate()
        nginx.wait()
        shutil.rmtree(root, ignore_errors=True)


if __name__ == "__main__":
    main()
