#!/usr/bin/env python3
"""Everything that Strata promises about speed and size, measured in one go: see `Benchmarks/all -h`."""

import argparse
import contextlib
import datetime
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import threading
import time

import measure

HERE = os.path.dirname(os.path.abspath(__file__))


class Suite:
    """Where things lie, and what was found."""

    def __init__(self, options):
        self.options = options
        self.folder = options.folder
        self.strata = options.strata
        self.floor = os.path.join(self.folder, "floor")
        self.rows = []

    def path(self, name):
        return os.path.join(self.folder, name)

    def corpus(self, count, first=1, seed=1, size=None):
        """A corpus of so many JDs; kept for the next time."""
        name = f"corpus-{os.path.basename(self.options.source or 'samples')}-{size or count}-{first}-{seed}.csv"
        command = [sys.executable, os.path.join(HERE, "corpus.py"), self.path(name), "--seed", str(seed)]
        command += ["--first", str(first)] + (["--size", size] if size else ["-n", str(count)])
        command += ["--from", self.options.source] if self.options.source else []
        if not os.path.exists(self.path(name)):
            subprocess.run(command, check=True)
        return self.path(name)

    def record(self, what, wanted, found, holds):
        """One line of the table."""
        self.rows.append((what, wanted, found, "yes" if holds else "no"))
        print(f"{'' if holds else 'SHORT '}{what}: {found} (wanted: {wanted})", flush=True)

    def load(self, corpus, database, *more):
        return measure.Run([self.strata, "import", corpus, "--db", database, "--quiet", "--format", "json", *more])


def median(values):
    return statistics.median(values)


def warm(path):
    """Reads a file into the system's cache, as it would be for both who are compared."""
    with open(path, "rb") as file:
        while file.read(1 << 24):
            pass


# First load into an empty file ---------------------------------------------------------------------------------------


def bulk(suite):
    corpus, database = suite.corpus(suite.options.jds), suite.path("bulk.db")
    warm(corpus)
    floors, imports, peaks = [], [], []
    for _ in range(suite.options.runs):
        base = json.loads(measure.Run([suite.floor, corpus, measure.fresh(database)]).output)
        floors.append(base["seconds"])
        run = suite.load(corpus, measure.fresh(database))
        imports.append(run.seconds)
        peaks.append(run.peak)
    size = os.path.getsize(database)
    ratio = median(floors) / median(imports)
    rates = [base["jds"] / value for value in (median(floors), median(imports))]
    suite.record(
        f"first import of {base['jds']:,} JDs, {os.path.getsize(corpus) / base['jds'] / 1000:.1f} KB each, over the floor",
        "2.0 times (aim 2.5)",
        f"{ratio:.2f} times ({rates[1]:,.0f} JD/s; floor {rates[0]:,.0f}; "
        f"medians of {len(floors)}: {measure.spread(imports)} s, floor {measure.spread(floors)} s)",
        ratio >= 2,
    )
    suite.record(
        "size of the database over the floor's", "1.25 times", f"{size / base['bytes']:.2f} times", size <= 1.25 * base["bytes"]
    )
    peers(suite, corpus, median(imports))
    measure.fresh(database)


def peers(suite, corpus, ours):
    database = suite.path("peer.db")
    utils = shutil.which("sqlite-utils")
    if utils:
        start = time.perf_counter()
        for command in (
            ["insert", measure.fresh(database), "jd", corpus, "--csv"],
            ["enable-fts", database, "jd", "title", "company", "description"],
        ):
            subprocess.run([utils, *command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        seconds = time.perf_counter() - start
        suite.record("sqlite-utils insert --csv, enable-fts, over the same import", "4 times",
                     f"{seconds / ours:.1f} times ({seconds:.1f} s)", seconds >= 4 * ours)
    else:
        print("left out: sqlite-utils is not installed (pip install sqlite-utils)", file=sys.stderr)
    try:
        import ahocorasick  # noqa: F401
    except ImportError:
        print("left out: pyahocorasick is not installed (pip install pyahocorasick)", file=sys.stderr)
        return
    terms = suite.path("terms.txt")
    with contextlib.closing(sqlite3.connect(suite.path("bulk.db"))) as db, open(terms, "w", encoding="utf-8") as file:
        file.writelines(f"{key}\n" for (key,) in db.execute("SELECT DISTINCT key FROM term ORDER BY key") if key)
    run = measure.Run([sys.executable, os.path.join(HERE, "peer.py"), corpus, measure.fresh(database), terms])
    suite.record("a Python script (csv, pyahocorasick, sqlite3 with FTS5) over the same import", "6 times",
                 f"{run.seconds / ours:.1f} times ({run.seconds:.1f} s)", run.seconds >= 6 * ours)
    measure.fresh(database)


# Into a file that holds many, while others read ----------------------------------------------------------------------


@contextlib.contextmanager
def reading(database, sql):
    """Someone who asks over and over, ten times a second; yields how long each answer took."""
    times, done = [], threading.Event()

    def ask():
        while not done.wait(0.1):
            start = time.perf_counter()
            with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=60)) as db:
                db.execute(sql).fetchall()
            times.append(time.perf_counter() - start)

    reader = threading.Thread(target=ask)
    reader.start()
    yield times
    done.set()
    reader.join()


