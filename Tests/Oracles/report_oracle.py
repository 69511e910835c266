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
import math
import re
import shlex
import sqlite3
import statistics
import subprocess
import sys
import unicodedata
from collections import Counter, defaultdict
from datetime import date, timedelta

LAYERS = ["data-engineering", "applied-ml", "mlops", "prompt-engineering"]
SENIORITIES = ["intern", "junior", "mid", "senior", "staff", "principal", "lead", "manager", "director", "executive"]
OF_TIME = {"month", "quarter", "year"}
OF_SIGHTINGS = OF_TIME | {"source"}
OF_SKILLS = {"skill", "tool"}
NAMED = {"layer", "primary", "role", "skill", "tool"}
SMALL = 20  # texts: fewer are a small sample
LEAST_PAY = 5  # texts that state pay in a currency
LEAST_TEXTS = 5  # texts that ask for what stands out
LEAST_STRENGTH = 10.83  # log-likelihood ratio of what stands out
EXPLAINED = 50  # rows of a demand report that have details


class JD:
    def __init__(self, row):
        for key in row.keys():
            setattr(self, key, row[key])
        self.needs, self.asked, self.seen = set(), {}, []
        shares = [row["share_" + layer.replace("-", "_")] for layer in LAYERS]
        self.undecided = self.primary_layer is None and max(shares) > row["share_outside"] and self.label is None
        self.pay = self.yearly_pay()

    def yearly_pay(self):
        """The middle of the range over a year in whole units; None where amount, currency or period is not known."""
        ends = [end for end in (self.salary_yearly_min, self.salary_yearly_max) if end is not None]
        if not ends or self.salary_currency is None:
            return None
        return math.floor(sum(ends) / len(ends) + 0.5) or None

    def keys(self, dimension, sighting):
        """Where it counts in a dimension, once or several times; None for 'has none'."""
        source, day = sighting
        match dimension:
            case "layer":
                return sorted(self.needs)
            case "skill":
                return list(self.asked)
            case "tool":
                return [skill for skill in self.asked if skill in self.tools]
            case "primary":
                return [self.primary_layer]
            case "month" | "quarter" | "year":
                return [period(day, dimension)] if day else []
            case "source":
                return [source]
            case _:
                return [getattr(self, dimension) or None]


def period(day, dimension):
    year, month = day[:4], int(day[5:7])
    return {"month": f"{year}-{month:02}", "quarter": f"{year}-Q{(month + 2) // 3}", "year": year}[dimension]


class Database:
    def __init__(self, path):
        file = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        file.row_factory = sqlite3.Row

        def rows(sql):
            return file.execute(sql).fetchall()

        self.jds = {}
        for row in rows(
            """SELECT jd.id, title, company, location, city, country, workplace, language, seniority, role, jd.primary_layer,
                      duplicate_group, salary_yearly_min, salary_yearly_max, salary_currency, share_data_engineering,
                      share_applied_ml, share_mlops, share_prompt_engineering, share_outside, label
               FROM jd JOIN verdict ON verdict.jd = jd.id LEFT JOIN jd_label ON jd_label.jd = jd.id ORDER BY jd.id"""
        ):
            self.jds[row["id"]] = JD(row)
        for row in rows("SELECT jd, layer FROM jd_needs"):
            self.jds[row["jd"]].needs.add(row["layer"])
        # Where a text both requires and prefers a skill, it requires it.
        for row in rows("SELECT jd, skill, requirement FROM mention WHERE requirement <> 'context'"):
            known = self.jds[row["jd"]].asked
            if known.get(row["skill"]) != "required":
                known[row["skill"]] = row["requirement"]
        for row in rows(
            """SELECT jd, name, posted_on FROM jd_sighting JOIN source ON source.id = jd_sighting.source
               WHERE counted"""
        ):
            self.jds[row["jd"]].seen.append((row["name"], row["posted_on"]))
        self.skills = {row["slug"]: row for row in rows("SELECT id, slug, name, kind, primary_layer, summary FROM skill")}
        JD.tools = {slug for slug, row in self.skills.items() if row["kind"] == "tool"}
        self.terms = defaultdict(list)
        for row in rows("SELECT key, slug FROM term JOIN skill ON skill.id = term.skill"):
            self.terms[row["key"]].append(row["slug"])
        self.layers = {row["slug"]: row["name"] for row in rows("SELECT slug, name FROM layer")}
        self.roles = {row["slug"]: row for row in rows("SELECT id, slug, name, layer FROM role")}
        self.exposure = {
            row["role"]: row["exposure"]
            for row in rows(
                "SELECT role.slug AS role, exposure FROM role JOIN occupation ON occupation.code = role.occupation"
            )
        }
        self.exposure_source = [row[0] for row in rows("SELECT DISTINCT source FROM exposure")]
        self.memberships = defaultdict(list)
        for row in rows(
            """SELECT slug, layer, weight, reason FROM skill_layer JOIN skill ON skill.id = skill_layer.skill
               ORDER BY is_primary DESC, weight DESC"""
        ):
            self.memberships[row["slug"]].append(row)
        meta = {row["name"]: int(row["value"]) for row in rows("SELECT name, value FROM meta")}
        self.basis = {
            "catalogue": meta["catalogue_version"],
            "weights": meta["weights_version"],
            "own_weights": bool(rows("SELECT 1 FROM own_parameter LIMIT 1")),
            "catalogue_edits": bool(rows("SELECT 1 FROM catalogue_edit LIMIT 1")),
            "stale_verdicts": meta.get("verdicts_revision", 0) < meta.get("revision", 0),
        }

    def skill(self, name):
        """The slug of a skill by name, alias or slug; a term with several meanings is not for this program."""
        folded = re.sub(r"[-_\s]+", " ", name.lower()).strip()
        meant = set(self.terms[folded])
        if name in self.skills and (not meant or name in meant):
            return name
        (slug,) = meant
        return slug

    def role(self, name):
        if name in self.roles or name == "none":
            return name
        (slug,) = [slug for slug, row in self.roles.items() if row["name"].lower() == name.lower()]
        return slug

    def name(self, dimension, key):
        if dimension in ("layer", "primary"):
            return self.layers[key]
        if dimension == "role":
            return self.roles[key]["name"]
        return self.skills[key]["name"] if dimension in OF_SKILLS else key


