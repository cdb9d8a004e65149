"""Asks Python's Jinja2 for every row of a JSON Lines file and prints the answers, a line each.

    /usr/bin/python3 eng/oracle/answer_file.py rows.jsonl
"""
import json
import sys
import warnings

import jinja_oracle


def main():
    jinja_oracle.guard()
    warnings.simplefilter("ignore")
    with open(sys.argv[1], encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            print(json.dumps(jinja_oracle.answer(row) or {"skipped": "too slow"}))


if __name__ == "__main__":
    main()
