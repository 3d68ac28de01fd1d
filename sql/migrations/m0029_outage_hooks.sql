-- Ledgers kept current: whatever changes which households a node feeds, or how one is reached, shares the gate and brings
-- the open outages up to date in its own transaction. The functions that did the change so far keep doing it, under
-- another name, and are reached through these only.

ALTER FUNCTION gasworks.change_household(uuid, text, json, text, date, date, date, integer)
    RENAME TO change_household_fields;
ALTER FUNCTION gasworks.apply_household_import(text) RENAME TO apply_imported_households;
ALTER FUNCTION gasworks.apply_supply_import(text) RENAME TO apply_imported_supply;
REVOKE EXECUTE ON FUNCTION
    gasworks.change_household_fields, gasworks.apply_imported_households, gasworks.apply_imported_supply
    FROM gasworks_dispatcher, gasworks_administrator;

-- Brings every open outage up to date.
CREATE FUNCTION gasworks.refresh_outages() RETURNS void
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

-- Changes fields of a household (see change_household_fields) and what open outages make of it.
CREATE FUNCTION gasworks.change_household(
    in_command_id uuid, in_account text, in_changes json,
    in_basis text, in_opens date, in_deadline date, in_deemed date, in_rule_id integer) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    answer json;
BEGIN
    PERFORM share_gate();
    answer := change_household_fields(in_command_id, in_account, in_changes, in_basis, in_opens, in_deadline, in_deemed,
                                      in_rule_id);
    IF json_array_length(answer -> 'changed') > 0 THEN
        PERFORM refresh_outages();
    END IF;
    RETURN answer;
END
$$;

-- Applies a staged import of households (see apply_imported_households) and what open outages make of it.
CREATE FUNCTION gasworks.apply_household_import(in_file_sha256 text) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    answer json;
BEGIN
    PERFORM share_gate();
    answer := apply_imported_households(in_file_sha256);
    PERFORM refresh_outages();
    RETURN answer;
END
$$;

-- Applies a staged import of supply nodes (see apply_imported_supply) and what open outages make of it.
CREATE FUNCTION gasworks.apply_supply_import(in_file_sha256 text) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    answer json;
BEGIN
    PERFORM share_gate();
    answer := apply_imported_supply(in_file_sha256);
    PERFORM refresh_outages();
    RETURN answer;
END
$$;
