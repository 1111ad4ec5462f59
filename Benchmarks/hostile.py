#!/usr/bin/env python3
"""Documents made to cost more than they weigh: time and memory of each reader, with every document doubled again and again.

    Benchmarks/run hostile          builds a release, then calls this

One process of `pantau tool …` a document. Where a reader is linear, a document of twice the size takes about twice the time and memory, less what the
program needs to start; the last column is the growth of the CPU time at the last doubling, and one above `--most` (2.6 by default; below 60 ms the
clock says nothing, and it is not judged) ends the run with status 1. A reader may refuse a document: that it ends soon is what counts.
"""
import argparse, os, pathlib, resource, signal, subprocess, sys, tempfile

MB = 1 << 20


def html(inner):
    return "<!DOCTYPE html><title>Rekaan</title><body><article><p>Satu perenggan rekaan.</p>" + inner


def feed(inner):
    return "<rss version='2.0'><channel><title>Rekaan</title><item><title>Satu</title></item>" + inner


def times(piece):
    """A document of that piece, repeated to the size."""
    return lambda size: piece * (size // len(piece.encode()))


def levels(size):
    return "<div>" * (size // 11) + "x" + "</div>" * (size // 11)


def attributes(size):
    return "<p " + " ".join(f"a{n}=v" for n in range(size // 9)) + ">x</p>"


def namespaces(size):
    return "".join(f"<n{n}:x xmlns:n{n}='urn:{n}'>" for n in range(size // 32))


def items(size):
    return "".join(f"<item><guid>{n}</guid><title>Tajuk {n}</title></item>" for n in range(size // 55))


def pages(size):
    return "<urlset>" + "".join(f"<url><loc>https://rekaan.example/{n}</loc></url>" for n in range(size // 50))


def rules(size):
    return "User-agent: *\n" + "".join(f"Disallow: /*a{n}*b$\n" for n in range(size // 20))


def agents(size):
    return "".join(f"User-agent: a{n}\nDisallow: /{n}\n" for n in range(size // 32))


# Reader, what is tried, the document of a size in bytes.
CASES = [
    ("extract", "levels of <div>", lambda size: html(levels(size))),
    ("extract", "one tag of attributes", lambda size: html(attributes(size))),
    *(("extract", f"only {piece}", (lambda p: lambda size: html(times(p)(size)))(piece)) for piece in (
        "<", "<a ", "<a x='", "<!--", "</p", "<b><i>", "<table><tr><td>", "<script>", "&", "&amp;lt;", "<p>a</p>", "\u0301", "<a href=/x>x</a>")),
    ("extract", "one line of words", lambda size: html(times("banjir kilat ")(size))),
    ("extract", "JSON-LD in levels", lambda size: html("<script type='application/ld+json'>" + times("[{\"a\":")(size) + "</script>")),
    ("parse-feed", "levels of <a>", lambda size: feed(times("<a>")(size))),
    ("parse-feed", "one tag of attributes", lambda size: feed(attributes(size))),
    ("parse-feed", "namespaces", lambda size: feed(namespaces(size))),
    ("parse-feed", "items", lambda size: feed(items(size))),
    *(("parse-feed", f"only {piece}", (lambda p: lambda size: feed(times(p)(size)))(piece)) for piece in (
        "<", "<a x='", "<![CDATA[", "</a>", "&#x", "<?", "]]>")),
    ("parse-feed", "text of one item in CDATA", lambda size: feed("<item><description><![CDATA[" + times("<b>a ")(size) + "]]></description></item>")),
    ("parse-feed", "JSON in levels", lambda size: times("[")(size)),
    ("parse-feed", "JSON items", lambda size: '{"version":"https://jsonfeed.org/version/1.1","items":[' + times('{"id":"1"},')(size) + "{}]}"),
    ("parse-sitemap", "pages", pages),
    ("parse-sitemap", "only <", lambda size: "<urlset>" + times("<")(size)),
    ("parse-sitemap", "lines", times("https://rekaan.example/1\n")),
    ("robots", "patterns of stars", rules),
    ("robots", "groups", agents),
    ("robots", "only line ends", times("\r")),
    ("robots", "one line", times("Disallow: /")),
    ("sniff-charset", "bytes of no encoding", lambda size: times("\u00fe\u00ff\u0080")(size)),
    ("sniff-charset", "only <meta", times("<meta ")),
]


def write(document, make, size):
    """In a process of its own: Linux counts what the parent held into the peak of a child."""
    writer = os.fork()
    if writer == 0:
        document.write_text(make(size), encoding="utf8")
        os._exit(0)
    if os.waitpid(writer, 0)[1] != 0:
        sys.exit(f"the document was not written: {document}")


def run(pantau, reader, document):
    """CPU seconds and peak resident MB of one process, which may refuse the document; None where a minute of CPU was not enough."""
    command = [pantau, "tool", reader, str(document)]
    if reader == "robots":
        command.append("https://rekaan.example/" + "a" * 200)
    # Not the clock on the wall: on a busy machine an honest document takes minutes of that.
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (60, 60)))
    _, status, usage = os.wait4(process.pid, 0)
    if os.WIFSIGNALED(status):
        if os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL):
            return None
        sys.exit(f"{reader} was ended by signal {os.WTERMSIG(status)}: {document}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pantau")
    parser.add_argument("--first", type=float, default=1, help="size of the smallest documents, in MB")
    parser.add_argument("--doublings", type=int, default=3, help="how often they double (6 with --first 0.8 is 50 MB)")
    parser.add_argument("--most", type=float, default=2.6, help="the growth at the last doubling that is still taken for linear")
    parser.add_argument("--only", default="", help="only rows whose reader or name holds this")
    a = parser.parse_args()
    sizes = [int(a.first * MB) << n for n in range(a.doublings + 1)]
    print(f"{'reader':14}{'document':28}" + "".join(f"{size / MB:>8.1f} MB       " for size in sizes) + " growth")
    steep = []
    with tempfile.TemporaryDirectory(prefix="pantau-hostile-") as folder:
        document = pathlib.Path(folder) / "document"
        for reader, name, make in CASES:
            if a.only not in reader + " " + name:
                continue
            cells = []
            for size in sizes:
                write(document, make, size)
                cells.append(run(a.pantau, reader, document))
                if cells[-1] is None:
                    break
            last = [cell[0] for cell in cells[-2:] if cell]
            growth = last[1] / last[0] if len(last) == 2 and last[1] > 0.06 else None
            if None in cells or (growth or 0) > a.most:
                steep.append(f"{reader}: {name}")
            print(f"{reader:14}{name:28}" + "".join(f"{c[0]:7.2f} s {c[1]:4.0f} MB  " if c else "   over a minute   " for c in cells)
                  + (f" {growth:6.2f}" if growth else "      -"), flush=True)
    if steep:
        sys.exit("not linear: " + "; ".join(steep))


if __name__ == "__main__":
    main()
