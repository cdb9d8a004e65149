"""Reads the hand-written `.cases` files.

    // a comment line                      (also inside of no block: ignored)
    @section loop variables                 names the cases that follow: <file>/<section>/<n>
    @ctx {"a": 1}                           JSON context of the cases that follow; `@ctx` alone empties it
    @env {"trim_blocks": true}              environment of the cases that follow; `@env` alone resets it
    @file base.html                         a template of the cases that follow, up to @end; @nofiles removes all
    ...
    @end
    @case                                   a template of several lines, up to @end (no newline at its end)
    ...
    @end
    {{ a }}⏎second line                     any other line is a case; ⏎ is a newline, ⇥ a tab, ␍ a carriage return
"""
import json
import pathlib

MARKS = {"⏎": "\n", "⇥": "\t", "␍": "\r"}


def plain(text):
    for mark, char in MARKS.items():
        text = text.replace(mark, char)
    return text


def _block(lines):
    taken = []
    for line in lines:
        if line == "@end":
            return plain("\n".join(taken))
        taken.append(line)
    raise ValueError("a block has no @end")


def read(path):
    """Yields {"id", "template", "context"?, "env"?, "templates"?} in the order of the file."""
    path = pathlib.Path(path)
    lines = iter(path.read_text(encoding="utf-8").split("\n"))
    context, env, files, section, count = {}, {}, {}, "general", 0
    for line in lines:
        word, _, rest = line.partition(" ")
        if not line or line.startswith("//"):
            continue
        if word == "@section":
            section, count = rest.strip(), 0
        elif word == "@ctx":
            context = json.loads(rest or "{}")
        elif word == "@env":
            env = json.loads(rest or "{}")
        elif word == "@file":
            files = {**files, rest.strip(): _block(lines)}
        elif word == "@nofiles":
            files = {}
        else:
            template = _block(lines) if word == "@case" else plain(line)
            count += 1
            row = {"id": f"{path.stem}/{section}/{count}", "template": template}
            for key, value in (("context", context), ("env", env), ("templates", files)):
                if value:
                    row[key] = value
            yield row
