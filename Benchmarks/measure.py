#!/usr/bin/env python3
"""Runs two whole processes in turn and compares them: the part that both benchmarks share.

Used by import-vs-floor and ask-vs-shell; needs nothing but Python.
"""

import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time


class Run:
    """One process: its seconds, the most memory it held, what it printed."""

    def __init__(self, command):
        with tempfile.TemporaryFile() as output:
            actions = [(os.POSIX_SPAWN_DUP2, output.fileno(), 1)]
            start = time.perf_counter()
            child = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
            _, status, usage = os.wait4(child, 0)
            self.seconds = time.perf_counter() - start
            output.seek(0)
            self.output = output.read()
        self.processor = usage.ru_utime + usage.ru_stime
        # Kilobytes on Linux, bytes on macOS.
        self.peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit(f"measure.py: {' '.join(command)}\nexited {os.waitstatus_to_exitcode(status)}")


def machine_name():
    """The processor and its cores."""
    model = "unknown processor"
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            model = next((line.split(":", 1)[1].strip() for line in file if line.startswith("model name")), model)
    except OSError:
        pass
    return f"{model}, {os.cpu_count()} cores"


def machine():
    shell = subprocess.run(["sqlite3", "--version"], capture_output=True, text=True, check=False).stdout.split()
    print(f"machine   {machine_name()}, sqlite3 shell {shell[0] if shell else 'not installed'}")
    print(f"load      {os.getloadavg()[0]:.1f} before the first run")


def spread(values, unit=1, digits=2):
    low, middle, high = min(values) * unit, statistics.median(values) * unit, max(values) * unit
    return f"{middle:.{digits}f} ({low:.{digits}f} to {high:.{digits}f})"


def fresh(path):
    """Makes way for a new database, with nothing left to be written for the run before."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        if os.path.exists(path + suffix):
            os.remove(path + suffix)
    os.sync()
    return path


def import_vs_floor(floor, strata, corpus, folder, runs):
    database = os.path.join(folder, "bench.db")
    with open(corpus, "rb") as file:  # both read it from the cache
        while file.read(1 << 24):
            pass
    machine()
    floors, imports, peaks = [], [], []
    for _ in range(runs):
        base = json.loads(Run([floor, corpus, fresh(database)]).output)
        floors.append(base["seconds"])
        command = [strata, "import", corpus, "--db", fresh(database), "--quiet", "--format", "json"]
        run = Run(command)
        imports.append(run.seconds)
        peaks.append(run.peak)
        print(f"          floor {base['seconds']:.2f} s, strata {run.seconds:.2f} s", flush=True)
    total = json.loads(run.output)["total"]
    if total["imported"] != base["jds"]:
        sys.exit(f"measure.py: strata imported {total['imported']} of {base['jds']} JDs: {total}")
    report_import(base, floors, imports, peaks, corpus, database)
    fresh(database)


def report_import(base, floors, imports, peaks, corpus, database):
    jds, ratio = base["jds"], statistics.median(imports) / statistics.median(floors)
    parts = ", ".join(f"{name} {seconds:.2f}" for name, seconds in base["parts"].items())
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    mentions = connection.execute("SELECT count(*) FROM mention").fetchone()[0]
    connection.close()
    print(f"corpus    {jds:,} JDs, {os.path.getsize(corpus) / 1e6:.0f} MB")
    print(f"floor     {spread(floors)} s, {jds / statistics.median(floors):,.0f} JD/s, "
          f"{base['mentions'] / jds:.1f} mentions a JD, {base['bytes'] / 1e6:.0f} MB, SQLite {base['sqlite']}")
    print(f"          of which in the last run: {parts} s")
    print(f"strata    {spread(imports)} s, {jds / statistics.median(imports):,.0f} JD/s, "
          f"{mentions / jds:.1f} mentions a JD, {os.path.getsize(database) / 1e6:.0f} MB, "
          f"peak memory {max(peaks) / 1e6:.0f} MB")
    print(f"ratio     {1 / ratio:.2f} (floor, storing and indexing only, over strata, whole process; wanted: at least 2.00)")


def ask_vs_shell(strata, database, sql, runs):
    ask = [strata, "layer", "Kubernetes", "--db", database]
    shell = ["sqlite3", database, sql]
    machine()
    for command in (ask, shell):
        if b"mlops" not in Run(command).output.lower():
            sys.exit(f"measure.py: {command[0]} did not answer: is {database} a database with the catalogue?")
    asks, shells = [], []
    for _ in range(runs):
        shells.append(Run(shell).seconds)
        asks.append(Run(ask).seconds)
    print(f"shell     {spread(shells, 1000)} ms, whole process, {runs} runs")
    print(f"strata    {spread(asks, 1000)} ms, whole process, {runs} runs")
    print(f"ratio     {statistics.median(asks) / statistics.median(shells):.2f} (wanted: at most 3.00)")


def main():
    if len(sys.argv) == 7 and sys.argv[1] == "import":
        import_vs_floor(*sys.argv[2:6], int(sys.argv[6]))
    elif len(sys.argv) == 6 and sys.argv[1] == "ask":
        ask_vs_shell(*sys.argv[2:5], int(sys.argv[5]))
    else:
        sys.exit("usage: measure.py import FLOOR STRATA CORPUS FOLDER RUNS | ask STRATA DB SQL RUNS")


if __name__ == "__main__":
    main()
