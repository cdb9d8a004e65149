-- What an organisation asks of its prompts; JSON. No row asks for nothing.
CREATE TABLE content_rules (
  organisation_id bigint NOT NULL PRIMARY KEY REFERENCES organisations (id),
  rules {text} NOT NULL
);