def append(suite):
    held, added = suite.options.held, suite.options.jds
    base, more = suite.corpus(held, seed=2), suite.corpus(added, first=held + 1)
    ours, floors = suite.path("held.db"), suite.path("held-floor.db")
    suite.load(base, measure.fresh(ours))
    measure.Run([suite.floor, base, measure.fresh(floors)])
    warm(more)
    results = {ours: [], floors: []}
    waits = []
    for _ in range(min(3, suite.options.runs)):
        for original in (floors, ours):
            copy = measure.fresh(suite.path("copy.db"))
            shutil.copyfile(original, copy)
            warm(copy)
            question = "SELECT count(*) FROM jd WHERE company LIKE 'Ba%' AND id % 100 = 0"
            with reading(copy, question) as times:
                if original == ours:
                    results[ours].append(suite.load(more, copy).seconds)
                    waits += times
                else:
                    output = measure.Run([suite.floor, more, copy, "append"]).output
                    results[floors].append(json.loads(output)["seconds"])
            measure.fresh(copy)
    ratio = median(results[floors]) / median(results[ours])
    suite.record(
        f"import of {added:,} into {held:,} JDs, with a reader, over the floor", "1.2 times",
        f"{ratio:.2f} times ({measure.spread(results[ours])} s, floor {measure.spread(results[floors])} s; "
        f"the reader's answers took {median(waits) * 1000:.0f} ms, {max(waits) * 1000:.0f} at most)",
        ratio >= 1.2,
    )
    for path in (ours, floors):
        measure.fresh(path)


# What reading costs --------------------------------------------------------------------------------------------------


def reading_share(suite):
    """Reading and cleaning alone, in one process, over the processor's time for the whole import of the same file."""
    corpus = suite.corpus(suite.options.jds)
    files = make_formats(suite, corpus)
    bench = subprocess.run(
        ["swift", "run", "-c", "release", "--package-path", HERE, "--scratch-path", suite.path("build"),
         "reading-bench", "records", *files], check=True, capture_output=True, text=True).stdout
    for line in bench.splitlines():
        path, scanned, read = line.split("\t")
        size = os.path.getsize(path)
        run = suite.load(path, measure.fresh(suite.path("formats.db")))
        kind = os.path.splitext(path)[1][1:]
        if kind == "csv":
            rate = size / float(scanned) / 1e6
            suite.record("reading CSV", "500 MB/s", f"{rate:,.0f} MB/s", rate >= 500)
        share = float(read) / run.processor
        suite.record(f"reading {kind.upper()} and cleaning its values, of an import's processor time", "15%",
                     f"{share:.0%} ({size / float(read) / 1e6:,.0f} MB/s)", share < 0.15)
    measure.fresh(suite.path("formats.db"))


