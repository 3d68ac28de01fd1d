-- Ledgers kept current: whatever changes which households a node feeds, or how one is reached, shares the gate and brings
-- the open outages up to date in its own transaction.

-- Brings the ledger up to date with the network: who came in is listed, who went out is released. While gas is off nobody
-- is released, and who comes in joins those without gas.
CREATE OR REPLACE FUNCTION gasworks.refresh_ledger(in_outage integer, OUT joined integer, OUT released integer)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
    SET jit = off
    SET work_mem = '64MB'
AS $$
DECLARE
    now_ timestamptz := present();
    o    outage;
    gas_is_off boolean;
BEGIN
    SELECT * INTO o FROM outage WHERE outage_no = in_outage;
    gas_is_off := o.state IN ('in_progress', 'restoring');
    -- NOT IN, for it is hashed whatever the planner thinks of a ledger that was filled a moment ago.
    WITH member AS MATERIALIZED (
        SELECT m.district_id, m.account_no FROM outage_members(in_outage, o.terms_version) AS m
    ), added AS (
        INSERT INTO outage_household AS l (district_id, outage_no, account_no, state, listed_at, basis, off_at)
        SELECT m.district_id, in_outage, m.account_no, CASE WHEN gas_is_off THEN 'off' ELSE 'listed' END, now_,
               CASE WHEN gas_is_off THEN 'joined' END, CASE WHEN gas_is_off THEN now_ END
        FROM member AS m
        WHERE (m.district_id, m.account_no) NOT IN (
            SELECT k.district_id, k.account_no FROM outage_household AS k
            WHERE k.outage_no = in_outage AND k.state <> 'released')
        ORDER BY m.district_id, m.account_no         -- two who list at once meet in the same order
        ON CONFLICT ON CONSTRAINT outage_household_pkey
            DO UPDATE SET state = excluded.state, basis = excluded.basis, off_at = excluded.off_at
            WHERE l.state = 'released'
        RETURNING 1
    ), gone AS (
        UPDATE outage_household AS l SET state = 'released'
        WHERE NOT gas_is_off AND l.outage_no = in_outage AND l.state = 'listed'
          AND (l.district_id, l.account_no) NOT IN (SELECT m.district_id, m.account_no FROM member AS m)
        RETURNING 1
    )
    SELECT (SELECT count(*) FROM added), (SELECT count(*) FROM gone) INTO joined, released;
END
$$;

-- Brings ledger and outbox up to date; does nothing twice. Called wherever the supply or a contact changed.
CREATE OR REPLACE FUNCTION gasworks.refresh_outage(in_outage integer) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    o       outage;
    ledger  record;
    queued  integer := 0;
BEGIN
    SELECT * INTO o FROM outage WHERE outage_no = in_outage;
    IF NOT FOUND THEN
        PERFORM refuse('GW003', 'unknown_outage', json_build_object('outage', 'O-' || in_outage), 'outage_exists');
    END IF;
    IF o.state IN ('closed', 'cancelled') THEN
        RETURN json_build_object('joined', 0, 'released', 0, 'queued', 0);
    END IF;
    ledger := refresh_ledger(in_outage);
    IF o.announced_at IS NOT NULL THEN
        queued := queue_notices(in_outage, 'terms', NULL, NULL);
    END IF;
    RETURN json_build_object('joined', ledger.joined, 'released', ledger.released, 'queued', queued);
END
$$;

-- Brings every open outage up to date.
CREATE OR REPLACE FUNCTION gasworks.refresh_outages() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    number integer;
BEGIN
    FOR number IN SELECT o.outage_no FROM outage AS o
                  WHERE o.state IN ('declared', 'announced', 'in_progress', 'restoring') ORDER BY o.outage_no LOOP
        PERFORM refresh_outage(number);
    END LOOP;
END
$$;
