-- Functions, views, policies and privileges are in sql/routines, which are applied anew as a whole whenever they change.

CREATE TABLE gasworks.routine (
    only_one    boolean     NOT NULL DEFAULT true,
    revision    integer     NOT NULL,                -- of the program that applied them: an older one leaves them alone
    migration   integer     NOT NULL,                -- the last one before them: a later one asks for them anew
    checksum    text        NOT NULL,                -- SHA-256 of the files
    fingerprint text        NOT NULL,                -- SHA-256 of what they made, so that a change by hand is seen
    applied_at  timestamptz NOT NULL,
    applied_by  text        NOT NULL,
    CONSTRAINT routine_pkey PRIMARY KEY (only_one),
    CONSTRAINT routine_is_single CHECK (only_one)
);
COMMENT ON TABLE gasworks.routine IS 'One row: which functions, views, policies and privileges this database has.';
