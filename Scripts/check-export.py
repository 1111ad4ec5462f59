#!/usr/bin/env python3
"""Checks an export of Pantau as its receiver would, and more strictly: every event by the contract's strict schemas with
all formats, hashes and sizes of the manifest, the order of the cursor, check digits, sums of scores, and, where the
articles are given, that each quote stands where the record says.

    check-export.py FOLDER [--contract DIR] [--articles FILE]

FOLDER holds one or more *.manifest.json with their files. --contract is the folder of the contract's schemas
(default: ../shared/contract beside the project). --articles is JSON Lines of {"sha256", "text"} or {"canonical_url",
"text"}; a record whose text is not in it is checked without its quotes.

Needs Python 3.9 and jsonschema (Debian: python3-jsonschema). Exit 0 = nothing found, 1 = problems, 77 = skipped
because the contract or jsonschema is not there."""
import argparse
import datetime
import hashlib
import json
import pathlib
import re
import sys

SKIPPED = 77
EVENT_LIMIT = 20_000  # bytes; the contract's own validator refuses more
FILE_LINES, FILE_BYTES = 50_000, 100_000_000
DAMM = ["0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790"]
SCHEMAS = ["prospect.schema.json", "prospect.open.schema.json", "referral-status.schema.json",
           "referral-status.open.schema.json", "event.schema.json", "export-manifest.schema.json"]
TIME = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)")
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.I)
PLAIN = r"(?:[A-Za-z0-9._~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})"
REFERENCE = re.compile(rf"(?://(?:[^/?#\[\]@]*@)?\[[0-9A-Fa-f:.]+\])?{PLAIN}*(?:#{PLAIN}*)?")
URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:" + REFERENCE.pattern)


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


def is_date(text):
    try:
        datetime.date.fromisoformat(text)
        return len(text) == 10
    except ValueError:
        return False


def is_time(text):
    match = TIME.fullmatch(text)
    return bool(match) and is_date(match[1]) and int(match[2]) < 24 and int(match[3]) < 60 and int(match[4]) < 61


# Our own, because jsonschema without its extra packages passes every time, uri and uuid.
FORMATS = {"date-time": is_time, "date": is_date, "uuid": lambda t: bool(UUID.fullmatch(t)),
           "uri": lambda t: bool(URI.fullmatch(t)),
           "uri-reference": lambda t: bool(REFERENCE.fullmatch(t) or URI.fullmatch(t))}


def web_names(schema):
    """jsonschema before 4.18 cannot resolve `#/$defs/...` below a urn."""
    return schema.replace('"urn:pantau:schema:', '"https://schema.invalid/')


