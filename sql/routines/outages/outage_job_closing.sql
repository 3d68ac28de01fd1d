-- A crew's job for an outage is done.

-- A crew's job that brings a notice or lights a household again is done.
--   notice: delivered | posted | no_access | refused      restoration: lit | no_access (in_revisit_on: when again)
-- What came of it holds for every outage that the household had such work for; of notices, for those that were announced
-- by then.
CREATE OR REPLACE FUNCTION gasworks.close_outage_job(
    in_command_id uuid, in_district text, in_job_no bigint, in_result text, in_at timestamptz, in_revisit_on date)
    RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'close_outage_job ' || in_job_no;
    work    job  := take_job(in_district, in_job_no);
    answer  json := answered(in_district, in_command_id, command);
    open_   notice;
    o       outage;
    settled integer := 0;
BEGIN
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    IF work.state NOT IN ('planned', 'started') THEN
        PERFORM refuse_job_state(work, 'closed');
    END IF;
    IF NOT coalesce(in_result = ANY (CASE work.kind WHEN 'notice' THEN ARRAY['delivered', 'posted', 'no_access', 'refused']
                                                    WHEN 'restoration' THEN ARRAY['lit', 'no_access'] END), false) THEN
        PERFORM refuse('GW008', 'invalid_value', json_build_object('name', 'result', 'value', in_result,
                                                                   'expected', work.kind),
                       'result_of_kind');
    END IF;
    PERFORM demand_certificate(work, demand_happened(in_at));
    UPDATE job SET state = 'closed', closed_at = in_at, started_at = least(coalesce(started_at, in_at), in_at),
        result = in_result
    WHERE district_id = in_district AND job_no = in_job_no;
    PERFORM append_event(in_district, work.account_no, 'job_closed', in_at, json_build_object(
        'job', in_district || '-' || in_job_no, 'kind', work.kind, 'result', in_result, 'crew_id', work.crew_id));
    IF work.kind = 'notice' THEN
        PERFORM lock_notices(array_agg(n.district_id), array_agg(n.notice_no)) FROM notice AS n
        WHERE n.district_id = in_district AND n.account_no = work.account_no AND n.channel = 'hand'
          AND n.state = 'queued';
        FOR open_ IN SELECT n.* FROM notice AS n
                     WHERE n.district_id = in_district AND n.account_no = work.account_no AND n.channel = 'hand'
                       AND n.state = 'queued'
                       AND n.outage_no IN (SELECT x.outage_no FROM outage AS x
                                           WHERE x.state = 'announced' AND x.announced_at <= in_at)
                     ORDER BY n.notice_no LOOP
            PERFORM settle_telling(open_, CASE in_result WHEN 'delivered' THEN 'handed' ELSE in_result END, in_at);
            settled := settled + 1;
        END LOOP;
    ELSE
        FOR o IN SELECT x.* FROM outage AS x
                 WHERE EXISTS (SELECT FROM outage_household AS l
                               WHERE l.district_id = in_district AND l.outage_no = x.outage_no
                                 AND l.account_no = work.account_no AND l.state = 'sealed')
                 ORDER BY x.outage_no LOOP
            PERFORM open_restorations();
            INSERT INTO pg_temp.restored
            VALUES (work.account_no, CASE in_result WHEN 'lit' THEN 'lit' ELSE 'sealed' END, in_revisit_on);
            PERFORM restore_staged(o, in_district, in_at);
            settled := settled + 1;
        END LOOP;
    END IF;
    RETURN record_answer(in_district, in_command_id, command, json_build_object(
        'id', in_district || '-' || in_job_no, 'account_no', work.account_no, 'state', 'closed', 'result', in_result,
        'settled', settled));
END
$$;
