"""Asks Python's Jinja2 for the answer of every hand-written case.

    /usr/bin/python3 eng/oracle/answer_cases.py           writes NAME.jsonl beside each NAME.cases
    /usr/bin/python3 eng/oracle/answer_cases.py --check   fails when a checked-in answer is not what Python says
"""
import json
import pathlib
import sys
import warnings

import case_files
import jinja_oracle

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "tests/Quire.Templating.Tests/Judge/Jinja/cases"


def answered(path):
    for row in case_files.read(path):
        answer = jinja_oracle.answer(row)
        if answer is None:
            raise SystemExit(f"{row['id']}: Python took too long")
        if " at 0x" in answer.get("output", ""):
            raise SystemExit(f"{row['id']}: the answer holds an address: {answer}")
        yield json.dumps({**row, **answer}, ensure_ascii=False)


def main():
    jinja_oracle.guard()
    warnings.simplefilter("ignore")
    check, stale, total = "--check" in sys.argv, [], 0
    for path in sorted(FOLDER.glob("*.cases")):
        rows = list(answered(path))
        ids = [json.loads(row)["id"] for row in rows]
        if len(set(ids)) != len(ids):
            raise SystemExit(f"{path.name}: section names repeat")
        total += len(rows)
        text = "\n".join(rows) + "\n"
        target = path.with_suffix(".jsonl")
        if check and (not target.exists() or target.read_text(encoding="utf-8") != text):
            stale.append(target.name)
        elif not check:
            target.write_text(text, encoding="utf-8")
    print(f"{total} cases")
    if stale:
        raise SystemExit("answers differ from what python3-jinja2 says: " + ", ".join(stale))


if __name__ == "__main__":
    main()
