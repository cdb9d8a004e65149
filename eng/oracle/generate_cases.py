"""Combines every construct, value type and undefined mode at random and asks Python's Jinja2 for the answers.

    /usr/bin/python3 eng/oracle/generate_cases.py --seed 7 --count 2500 > cases.jsonl

Each row: {"id", "kind", "template", "context", "templates"?, "env", and "output" or "error"}. `kind` names what
the row is about, so that differences can be grouped. Rows on which Python takes too long, prints an address or
runs out of stack are replaced. The same seed gives the same rows.
"""
import argparse
import json
import random
import re
import sys
import warnings

import jinja_oracle

LITERALS = {
    "int": ["0", "1", "-1", "2", "7", "42", "1000", "-13", "2 ** 62", "9223372036854775807", "10 ** 20"],
    "float": ["0.0", "1.0", "-1.5", "2.5", "3.14159", "1e16", "1e-5", "0.1", "99.995"],
    "bool": ["true", "false"],
    "none": ["none"],
    "str": ["''", "'a'", "'Hello World'", "'  pad '", "'a,b,c'", "'123'", "'4.5'", "'é日😀'", "'<b>&\"x\"'", "'line1\\nline2'", "'%s-%s'", "'{}|{}'", "\"it's\"", "'aAbB'"],
    "list": ["[]", "[1, 2, 3]", "['b', 'A', 'c']", "[3, 1, 2]", "[none, 1]", "['a', 1, 2.5]", "[[1, 2], [3, 4]]", "[{'k': 1, 'v': 'x'}, {'k': 2, 'v': 'y'}]", "[true, 0]", "['x', 'x', 'y']"],
    "tuple": ["()", "(1,)", "(1, 'a')", "(3, 1)"],
    "dict": ["{}", "{'a': 1}", "{'b': 2, 'a': 'x'}", "{'k': [1], 'v': none}", "{1: 'one'}"],
    "range": ["range(3)", "range(0)", "range(1, 6, 2)"],
}
CONTEXT = {
    "i": 5, "neg": -3, "zero": 0, "f": 2.5, "g": 10.0, "t": True, "fa": False, "n": None, "s": "Hello World",
    "e": "", "u": "Ünï 日本😀", "num": "42", "html": "<a href='x'>&</a>", "text": "The quick brown fox jumps over the lazy dog",
    "l": [1, 2, 3], "el": [], "words": ["banana", "Apple", "cherry", "apple"], "mixed": [1, "a", None, 2.5],
    "d": {"a": 1, "b": "two", "c": [1, 2]}, "ed": {}, "users": [
        {"name": "Bob", "age": 30, "tags": ["x", "y"]}, {"name": "alice", "age": 25, "tags": []}, {"name": "Cy", "age": 30}],
    "nested": {"x": {"y": [{"z": 1}, {"z": 2}]}}, "multi": "one\ntwo\n\nthree", "big": 12345678901234567890,
}
NAMES = {
    "int": ["i", "neg", "zero", "big"], "float": ["f", "g"], "bool": ["t", "fa"], "none": ["n"],
    "str": ["s", "e", "u", "num", "html", "text", "multi"], "list": ["l", "el", "words", "mixed", "users"],
    "dict": ["d", "ed", "nested", "users[0]"], "undefined": ["missing", "d.nope", "l[9]", "n.x", "s.nope"],
    "tuple": [], "range": [],
}
TYPES = list(NAMES)
FILTERS = {
    "abs": [""], "attr": ["('a')", "('upper')"], "batch": ["(2)", "(2, 'x')"], "capitalize": [""], "center": ["(9)", "(4)"],
    "count": [""], "d": ["('D')", "('D', true)"], "default": ["('D')", "('D', true)", "(none)", ""], "dictsort": ["", "(true)", "(false, 'value')", "(reverse=true)"],
    "e": [""], "escape": [""], "filesizeformat": ["", "(true)"], "first": [""], "float": ["", "(1.5)", "('x')"], "forceescape": [""],
    "format": ["(1)", "('a', 'b')", "(2.5)"], "groupby": ["('age')", "('k')", "('nope', default=0)", "(0)"], "indent": ["", "(2)", "(2, true)", "(1, blank=true)", "('> ')"],
    "int": ["", "(7)", "(0, 16)"], "items": [""], "join": ["", "(', ')", "('-')", "(1)", "('|', 'name')"], "last": [""], "length": [""], "list": [""],
    "lower": [""], "map": ["('upper')", "('string')", "(attribute='name')", "(attribute='k', default='-')", "('int')", "('length')", "('default', 'q')"],
    "max": ["", "(attribute='age')"], "min": ["", "(true)"], "pprint": [""], "reject": ["", "('odd')", "('none')", "('string')", "('in', [1, 'a'])"],
    "rejectattr": ["('age')", "('age', 'gt', 26)", "('tags')"], "replace": ["('a', 'b')", "('l', 'L', 1)", "('', '-')"], "reverse": [""],
    "round": ["", "(1)", "(0, 'floor')", "(1, 'ceil')", "(-1)"], "safe": [""], "select": ["", "('odd')", "('string')", "('gt', 1)", "('defined')", "('number')"],
    "selectattr": ["('age')", "('age', 'eq', 30)", "('k', 'defined')", "('name', 'in', 'Bobby')"], "slice": ["(2)", "(3, 'x')"],
    "sort": ["", "(true)", "(attribute='age')", "(case_sensitive=true)", "(attribute='name')"], "string": [""], "striptags": [""],
    "sum": ["", "(start=1)", "(attribute='age')"], "title": [""], "tojson": ["", "(indent=2)"], "trim": ["", "('a')"], "truncate": ["(9)", "(9, true)", "(5, false, '')", "(20, leeway=0)", ""],
    "unique": ["", "(true)", "(attribute='age')"], "upper": [""], "urlencode": [""], "urlize": [""], "wordcount": [""], "wordwrap": ["(8)", "(5, false)", "(10, wrapstring='/')"],
    "xmlattr": ["", "(false)"],
}
LAZY = {"batch", "items", "map", "reject", "rejectattr", "reverse", "select", "selectattr", "slice", "unique"}
TESTS = {
    "boolean": [""], "callable": [""], "defined": [""], "divisibleby": ["(2)", "(0)", " 3"], "eq": ["(1)", "('a')"], "equalto": ["(2)"], "escaped": [""],
    "even": [""], "false": [""], "filter": [""], "float": [""], "ge": ["(1)"], "gt": ["(1)", "('a')"], "greaterthan": ["(0)"], "in": ["([1, 2])", "('abc')", "({'a': 1})"],
    "integer": [""], "iterable": [""], "le": ["(2)"], "lessthan": ["(5)"], "lower": [""], "lt": ["(3)"], "mapping": [""], "ne": ["(1)"], "none": [""],
    "number": [""], "odd": [""], "sameas": ["(none)", "(true)"], "sequence": [""], "string": [""], "test": [""], "true": [""], "undefined": [""], "upper": [""],
}
METHODS = {
    "str": ["upper()", "lower()", "title()", "capitalize()", "swapcase()", "strip()", "lstrip()", "rstrip('d ')", "split()", "split(',')", "split('l', 1)", "rsplit(' ', 1)", "splitlines()",
            "replace('l', 'L')", "replace('a', '', 1)", "startswith('He')", "endswith(('d', 'x'))", "find('o')", "rfind('o')", "count('l')", "index('o')", "isdigit()", "isalpha()", "isalnum()", "isupper()",
            "islower()", "isspace()", "istitle()", "isnumeric()", "zfill(8)", "center(9, '*')", "ljust(9)", "rjust(9, '.')", "partition(' ')", "rpartition(' ')", "join(['a', 'b'])", "format(1, 2)", "casefold()",
            "removeprefix('He')", "removesuffix('ld')", "expandtabs()", "encode()", "join([1])", "nope()", "upper(1)", "partition('')"],
    "list": ["index(1)", "count(1)", "copy()", "append(9)", "pop()", "pop(0)", "extend([7])", "insert(0, 'z')", "remove(1)", "reverse()", "sort()", "clear()", "nope()", "index('zz')"],
    "dict": ["keys()", "values()", "items()", "get('a')", "get('zz', 'df')", "copy()", "pop('a')", "pop('zz', 1)", "update({'q': 1})", "setdefault('s', 2)", "popitem()", "clear()", "pop('nokey')", "get([])"],
    "int": ["bit_length()", "real", "imag", "upper()"], "float": ["is_integer()", "real", "as_integer_ratio()"],
    "tuple": ["count(1)", "index(1)", "append(1)"], "range": ["start", "count(1)", "index(1)"], "bool": ["real"], "none": ["x"], "undefined": ["x", "upper()"],
}
BINARY = ["+", "-", "*", "/", "//", "%", "**", "~", "==", "!=", "<", "<=", ">", ">=", "and", "or", "in", "not in"]
FORMATS = ["%s", "%d", "%5.1f", "%-6s|", "%05d", "%x", "%r", "%e", "%g", "%+d", "%c", "%10.3s|", "%%", "%i", "%o", "%s %s"]
BRACES = ["{}", "{:>6}", "{:<6}|", "{:^7}|", "{:05}", "{:.2f}", "{:d}", "{:,}", "{!r}", "{:x}", "{:e}", "{:g}", "{:%}", "{:+}", "{0}{0}", "{:.3}", "{:*^9}", "{:_}", "{:b}", "{:s}", "{:n}", "{0[a]}", "{0[0]}", "{0.real}"]
SPACES = ["", " ", "\n", "\n\n", "  \n", "\n  ", " \n \n ", "\t", "x", " x ", "\nx\n"]
UNDEFINED = ["default", "default", "strict", "chainable", "debug"]
PARTS = {
    "part": "P[{{ i }}{{ x }}]", "lib": "{% macro m(a, b=2) %}<{{ a }}{{ b }}{{ s }}>{% endmacro %}{% set v = 7 %}{% macro c() %}({{ caller() }}){% endmacro %}",
    "base": "<{% block a %}A{{ i }}{% endblock %}|{% block b %}B{% endblock %}|{% for q in l %}{% block c scoped %}{{ q }}{% endblock %}{% endfor %}>",
    "mid": "{% extends 'base' %}{% block a %}M{{ super() }}{% endblock %}", "bad": "ok\n{{ 1 / 0 }}", "syntax": "a\n\n{% if %}",
}

