"""'report role'."""

import math
from collections import Counter, defaultdict

from .counts import mix, periods, totals, trend_json
from .figures import asked_for, differing, layers, part, pay, probability, scale, standing_out
from .words import SMALL


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
    texts_before = share_before = chance = None
    if before:
        earlier = before.but(role=None).texts()
        earlier_own = [jd for jd in earlier if jd.role == slug]
        texts_before, share_before = len(earlier_own), len(earlier_own) / len(earlier) if earlier else None
        rising, falling = differing(database, texts, earlier_own, "before")
        chance = probability(len(texts), len(everything), texts_before, len(earlier))
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
        "probability": chance,
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
