"""'report skill'."""

import statistics
from collections import Counter

from .counts import mix, periods, totals, trend_json
from .figures import asked_for, part, pay, probability, scale, standing_out


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