INCLUDES = [f"'{name}'" for name in PARTS] + ["missing", "['no', 'part']", "s"]


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, options):
        return self.random.choice(options)

    def chance(self, share):
        return self.random.random() < share

    # --- expressions ---
    def atom(self, kind=None):
        kind = kind or self.pick(TYPES)
        options = LITERALS.get(kind, []) + NAMES[kind] * 2
        return self.pick(options)

    def number(self):
        return self.atom(self.pick(["int", "float", "bool", "int"]))

    def expression(self, depth=2):
        if depth == 0 or self.chance(0.15):
            return self.atom()
        shape = self.random.randrange(12)
        sub = lambda: self.expression(depth - 1)
        if shape <= 2:
            return self.binary(depth)
        if shape <= 5:
            return self.filtered(sub())
        if shape == 6:
            name, args = self.argument(TESTS)
            return f"({sub()} is {self.pick(['', '', 'not '])}{name}{args})"
        if shape == 7:
            return f"({sub()} if {sub()} else {sub()})" if self.chance(0.8) else f"({sub()} if {sub()})"
        if shape == 8:
            kind = self.pick(list(METHODS))
            return f"({self.atom(kind)}).{self.pick(METHODS[kind])}"
        if shape == 9:
            return f"({self.atom(self.pick(['list', 'str', 'dict', 'tuple', 'range', 'undefined']))})[{self.index()}]"
        if shape == 10:
            return self.pick([f"[{sub()}, {sub()}]", f"{{'k': {sub()}, 'v': {sub()}}}", f"({sub()}, {sub()})", f"({sub()},)"])
        return self.pick([f"not ({sub()})", f"-({sub()})", f"+({sub()})"])

    def argument(self, table):
        name = self.pick(list(table))
        return name, self.pick(table[name])

    def filtered(self, inner):
        name, args = self.argument(FILTERS)
        tail = "|list" if name in LAZY and self.chance(0.95) else ""
        return f"({inner})|{name}{args}{tail}"

    def binary(self, depth):
        operator = self.pick(BINARY)
        left, right = self.expression(depth - 1), self.expression(depth - 1)
        if operator in ("**", "*"):
            right = self.pick(["0", "1", "2", "3", "-1", "0.5", "zero", "f", "'a'", "n", "missing", "[1]"])
            if operator == "**":
                left = self.number()
        form = self.pick(["({} {} {})", "{} {} {}", "({}) {} ({})"])
        return "(" + form.format(left, operator, right) + ")"

    def index(self):
        small = lambda: self.pick(["", "0", "1", "-1", "2", "-2", "5", "i", "n"])
        if self.chance(0.4):
            return self.pick(["0", "-1", "1", "99", "'a'", "'b'", "'nope'", "i", "n", "1.0", "true", "missing", "s"])
        step = self.pick(["", "", ":2", ":-1", ":1", ":0", ":-2"])
        return f"{small()}:{small()}{step}"

    # --- rows ---
    def filter_row(self):
        name, args = self.argument(FILTERS)
        inner = self.atom() if self.chance(0.8) else self.expression(1)
        tail = "|list" if name in LAZY and self.chance(0.97) else ""
        if self.chance(0.25):
            tail += "|" + self.pick(["length", "string", "upper", "join(',')", "first", "list", "e", "tojson", "default('z')"])
        return "filter " + name, f"{{{{ ({inner})|{name}{args}{tail} }}}}"

    def test_row(self):
        name, args = self.argument(TESTS)
        return "test " + name, f"{{{{ ({self.atom()}) is {self.pick(['', 'not '])}{name}{args} }}}}"

    def method_row(self):
        kind = self.pick(list(METHODS))
        method = self.pick(METHODS[kind])
        if self.chance(0.15):
            kind = self.pick(TYPES)
        atom = self.atom(kind)
        show = f"{{% set v = {atom} %}}{{{{ v.{method} }}}}|{{{{ v }}}}" if self.chance(0.4) else f"{{{{ ({atom}).{method} }}}}"
        return "method " + method.split("(")[0], show

    def operator_row(self):
        operator = self.pick(BINARY + ["not", "-", "+"])
        if operator == "not" or (operator in "+-" and self.chance(0.3)):
            return "operator unary " + operator, f"{{{{ {operator} {self.atom()} }}}}"
        left, right = self.atom(), self.atom()
        if operator == "**":
            left, right = self.number(), self.pick(["0", "2", "-1", "0.5", "3", "f", "t", "'a'", "missing"])
        if operator == "*" and self.chance(0.9):
            right = self.pick(["0", "1", "3", "-1", "2.5", "t", "'a'", "[1]", "n", "missing"])
        return "operator " + operator, f"{{{{ {left} {operator} {right} }}}}"

    def chain_row(self):
        parts = [self.atom(self.pick(["int", "float", "bool", "str"]))]
        for _ in range(self.random.randint(2, 4)):
            operator = self.pick([b for b in BINARY if b != "**"] + ["is", "|"])
            if operator == "is":
                name, args = self.argument(TESTS)
                parts.append(f"is {self.pick(['', 'not '])}{name}{args}")
            elif operator == "|":
                parts.append("|" + self.pick(["string", "int", "length", "abs", "upper", "list", "default(1)", "round"]))
            elif operator == "*":
                parts.append("* " + self.pick(["0", "2", "3", "1.5"]))
            else:
                parts.append(operator + " " + self.pick(["", "", "", "not ", "-"]) + self.atom(self.pick(["int", "float", "bool", "str", "list"])))
        return "precedence", "{{ " + " ".join(parts) + " }}"

    def slice_row(self):
        kind = self.pick(["list", "str", "tuple", "range", "dict", "undefined", "int", "none"])
        # What cannot be sliced stands in a variable: of literals Jinja folds the failure into an undefined value.
        atom = self.pick(NAMES[kind]) if kind in ("int", "none", "dict") else self.atom(kind)
        return "subscript", f"{{{{ ({atom})[{self.index()}] }}}}"

    def expression_row(self):
        return "expression", "{{ " + self.expression(3) + " }}"

    def format_row(self):
        value = self.pick(["1", "-7", "255", "3.14159", "0.5", "1e10", "'abc'", "none", "true", "[1]", "{'a': 1}", "'é'", "65", "(1, 2)", "big", "missing", "2.5", "0", "-0.0", "1234567.891"])
        if self.chance(0.4):
            return "percent format", f"{{{{ '{self.pick(FORMATS)}' % {value} }}}}" if self.chance(0.5) else f"{{{{ '{self.pick(FORMATS)}'|format({value}) }}}}"
        return "brace format", f"{{{{ '{self.pick(BRACES)}'.format({value}) }}}}"

    def loop_row(self):
        iterable = self.pick([self.atom("list"), self.atom("str"), self.atom("dict"), self.atom("range"), "d.items()", "d|dictsort", "words|sort", self.atom(), "users", "[[1, 2], [3, 4]]", "l|map('string')"])
        target = self.pick(["q", "q", "q", "a, b"])
        name = "q" if target == "q" else "a"
        condition = self.pick(["", "", "", f" if {name}", f" if {name} is string", " if loop.index", f" if {name} is not none and {name} != 2"])
        recursive = self.pick(["", "", "", "", " recursive"])
        body = "".join(self.pick([
            "{{ %s }}" % name, "{{ loop.index }}", "{{ loop.index0 }}", "{{ loop.revindex }}", "{{ loop.first }}", "{{ loop.last }}", "{{ loop.length }}", "{{ loop.cycle('a', 'b') }}",
            "{{ loop.changed(%s) }}" % name, "{{ loop.previtem }}", "{{ loop.nextitem }}", "{{ loop.depth }}", "{% if loop.index == 2 %}{% break %}{% endif %}", "{% if loop.first %}{% continue %}{% endif %}",
            "{% set x = loop.index %}{{ x }}", "{{ x }}", "{{ ',' if not loop.last }}", "{% for r in l %}{{ loop.index }}{{ r }}{% endfor %}", "{{ loop }}", "{{ %s|upper }}" % name, "{{ %s.name }}" % name,
            "{% if loop.depth < 3 %}{{ loop(l) }}{% endif %}" if recursive else ";"]) for _ in range(self.random.randint(1, 4)))
        end = self.pick(["", "{% else %}none"])
        return "for", f"{{% for {target} in {iterable}{condition}{recursive} %}}{body}{end}{{% endfor %}}[{{{{ {name} }}}}{{{{ x }}}}]"

    def scope_row(self):
        pieces, names = [], ["x", "y", "i"]
        for _ in range(self.random.randint(2, 5)):
            name, value = self.pick(names), self.atom(self.pick(["int", "str", "undefined"]))
            pieces.append(self.pick([
                f"{{% set {name} = {value} %}}", f"{{{{ {name} }}}},", f"{{% if {self.atom()} %}}{{% set {name} = {value} %}}{{% endif %}}",
                f"{{% for {name} in l %}}{{{{ {name} }}}}{{% endfor %}}", f"{{% for k in l %}}{{% set {name} = k %}}{{{{ {name} }}}}{{% endfor %}}",
                f"{{% with {name} = {value} %}}{{{{ {name} }}}}{{% set {name} = 8 %}}{{{{ {name} }}}}{{% endwith %}}",
                f"{{% set {name} %}}<{{{{ {value} }}}}>{{% endset %}}", f"{{% macro f({name}) %}}{{{{ {name} }}}}{{% set {name} = 3 %}}{{{{ {name} }}}}{{% endmacro %}}{{{{ f({value}) }}}}",
                f"{{% macro g() %}}[{{{{ {name} }}}}]{{% endmacro %}}{{{{ g() }}}}", f"{{% filter upper %}}{{% set {name} = 'ab' %}}{{{{ {name} }}}}{{% endfilter %}}",
                f"{{% set ns = namespace(v={value}) %}}{{% for k in l %}}{{% set ns.v = k %}}{{% endfor %}}{{{{ ns.v }}}}", f"{{% do {name} %}}",
                f"{{% block b{len(pieces)} %}}{{{{ {name} }}}}{{% set {name} = 4 %}}{{{{ {name} }}}}{{% endblock %}}", f"{{% set {name}, z = {value}, 2 %}}{{{{ z }}}}"]))
        pieces.append("{{ x }}{{ y }}{{ i }}")
        return "scope", "".join(pieces)

    def macro_row(self):
        parameters = self.pick(["", "a", "a, b", "a, b=2", "a=1, b=a", "a='d'"])
        uses = self.pick(["{{ a }}", "{{ a }}{{ b }}", "{{ varargs }}", "{{ kwargs }}", "{{ a }}{{ varargs }}{{ kwargs }}", "{{ caller() if caller else 'nc' }}", "{{ caller(a) }}", "{% for v in varargs %}{{ v }}{% endfor %}"])
        args = self.pick(["", self.atom(), f"{self.atom()}, {self.atom()}", f"b={self.atom()}", f"a={self.atom()}", f"{self.atom()}, b=3", "1, 2, 3", "z=1", "*[1, 2]", "**{'a': 5}"])
        call = self.pick([f"{{{{ m({args}) }}}}", f"{{% call m({args}) %}}C{{{{ i }}}}{{% endcall %}}", f"{{% call(p) m({args}) %}}C{{{{ p }}}}{{% endcall %}}", f"{{{{ m({args})|upper }}}}"])
        return "macro", f"{{% macro m({parameters}) %}}{uses}{{% endmacro %}}{call}"

    def source_row(self):
        inner = self.pick(["", "{{ super() }}", "{{ i }}", "{{ x }}", "{% set x = 1 %}{{ x }}", "{{ q }}", "{{ self.b() }}", "{% include 'part' %}", "{{ missing.x }}", "{{ m(1) }}"])
        template = self.pick([
            f"{{% extends '{self.pick(['base', 'mid', 'nope', 'bad'])}' %}}{{% block {self.pick('abc')} %}}{inner}{{% endblock %}}",
            f"{{% set x = 'top' %}}{{% extends 'base' %}}{{% from 'lib' import m %}}{{% block {self.pick('abc')}{self.pick(['', ' scoped'])} %}}{inner}{{% endblock %}}",
            f"{{% for x in l %}}{{% include {self.pick(INCLUDES)}{self.pick(['', ' ignore missing', ' without context', ' with context'])} %}}{{% endfor %}}",
            f"{{% import 'lib' as lib{self.pick(['', ' with context'])} %}}{{{{ lib.{self.pick(['m(1)', 'm(b=1)', 'v', 'nope', 'c()', 'm'])} }}}}",
            f"{{% from 'lib' import {self.pick(['m', 'm as k, v', 'nope', 'c', 'v'])}{self.pick(['', ' with context'])} %}}{{{{ m(1) if m }}}}{{{{ v }}}}{{{{ k is defined }}}}{{{{ nope }}}}",
            f"{{% from 'lib' import c %}}{{% call c() %}}{inner}{{% endcall %}}"])
        return "sources", template

    def whitespace_row(self):
        pieces, open_tags = [], []
        for _ in range(self.random.randint(2, 6)):
            left, right = self.pick(["", "", "-", "+"]), self.pick(["", "", "-"])
            pieces.append(self.pick(SPACES))
            tag = self.pick(["{{% if t {r}%}}", "{{% for q in l {r}%}}", "{{{{ i {r}}}}}", "{{# c {r}#}}", "{{% set x = 1 {r}%}}", "{{% raw {r}%}} {{{{ r }}}} {{%{l} endraw {r}%}}", "end", "{{% filter upper {r}%}}", "{{% with {r}%}}"])
            if tag == "end" and open_tags:
                tag = "{{%{l} " + open_tags.pop() + " {r}%}}"
            elif tag == "end":
                tag = "y"
            else:
                for word, close in (("if", "endif"), ("for", "endfor"), ("filter", "endfilter"), ("with", "endwith")):
                    if tag.startswith("{{% " + word):
                        open_tags.append(close)
            rendered = tag.format(l=left, r=right)
            if left and rendered[:2] in ("{{", "{%", "{#") and rendered[2:3] == " " and not (left == "+" and rendered[:2] == "{{"):
                rendered = rendered[:2] + left + rendered[2:]
            pieces.append(rendered)
        while open_tags:
            pieces.append(self.pick(SPACES) + "{% " + open_tags.pop() + " %}")
        pieces.append(self.pick(SPACES))
        return "whitespace", "".join(pieces)

    def broken_row(self):
        _, template = self.pick([self.loop_row, self.macro_row, self.scope_row, self.filter_row, self.whitespace_row, self.chain_row])()
        where = self.random.randrange(len(template) + 1)
        kind = self.random.randrange(4)
        if kind == 0:
            template = template[:where] + template[where + 1:]
        elif kind == 1:
            template = template[:where] + self.pick(list("{}%#-()[]|'\".,:=") + ["{{", "}}", "{%", "%}", "\n", " if ", " is "]) + template[where:]
        elif kind == 2:
            template = template[:where]
        else:
            template = template[where:]
        return "mutated", template

    def undefined_row(self):
        name = self.pick(NAMES["undefined"])
        shape = self.pick(["{{ %s }}", "{{ %s.x }}", "{{ %s ~ 'a' }}", "{{ %s + 1 }}", "{% if %s %}a{% else %}b{% endif %}", "{% for q in %s %}a{% else %}b{% endfor %}", "{{ %s == 1 }}", "{{ %s in l }}", "{{ 'a' in %s }}", "{{ not %s }}",
                           "{{ %s or 'z' }}", "{{ %s is defined }}", "{{ %s|default('d') }}", "{{ %s() }}", "{{ %s['k'] }}", "{{ %s[0:1] }}", "{{ [%s] }}", "{% set z = %s %}{{ z }}", "{{ l[%s] }}", "{{ -%s }}", "{{ %s < 1 }}",
                           "{{ {'a': %s} }}", "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(%s) }}", "{% with a = %s %}{{ a }}{% endwith %}", "{{ 'y' if %s else 'n' }}", "{{ %s|length }}", "{{ %s|string|length }}"])
        return "undefined", shape.replace("%s", name)

    def program_row(self):
        makers = [self.filter_row, self.method_row, self.chain_row, self.loop_row, self.scope_row, self.macro_row, self.whitespace_row, self.undefined_row, self.format_row, self.slice_row]
        lines = [self.pick(makers)()[1] for _ in range(self.random.randint(2, 5))]
        template = self.pick(["\n", "\n", "\n\n", " \n"]).join(lines)
        if self.chance(0.4):
            template = "".join("\n" if c == " " and self.chance(0.15) else c for c in template)
        if self.chance(0.3):
            template = self.pick(["{%% if t %%}\n%s\n{%% endif %%}", "{%% for z in l %%}\n%s{%% endfor %%}", "{%% macro w() %%}\n%s\n{%% endmacro %%}\n{{ w() }}", "{%% set cap %%}\n%s\n{%% endset %%}\n{{ cap }}",
                                  "{%% filter upper %%}\n%s\n{%% endfilter %%}", "{%% block q %%}\n%s\n{%% endblock %%}", "{%% with %%}\n%s\n{%% endwith %%}", "{# a\nb #}\n%s", "{%% raw %%}\n{{\n{%% endraw %%}%s"]).replace("%s", template).replace("%%", "%")
        return "program", template

    def row(self, number):
        makers = [(self.filter_row, 26), (self.test_row, 8), (self.method_row, 11), (self.operator_row, 10), (self.chain_row, 5), (self.slice_row, 5), (self.expression_row, 10), (self.format_row, 6),
                  (self.loop_row, 8), (self.scope_row, 5), (self.macro_row, 4), (self.source_row, 6), (self.whitespace_row, 8), (self.broken_row, 5), (self.undefined_row, 5), (self.program_row, 12)]
        maker = self.random.choices([m for m, _ in makers], [w for _, w in makers])[0]
        kind, template = maker()
        lines = self.random.randint(0, 3) if self.chance(0.2) else 0
        env = {"undefined": self.pick(UNDEFINED)}
        if kind == "whitespace" or self.chance(0.1):
            for key in ("trim_blocks", "lstrip_blocks", "keep_trailing_newline"):
                if self.chance(0.5):
                    env[key] = True
        if self.chance(0.06):
            env["escape"] = "html"
        if self.chance(0.05):
            env["chat_template"] = True
        row = {"id": number, "kind": kind, "template": "\n" * lines + template, "context": CONTEXT, "env": env}
        if kind == "sources" or "'part'" in template:
            row["templates"] = PARTS
        return row


