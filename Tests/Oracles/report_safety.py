#!/usr/bin/env python3
"""What reports of hostile JDs show, beside reports of harmless JDs that are the same in all else.

    report_safety.py FOLDER

FOLDER has 'hostile' and 'harmless' with files of the same names; how a name ends tells the format. A line is printed for each
thing that is wrong: marks that act on a terminal, cells that a spreadsheet would run, elements or attributes that a harmless
page does not have, JSON that cannot be read, and files that are out of proportion. Exits 1 when there is any.
"""

import csv
import io
import json
import pathlib
import re
import sys
from collections import Counter
from html.parser import HTMLParser

# C0 but the line feed, DEL and C1, marks, embeddings, overrides and isolates of direction.
ACTING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
INVISIBLE = re.compile("[\u200b-\u200d\u2060-\u2064\u00ad\ufe00-\ufe0f]{9}")
MARKS = re.compile("[\u0300-\u036f\u20d0-\u20ff]{9}")
NUMBER = re.compile(r"[-+]?[0-9.]+(e[-+]?[0-9]+)?")
MOST = 3  # times the harmless file, beyond some kilobytes
SOME = 40_000


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.names, self.values, self.open = Counter(), [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.names[tag] += 1
        for name, value in attributes:
            self.names[f"{tag} {name}"] += 1
            if name in ("href", "src", "style", "id", "action") or name.startswith("on"):
                self.values.append((tag, name, value or ""))

    handle_startendtag = handle_starttag

    def handle_decl(self, text):
        self.names["!" + text] += 1

    def handle_comment(self, text):
        self.names["comment"] += 1

    def handle_pi(self, text):
        self.names["instruction"] += 1

    def unknown_decl(self, text):
        self.names["declaration"] += 1


def markup(hostile, harmless):
    found, expected = Page(hostile), Page(harmless)
    for name in found.names | expected.names:
        if found.names[name] != expected.names[name]:
            yield f"{found.names[name]} of '{name}', {expected.names[name]} in the harmless page"
    for tag, name, value in found.values:
        if re.match(r"\s*(javascript|data|https?):", value, re.I) or re.search(r"url\(|expression\(|@import", value):
            yield f"<{tag} {name}='{value[:60]}'>"


TERMINAL = [("acts on a terminal", ACTING)]
READER = TERMINAL + [("ends a line", re.compile("[\u2028\u2029]")), ("is a flood", INVISIBLE), ("is a pile of marks", MARKS)]


def marks(text, patterns=READER):
    for what, pattern in patterns:
        if place := pattern.search(text):
            yield f"{ascii(text[max(0, place.start() - 20) : place.end() + 20])} {what}"


def cells(text):
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    if len({len(row) for row in rows}) > 1:
        yield f"rows of {sorted({len(row) for row in rows})} cells"
    for row in rows:
        for cell in row:
            start = cell.lstrip(" \u00a0\u3000")[:1]
            if start and start in "=+-@\t\r\n＝＋－＠" and not NUMBER.fullmatch(cell):
                yield f"a spreadsheet runs {ascii(cell[:60])}"
            yield from marks(cell.replace("\t", " ").replace("\r", " "), TERMINAL)


def problems(name, hostile, harmless):
    if len(hostile.encode()) > MOST * len(harmless.encode()) + SOME:
        yield f"{len(hostile.encode())} bytes, {len(harmless.encode())} in the harmless file"
    match name.rsplit(".", 1)[1]:
        case "html":
            yield from marks(hostile)
            yield from markup(hostile, harmless)
        case "csv":
            yield from cells(hostile)
        case "json":
            yield from marks(hostile, TERMINAL)
            json.loads(hostile)
        case "jsonl":
            yield from marks(hostile, TERMINAL)
            for line in hostile.split("\n")[:-1]:
                json.loads(line)
        case _:
            yield from marks(hostile)


def main():
    folder = pathlib.Path(sys.argv[1])
    count = status = 0
    csv.field_size_limit(1 << 30)
    for file in sorted((folder / "hostile").iterdir()):
        count += 1
        texts = [(folder / kind / file.name).read_bytes().decode("utf-8") for kind in ("hostile", "harmless")]
        try:
            found = list(problems(file.name, *texts))[:5]
        except (ValueError, csv.Error) as error:
            found = [f"cannot be read: {error}"]
        for problem in found:
            status = 1
            print(f"{file.name}: {problem}")
    print(f"{count} files")
    sys.exit(status)


if __name__ == "__main__":
    main()
