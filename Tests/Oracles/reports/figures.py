"""Figures of some JDs, and of what they differ by."""

import math
import statistics
from collections import Counter, defaultdict

from .words import LAYERS, LEAST_PAY, LEAST_STRENGTH, LEAST_TEXTS


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
