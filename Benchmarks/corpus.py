#!/usr/bin/env python3
"""Makes a CSV of many distinct, real-sized job descriptions out of few.

Each JD follows one of the originals; a third of its sentences come from others, neighbours change places, and one
word in fourteen is replaced: mostly by a word drawn as often as the originals use it, else by one of an endless tail
of rare words, so that the vocabulary grows with the text as it does in real collections (measured on 6,326 real JDs:
V = 36 n^0.48). The same arguments give the same bytes. Nothing is kept in memory but the originals.
"""

import argparse
import csv
import datetime
import html
import json
import math
import os
import random
import re
import sys

COLUMNS = ["id", "title", "company", "location", "date", "salary", "description"]
BULLET = re.compile(r"\s*([-*•·–]|\d+[.)])\s")
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'(])")
CORE = re.compile(r"^([^\w]*)([A-Za-z][a-z]+)([^\w]*)$", re.ASCII)

MEAN_BYTES, SPREAD = 3900, 0.5
MIXED, SWAPPED, REPLACED, RARE = 0.35, 0.3, 0.07, 0.2

FIRST_DAY, DAYS = datetime.date(2023, 1, 1), 1096
SYLLABLES = (
    "ba be bri bo cal can ce chi cor da del di dor el en far fen fi gal ger glo han hel hol in is jar jo ka kel kor la "
    "len lin lor ma mer mi mon nar ne nor ol or pa per pol qui ra ren ri ros sa sel sor ta ten tha tor ul un va ver vis "
    "wa wen wil xan ya yor za zen zor"
).split()


class Unit:
    """A stretch of text that is moved as a whole: a line, or a sentence of one."""

    __slots__ = ("words", "end", "kind", "size")

    def __init__(self, words, end, kind):
        self.words, self.end, self.kind = words, end, kind
        self.size = sum(len(word.encode()) for word in words) + len(words)


def units_of(text):
    result = []
    for line in text.strip().split("\n"):
        if not line.strip():
            if result:
                result[-1].end = "\n\n"
            continue
        words = line.split()
        if BULLET.match(line):
            result.append(Unit(words, "\n", "bullet"))
        elif len(words) <= 6:
            result.append(Unit(words, "\n", "heading"))
        else:
            parts = [part for sentence in SENTENCE.split(line) for part in chunks(sentence.split())]
            result += [Unit(part, " ", "sentence") for part in parts]
            result[-1].end = "\n"
    return result


def chunks(words, longest=40):
    """Scraped texts often have no full stops: such a text is cut at a usual sentence's length."""
    if len(words) <= longest:
        return [words] if words else []
    return [words[start : start + 20] for start in range(0, len(words), 20)]


# The originals -------------------------------------------------------------------------------------------------------


