-- What evaluations, experiments and deployments used. No part of git, feed or ledger; a run is found by the id that its client gave it.
CREATE TABLE runs (
  id {identity},
  organisation_id bigint NOT NULL REFERENCES organisations (id),
  run_id {text} NOT NULL,
  kind {text} NOT NULL,
  title {text} NOT NULL,
  parameters {text} NOT NULL,
  actor {text} NOT NULL,
  request_hash {blob} NOT NULL,
  created_at bigint NOT NULL,
  finished_at bigint,
  UNIQUE (organisation_id, run_id)
);

CREATE INDEX runs_by_age ON runs (organisation_id, id);

CREATE INDEX runs_by_kind ON runs (organisation_id, kind, id);

CREATE TABLE run_uses (
  run bigint NOT NULL REFERENCES runs (id),
  prompt_id bigint NOT NULL,
  number bigint NOT NULL,
  PRIMARY KEY (run, prompt_id, number),
  FOREIGN KEY (prompt_id, number) REFERENCES versions (prompt_id, number)
){clustered};

CREATE INDEX run_uses_by_version ON run_uses (prompt_id, number, run);

-- A metric is written once.
CREATE TABLE run_metrics (
  run bigint NOT NULL REFERENCES runs (id),
  name {text} NOT NULL,
  value double precision NOT NULL,
  PRIMARY KEY (run, name)
){clustered};
