-- Search again, laid out for very many prompts: words stand in the index only, visibility and folders are words of the index, and what waits is found in its
-- order. Everything is indexed anew, behind the start. docs/search.md explains it.
--@sqlite
DROP TABLE search_words;
--@end
DROP TABLE search_documents;
DROP TABLE search_deferred;

CREATE TABLE search_documents (
  prompt_id {rowid} REFERENCES prompts (id),
  project_id bigint NOT NULL,
  number bigint NOT NULL,
  path {text} NOT NULL,
  layer {text},
  scope {text},
  description {text} NOT NULL,
  tags {text} NOT NULL,
  marks {text} NOT NULL,
  body {text} NOT NULL
);

-- Prompts whose documents are made behind the change, the tenant who alone sees them (empty for all), and the number of that change.
CREATE TABLE search_deferred (
  prompt_id bigint NOT NULL PRIMARY KEY REFERENCES prompts (id),
  project_id bigint NOT NULL,
  tenant {text} NOT NULL,
  sequence bigint NOT NULL
){clustered};

CREATE INDEX search_deferred_by_sequence ON search_deferred (sequence, prompt_id);

CREATE INDEX search_deferred_by_project ON search_deferred (project_id, sequence, tenant);

INSERT INTO search_deferred (prompt_id, project_id, tenant, sequence)
SELECT p.id, p.project_id, CASE WHEN v.layer = 'tenant' THEN coalesce(v.scope, '') ELSE '' END, 1
FROM prompts p JOIN versions v ON v.prompt_id = p.id AND v.number = p.latest_number;

--@sqlite
-- Words are cut and folded before they come here: separated by spaces, and 'ascii' leaves everything beyond ASCII as it is. The table keeps no texts: to take
-- a prompt out, its words are made once more from its document.
CREATE VIRTUAL TABLE search_words USING fts5 (words, content='', columnsize=0, tokenize='ascii');
--@end

--@postgres
-- A table of its own, with the words of each row stored apart, so that going through very many matches reads nothing but ids. PostgreSQL stores apart only
-- what makes a row longer than 2 kB; the padding does, and takes 40 bytes, compressed. Who sees a prompt stands in its row, so that nobody asks the index for what
-- nearly all prompts have: where the tenant is null, all tenants see it.
CREATE TABLE search_words (
  prompt_id bigint PRIMARY KEY,
  project_id bigint NOT NULL,
  tenant {text},
  padding text NOT NULL DEFAULT repeat(' ', 2048),
  words tsvector NOT NULL
) WITH (toast_tuple_target = 128);

ALTER TABLE search_words ALTER COLUMN words SET STORAGE EXTERNAL;

-- Without statistics words pass for rare, and the index is always used: looking at the words of rows instead is never worth it.
ALTER TABLE search_words ALTER COLUMN words SET STATISTICS 0;

CREATE INDEX search_words_by_word ON search_words USING gin (words) WITH (gin_pending_list_limit = 512);
--@end
