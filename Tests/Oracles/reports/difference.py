"""Where two answers differ."""

import math

from .figures import Ranked


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
