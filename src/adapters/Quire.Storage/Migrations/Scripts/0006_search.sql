-- What search looks at: the latest version of each standing prompt. docs/search.md explains it.
CREATE TABLE search_documents (
  prompt_id {rowid} REFERENCES prompts (id),
  project_id bigint NOT NULL,
  number bigint NOT NULL,
  path {text} NOT NULL,
  layer {text},
  scope {text},
  description {text} NOT NULL,
  tags {text} NOT NULL,
  body {text} NOT NULL,
  words {words} NOT NULL
);

CREATE INDEX search_documents_by_path ON search_documents (project_id, path);

-- Prompts whose documents are made behind the change, and the number of that change.
CREATE TABLE search_deferred (
  prompt_id bigint NOT NULL PRIMARY KEY REFERENCES prompts (id),
  project_id bigint NOT NULL,
  sequence bigint NOT NULL
){clustered};

CREATE INDEX search_deferred_by_project ON search_deferred (project_id, sequence);

INSERT INTO search_deferred (prompt_id, project_id, sequence) SELECT id, project_id, 1 FROM prompts WHERE latest_number IS NOT NULL;

--@sqlite
-- Words are cut and folded before they come here: separated by spaces, and 'ascii' leaves everything beyond ASCII as it is.
CREATE VIRTUAL TABLE search_words USING fts5 (words, content='search_documents', content_rowid='prompt_id', columnsize=0, tokenize='ascii');

CREATE TRIGGER search_documents_added AFTER INSERT ON search_documents BEGIN
  INSERT INTO search_words (rowid, words) VALUES (new.prompt_id, new.words);
END;

CREATE TRIGGER search_documents_removed AFTER DELETE ON search_documents BEGIN
  INSERT INTO search_words (search_words, rowid, words) VALUES ('delete', old.prompt_id, old.words);
END;
--@end

--@postgres
CREATE INDEX search_words ON search_documents USING gin (words);
--@end