# The first two are a matter of limits; a NameError is Jinja's: it writes a folded `inf` or `nan` as a Python name.
# A complex number, from a negative base with a broken exponent, is nothing that a prompt could mean.
ADDRESS = re.compile(r" at 0x|object at")
COMPLEX = re.compile(r"\d[-+]\d[0-9.e-]*j\)")
UNUSABLE = ("RecursionError", "MemoryError", "NameError")


def usable(answer):
    output = (answer or {}).get("output", "").lower()
    if answer is None or len(output) > 20000 or ADDRESS.search(output) or COMPLEX.search(output):
        return False
    error = answer.get("error")
    return not (error and error["type"] in UNUSABLE)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--seed", type=int, required=True)
    arguments.add_argument("--count", type=int, default=2500)
    options = arguments.parse_args()
    jinja_oracle.guard()
    warnings.simplefilter("ignore")
    maker, done, seen = Maker(options.seed), 0, set()
    for attempt in range(options.count * 20):
        if done == options.count:
            break
        row = maker.row(done)
        key = (row["template"], json.dumps(row["env"], sort_keys=True))
        if key in seen:
            continue
        seen.add(key)
        answer = jinja_oracle.answer(row)
        if not usable(answer):
            continue
        print(json.dumps({**row, **answer}))
        done += 1
    if done < options.count:
        sys.exit(f"only {done} of {options.count} rows")


if __name__ == "__main__":
    main()
