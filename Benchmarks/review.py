#!/usr/bin/env python3
"""How fast the review screen is with a full store, in a pseudo-terminal: first paint, next lead, bytes a key.

usage: review.py PANTAU [--leads 100000] [--rounds 30]

One article is crawled from a server of our own, and its lead is copied in the database until there are enough."""
import argparse
import fcntl
import http.server
import os
import pty
import re
import select
import shutil
import signal
import sqlite3
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import threading
import time

TEXT = " ".join(
    ["Seorang buruh binaan, Rekaan bin Contoh, 34, maut selepas jatuh dari tingkat tiga bangunan ketika bekerja di Klang.",
     "Mangsa meninggalkan isteri dan tiga anak. Keluarga itu tidak mampu membayar sewa rumah dan putus bekalan makanan."] * 8)
PAGE = f"<html lang=ms><head><title>Buruh maut jatuh bangunan</title></head><body><article><h1>Buruh maut jatuh bangunan</h1><p>{TEXT}</p></article></body></html>"


class Paper(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        at = f"http://127.0.0.1:{self.server.server_address[1]}"
        date = time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(time.time() - 3600))
        feed = (f"<rss version='2.0'><channel><title>Contoh</title><link>{at}</link><item><title>Buruh maut jatuh bangunan</title>"
                f"<link>{at}/berita</link><pubDate>{date}</pubDate><description>{TEXT}</description></item></channel></rss>")
        kind, body = {"/feed.xml": ("application/rss+xml", feed), "/berita": ("text/html; charset=utf-8", PAGE)}.get(
            self.path, (None, ""))
        self.send_response(200 if kind else 404)
        self.send_header("Content-Type", kind or "text/plain")
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_):
        pass


def fill(program, folder, environment, count):
    """A database with `count` leads to review."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Paper)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]
    os.makedirs(f"{folder}/config/pantau/Feeds", mode=0o700)
    with open(f"{folder}/config/pantau/config.yaml", "w") as file:
        file.write(f'crawl:\n  gap: 0s\n  allow-hosts: ["127.0.0.1:{port}"]\n')
    with open(f"{folder}/config/pantau/Feeds/contoh.yaml", "w") as file:
        file.write(f'sources:\n  - id: contoh\n    outlet: Contoh\n    kind: feed\n    language: ms\n    url: http://127.0.0.1:{port}/feed.xml\n')
    subprocess.run([program, "init", "--quiet"], env=environment, check=False, stdout=subprocess.DEVNULL)
    subprocess.run([program, "crawl", "--quiet", "--feeds", f"{folder}/config/pantau/Feeds"], env=environment, check=False)
    server.shutdown()
    path = f"{folder}/data/pantau/pantau.db"
    db = sqlite3.connect(path)
    if db.execute("SELECT count(*) FROM lead WHERE state = 'flagged'").fetchone()[0] < 1:
        sys.exit("review.py: the article was not flagged")
    db.execute("PRAGMA synchronous = OFF")
    numbers = f"WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) "
    copies = {
        "article": {"id": "i", "url": "url || i", "canonical_url": "canonical_url || i", "guid": "NULL"},
        "article_text": {"article": "i"},
        "lead": {"id": "i", "score": "40 + (i * 7919) % 60", "first_seen_at": "first_seen_at - i * 1000",
                 "urgency_rank": "CASE WHEN i % 100 = 0 THEN 1 ELSE 2 END",
                 "urgency": "CASE WHEN i % 100 = 0 THEN 'urgent' ELSE 'routine' END"},
        "lead_detail": {"lead": "i"},
        "lead_article": {"article": "i", "lead": "i"},
    }
    for table, changed in copies.items():
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
        key = "id" if "id" in columns else "article" if "article" in columns else "lead"
        first = db.execute(f"SELECT min({key}) FROM {table}").fetchone()[0]
        values = ", ".join(changed.get(column, column) for column in columns)
        db.execute(f"INSERT INTO {table} ({', '.join(columns)}) {numbers} SELECT {values} FROM {table}, n WHERE {key} = {first}")
    db.commit()
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()


class Terminal:
    def __init__(self, command, environment, columns=80, rows=24):
        self.start = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, environment)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def until(self, pattern, limit=10.0):
        """What came until the pattern did, and when that was."""
        data, end = b"", time.perf_counter() + limit
        while time.perf_counter() < end:
            if select.select([self.fd], [], [], 0.5)[0]:
                try:
                    data += os.read(self.fd, 65536)
                except OSError:
                    break
                if re.search(pattern, data):
                    return data, time.perf_counter()
        sys.exit(f"review.py: waited in vain for {pattern!r}; came {data[-400:]!r}")

    def rest(self, quiet=0.15):
        """What else comes until nothing does."""
        data = b""
        while select.select([self.fd], [], [], quiet)[0]:
            try:
                data += os.read(self.fd, 65536)
            except OSError:
                break
        return data

    def press(self, key):
        os.write(self.fd, key.encode())
        return time.perf_counter()

    def end(self):
        os.kill(self.pid, signal.SIGTERM)
        self.rest()
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("program")
    options.add_argument("--leads", type=int, default=100_000)
    options.add_argument("--rounds", type=int, default=30)
    options = options.parse_args()
    program = os.path.abspath(options.program)
    folder = tempfile.mkdtemp(prefix="pantau-review-")
    environment = {"HOME": folder, "XDG_DATA_HOME": f"{folder}/data", "XDG_CONFIG_HOME": f"{folder}/config", "PATH": "/usr/bin:/bin",
                   "LANG": "C.UTF-8", "TERM": "xterm-256color", "PANTAU_LANG": "en", "PANTAU_USER": "aminah"}
    try:
        fill(program, folder, environment, options.leads)
        paints, leads = [], []
        for _ in range(max(3, options.rounds // 6)):
            terminal = Terminal([program, "review"], environment)
            _, painted = terminal.until(rb"Review")
            paints.append(painted - terminal.start)
            _, shown = terminal.until(rb"Yours until")
            leads.append(shown - terminal.start)
            terminal.end()
        terminal = Terminal([program, "review"], environment)
        terminal.until(rb"Yours until")
        terminal.rest()
        nexts, sizes = [], {"r": [], "9": [], "j": [], "J": []}
        for _ in range(options.rounds):
            terminal.press("r")
            sizes["r"].append(len(terminal.rest()))
            pressed = terminal.press("9")
            data, shown = terminal.until(rb"Rejected #")
            nexts.append(shown - pressed)
            sizes["9"].append(len(data) + len(terminal.rest()))
            for key in "jJ":
                terminal.press(key)
                sizes[key].append(len(terminal.rest()))
        terminal.end()
    finally:
        shutil.rmtree(folder)

    def show(what, values, unit, bar):
        print(f"{what:32} median {statistics.median(values):7.1f} {unit}, worst {max(values):7.1f} {unit}   (bar: {bar})")

    print(f"{options.leads} leads to review, a window of 80 by 24, on this machine:")
    show("first paint", [1000 * value for value in paints], "ms", "100 ms")
    show("first lead on the screen", [1000 * value for value in leads], "ms", "-")
    show("next lead after a decision", [1000 * value for value in nexts], "ms", "50 ms")
    for key, values in sizes.items():
        show(f"bytes after {key}", values, "B", "2000 B")


if __name__ == "__main__":
    main()