def make_formats(suite, corpus):
    """The first JDs of the corpus in each text format that can hold many."""
    import csv
    csv.field_size_limit(1 << 30)
    paths = {kind: suite.path(f"formats.{kind}") for kind in ("csv", "jsonl", "json", "yaml", "html")}
    with open(corpus, encoding="utf-8", newline="") as file:
        rows = [row for _, row in zip(range(5000), csv.DictReader(file))]
    with open(paths["csv"], "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    with open(paths["jsonl"], "w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    with open(paths["json"], "w", encoding="utf-8") as file:
        json.dump({"jobs": rows}, file, ensure_ascii=False, indent=1)
    with open(paths["yaml"], "w", encoding="utf-8") as file:
        # JSON strings are YAML.
        file.writelines(
            "---\n" + "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in row.items()) for row in rows[:1000])
    with open(paths["html"], "w", encoding="utf-8") as file:
        postings = [{"@type": "JobPosting", "title": row["title"], "hiringOrganization": {"name": row["company"]},
                     "datePosted": row["date"], "description": "<p>" + row["description"].replace("\n", "</p><p>") + "</p>"}
                    for row in rows[:1000]]
        file.write('<html><script type="application/ld+json">' + json.dumps(postings) + "</script></html>")
    return list(paths.values())


# A large file, and a million JDs -------------------------------------------------------------------------------------


def large(suite):
    corpus, database = suite.corpus(0, size=suite.options.size), measure.fresh(suite.path("large.db"))
    run = suite.load(corpus, database)
    total = json.loads(run.output)["total"]
    suite.record(f"peak memory of importing {os.path.getsize(corpus) / 1e9:.1f} GB ({total['imported']:,} JDs)", "300 MB",
                 f"{run.peak / 1e6:.0f} MB ({run.seconds:.0f} s, {total['imported'] / run.seconds:,.0f} JD/s)",
                 run.peak <= 300e6)
    measure.fresh(database)


def million(suite):
    database = suite.path(f"million-{suite.options.million}.db")
    if not os.path.exists(database):
        suite.load(suite.corpus(suite.options.million), database)
    name = f"{suite.options.million:,} JDs"
    shell(suite, f"jds --needs mlops --limit 20, {name}", database, ["jds", "--needs", "mlops", "--limit", "20"], """
        SELECT h.id, h.title, h.company, h.location, h.posted_on, n.share,
            (SELECT count(*) FROM jd_need WHERE layer = 2) FROM jd_need n JOIN jd_head h ON h.id = n.jd
        WHERE n.layer = 2 ORDER BY n.share DESC, n.jd LIMIT 20""")
    shell(suite, f"layer Kubernetes, {name}", database, ["layer", "Kubernetes"], """
        SELECT s.name, s.kind, l.layer, l.weight, l.is_primary, l.reason FROM term t JOIN skill s ON s.id = t.skill
        LEFT JOIN skill_layer l ON l.skill = s.id WHERE t.key = 'kubernetes'""")
    for question, limit in (
        (["search", "feature store", "--needs", "mlops", "--since", "2024-01-01"], 150),
        (["search", "machine learning", "--needs", "mlops", "--since", "2024-01-01"], 150),
        (["report", "demand", "--by", "role,month"], 250),
    ):
        times = [measure.Run([suite.strata, *question, "--db", database, "--quiet"]).seconds for _ in range(7)]
        suite.record(f"strata {' '.join(question)}, {name}", f"{limit} ms", f"{measure.spread(times, 1000, 0)} ms",
                     median(times) * 1000 < limit)


def shell(suite, what, database, question, sql):
    ours, theirs = [], []
    for _ in range(15):
        theirs.append(measure.Run(["sqlite3", database, sql]).seconds)
        ours.append(measure.Run([suite.strata, *question, "--db", database, "--quiet"]).seconds)
    ratio = median(ours) / median(theirs)
    suite.record(f"strata {what}, over the sqlite3 shell", "3 times",
                 f"{ratio:.2f} times ({measure.spread(ours, 1000, 1)} ms, shell {measure.spread(theirs, 1000, 1)} ms)",
                 ratio <= 3)


PARTS = {"bulk": bulk, "append": append, "reading": reading_share, "large": large, "million": million}


def table(suite):
    today = datetime.date.today().isoformat()
    machine = measure.machine_name()
    version = subprocess.run([suite.strata, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    lines = [f"# Measured on {today}", "", f"{machine}; SQLite {sqlite3.sqlite_version}; {version.splitlines()[0]}.", "",
             f"JDs varied from {'the samples' if not suite.options.source else os.path.basename(suite.options.source)}.", "",
             "| what | wanted | found | holds |", "|---|---|---|---|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in suite.rows]) + "\n"


def main():
    parser = argparse.ArgumentParser(prog="Benchmarks/all", description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)} (all)")
    parser.add_argument("--strata", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--folder", required=True, help=argparse.SUPPRESS)
    parser.add_argument("-f", dest="source", metavar="FILE.jsonl", help="vary these JDs instead of the samples")
    parser.add_argument("-n", dest="runs", type=int, default=5, metavar="RUNS", help="runs of each, in turn (5)")
    parser.add_argument("-j", dest="jds", type=int, default=30_000, metavar="JDS", help="JDs in an import (30,000)")
    parser.add_argument("--held", type=int, default=500_000, help="JDs that the file holds before `append` (500,000)")
    parser.add_argument("--size", default="5G", help="of the large file (5G)")
    parser.add_argument("--million", type=int, default=1_000_000, help="JDs that questions are asked of (1,000,000)")
    parser.add_argument("-o", dest="output", metavar="FILE.md", help="write the table there too")
    options = parser.parse_args()
    unknown = [part for part in options.parts if part not in PARTS]
    if unknown:
        parser.error(f"no part '{unknown[0]}'; parts are {', '.join(PARTS)}")
    suite = Suite(options)
    measure.machine()
    subprocess.run(["cc", "-O2", os.path.join(HERE, "floor.c"), "-o", suite.floor, "-lsqlite3"], check=True)
    for part in options.parts or PARTS:
        PARTS[part](suite)
    print("\n" + table(suite))
    if options.output:
        with open(options.output, "w", encoding="utf-8") as file:
            file.write(table(suite))
    sys.exit(any(row[3] == "no" for row in suite.rows))


if __name__ == "__main__":
    main()
