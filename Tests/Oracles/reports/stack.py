"""'report stack'."""

from collections import Counter

from .counts import mix, periods, totals, trend
from .figures import layers, part, pay, standing_out, together
from .words import LAYERS


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
