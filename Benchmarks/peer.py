#!/usr/bin/env python3
"""What an analyst would write instead of Strata: csv, pyahocorasick and sqlite3 with full text.

    peer.py CORPUS.csv NEW.db TERMS.txt

Finds the terms (one a line) in each description, at word boundaries, and stores JDs, mentions and full text. It knows
no sections, no negation, no verdict.
"""

import collections
import csv
import sqlite3
import sys

import ahocorasick


def main():
    corpus, database, terms = sys.argv[1:]
    automaton = ahocorasick.Automaton()
    with open(terms, encoding="utf-8") as file:
        for number, term in enumerate(file.read().splitlines()):
            automaton.add_word(term, (number, len(term)))
    automaton.make_automaton()
    db = sqlite3.connect(database)
    db.executescript(
        """
        PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
        CREATE TABLE jd(id INTEGER PRIMARY KEY, external_id, title, company, location, posted_on, salary, text);
        CREATE TABLE mention(jd, skill, count, PRIMARY KEY (jd, skill)) WITHOUT ROWID;
        CREATE VIRTUAL TABLE jd_fts USING fts5(title, company, text, content = 'jd', content_rowid = 'id');
        """
    )
    csv.field_size_limit(1 << 30)
    with open(corpus, encoding="utf-8", newline="") as file, db:
        rows = csv.reader(file)
        next(rows)
        for number, row in enumerate(rows, 1):
            text = row[6].lower()
            found = collections.Counter()
            for end, (term, length) in automaton.iter(text):
                start = end - length + 1
                if (start == 0 or not text[start - 1].isalnum()) and (
                    end + 1 == len(text) or not text[end + 1].isalnum()
                ):
                    found[term] += 1
            db.execute("INSERT INTO jd VALUES (?, ?, ?, ?, ?, ?, ?, ?)", [number, *row])
            db.executemany(
                "INSERT INTO mention VALUES (?, ?, ?)", [(number, term, count) for term, count in found.items()]
            )
            db.execute(
                "INSERT INTO jd_fts(rowid, title, company, text) VALUES (?, ?, ?, ?)", [number, row[1], row[2], row[6]]
            )
    db.close()


if __name__ == "__main__":
    main()
