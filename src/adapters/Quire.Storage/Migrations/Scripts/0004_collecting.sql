-- When an object was last handed in: what nothing refers to is kept for a while. 0 is long ago.
ALTER TABLE objects ADD COLUMN staged_at bigint NOT NULL DEFAULT 0;

-- How far back the delta of a tree reaches.
ALTER TABLE objects ADD COLUMN delta_level bigint NOT NULL DEFAULT 0;

-- How often objects of the project were swept: a change that was prepared before a sweep hands its objects in again.
ALTER TABLE projects ADD COLUMN collected bigint NOT NULL DEFAULT 0;