def read_jsonl(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.strip():
                record = json.loads(line)
                yield record, record.get("description") or ""


def read_csv(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        for record in csv.DictReader(file):
            yield record, max(record.values(), key=lambda value: len(value or ""))


def read_markdown(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    head, body = {}, text
    if text.startswith("---\n"):
        front, _, body = text[4:].partition("\n---\n")
        head = dict(line.split(": ", 1) for line in front.split("\n") if ": " in line)
    yield head, body


def read_html(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        text = file.read()
    title = re.search(r"<title>(.*?)</title>", text, re.S)
    text = re.sub(r"(?is)<(script|style|head|nav|footer).*?</\1>|<!--.*?-->", " ", text)
    text = re.sub(r"(?i)<(br|/p|/div|/li|/h\d|/tr)[^>]*>", "\n", text)
    text = html.unescape(re.sub(r"<[^>]*>", " ", text))
    yield {"title": html.unescape(title.group(1)) if title else ""}, re.sub(r"[ \t\xa0]+", " ", text)


READERS = {".jsonl": read_jsonl, ".csv": read_csv, ".md": read_markdown, ".html": read_html}


def originals(paths):
    """(title, location, units) of each text long enough to be worth varying."""
    result = []
    for path in paths:
        for record, text in READERS[os.path.splitext(path)[1]](path):
            fields = {key.lower(): value for key, value in record.items() if isinstance(value, str)}
            heading = text.strip().split("\n", 1)[0].strip("#* ")[:80]
            title = fields.get("title") or fields.get("job title") or heading
            units = units_of(text)
            if len(text) >= 500 and units:
                result.append((title.strip(), (fields.get("location") or "Remote").strip(), units))
    return result


def sample_paths(folder):
    found = [os.path.join(base, name) for base, _, names in os.walk(folder) for name in names]
    return sorted(path for path in found if os.path.splitext(path)[1] in READERS)


# The variations ------------------------------------------------------------------------------------------------------


class Writer:
    def __init__(self, sources, seed):
        self.sources = sources
        # Only random() is used: of all of Python's generators, the one whose results never change.
        self.random = random.Random(seed).random
        self.pools = {"heading": [], "bullet": [], "sentence": []}
        self.vocabulary = []
        for _, _, units in sources:
            for unit in units:
                self.pools[unit.kind].append(unit)
                self.vocabulary += [match.group(2) for match in map(CORE.match, unit.words) if match]
        self.cores = {}

    def pick(self, values):
        return values[int(self.random() * len(values))]

    def row(self, number):
        title, location, units = self.pick(self.sources)
        low = 60 + 5 * int(self.random() * 30)
        salary = f"${low},000 - ${low + 10 + 5 * int(self.random() * 8)},000" if self.random() < 0.6 else ""
        day = FIRST_DAY + datetime.timedelta(days=int(self.random() * DAYS))
        return [f"B{number:08d}", title, self.company(), location, day.isoformat(), salary, self.text(units)]

    def company(self):
        # A few employers post most JDs.
        number = int(20_000 * self.random() ** 3)
        first, second = name(number * 7 + 12).capitalize(), name(number * 3 + 5).capitalize()
        return f"{first} {second} {('Ltd', 'Inc.', 'GmbH', 'Group', 'AG')[number % 5]}"

    def text(self, units):
        units = self.mixed(units, self.length())
        for index in range(len(units) - 1):
            if units[index].kind == units[index + 1].kind != "heading" and self.random() < SWAPPED:
                units[index], units[index + 1] = units[index + 1], units[index]
        words, ends = [], []
        for unit in units:
            words += unit.words
            ends.append((len(words), unit.end))
        self.replace(words)
        parts, start = [], 0
        for end, mark in ends:
            parts += (" ".join(words[start:end]), mark)
            start = end
        return "".join(parts).strip()

    def length(self):
        """Log-normal, as the lengths of real JDs are."""
        normal = math.sqrt(-2 * math.log(1 - self.random())) * math.cos(2 * math.pi * self.random())
        length = MEAN_BYTES * math.exp(SPREAD * normal - SPREAD * SPREAD / 2)
        return min(max(length, 700), 25_000)

    def mixed(self, units, length):
        result, size, index = [], 0, 0
        while size < length:
            if index == len(units):
                units, index = self.pick(self.sources)[2], 0
            unit = units[index]
            index += 1
            if unit.kind != "heading" and self.random() < MIXED:
                unit = self.pick(self.pools[unit.kind])
            result.append(unit)
            size += unit.size
        # The last one goes when the length is met better without it.
        if len(result) > 1 and size - length > result[-1].size / 2:
            result.pop()
        return result

    def replace(self, words):
        scale = 1 / math.log(1 - REPLACED)
        position = int(math.log(1 - self.random()) * scale)
        while position < len(words):
            parts = self.parts(words[position])
            if parts:
                is_rare = self.random() < RARE
                word = rare_word(self.rank()) if is_rare else self.pick(self.vocabulary)
                if parts[1][0].isupper():
                    word = word[0].upper() + word[1:]
                words[position] = parts[0] + word + parts[2]
            position += 1 + int(math.log(1 - self.random()) * scale)

    def parts(self, word):
        if word not in self.cores:
            match = CORE.match(word)
            self.cores[word] = match.groups() if match else None
        return self.cores[word]

    def rank(self):
        """Zipf-Mandelbrot without an end; the exponent is what gives real collections' growth of vocabulary."""
        return int(30_000 * ((1 - self.random()) ** (-1 / 1.07) - 1))


def rare_word(rank):
    """The tail's word of this rank: a name, and now and then a number or a code."""
    if rank % 11 == 0:
        return f"x{rank % 97}{chr(97 + rank % 26)}{rank}"
    return name(rank)


def name(rank):
    # Names of neighbouring ranks have nothing in common: the multiplier scatters them.
    rest, word = rank * 2_654_435_761 % 2**32, ""
    for _ in range(2 + rank % 3):
        rest, place = divmod(rest, len(SYLLABLES))
        word += SYLLABLES[place]
    return word


def parse_size(text):
    unit = {"K": 10**3, "M": 10**6, "G": 10**9}.get(text[-1:].upper())
    return int(float(text[:-1]) * unit) if unit else int(text)


def write(file, writer, count, size, first):
    rows = csv.writer(file, lineterminator="\n")
    rows.writerow(COLUMNS)
    number = written = 0
    while number < count if size is None else written < size:
        written += rows.writerow(writer.row(first + number))
        number += 1
    return number


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("output", help="the CSV file to make")
    parser.add_argument("-n", type=int, default=30_000, metavar="N", help="number of JDs (30,000)")
    parser.add_argument("--size", type=parse_size, help="make about this much instead: 1G, 500M")
    parser.add_argument("--from", dest="source", metavar="FILE.jsonl", help="vary these `description`s instead")
    parser.add_argument("--samples", default=os.path.join(here, "..", "Seeds", "samples"), help="the JDs to vary")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=1, help="number of the first JD's id (1)")
    options = parser.parse_args()

    csv.field_size_limit(1 << 30)
    sources = originals([options.source] if options.source else sample_paths(options.samples))
    if not sources:
        sys.exit("corpus.py: no job descriptions to vary: name a file with --from, or a folder with --samples")
    # Written beside and renamed, so that what was broken off is never taken for a corpus.
    part = options.output + ".part"
    with open(part, "w", encoding="utf-8", newline="") as file:
        number = write(file, Writer(sources, options.seed), options.n, options.size, options.first)
    os.replace(part, options.output)
    size = os.path.getsize(options.output)
    print(f"{number} JDs, {size / 1e6:.1f} MB, from {len(sources)} originals", file=sys.stderr)


if __name__ == "__main__":
    main()
