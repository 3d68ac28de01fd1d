-- A skill that a file of crews no longer names is withdrawn, and given back when a later file names it again.

ALTER TABLE gasworks.certificate
    ADD COLUMN withdrawn_on date,                    -- the day on which an import took it away; NULL: none did
    ADD CONSTRAINT certificate_withdrawn_is_over
        CHECK (withdrawn_on IS NULL OR valid_until IS NOT NULL);
