"""Renders one template as often as it is asked to and answers the nanoseconds of processor time that took.

First line in: {"template", "context"}; first line out: the output as JSON. Each further line in: a count;
out: nanoseconds for so many renders.
"""
import json
import sys
import time

from jinja2.sandbox import SandboxedEnvironment


def tojson(value, indent=None):
    return json.dumps(value, ensure_ascii=False, indent=indent)


def main():
    request = json.loads(sys.stdin.readline())
    environment = SandboxedEnvironment(
        autoescape=False, trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"])
    environment.filters["tojson"] = tojson
    template, context = environment.from_string(request["template"]), request["context"]
    print(json.dumps(template.render(context)), flush=True)
    for line in sys.stdin:
        count = int(line)
        start = time.thread_time_ns()
        for _ in range(count):
            template.render(context)
        print(time.thread_time_ns() - start, flush=True)


if __name__ == "__main__":
    main()
