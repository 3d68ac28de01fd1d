-- Ledgers kept current: whatever changes which households a node feeds, or how one is reached, shares the gate and brings
-- the open outages up to date in its own transaction.

-- Brings the ledger up to date with the network: who came in is listed, who went out is released. While gas is off nobody
-- is released, and who comes in joins those without gas. A district that is touched for the first time is told on its
-- chain what was declared; who holds households by then has locked their districts before.
CREATE OR REPLACE FUNCTION gasworks.refresh_ledger(in_outage integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
    SET jit = off
    SET work_mem = '64MB'
AS $$
DECLARE
    now_       timestamptz := present();
    o          outage;
    gas_is_off boolean;
    touched    text[] := ARRAY(SELECT outage_districts(in_outage));
    place      text;
BEGIN
    SELECT * INTO o FROM outage WHERE outage_no = in_outage;
    gas_is_off := o.state IN ('in_progress', 'restoring');
    -- NOT IN, for it is hashed whatever the planner thinks of a ledger that was filled a moment ago.
    WITH member AS MATERIALIZED (
        SELECT m.district_id, m.account_no FROM outage_members(in_outage, o.terms_version) AS m
    ), gone AS (
        UPDATE outage_household AS l SET state = 'released'
        WHERE NOT gas_is_off AND l.district_id = ANY (touched) AND l.outage_no = in_outage AND l.state = 'listed'
          AND (l.district_id, l.account_no) NOT IN (SELECT m.district_id, m.account_no FROM member AS m)
    )
    INSERT INTO outage_household AS l (district_id, outage_no, account_no, state, listed_at, basis, off_at)
    SELECT m.district_id, in_outage, m.account_no, CASE WHEN gas_is_off THEN 'off' ELSE 'listed' END, now_,
           CASE WHEN gas_is_off THEN 'joined' END, CASE WHEN gas_is_off THEN now_ END
    FROM member AS m
    WHERE (m.district_id, m.account_no) NOT IN (
        SELECT k.district_id, k.account_no FROM outage_household AS k
        WHERE k.district_id = ANY (touched) AND k.outage_no = in_outage AND k.state <> 'released')
    ORDER BY m.district_id, m.account_no             -- two who list at once meet in the same order
    ON CONFLICT ON CONSTRAINT outage_household_pkey
        DO UPDATE SET state = excluded.state, basis = excluded.basis, off_at = excluded.off_at
        WHERE l.state = 'released';
    FOR place IN SELECT outage_districts(in_outage) EXCEPT SELECT unnest(touched) ORDER BY 1 LOOP
        PERFORM tell_district(in_outage, place);
    END LOOP;
END
$$;

-- Tells a district's chain, once, of an outage that touches it now and did not when it was declared.
CREATE OR REPLACE FUNCTION gasworks.tell_district(in_outage integer, in_district text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    PERFORM lock_district(in_district);
    IF NOT EXISTS (SELECT FROM archive_event AS e
                   WHERE e.district_id = in_district AND e.account_no = '' AND e.kind = 'outage_declared'
                     AND e.payload ->> 'outage' = 'O-' || in_outage) THEN
        PERFORM append_event(in_district, '', 'outage_declared', present(),
                             (jsonb_build_object('outage', 'O-' || in_outage) || outage_declaration(in_outage))::json);
    END IF;
END
$$;

-- What the terms in force say, as a district's chain is told.
CREATE OR REPLACE FUNCTION gasworks.outage_declaration(in_outage integer) RETURNS jsonb
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    SELECT jsonb_build_object(
        'terms', t.version, 'kind', t.kind, 'starts_at', archive_instant(t.starts_at),
        'ends_at', archive_instant(t.ends_at), 'emergency', o.emergency, 'reason_sha256', text_digest(o.reason),
        'area', (SELECT jsonb_agg(CASE a.kind WHEN 'node' THEN jsonb_build_object('kind', a.kind, 'code', a.code)
                                  ELSE jsonb_build_object('kind', a.kind, 'district', a.district_id, 'code', a.code) END
                                  ORDER BY a.kind, a.district_id, a.code)
                 FROM outage_area AS a WHERE a.outage_no = t.outage_no AND a.version = t.version),
        'affected', (SELECT count(*) FROM outage_household AS l
                     WHERE l.district_id = ANY (ARRAY(SELECT outage_districts(in_outage)))
                       AND l.outage_no = in_outage AND l.state <> 'released'))
    FROM outage AS o JOIN outage_terms AS t ON t.outage_no = o.outage_no AND t.version = o.terms_version
    WHERE o.outage_no = in_outage
$$;

-- Queues what an outage has to say at present to households, of a district and accounts or (NULL) of all, that were not
-- told: its terms while gas is going off, how gas comes back while it does.
CREATE OR REPLACE FUNCTION gasworks.queue_current_notices(in_outage integer, in_district text, in_accounts text[])
    RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    PERFORM queue_notices(in_outage, CASE o.state WHEN 'restoring' THEN 'restoration' ELSE 'terms' END, in_district,
                          in_accounts)
    FROM outage AS o WHERE o.outage_no = in_outage;
END
$$;

-- Brings ledger and outbox up to date; does nothing twice. Called wherever the supply changed.
CREATE OR REPLACE FUNCTION gasworks.refresh_outage(in_outage integer) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    stands text;
BEGIN
    SELECT o.state INTO stands FROM outage AS o WHERE o.outage_no = in_outage;
    IF NOT FOUND THEN
        PERFORM refuse('GW003', 'unknown_outage', json_build_object('outage', 'O-' || in_outage), 'outage_exists');
    END IF;
    IF stands NOT IN ('closed', 'cancelled') THEN
        PERFORM refresh_ledger(in_outage);
        PERFORM queue_current_notices(in_outage, NULL, NULL);
    END IF;
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

-- Tells a household anew, of every open outage that has it, what it was told under a name or at a contact that is no more
-- its own.
CREATE OR REPLACE FUNCTION gasworks.refresh_contact(in_district text, in_account text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
BEGIN
    PERFORM queue_current_notices(o.outage_no, in_district, ARRAY[in_account])
    FROM outage AS o
    JOIN outage_household AS l
        ON l.district_id = in_district AND l.outage_no = o.outage_no AND l.account_no = in_account
    WHERE o.state IN ('announced', 'in_progress', 'restoring')
    ORDER BY o.outage_no;
END
$$;
