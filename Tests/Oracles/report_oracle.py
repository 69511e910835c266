#!/usr/bin/env python3
"""Every figure of 'strata report ... --format json' computed again from the rows of a database, and compared.

Written from what the reports say of their figures, not from the code that makes them: plain loops over the public views and
tables (jd, verdict, jd_needs, mention, jd_sighting, source, role, skill), with Python's standard library alone.

    report_oracle.py DATABASE --strata PROGRAM < COMMANDS     a command line in a line: report demand --by role
    report_oracle.py DATABASE --answers < ANSWERS             JSON in a line: {"arguments": [...], "output": {...}}

For each one a line is printed: 'same', or the first path whose value differs, with both values. Exits 1 when any differs.
"""

import argparse
import json
import shlex
import subprocess
import sys

sys.dont_write_bytecode = True

from reports.compare import compare  # noqa: E402
from reports.demand import demand  # noqa: E402
from reports.difference import difference  # noqa: E402
from reports.role import role  # noqa: E402
from reports.rows import Database, Filter  # noqa: E402
from reports.skill import skill  # noqa: E402
from reports.stack import stack  # noqa: E402

REPORTS = {"demand": demand, "stack": stack, "role": role, "skill": skill, "compare": compare}


def parser():
    parser = argparse.ArgumentParser(prog="report")
    commands = parser.add_subparsers(dest="report", required=True)
    for name in REPORTS:
        command = commands.add_parser(name)
        command.add_argument("--needs", action="append", default=[])
        for option in ("primary", "skill", "role", "seniority", "company", "location", "country", "workplace"):
            command.add_argument("--" + option)
        for option in ("language", "since", "until", "source"):
            command.add_argument("--" + option)
        command.add_argument("--alike", type=int)
        if name == "demand":
            command.add_argument("--by", default="role")
            command.add_argument("--limit", type=int)
            command.add_argument("--offset", type=int, default=0)
        elif name == "compare":
            command.add_argument("a")
            command.add_argument("b")
        elif name != "stack":
            command.add_argument("name")
    return parser


FILTERS = "needs primary skill role seniority company location country workplace language since until source alike".split()


def answer(database, arguments):
    options = parser().parse_args(arguments)
    asked = {name: getattr(options, name) for name in FILTERS}
    for bound in ("since", "until"):
        # A month means its first day.
        if asked[bound] and len(asked[bound]) == 7:
            asked[bound] += "-01"
    options.filter = Filter(database, **asked)
    return REPORTS[options.report](database, options)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("database")
    options.add_argument("--strata", help="program that gives the answers")
    options.add_argument("--answers", action="store_true", help="answers come with the commands")
    options = options.parse_args()
    database = Database(options.database)
    status = 0
    for line in sys.stdin:
        if options.answers:
            given = json.loads(line)
            arguments, output = given["arguments"], given["output"]
        else:
            arguments = shlex.split(line)
            command = [options.strata, *arguments, "--db", options.database, "--format", "json", "--quiet"]
            said = subprocess.run(command, capture_output=True, check=False)
            if not said.stdout:
                sys.exit(f"{line.strip()}: no answer: {said.stderr.decode()}")
            output = json.loads(said.stdout)
        told = difference(answer(database, arguments[1:]), output)
        status = status or (1 if told else 0)
        print(f"{shlex.join(arguments)}: {told or 'same'}", flush=True)
    sys.exit(status)


if __name__ == "__main__":
    main()
