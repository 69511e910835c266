"""Feeds each target with inputs of a megabyte and tells which take a second, or twenty times their size in memory.

grow.py PROGRAM FOLDER [TARGET...]: what is hostile, and each input of Fuzz/corpus over and over, is written to FOLDER.
"""
import os
import re
import subprocess
import sys

SIZE = 1 << 20
READERS = ["csv", "json", "jsonl", "html", "yaml", "markdown", "text"]
VALUES = ["salary", "date", "place", "fields", "redact"]
TARGETS = READERS + ["any", "pdf", "workbook", "zip"] + VALUES + ["classify", "matcher"]


def fill(unit, head="", tail=""):
    """A megabyte: a head, one piece over and over, a tail."""
    unit, head, tail = (part.encode() if isinstance(part, str) else part for part in (unit, head, tail))
    return head + unit * ((SIZE - len(head) - len(tail)) // len(unit)) + tail


def numbered(form, head="", tail="", between=""):
    """A megabyte of pieces that all differ by their number."""
    parts, size, number = [], len(head) + len(tail), 0
    while True:
        part = form % ((number,) * form.count("%d"))
        size += len(part) + len(between)
        if size > SIZE:
            return (head + between.join(parts) + tail).encode()
        parts.append(part)
        number += 1


# Texts that trouble whoever looks at words, marks, sentences, places, people.
TEXTS = [fill(unit) for unit in (
    "x", "word ", "a\n", "\n", " ", "\t", "\r", ".", ". ", "(", "[", "<", "&", '"', "'", "|", "a | ", ": ", "a: ", "- ",
    "* ", "**", "> ", "#", "# a\n", "`", "-", "/", "@", "1", "1 ", "+1 ", "a@b.io ", "http://a.io ", "030 1234567 ",
    "10:00-12:00 ", "Berlin, ", "Berlin\n", "Remote / ", "(Berlin) ", "$1k-$2k ", "2026-01-01 ", "Mon ", "Acme (x.io) ",
    "Contact Laura Mendez ", "Dr. Jan de Vries, ", "Mr. ", "Engineer ", "Engineer\n", "Acme | Data Engineer | Berlin | ",
    "Acme | Data Engineer | Berlin\n", "Location: Berlin\n", "Location:\n", "Airflow ", "Airflow\n", "Airflow/",
    "Go ", "Go/", "Spark ", "Spark and Go, ", "Python, ", "CI/CD/", "C++ ", ".NET", "no Python ", "not ",
    "required/Airflow/", "no Go needed/", "nice to have ", "Airflow is a plus, ", "Requirements:\n",
    "Requirements:\n- Python\n", "About us\nBenefits\n", "- Python\n", "5+ years of Python ", "years ", "A B ", "AB ",
    "\u00a0", "\u0301", "\u4e2d", "\u0391 ", "\u00e4", "\u2022 ", "\u202e", "\U0001f1e9", "\U0001f468\u200d",
    "\u00e2\u20ac\u2122", "`\U0001f30e a` ", "&amp;", "&#x41;", "&abcdefghijk", "<b>", "<p ", "</p>", "<!--",
    b"\xff", b"\xc3\x83", b"\xc2\x85", b"\xe2\x80",
)] + [fill(".", "", "Go " * 100_000), fill("(", "", "Airflow " * 50_000), fill("Kafka ", "Go " * 50_000),
      numbered("word%d "), numbered("Word%d, ")]


def tables():
    head = "title,description\n"
    for text in TEXTS:
        yield head.encode() + b'A,"' + text.replace(b'"', b'""')[:SIZE - 32] + b'"\n'
    for column in ("salary", "location", "date", "company", "id", "url", "seniority", "employment type"):
        for unit in ("x", "1", "$1k ", "Berlin, ", "(a) ", "2026 ", "senior ", "/"):
            yield fill(unit, f'title,{column}\nA,"', '"')
    for unit in (",", ";", "\t", "|", '"', '""', "a,b\n", "a,b,c\n", "\n", "\r", "<<<<<<< a\n", head):
        yield fill(unit, head)
    yield from (fill("x"), fill(",x", "title"), fill("\u00e4"), fill('""', head + 'A,"'), fill("x\n", head + 'A,"'))
    yield fill("a" + "," * 4000 + "\n", "title," + ",".join(f"c{i}" for i in range(4000)) + "\n")
    yield from (fill("<b>", head + "A,"), fill(" a", head + "A,<p"), fill("<div>", head + "A,"), fill("<p ", head + "A,"))


def documents():
    text = '[{"title":"A","text":"'
    for unit in ("x", "\\u00e4", "\\ud83d\\ude00", "\\\\", "<b>x", "\t", "&amp;", "Go ", "}", "\n"):
        yield from (fill(unit, text, '"}]'), fill(unit, text))
    for unit in ("[", '{"a":', '"', ",", "{", "}", "[]", "1 ", '[{"a":[', "{}\n"):
        yield from (fill(unit), fill(unit, '[{"title":"A","x":'))
    for unit in ("{},", "1,", "null,", '"a",', '{"title":"A"},', "[]," , "{\n", '{"title":"A" "b"}\n', '{"title":"A",x},\n'):
        yield fill(unit, "[", "{}]")
    yield from (fill('"k":[{}],', "{", '"z":1}'), fill('"title":"A",', "[{", '"x":1}]'), fill('"a",', '[{"text":[', '"b"]}]'))
    yield numbered('"k%d":1', '[{"title":"A",', "}]", ",")
    yield numbered('{"k%d":"v"}', "[", "]", ",")
    yield numbered('"k%d":{"a":1}', '{"title":"A","x":{', "}}", ",")


def lines():
    for unit in ("{}\n", '{"title":\n', '{"title":"A"}', '{"a":', "[" * 60 + "\n", "1\n", '"a"\n', '{"title":"A"}{', "\n", ","):
        yield fill(unit)
    yield from (numbered('{"k%d":"v"}\n'), fill("x", '{"', '":1}\n'), fill("\u00e4", '{"', '":1}\n'))
    yield from (fill('{"a":' * 60 + "1" + "}" * 60 + "\n"), fill(('{"' + "a" * 1000 + '":') * 60 + "1" + "}" * 60 + "\n"))


def pages():
    script = '<script type="application/ld+json">'
    for unit in ("<div>", "</div>", "<table>", "<td>", "<p>", "<p>x", '<a href="x">', "<ul><li>", "<", "&", "&amp;", "&#x",
                 "&#1;", "<!-- x -->", "<!--", "<![CDATA[x]]>", "<h1>x</h1>", "<font><b>", "<b><i></b>", "<br>", "<form>",
                 "<svg>", "<title>x", "<em>", "<head>", "<body a=1>", "<frameset>", "<!DOCTYPE html>", "<?x?>", "<script>",
                 script + "{}</script>", "<nav>", "<main>", "<article>x", "<textarea>", "<template>", "<select><option>"):
        yield fill(unit)
    for head, unit, tail in (("<p", ' a="b"', ""), ("<p", " a", ""), ("<!--", "x", ""), ("<!--", "-", ""),
                             ('<p class="', "x", ""), ('<div class="', "cookie ", '">'), ('<p style="', "x:y;", '">'),
                             ("<h1>A</h1>", "<span>x</span>", ""), ("<h1>A</h1>", "<td>x", ""), ("<p>", "a\n", ""),
                             (script, '{"a":', ""), (script + "[", '{"@type":"JobPosting","title":"A"},', "{}]</script>"),
                             (script, "/*", ""), (script, "//x", ""), (script, "&quot;", "</script>"), (script, "[", ""),
                             ("", '<i itemscope itemtype="https://schema.org/JobPosting"><b itemprop="title">A</b>', ""),
                             ('<i itemscope itemtype="https://schema.org/JobPosting">', '<b itemprop="title">A</b>', "")):
        yield fill(unit, head, tail)
    yield numbered('{"@id":"%d","a":{"@id":"x%d"}}', script + "[", "]</script>", ",")
    yield numbered("<p a%d=1 b%d=2>")
    for text in TEXTS:
        yield b"<h1>A</h1><p>" + text.replace(b"<", b"&lt;")[:SIZE - 16]


def yaml():
    for unit in ("[", "{a: ", "- ", "- a\n", "---\na: b\n", "---\n", "title: A\n", "- &a x\n", "*", "&", "? ", "? a\n", ": ",
                 ":", "# x\n", "#", "!!str ", "- !a b\n", "%YAML 1.1\n", "- title: A\n", "- {title: A}\n", "[a, ", "- - - a\n",
                 "k" * 1000 + ": v\n", "\u00e4: b\n", "- |\n  a\n", "...\n"):
        yield fill(unit)
    for head, unit, tail in (("- &a x\n", "- *a\n", ""), ("title: |\n", "  line\n", ""), ("title: >\n", "  line\n", ""),
                             ('title: "', "x", ""), ('title: "', "\\x41", '"'), ("title: '", "''", "'"), ("title: ", "word ", ""),
                             ("title: a\n", "  word\n", ""), ("a:", "\t", ""), ("[", "a, ", "]"), ("{", "a: b, ", "}"),
                             ("- &a {b: c}\n", "- <<: *a\n", ""), ("a: ", "\x07", ""), ("a: b", "\u0085", ""), ("", "k", ": v")):
        yield fill(unit, head, tail)
    yield from (numbered("k%d: v\n"), numbered("k%d: v", "{", "}", ", "), numbered("- &a%d x\n"))
    yield fill("".join(" " * i + "a:\n" for i in range(190)))


def markdown():
    yield from TEXTS
    for head, unit, tail in (("# ", "[a](b)", ""), ("# ", "[a](", ""), ("# ", "(", ""), ("# A\n", "**a** ", ""),
                             ("# A\n", "> a\n", ""), ("# A\n", "a | ", ""), ("# A\n## ", "`", ""), ("---\n", "a: b\n", ""),
                             ("---\n", "a: b\n", "---\n"), ("# A\n### ", "`\U0001f30e a` ", ""), ("# A\n", "### a\n", "")):
        yield fill(unit, head, tail)


def hostile(target):
    if target in ("csv", "json", "jsonl", "html", "yaml", "markdown"):
        return list({"csv": tables, "json": documents, "jsonl": lines, "html": pages, "yaml": yaml, "markdown": markdown}[target]())
    if target == "any":
        utf16 = b"\xff\xfe" + "title,text\nA,b\n".encode("utf-16le") * 37_000
        return [case for list in (tables(), documents(), lines(), pages(), yaml()) for case in list][::4] + [utf16[:SIZE]]
    if target == "pdf":
        page = '<page height="842">\n<block>\n<line yMin="1" yMax="9">\n<word xMin="1" xMax="5">a</word>\n'
        heads = ("", page, page * 2 + "<title>")
        units = (page, '<line yMin="1" yMax="9">\n<word xMin="1" xMax="5">a-</word>\n', "<block>\n", "<word>a</word>\n", "<a ", "x", "&#xf0b7;")
        return [fill(unit, head) for head in heads for unit in units] + [page.encode() + b"<word>" + text[:SIZE - 200] for text in TEXTS]
    if target == "workbook":
        return [fill(unit) for unit in ("\x01 1 - a\n", "\x01\n", "\x01 1 - a\ntitle\nA\n", "\x01 1 - a\nx%s\n" % (",b" * 999))] + [
            b"\x01 1 - a\n" + case for case in tables()][::4] + [numbered("\x01 1 - %d\nc%d,d%d\n1,2\n")]
    if target == "zip":
        entry = b"PK\x01\x02" + bytes(42)
        return [fill("PK\x05\x06"), fill("x"), entry * 20_000 + b"PK\x05\x06" + bytes(8) + (46 * 20_000).to_bytes(4, "little") + bytes(6)]
    if target == "matcher":
        terms = (b"Go|Go Go|C++|A B|a", b"|".join(b"t%d" % i for i in range(50)), b"a a a a|a a a|a a|a")
        return [line + b"\n" + text for line in terms for text in TEXTS]
    return TEXTS


def grown(target):
    """The inputs of the target's corpus, each over and over, as they stand and without what can only come once."""
    folder = f"Fuzz/corpus/{target}"
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            data = file.read()
        if data:
            yield name, (data * (SIZE // len(data) + 1))[:SIZE]


def main(program, folder, *targets):
    failed = 0
    for target in targets or TARGETS:
        path = os.path.join(folder, target)
        os.makedirs(path, exist_ok=True)
        for old in os.listdir(path):
            os.remove(os.path.join(path, old))
        cases = [(f"hostile-{number:03}", data) for number, data in enumerate(hostile(target))] + list(grown(target))
        for name, data in cases:
            with open(os.path.join(path, name), "wb") as file:
                file.write(data)
        files = [os.path.join(path, name) for name, _ in cases]
        run = subprocess.run([program, "-runs=1", "-timeout=300", *files], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                             env={**os.environ, "STRATA_FUZZ": target, "STRATA_FUZZ_LIMITS": "1"})
        name, over, most, largest, seen = None, [], 0.0, 0.0, 0
        for line in run.stderr.decode(errors="replace").splitlines():
            if match := re.match(r"Running: (.*)", line):
                name = match[1]
            elif match := re.match(r"(fine|OVER): ([\d.]+) s, ([\d.]+) times", line):
                seen += 1
                most, largest = max(most, float(match[2])), max(largest, float(match[3]))
                if match[1] == "OVER":
                    over.append(f"    {name}: {match[2]} s, {match[3]} times its size")
        print(f"{target}: {seen} inputs, {most:.2f} s and {largest:.1f} times the size at most", *over, sep="\n", flush=True)
        if seen < len(cases) or run.returncode:
            print(f"    ended at {name}:", run.stderr.decode(errors="replace")[-600:])
        failed += len(over) + (seen < len(cases))
    sys.exit(1 if failed else 0)


main(*sys.argv[1:])