# ---------------------------------------------------------------------------------------------------------- what passes


class Filter:
    """Which JDs are meant: all conditions must hold; with dates or a source, at one sighting together."""

    def __init__(self, database, **asked):
        self.database = database
        self.asked = {key: value for key, value in asked.items() if value not in (None, [])}
        self.since, self.until = asked.get("since"), asked.get("until")
        self.source = asked.get("source")

    def but(self, **changes):
        return Filter(self.database, **{**self.asked, **changes})

    def holds(self, jd):
        """All that is asked of a JD by itself."""
        for key, value in self.asked.items():
            match key:
                case "needs":
                    good = all(layer in jd.needs for layer in value)
                case "primary":
                    good = jd.primary_layer == (None if value == "none" else value)
                case "skill":
                    good = self.database.skill(value) in jd.asked
                case "role":
                    role = self.database.role(value)
                    good = jd.role == (None if role == "none" else role)
                case "company" | "location":
                    good = value.lower() in (getattr(jd, key) or "").lower()
                case "alike":
                    good = jd.duplicate_group == self.database.jds[value].duplicate_group
                case "seniority" | "country" | "workplace" | "language":
                    good = getattr(jd, key) == value
                case _:
                    good = True
            if not good:
                return False
        return True

    def sightings(self, jd):
        return [
            (source, day)
            for source, day in jd.seen
            if (self.source is None or source == self.source)
            and (self.since is None or (day and day >= self.since))
            and (self.until is None or (day and day < self.until))
        ]

    def passing(self):
        """(JD, the sightings of it that pass), by id."""
        found = []
        asks_for_sightings = self.since or self.until or self.source
        for jd in self.database.jds.values():
            if self.holds(jd):
                seen = self.sightings(jd)
                if seen or not asks_for_sightings:
                    found.append((jd, seen))
        return found

    def texts(self):
        """The JDs that speak for the texts: of those alike that pass, the one with the smallest id."""
        first = {}
        for jd, _ in self.passing():
            first.setdefault(jd.duplicate_group, jd)
        return list(first.values())

    def latest(self):
        """The latest day of a sighting of any JD, or of the source asked for; None for none."""
        days = [day for _, seen in Filter(self.database, source=self.source).passing() for _, day in seen if day]
        return max(days, default=None)

    def before(self):
        """The filter over the window before: as long, ending where this one begins."""
        if not self.since:
            return None
        since = date.fromisoformat(self.since)
        until = self.until
        if not until:
            latest = self.latest()
            if not latest:
                return None
            until = str(date.fromisoformat(latest) + timedelta(days=1))
        until = date.fromisoformat(until)
        if until <= since:
            return None
        if since.day == until.day == 1:
            months = (until.year - since.year) * 12 + until.month - since.month
            start = since.year * 12 + since.month - 1 - months
            start = date(start // 12, start % 12 + 1, 1)
        else:
            start = since - (until - since)
        return self.but(since=str(start), until=self.since)

    def json(self):
        shown = {key: value for key, value in self.asked.items() if key not in ("since", "until")}
        return shown

    def window(self, before):
        return {
            "since": self.since,
            "until": self.until,
            "before": before and {"since": before.since, "until": before.until},
        }


# ------------------------------------------------------------------------------------------------------------- figures


def part(count, whole):
    return count / whole if whole else 0


def asked_for(texts):
    return Counter(skill for jd in texts for skill in jd.asked)


def pay(texts):
    stated = defaultdict(list)
    for jd in texts:
        if jd.pay is not None:
            stated[jd.salary_currency].append(jd.pay)
    figures = []
    for currency, amounts in sorted(stated.items(), key=lambda item: (-len(item[1]), item[0])):
        if len(amounts) < LEAST_PAY:
            continue
        # 'inclusive' is method 7: between the two figures around it, in proportion.
        low, middle, high = statistics.quantiles(amounts, n=4, method="inclusive")
        figures.append(
            {
                "currency": currency,
                "texts": len(amounts),
                "lower_quartile": low,
                "median": middle,
                "upper_quartile": high,
            }
        )
    return figures


def layers(texts):
    figures = {}
    for layer in LAYERS:
        needed = sum(layer in jd.needs for jd in texts)
        figures[layer] = {
            "needed": needed,
            "share": part(needed, len(texts)),
            "primary": sum(jd.primary_layer == layer for jd in texts),
        }
    undecided = sum(jd.undecided for jd in texts)
    figures["outside"] = sum(jd.primary_layer is None for jd in texts) - undecided
    figures["undecided"] = undecided
    return figures


def together(texts):
    pairs = []
    for layer in LAYERS:
        needed = [jd for jd in texts if layer in jd.needs]
        for other in LAYERS:
            if other != layer:
                both = sum(other in jd.needs for jd in needed)
                share = both / len(needed) if needed else None
                pairs.append({"layer": layer, "with": other, "texts": both, "share": share})
    return pairs


def probability(a, n, b, m):
    """Two-sided z test of two proportions, pooled; None where fewer than five are expected with or without."""
    if n == 0 or m == 0:
        return None
    p = (a + b) / (n + m)
    if min(n * p, n * (1 - p), m * p, m * (1 - p)) < 5:
        return None
    z = (a / n - b / m) / math.sqrt(p * (1 - p) / n + p * (1 - p) / m)
    return 2 * (1 - statistics.NormalDist().cdf(abs(z))) if abs(z) < 4 else math.erfc(abs(z) / math.sqrt(2))


def strength(a, n, b, m):
    """The log-likelihood ratio of a of n against b of m."""

    def term(seen, expected):
        return seen * math.log(seen / expected) if seen else 0

    with_it, without = (a + b) / (n + m), (n - a + m - b) / (n + m)
    return 2 * (
        term(a, n * with_it) + term(b, m * with_it) + term(n - a, n * without) + term(m - b, m * without)
    )


class Ranked:
    """Items in the order of their keys, the greatest first; of keys that are as good as equal any may come first."""

    def __init__(self, items, keys, name, most=None):
        self.items, self.keys, self.name = items, keys, name
        self.most = len(items) if most is None else min(most, len(items))


def compared(database, skill, counts, texts, others, other_texts, other):
    row = database.skills[skill]
    share, share_other = part(counts[skill], texts), part(others[skill], other_texts)
    return {
        "skill": skill,
        "name": row["name"],
        "kind": row["kind"],
        "layer": row["primary_layer"],
        "texts": counts[skill],
        "share": share,
        f"texts_{other}": others[skill],
        f"share_{other}": share_other,
        "lift": share / share_other if share_other else None,
    }


def standing_out(database, texts, everything, without=None, most=None):
    """Tools and practices that at least five texts ask for, and more often than all do, by more than chance."""
    counts, others = asked_for(texts), asked_for(everything)
    n, m = len(texts), len(everything)
    found = {}
    for skill, count in counts.items():
        if skill == without or database.skills[skill]["kind"] not in ("tool", "practice") or count < LEAST_TEXTS:
            continue
        if count / n <= part(others[skill], m):
            continue
        g2 = strength(count, n, others[skill], m)
        if g2 >= LEAST_STRENGTH:
            found[skill] = g2
    items = {skill: compared(database, skill, counts, n, others, m, "all") for skill in found}
    return Ranked(items, found, "skill", most)


def differing(database, texts, earlier, other):
    """Skills with other shares, of all that can be tested together: more, and less (Benjamini and Hochberg, 5%)."""
    counts, others = asked_for(texts), asked_for(earlier)
    n, m = len(texts), len(earlier)
    tested = {}
    for skill in counts | others:
        p = probability(counts[skill], n, others[skill], m)
        if p is not None:
            tested[skill] = p
    limit = -1
    for rank, p in enumerate(sorted(tested.values()), 1):
        if p <= 0.05 * rank / len(tested):
            limit = p
    sides = ({}, {})
    for skill, p in tested.items():
        if p <= limit:
            item = compared(database, skill, counts, n, others, m, other) | {"probability": p}
            difference = item["share"] - item[f"share_{other}"]
            if difference:
                sides[difference < 0][skill] = item
    return [
        Ranked(side, {skill: abs(item["share"] - item[f"share_{other}"]) for skill, item in side.items()}, "skill")
        for side in sides
    ]


def scale(count, counts):
    """Ten times the percentile rank among what is counted at least once."""
    counts = [other for other in counts if other > 0]
    if count == 0 or not counts:
        return None
    return 10 * (sum(other < count for other in counts) + sum(other == count for other in counts) / 2) / len(counts)


def by_source(filter):
    return Counter(source for _, seen in filter.passing() for source in {source for source, _ in seen})


def source_mix(now, before):
    total, total_before = sum(now.values()), sum(before.values())
    rows = [
        {
            "source": source,
            "jds": now[source],
            "share": part(now[source], total),
            "jds_before": before[source],
            "share_before": part(before[source], total_before),
        }
        for source in now | before
    ]
    rows.sort(key=lambda row: (-row["jds"], -row["jds_before"], row["source"]))
    shift = sum(abs(row["share"] - row["share_before"]) for row in rows) / 2
    return {"shift": shift, "has_changed": shift >= 0.1 - 1e-12, "sources": rows}


def mix(filter, before):
    """None without a window before, or without JDs now."""
    return source_mix(by_source(filter), by_source(before)) if before and filter.passing() else None


def months(day):
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def periods(filter):
    """(dimension, names, whether the last is not over): from the window's beginning, else the first month in which JDs were
    seen, through the latest day that is known or the window's end; months, or where these are more than 24 quarters, or years."""
    days = [day for _, seen in filter.passing() for _, day in seen if day]
    if not days:
        return None
    known = date.fromisoformat(filter.latest()) + timedelta(days=1)
    if filter.until:
        known = min(known, date.fromisoformat(filter.until))
    first, last = months(filter.since or min(days)), months(str(known - timedelta(days=1)))
    for dimension, length in [("month", 1), ("quarter", 3), ("year", 12)]:
        numbers = range(first // length, last // length + 1)
        if len(numbers) <= 24 or length == 12:
            break
    names = [period(f"{n * length // 12:04}-{n * length % 12 + 1:02}", dimension) for n in numbers]
    end = numbers[-1] * length + length
    end = date(end // 12, end % 12 + 1, 1)
    return dimension, names, known < end


def trend(filter, stretches, of=None):
    """JDs seen in each period; of a row alone where it is named."""
    dimension, names, _ = stretches
    counts = Counter()
    for jd, seen in filter.passing():
        counts.update(
            {
                period(day, dimension)
                for source, day in seen
                if day and (of is None or of[1] in jd.keys(of[0], (source, day)))
            }
        )
    return [counts[name] for name in names]


def trend_json(filter, stretches):
    if not stretches:
        return None
    dimension, names, early = stretches
    return {"by": dimension, "ends_early": early, "periods": names, "jds": trend(filter, stretches)}


def totals(filter, before):
    passing = filter.passing()
    undated = filter.but(since=None, until=None).passing()
    return {
        "jds": len(passing),
        "distinct_texts": len({jd.duplicate_group for jd, _ in passing}),
        "sightings": sum(len(seen) for _, seen in passing),
        "undated": sum(not any(day for _, day in seen) for _, seen in undated),
        "outside_stack": sum(jd.primary_layer is None for jd, _ in passing),
        "undecided": sum(jd.undecided for jd, _ in passing),
        "jds_before": len(before.passing()) if before else None,
    }


# -------------------------------------------------------------------------------------------------------------- demand


def cells(filter, dimensions):
    """By keys: the JDs, their groups, and how many of their sightings count."""
    counted = defaultdict(lambda: [set(), set(), 0])
    by_sighting = bool(OF_SIGHTINGS & set(dimensions))
    for jd, seen in filter.passing():
        # What a JD says counts with all its sightings; when and where it was seen, with those alone.
        for sighting, count in [(one, 1) for one in seen] if by_sighting else [((None, None), len(seen))]:
            keys = [()]
            for dimension in dimensions:
                keys = [key + (own,) for key in keys for own in jd.keys(dimension, sighting)]
            for key in keys:
                counted[key][0].add(jd.id)
                counted[key][1].add(jd.duplicate_group)
                counted[key][2] += count
    return counted


def ordered(database, rows, dimensions):
    """Time ascending; else the most JDs first, then by name; where time is second, by all JDs of the first's rows."""

    def name(row, place=None):
        parts = [
            (1, "") if row[d] is None else (0, unicodedata.normalize("NFC", database.name(d, row[d])))
            for d in dimensions
        ]
        return parts if place is None else parts[place]

    timed = [dimension in OF_TIME for dimension in dimensions]
    if timed == [False, True]:
        whole = Counter()
        for row in rows:
            whole[row[dimensions[0]]] += row["jds"]
        return sorted(rows, key=lambda row: (-whole[row[dimensions[0]]], name(row)))
    if timed == [True, True]:
        return sorted(rows, key=name)
    if timed[0]:
        return sorted(rows, key=lambda row: (name(row, 0), -row["jds"], name(row)))
    return sorted(rows, key=lambda row: (-row["jds"], name(row)))


def demand(database, options):
    dimensions, filter = options.by.split(","), options.filter
    before = filter.before()
    now, earlier = cells(filter, dimensions), cells(before, dimensions) if before else {}
    whole = totals(filter, before)
    is_timed = bool(OF_TIME & set(dimensions))
    rows = []
    for key, (jds, groups, sightings) in now.items():
        row = {}
        for dimension, own in zip(dimensions, key):
            row[dimension] = own
            if dimension in NAMED:
                row[dimension + "_name"] = None if own is None else database.name(dimension, own)
        had = None if is_timed or not before else len(earlier[key][0]) if key in earlier else 0
        row |= {
            "jds": len(jds),
            "distinct": len(groups),
            "sightings": sightings,
            "share": len(jds) / whole["jds"],
            "change": (len(jds) - had) / had if had else None,
        }
        if before:
            row["jds_before"] = had
        rows.append(row)
    shown = ordered(database, rows, dimensions)[options.offset :]
    if options.limit is not None:
        shown = shown[: options.limit]
    answer = {
        "by": dimensions,
        "filters": filter.json(),
        "window": filter.window(before),
        "totals": whole,
        "rows": shown,
        "total_rows": len(rows),
        "basis": database.basis,
    }
    if len(dimensions) == 1 and whole["jds"]:
        answer |= insights(database, filter, before, dimensions[0], shown[:EXPLAINED])
    return answer


def insights(database, filter, before, dimension, rows):
    texts = filter.texts()
    wide = Filter(database, since=filter.since, until=filter.until, source=filter.source)
    everything = wide.texts()
    asked = filter.asked.get("skill")
    without = asked and database.skill(asked)
    stretches = periods(filter)
    is_all = wide.asked == filter.asked
    answer = {
        "trend": trend_json(filter, stretches),
        "layers": layers(texts),
        "needed_together": together(texts),
        "pay": pay(texts),
        "standing_out": [] if is_all else standing_out(database, texts, everything, without),
    }
    details = []
    for row in rows:
        detail = {dimension: row[dimension]}
        if dimension not in OF_TIME and stretches:
            detail["trend"] = trend(filter, stretches, (dimension, row[dimension]))
        if dimension not in OF_SIGHTINGS | OF_SKILLS:
            own = [jd for jd in texts if row[dimension] in jd.keys(dimension, (None, None))]
            detail |= {
                "texts": len(own),
                "pay": pay(own),
                "standing_out": standing_out(database, own, everything, without, most=20),
            }
        if len(detail) > 1:
            details.append(detail)
    if details:
        answer["details"] = details
    if before:
        rising, falling = differing(database, texts, before.texts(), "before")
        answer |= {
            "texts_before": len(before.texts()),
            "rising": rising,
            "falling": falling,
            "source_mix": source_mix(by_source(filter), by_source(before)),
        }
    return answer


# --------------------------------------------------------------------------------------------------- the other reports


def stack(database, options):
    filter = options.filter
    before, texts, stretches = filter.before(), filter.texts(), periods(filter)
    earlier = before.texts() if before else None
    parts = []
    for layer in LAYERS:
        own = [jd for jd in texts if jd.primary_layer == layer]
        counts = Counter(jd.role for jd in own)
        roles = [
            {"role": role, "name": database.roles[role]["name"] if role else "(none)", "texts": count}
            for role, count in counts.items()
        ]
        roles.sort(key=lambda row: (-row["texts"], row["name"]))
        needed = sum(layer in jd.needs for jd in texts)
        parts.append(
            {
                "layer": layer,
                "needed": needed,
                "share": part(needed, len(texts)),
                "needed_before": None if earlier is None else sum(layer in jd.needs for jd in earlier),
                "primary": len(own),
                "trend": trend(filter, stretches, ("layer", layer)) if stretches else [],
                "roles": roles,
                "standing_out": standing_out(database, own, texts, most=30),
                "pay": pay(own),
            }
        )
    figures = layers(texts)
    return {
        "filters": filter.json(),
        "window": filter.window(before),
        "totals": totals(filter, before),
        "texts_before": None if earlier is None else len(earlier),
        "layers": parts,
        "outside": figures["outside"],
        "undecided": figures["undecided"],
        "titles": titles(database, texts),
        "needed_together": together(texts),
        "periods": stretches[1] if stretches else [],
        "source_mix": mix(filter, before),
        "basis": database.basis,
    }


def titles(database, texts):
    """The two vague titles, then the roles at home in the stack that most texts have: ten in all."""
    counts = Counter(jd.role for jd in texts)
    vague = ["machine-learning-engineer", "data-scientist"]
    others = [slug for slug, row in database.roles.items() if row["layer"] and slug not in vague]
    others.sort(key=lambda slug: (-counts[slug], slug))
    return [
        {
            "role": slug,
            "name": database.roles[slug]["name"],
            "home": database.roles[slug]["layer"],
            "texts": counts[slug],
            "layers": layers([jd for jd in texts if jd.role == slug]),
        }
        for slug in vague + others[:8]
        if counts[slug]
    ]


def ten(values):
    counts = Counter(value for value in values if value)
    return [{"name": name, "texts": n} for name, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:10]]


def role(database, options):
    slug, filter = database.role(options.name), options.filter
    own_filter = filter.but(role=slug)
    before, earlier_own = own_filter.before(), None
    everything = filter.texts()
    texts = [jd for jd in everything if jd.role == slug]
    counts = Counter(jd.role for jd in everything if jd.role)
    stretches = periods(own_filter)
    rising = falling = []
    texts_before = share_before = None
    if before:
        earlier = before.but(role=None).texts()
        earlier_own = [jd for jd in earlier if jd.role == slug]
        texts_before, share_before = len(earlier_own), len(earlier_own) / len(earlier) if earlier else None
        rising, falling = differing(database, texts, earlier_own, "before")
    return {
        "role": slug,
        "name": database.roles[slug]["name"],
        "home": database.roles[slug]["layer"],
        "filters": filter.json(),
        "window": filter.window(before),
        "totals": totals(own_filter, before),
        "texts": len(texts),
        "texts_all": len(everything),
        "share": part(len(texts), len(everything)),
        "texts_before": texts_before,
        "share_before": share_before,
        "demand": scale(len(texts), counts.values()),
        "demand_among": len(counts),
        "trend": trend_json(own_filter, stretches),
        "layers": layers(texts),
        "titles": ten(jd.title for jd in texts),
        "seniorities": ten(jd.seniority for jd in texts),
        "countries": ten(jd.country for jd in texts),
        "cities": ten(jd.city for jd in texts),
        "workplaces": ten(jd.workplace for jd in texts),
        "companies": ten(jd.company for jd in texts),
        "required": requirements(database, texts, "required"),
        "preferred": requirements(database, texts, "preferred"),
        "standing_out": standing_out(database, texts, everything),
        "rising": rising,
        "falling": falling,
        "pay": pay(texts),
        "confused_with": neighbour(database, slug, texts, everything),
        "typical": typical(texts),
        "source_mix": mix(own_filter, before),
        "basis": database.basis,
    }


def requirements(database, texts, kind):
    counts = Counter(skill for jd in texts for skill, asked in jd.asked.items() if asked == kind)
    return [
        {
            "skill": skill,
            "name": database.skills[skill]["name"],
            "kind": database.skills[skill]["kind"],
            "texts": count,
            "share": count / len(texts),
        }
        for skill, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]


def cosine(left, right):
    product = math.fsum(left[key] * right.get(key, 0) for key in left)
    lengths = [math.sqrt(math.fsum(value * value for value in vector.values())) for vector in (left, right)]
    return product / (lengths[0] * lengths[1]) if all(lengths) else 0


def typical(texts):
    """The three JDs of at least five skills that ask for what most ask for, each of another company."""
    shares = {skill: count / len(texts) for skill, count in asked_for(texts).items()}
    found = sorted(
        ((-round(cosine(dict.fromkeys(jd.asked, 1), shares), 12), jd.id, jd) for jd in texts if len(jd.asked) >= 5),
        key=lambda item: item[:2],
    )
    chosen, companies = [], set()
    for similarity, _, jd in found:
        if len(chosen) < 3 and (jd.company is None or jd.company not in companies):
            companies.add(jd.company)
            chosen.append({"id": jd.id, "title": jd.title, "company": jd.company, "similarity": -similarity})
    return chosen


def neighbour(database, slug, texts, everything):
    """The role that asks for the most similar skills: shares, rare skills weighing more, of roles with twenty texts."""
    if len(texts) < SMALL:
        return None
    rarity = {skill: math.log(len(everything) / count) for skill, count in asked_for(everything).items()}
    by_role = defaultdict(list)
    for jd in everything:
        by_role[jd.role].append(jd)

    def vector(some):
        return {skill: count / len(some) * rarity[skill] for skill, count in asked_for(some).items()}

    own, best = vector(texts), None
    for other in sorted(database.roles, key=lambda other: database.roles[other]["id"]):
        if other != slug and len(by_role[other]) >= SMALL:
            similarity = cosine(own, vector(by_role[other]))
            if similarity > (best[0] if best else 0):
                best = (similarity, other)
    if not best:
        return None
    similarity, other = best
    more, less = differing(database, texts, by_role[other], "other")
    return {
        "role": other,
        "name": database.roles[other]["name"],
        "texts": len(by_role[other]),
        "similarity": similarity,
        "more": more,
        "less": less,
    }


def skill(database, options):
    slug, filter = database.skill(options.name), options.filter
    own_filter = filter.but(skill=slug)
    before = own_filter.before()
    everything = filter.texts()
    texts = [jd for jd in everything if slug in jd.asked]
    row, counts = database.skills[slug], asked_for(everything)
    of_kind = [count for other, count in counts.items() if database.skills[other]["kind"] == row["kind"]]
    role_counts = Counter(jd.role for jd in everything if jd.role)
    roles = []
    for name, count in Counter(jd.role for jd in texts if jd.role).items():
        roles.append(
            {
                "role": name,
                "name": database.roles[name]["name"],
                "texts": count,
                "texts_all": role_counts[name],
                "share": count / role_counts[name],
                "demand": scale(role_counts[name], role_counts.values()),
                "exposure": database.exposure.get(name),
            }
        )
    roles.sort(key=lambda role: (-role["texts"], role["role"]))
    exposures = [role["exposure"] for role in roles if role["exposure"] is not None]
    texts_before = share_before = chance = None
    if before:
        earlier = before.but(skill=None).texts()
        texts_before = sum(slug in jd.asked for jd in earlier)
        share_before = texts_before / len(earlier) if earlier else None
        chance = probability(len(texts), len(everything), texts_before, len(earlier))
    return {
        "skill": slug,
        "name": row["name"],
        "kind": row["kind"],
        "filters": filter.json(),
        "window": filter.window(before),
        "totals": totals(own_filter, before),
        "texts": len(texts),
        "texts_all": len(everything),
        "share": part(len(texts), len(everything)),
        "texts_before": texts_before,
        "share_before": share_before,
        "probability": chance,
        "demand": scale(len(texts), of_kind),
        "demand_among": len(of_kind),
        "average_demand": statistics.fmean(role["demand"] for role in roles) if roles else None,
        "average_exposure": statistics.fmean(exposures) if exposures else None,
        "exposure_source": database.exposure_source[0],
        "roles": roles,
        "layers": [
            {
                "layer": member["layer"],
                "weight": member["weight"],
                "reason": member["reason"],
                "share": part(sum(member["layer"] in jd.needs for jd in texts), len(texts)),
            }
            for member in database.memberships[slug]
        ],
        "companions": standing_out(database, texts, everything, slug),
        "pay": pay(texts),
        "trend": trend_json(own_filter, periods(own_filter)),
        "source_mix": mix(own_filter, before),
        "basis": database.basis,
    }


def compare(database, options):
    filters = [side(options.filter, text) for text in (options.a, options.b)]
    texts = [filter.texts() for filter in filters]

    def rows(key, names, has):
        found = []
        for slug, name in names:
            counts = [sum(has(jd, slug) for jd in some) for some in texts]
            sizes = [len(some) for some in texts]
            found.append(
                {
                    key: slug,
                    "name": name,
                    "texts": counts[0],
                    "texts_other": counts[1],
                    "share": part(counts[0], sizes[0]),
                    "share_other": part(counts[1], sizes[1]),
                    "probability": probability(counts[0], sizes[0], counts[1], sizes[1]),
                }
            )
        return found

    def named(rows):
        return [row for row in rows if row["texts"] + row["texts_other"]]

    roles = named(
        rows("role", [(slug, row["name"]) for slug, row in database.roles.items()], lambda jd, slug: jd.role == slug)
    )
    roles.sort(key=lambda row: (-row["texts"] - row["texts_other"], row["name"]))
    steps = [(step, step) for step in SENIORITIES] + [(None, "(none)")]
    more, less = differing(database, *texts, "other")
    return {
        "filters": options.filter.json(),
        "a": side_json(options.a, filters[0], texts[0]),
        "b": side_json(options.b, filters[1], texts[1]),
        "jds_in_both": len(set.intersection(*({jd.id for jd, _ in filter.passing()} for filter in filters))),
        "layers": rows("layer", list(database.layers.items()), lambda jd, layer: layer in jd.needs),
        "roles": roles,
        "seniorities": named(rows("seniority", steps, lambda jd, step: jd.seniority == step)),
        "more": more,
        "less": less,
        "source_mix": source_mix(*map(by_source, filters)),
        "basis": database.basis,
    }


def side(shared, text):
    changes = {}
    for piece in text.split(","):
        if "=" in piece:
            key, value = piece.split("=", 1)
            changes[key] = value
        elif ".." in piece:
            changes["since"], changes["until"] = piece.split("..")
        else:
            if "Q" in piece:
                first, count = int(piece[:4]) * 12 + 3 * int(piece[-1]) - 3, 3
            elif len(piece) == 4:
                first, count = int(piece) * 12, 12
            else:
                first, count = months(piece), 1
            changes["since"], changes["until"] = (
                f"{month // 12:04}-{month % 12 + 1:02}-01" for month in (first, first + count)
            )
    return shared.but(**changes)


def side_json(text, filter, texts):
    return {
        "side": text,
        "filters": filter.json(),
        "window": filter.window(None),
        # Two sides are compared with each other and not with windows before them.
        "totals": totals(filter, filter.before()),
        "texts": len(texts),
        "layers": layers(texts),
        "pay": pay(texts),
    }


# ------------------------------------------------------------------------------------------------------ the comparison


def difference(expected, found, path=""):
    """The first path at which two answers differ, with both values; None for none."""
    if isinstance(expected, Ranked):
        return ranked_difference(expected, found, path)
    if isinstance(expected, dict) and isinstance(found, dict):
        if expected.keys() != found.keys():
            return f"{path}: expected the keys {sorted(expected)}, found {sorted(found)}"
        pairs = [(f"{path}.{key}", expected[key], found[key]) for key in expected]
    elif isinstance(expected, list) and isinstance(found, list):
        pairs = [(f"{path}[{index}]", *pair) for index, pair in enumerate(zip(expected, found))]
        if len(expected) != len(found):
            pairs.append((f"{path}.length", len(expected), len(found)))
    else:
        return None if same(expected, found) else f"{path}: expected {expected!r}, found {found!r}"
    for below, left, right in pairs:
        if told := difference(left, right, below):
            return told
    return None


def same(expected, found):
    if isinstance(expected, float) or isinstance(found, float):
        numbers = all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in (expected, found))
        return numbers and math.isclose(expected, found, rel_tol=1e-9, abs_tol=1e-12)
    return type(expected) is type(found) and expected == found


def ranked_difference(expected, found, path):
    if not isinstance(found, list) or len(found) != expected.most:
        names = list(expected.items)[:5]
        return f"{path}.length: expected {expected.most} ({names} ...), found {len(found) if found else found}"
    last = math.inf
    for index, item in enumerate(found):
        below = f"{path}[{index}]"
        name = item[expected.name]
        if name not in expected.items:
            return f"{below}: {name} is not expected here"
        if told := difference(expected.items[name], item, below):
            return told
        if expected.keys[name] > last * (1 + 1e-9):
            return f"{below}: {name} belongs before the one that it follows"
        last = expected.keys[name]
    if len({item[expected.name] for item in found}) != len(found):
        return f"{path}: names one twice"
    rest = sorted(expected.keys.values(), reverse=True)[expected.most - 1 : expected.most + 1]
    if len(rest) == 2 and last < rest[1] * (1 - 1e-9):
        return f"{path}: leaves out one that belongs before its last"
    return None


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
