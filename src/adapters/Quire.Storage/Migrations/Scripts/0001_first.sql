-- Integers and booleans are bigint, times microseconds UTC, hashes binary, JSON text. docs/storage.md explains each table.

CREATE TABLE organisations (
  id {identity},
  name {text} NOT NULL UNIQUE,
  sequence bigint NOT NULL,
  created_at bigint NOT NULL
);

CREATE TABLE projects (
  id {identity},
  organisation_id bigint NOT NULL REFERENCES organisations (id),
  name {text} NOT NULL,
  default_branch {text} NOT NULL,
  created_at bigint NOT NULL,
  UNIQUE (organisation_id, name)
);

-- No foreign key: a check per object would cost more than the insert, and projects are never deleted beneath their objects.
CREATE TABLE objects (
  project_id bigint NOT NULL,
  oid {blob} NOT NULL,
  kind bigint NOT NULL,
  size bigint NOT NULL,
  stored_size bigint NOT NULL,
  body {blob} NOT NULL,
  delta_base {blob},
  delta_depth bigint NOT NULL,
  PRIMARY KEY (project_id, oid)
);

CREATE INDEX objects_by_delta_base ON objects (project_id, delta_base) WHERE delta_base IS NOT NULL;

--@postgres
-- Bodies are compressed already.
ALTER TABLE objects ALTER COLUMN body SET STORAGE EXTERNAL;
--@end

CREATE TABLE refs (
  project_id bigint NOT NULL REFERENCES projects (id),
  name {text} NOT NULL,
  target {blob} NOT NULL,
  protected bigint NOT NULL,
  PRIMARY KEY (project_id, name)
){clustered};

CREATE TABLE prompts (
  id {identity},
  organisation_id bigint NOT NULL REFERENCES organisations (id),
  project_id bigint NOT NULL REFERENCES projects (id),
  path {text} NOT NULL,
  file_path {text} NOT NULL,
  tip_blob {blob},
  last_number bigint NOT NULL,
  latest_number bigint,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  UNIQUE (project_id, path)
);

CREATE INDEX prompts_standing ON prompts (project_id, path) WHERE latest_number IS NOT NULL;

CREATE TABLE redirects (
  project_id bigint NOT NULL REFERENCES projects (id),
  old_path {text} NOT NULL,
  prompt_id bigint NOT NULL REFERENCES prompts (id),
  PRIMARY KEY (project_id, old_path)
){clustered};

CREATE INDEX redirects_by_prompt ON redirects (project_id, prompt_id, old_path);

CREATE TABLE versions (
  project_id bigint NOT NULL REFERENCES projects (id),
  prompt_id bigint NOT NULL REFERENCES prompts (id),
  number bigint NOT NULL,
  organisation_id bigint NOT NULL REFERENCES organisations (id),
  blob_oid {blob} NOT NULL,
  commit_oid {blob} NOT NULL,
  file_path {text} NOT NULL,
  invalid bigint NOT NULL,
  tombstone bigint NOT NULL,
  author {text} NOT NULL,
  message {text} NOT NULL,
  created_at bigint NOT NULL,
  facts {text} NOT NULL,
  extends {text},
  layer {text},
  scope {text},
  PRIMARY KEY (prompt_id, number)
);

CREATE INDEX versions_by_extends ON versions (organisation_id, extends, prompt_id, number) WHERE extends IS NOT NULL;

CREATE INDEX versions_by_commit ON versions (project_id, commit_oid);

CREATE TABLE aliases (
  project_id bigint NOT NULL REFERENCES projects (id),
  prompt_id bigint NOT NULL,
  name {text} NOT NULL,
  number bigint NOT NULL,
  updated_at bigint NOT NULL,
  PRIMARY KEY (prompt_id, name),
  FOREIGN KEY (prompt_id, number) REFERENCES versions (prompt_id, number)
){clustered};

CREATE INDEX aliases_by_name ON aliases (project_id, name, prompt_id);

CREATE TABLE alias_epochs (
  project_id bigint NOT NULL REFERENCES projects (id),
  name {text} NOT NULL,
  sequence bigint NOT NULL,
  PRIMARY KEY (project_id, name)
){clustered};

CREATE TABLE annotations (
  project_id bigint NOT NULL REFERENCES projects (id),
  prompt_id bigint NOT NULL REFERENCES prompts (id),
  number bigint NOT NULL,
  key {text} NOT NULL,
  value {text} NOT NULL,
  PRIMARY KEY (prompt_id, number, key)
);

CREATE TABLE feed (
  organisation_id bigint NOT NULL REFERENCES organisations (id),
  sequence bigint NOT NULL,
  idx bigint NOT NULL,
  at bigint NOT NULL,
  project_id bigint,
  kind {text} NOT NULL,
  name {text} NOT NULL,
  prompt_id bigint,
  path {text},
  scope {text},
  layer {text},
  old_value {text},
  new_value {text},
  actor {text} NOT NULL,
  PRIMARY KEY (organisation_id, sequence, idx)
);

CREATE TABLE ledger (
  organisation_id bigint NOT NULL REFERENCES organisations (id),
  sequence bigint NOT NULL,
  at bigint NOT NULL,
  actor {text} NOT NULL,
  body {text} NOT NULL,
  hash {blob} NOT NULL,
  PRIMARY KEY (organisation_id, sequence)
);

CREATE TABLE idempotency_keys (
  organisation_id bigint NOT NULL REFERENCES organisations (id),
  key {text} NOT NULL,
  request_hash {blob} NOT NULL,
  answer {text} NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (organisation_id, key)
);

CREATE INDEX idempotency_keys_by_time ON idempotency_keys (at);

CREATE TABLE api_keys (
  id {text} NOT NULL PRIMARY KEY,
  organisation_id bigint NOT NULL REFERENCES organisations (id),
  name {text} NOT NULL,
  hash {blob} NOT NULL,
  permissions bigint NOT NULL,
  projects {text},
  tenant_scopes {text},
  default_project {text} NOT NULL,
  created_at bigint NOT NULL,
  expires_at bigint,
  revoked_at bigint
);

CREATE INDEX api_keys_by_organisation ON api_keys (organisation_id, created_at);

--@postgres
-- Holds no rows. Writers lock it in a shared mode, a writer that lost to others in an exclusive one, so that it cannot lose again.
CREATE TABLE write_turns ();
--@end
