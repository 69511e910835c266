"""JDs counted by source and over time."""

from collections import Counter
from datetime import date, timedelta

from .figures import part
from .rows import period


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
    has_both = any(row["jds"] for row in rows) and any(row["jds_before"] for row in rows)
    return {"shift": shift, "has_changed": has_both and shift >= 0.1 - 1e-12, "sources": rows}


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
