-- Aliases that only those with the permission manage may move, by name or pattern.
CREATE TABLE protected_aliases (
  project_id bigint NOT NULL REFERENCES projects (id),
  pattern {text} NOT NULL,
  PRIMARY KEY (project_id, pattern)
){clustered};

-- How often each version was read, by alias and key, per day. Counted in memory, added here every few seconds.
CREATE TABLE reads (
  project_id bigint NOT NULL REFERENCES projects (id),
  prompt_id bigint NOT NULL REFERENCES prompts (id),
  day bigint NOT NULL,
  number bigint NOT NULL,
  alias {text} NOT NULL,
  key {text} NOT NULL,
  count bigint NOT NULL,
  PRIMARY KEY (prompt_id, day, number, alias, key)
){clustered};

CREATE INDEX reads_by_day ON reads (project_id, day, prompt_id);
