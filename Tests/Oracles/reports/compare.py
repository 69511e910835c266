"""'report compare'."""

from .counts import by_source, months, source_mix, totals
from .figures import differing, layers, part, pay, probability
from .words import SENIORITIES


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
