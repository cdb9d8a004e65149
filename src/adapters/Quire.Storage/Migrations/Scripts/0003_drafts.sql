-- What people work on. No part of git, search, feed or clones; rows of one person, project, branch and path.
CREATE TABLE drafts (
  project_id bigint NOT NULL REFERENCES projects (id),
  person {text} NOT NULL,
  branch {text} NOT NULL,
  path {text} NOT NULL,
  organisation_id bigint NOT NULL REFERENCES organisations (id),
  base_commit {blob},
  format {text},
  content {text} NOT NULL,
  bytes bigint NOT NULL,
  updated_at bigint NOT NULL,
  PRIMARY KEY (project_id, person, branch, path)
);

CREATE INDEX drafts_by_person ON drafts (organisation_id, person, bytes);
