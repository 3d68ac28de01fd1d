-- Functions whose results or arguments changed after they were released, which CREATE OR REPLACE cannot do: they are made
-- anew by sql/routines.

DROP FUNCTION IF EXISTS gasworks.refresh_ledger(integer);
DROP FUNCTION IF EXISTS gasworks.refresh_outage(integer);
DROP FUNCTION IF EXISTS gasworks.lease_notices(text, text[], integer, integer);
DROP FUNCTION IF EXISTS gasworks.outage_work(text, date);
DROP FUNCTION IF EXISTS gasworks.outage_evidence(integer);
DROP FUNCTION IF EXISTS gasworks.outage_standing(integer);
