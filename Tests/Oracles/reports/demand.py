"""'report demand'."""

import unicodedata
from collections import Counter, defaultdict

from .counts import by_source, periods, source_mix, totals, trend, trend_json
from .figures import differing, layers, pay, standing_out, together
from .rows import Filter
from .words import EXPLAINED, NAMED, OF_SIGHTINGS, OF_SKILLS, OF_TIME


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
