-- The one company this database serves.

CREATE TABLE gasworks.installation (
    only_one  boolean     NOT NULL DEFAULT true,
    time_zone text        NOT NULL,                -- IANA name; rules are computed in the utility's local time
    rehearsal boolean     NOT NULL,                -- true: gasworks.now may set the clock; never for a real company
    made_at   timestamptz NOT NULL,
    made_by   text        NOT NULL,
    CONSTRAINT installation_pkey PRIMARY KEY (only_one),
    CONSTRAINT installation_is_single CHECK (only_one)
);
COMMENT ON TABLE gasworks.installation IS 'One row: what this database is. Written once by "db init".';