class Checker:
    def __init__(self, contract, articles):
        try:
            import jsonschema
        except ImportError:
            skip("jsonschema is not installed; apt-get install python3-jsonschema")
        self.jsonschema = jsonschema
        self.schemas = {name: json.loads(web_names((contract / name).read_text())) for name in SCHEMAS}
        self.formats = jsonschema.FormatChecker(formats=())
        for name, test in FORMATS.items():
            self.formats.checks(name)(lambda value, test=test: not isinstance(value, str) or test(value))
        self.articles, self.problems, self.quotes = articles, 0, 0

    def fail(self, where, what):
        self.problems += 1
        print(f"FAIL  {where}: {what}")

    def validator(self, name):
        schema, by_id = self.schemas[name], {s["$id"]: s for s in self.schemas.values()}
        make = self.jsonschema.Draft202012Validator
        try:
            from referencing import Registry, Resource
            registry = Registry().with_resources([(i, Resource.from_contents(s)) for i, s in by_id.items()])
            return make(schema, registry=registry, format_checker=self.formats)
        except ImportError:  # jsonschema before 4.18, as in Debian 12
            resolver = self.jsonschema.RefResolver.from_schema(schema, store=by_id)
            return make(schema, resolver=resolver, format_checker=self.formats)

    def schema(self, where, name, value):
        for error in self.validator(name).iter_errors(value):
            best = self.jsonschema.exceptions.best_match([error])
            self.fail(where, f"/{'/'.join(map(str, best.absolute_path))}: {best.message[:160]}")

    def folder(self, folder):
        manifests = sorted(folder.glob("*.manifest.json"))
        if not manifests:
            self.fail(folder, "no *.manifest.json")
        for path in manifests:
            self.manifest(path)
        return len(manifests)

    def manifest(self, path):
        manifest = json.loads(path.read_text())
        self.schema(path.name, "export-manifest.schema.json", manifest)
        self.mode(path)
        sequences, count = [], 0
        for entry in manifest["files"]:
            file = path.parent / entry["name"]
            if not file.exists():
                self.fail(path.name, f"{entry['name']} is missing")
                continue
            self.mode(file)
            body = file.read_bytes()
            if len(body) != entry["bytes"] or hashlib.sha256(body).hexdigest() != entry["sha256"]:
                self.fail(entry["name"], "bytes or SHA-256 differ from the manifest")
            lines = body.decode("utf-8").split("\n")
            if lines.pop() != "" or len(lines) != entry["records"]:
                self.fail(entry["name"], f"{entry['records']} records told, {len(lines)} lines, the last one ended")
            if len(lines) > FILE_LINES or len(body) > FILE_BYTES:
                self.fail(entry["name"], "over 50,000 lines or 100 MB")
            for number, line in enumerate(lines, 1):
                sequences.append(self.event(f"{entry['name']}:{number}", line, manifest["source"]))
            count += len(lines)
        after, through = manifest["cursor"]["after"], manifest["cursor"]["through"]
        if count != manifest["count"]:
            self.fail(path.name, f"count {manifest['count']}, found {count}")
        if "counts" in manifest and sum(manifest["counts"].values()) != count:
            self.fail(path.name, "counts do not add up to count")
        if sequences != sorted(set(sequences)):
            self.fail(path.name, "sequences do not rise")
        if sequences and (sequences[-1] != int(through) or sequences[0] <= int(after or 0)):
            self.fail(path.name, f"cursor {after} to {through}, events {sequences[0]} to {sequences[-1]}")

    def mode(self, path):
        if path.stat().st_mode & 0o077:
            self.fail(path.name, f"others may read it (mode {path.stat().st_mode & 0o777:o})")

    def event(self, where, line, source):
        if len(line.encode()) > EVENT_LIMIT:
            self.fail(where, "event over 20,000 bytes")
        event = json.loads(line)
        self.schema(where, "event.schema.json", event)
        record = event["data"]
        if event["type"].startswith("my.pantau.prospect.") and "thin" not in event["type"]:
            self.schema(where, "prospect.schema.json", record)
            self.record(where, record)
        if event["subject"] != record["id"] or event["source"] != source:
            self.fail(where, "subject or source differ from the record or manifest")
        return int(event["sequence"])

    def record(self, where, record):
        state = 0
        for digit in record["ref"][2:].replace("-", ""):
            state = int(DAMM[state][int(digit)])
        if state:
            self.fail(where, f"check digit of {record['ref']}")
        if record.get("erased"):
            return
        score = record["score"]
        total = round(sum(c["points"] for c in score["contributions"]), 1)
        if total != score.get("raw", total) or max(0, min(100, total)) != score["value"]:
            self.fail(where, f"score {score['value']}, contributions add up to {total}")
        known = {e["id"] for e in record["evidence"]}
        cited = [i for part in (record["persons"], record["needs"], score["contributions"], [record["place"]])
                 for item in part for i in item.get("evidence", [])]
        for unknown in sorted(set(cited) - known):
            self.fail(where, f"{unknown} is cited and not there")
        self.hashes(where, record)
        for quote in record["evidence"]:
            self.quote(where, record, quote)
        for leg in record.get("referrals", []):
            if leg["to"] not in record["privacy"]["share_with"]:
                self.fail(where, f"leg to {leg['to']}, which is not in share_with")

    def hashes(self, where, record):
        keys = {(k["scheme"], k["value"]) for k in record["dedupe"]["keys"]}
        for article in record["articles"]:
            url = article.get("canonical_url", article["url"])
            if ("url-sha256", hashlib.sha256(url.encode()).hexdigest()) not in keys:
                self.fail(where, f"no url-sha256 of {article['id']}")
            if ("text-sha256", article["text"]["sha256"]) not in keys:
                self.fail(where, f"no text-sha256 of {article['id']}")
            text = self.text(article)
            if text is None:
                continue
            if hashlib.sha256(text.encode()).hexdigest() != article["text"]["sha256"]:
                self.fail(where, f"text hash of {article['id']}")
            if len(text) != article["text"]["scalars"]:
                self.fail(where, f"scalars of {article['id']}")

    def text(self, article):
        return self.articles.get(article["text"]["sha256"], self.articles.get(article.get("canonical_url")))

    def quote(self, where, record, evidence):
        article = next((a for a in record["articles"] if a["id"] == evidence["article"]), None)
        if article is None:
            return self.fail(where, f"{evidence['id']} names no article")
        place = evidence["position"]
        source = article["title"] if place["field"] == "title" else self.text(article)
        if source is None:
            return
        self.quotes += 1
        if source[place["start"]:place["end"]] != evidence["quote"]["exact"]:
            self.fail(where, f"{evidence['id']} does not stand at {place['start']}...{place['end']}")


def read_articles(path):
    articles = {}
    for line in path.read_text().splitlines() if path else []:
        item = json.loads(line)
        for key in ("sha256", "canonical_url"):
            if key in item:
                articles[item[key]] = item["text"]
    return articles


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    beside = pathlib.Path(__file__).resolve().parent.parent.parent / "shared" / "contract"
    parser.add_argument("--contract", type=pathlib.Path, default=beside)
    parser.add_argument("--articles", type=pathlib.Path)
    arguments = parser.parse_args()
    if not all((arguments.contract / name).exists() for name in SCHEMAS):
        skip(f"no contract schemas in {arguments.contract}")
    checker = Checker(arguments.contract, read_articles(arguments.articles))
    manifests = checker.folder(arguments.folder)
    print(f"{manifests} manifests, {checker.quotes} quotes checked, {checker.problems} problems")
    sys.exit(bool(checker.problems))


if __name__ == "__main__":
    main()
