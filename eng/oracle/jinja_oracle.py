"""Answers template rows the way Python's Jinja2 does.

A row is what `quire render --batch` reads: {"template", "context", "templates", "env"}. The answer is
{"output"} or {"error": {"phase", "type", "message", "line", "template"}}. Phases: `parse` is a
TemplateSyntaxError, `limit` is the sandbox's range cap, a stack or a memory limit, `render` is everything else.
Run with the interpreter that owns Debian's python3-jinja2 (/usr/bin/python3).
As a program: JSON Lines in, JSON Lines out.
"""
import copy
import datetime
import json
import resource
import signal
import sys

import jinja2
from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.sandbox import SandboxedEnvironment

NOW = datetime.datetime(2025, 7, 10, 12, 0, 0)
UNDEFINED = {
    "default": jinja2.Undefined,
    "strict": jinja2.StrictUndefined,
    "chainable": jinja2.ChainableUndefined,
    "debug": jinja2.DebugUndefined,
}
SECONDS_PER_ROW = 2.0
MEMORY_BYTES = 2 << 30


class Generation(Extension):
    """`{% generation %}` as Hugging Face's chat templates use it: the body, rendered as a caller."""

    tags = {"generation"}

    def parse(self, parser):
        line = next(parser.stream).lineno
        body = parser.parse_statements(["name:endgeneration"], drop_needle=True)
        return nodes.CallBlock(self.call_method("_run"), [], [], body).set_lineno(line)

    def _run(self, caller):
        return caller()


class TooSlow(BaseException):
    """The row used up its seconds. Not an Exception, so that no template code can swallow it."""


def _on_alarm(_signal, _frame):
    raise TooSlow()


def _raise_exception(message):
    raise jinja2.TemplateError(message)


def _hf_tojson(x, ensure_ascii=False, indent=None, separators=None, sort_keys=False):
    return json.dumps(x, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys)


def environment(env, templates):
    chat = bool(env.get("chat_template"))
    extensions = ["jinja2.ext.do", "jinja2.ext.loopcontrols"] + ([Generation] if chat else [])

    def load(name):
        return (templates[name], name, lambda: True) if name in templates else None

    result = SandboxedEnvironment(
        autoescape=env.get("escape") == "html",
        extensions=extensions,
        undefined=UNDEFINED[env.get("undefined", "default")],
        trim_blocks=bool(env.get("trim_blocks")),
        lstrip_blocks=bool(env.get("lstrip_blocks")),
        keep_trailing_newline=bool(env.get("keep_trailing_newline")),
        loader=jinja2.FunctionLoader(load),
    )
    if chat:
        result.filters["tojson"] = _hf_tojson
        result.globals["raise_exception"] = _raise_exception
        result.globals["strftime_now"] = NOW.strftime
    return result


def _place(error, templates):
    """(line, template name or None) of the innermost template frame, as the rewritten traceback has it."""
    place = (None, None)
    tb = error.__traceback__
    while tb is not None:
        name = tb.tb_frame.f_code.co_filename
        if name == "<template>":
            place = (tb.tb_lineno, None)
        elif name in templates:
            place = (tb.tb_lineno, name)
        tb = tb.tb_next
    return place


def _phase(error):
    if isinstance(error, (jinja2.TemplateSyntaxError, SyntaxError)):
        return "parse"
    if isinstance(error, (RecursionError, MemoryError)):
        return "limit"
    if isinstance(error, OverflowError) and "Range too big" in str(error):
        return "limit"
    return "render"


def _failure(error, templates):
    line, name = _place(error, templates)
    if isinstance(error, jinja2.TemplateSyntaxError):
        line, name = error.lineno, error.name
    message = str(getattr(error, "message", None) or error)
    return {"phase": _phase(error), "type": type(error).__name__, "message": message[:300],
            "line": line, "template": name}


def answer(row):
    """The answer to one row; None when Python took too long to give one."""
    templates = row.get("templates") or {}
    signal.setitimer(signal.ITIMER_REAL, SECONDS_PER_ROW)
    try:
        env = environment(row.get("env") or {}, templates)
        # A copy: templates can change what they are given.
        output = env.from_string(row["template"]).render(copy.deepcopy(row.get("context") or {}))
        return {"output": output}
    except TooSlow:
        return None
    except Exception as error:  # every failure of the template is an answer
        return {"error": _failure(error, templates)}
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def guard():
    """Bounds this process: memory by the kernel, time per row by an alarm."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    signal.signal(signal.SIGALRM, _on_alarm)


def main():
    guard()
    for line in sys.stdin:
        row = json.loads(line)
        print(json.dumps({"id": row.get("id"), **(answer(row) or {"skipped": "too slow"})}), flush=True)


if __name__ == "__main__":
    main()
