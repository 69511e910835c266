"""Chooses the inputs of a corpus that reach most code, few and small, from what `-merge=1` wrote down of each.

keep.py MERGE_CONTROL_FILE FOLDER: the folder then holds its own files of before and the chosen ones.
"""
import hashlib
import os
import sys

FILES, BYTES, LARGEST = 60, 60_000, 2048


def read(control):
    """The inputs' paths, and the edges that each reaches."""
    with open(control) as file:
        lines = file.read().split("\n")
    count = int(lines[0])
    paths = lines[2:2 + count]
    edges = {}
    for line in lines[2 + count:]:
        parts = line.split()
        if parts and parts[0] == "COV":
            edges[paths[int(parts[1])]] = set(parts[2:])
    return edges


def main(control, folder):
    edges = read(control)
    kept = sorted(os.path.join(folder, name) for name in os.listdir(folder))
    reached = set().union(*(edges.get(path, set()) for path in kept))
    size = sum(os.path.getsize(path) for path in kept)
    count = len(kept)
    rest = {path: new for path, new in edges.items() if path not in kept and os.path.getsize(path) <= LARGEST}
    while rest and count < FILES:
        # What adds most, of equals the smallest; ties by name.
        path = max(sorted(rest), key=lambda path: (len(rest[path] - reached), -os.path.getsize(path)))
        new = rest.pop(path) - reached
        if not new:
            break
        if size + os.path.getsize(path) > BYTES:
            continue
        with open(path, "rb") as file:
            data = file.read()
        with open(os.path.join(folder, hashlib.sha1(data).hexdigest()[:12]), "wb") as file:
            file.write(data)
        reached |= new
        size += len(data)
        count += 1
    everything = set().union(*edges.values())
    print(f"{folder}: {count} files, {size} bytes, {len(reached)} of {len(everything)} edges")


main(*sys.argv[1:])
