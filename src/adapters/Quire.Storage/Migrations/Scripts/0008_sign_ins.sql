-- Browsers that somebody signed in with a key. The token itself is stored nowhere.
CREATE TABLE sign_ins (
  hash {blob} NOT NULL PRIMARY KEY,
  organisation_id bigint NOT NULL REFERENCES organisations (id),
  key_id {text} NOT NULL REFERENCES api_keys (id),
  created_at bigint NOT NULL,
  expires_at bigint NOT NULL
);

CREATE INDEX sign_ins_by_expiry ON sign_ins (expires_at);
