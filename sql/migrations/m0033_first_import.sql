-- A first import sets indexes and keys aside: see sql/routines/imports/set_aside_keys.sql.

-- Statements that bring back what was set aside. Rows are seen by the transaction of a first import only.
CREATE TABLE gasworks.set_aside (
    place     integer NOT NULL,
    statement text    NOT NULL,
    CONSTRAINT set_aside_pkey PRIMARY KEY (place)
);
COMMENT ON TABLE gasworks.set_aside IS 'What a first import puts back before it commits; empty for everybody else.';
