-- Who works on a fault, and whether they may.

-- What a fault asks of a crew: a repair, and in an emergency the training for it too.
CREATE OR REPLACE FUNCTION gasworks.fault_skills(in_severity text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE in_severity WHEN 'emergency' THEN ARRAY['repair', 'emergency'] ELSE ARRAY['repair'] END
$$;

-- Refuses a crew that lacks a certificate valid on the day.
CREATE OR REPLACE FUNCTION gasworks.demand_fault_certificate(in_fault gasworks.fault, in_crew text, in_day date) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    lacking text;
BEGIN
    SELECT skill INTO lacking FROM unnest(fault_skills(in_fault.severity)) AS skill
    WHERE NOT is_certified(in_crew, skill, in_day) LIMIT 1;
    IF FOUND THEN
        PERFORM refuse('GW004', 'missing_certificate',
                       json_build_object('crew_id', in_crew, 'skill', lacking, 'date', in_day), 'certified_crew_only');
    END IF;
END
$$;

-- The crew that has a fault, or had it last; NULL: none had it.
CREATE OR REPLACE FUNCTION gasworks.fault_holder(in_fault gasworks.fault) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    SELECT crew_id FROM job
    WHERE district_id = in_fault.district_id AND fault_no = in_fault.fault_no
      AND state IN ('planned', 'started', 'closed')
    ORDER BY job_no DESC LIMIT 1
$$;

-- The crew that works on a fault: the one that the session is, that is named, or that has it.
CREATE OR REPLACE FUNCTION gasworks.fault_worker(in_fault gasworks.fault, in_crew text) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    worker text := coalesce(own_crew(), in_crew, fault_holder(in_fault));
BEGIN
    IF worker IS NULL OR NOT EXISTS (SELECT FROM crew WHERE crew_id = worker) THEN
        PERFORM refuse('GW003', 'unknown_crew', json_build_object('crew_id', worker), 'crew_exists');
    END IF;
    RETURN worker;
END
$$;

-- Closes the jobs of a fault that needs none any more. A repair was work, also where nobody said that it began; a referral
-- by telephone spares the crew the way.
CREATE OR REPLACE FUNCTION gasworks.close_fault_jobs(in_fault gasworks.fault, in_result text, in_at timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
    UPDATE job SET state = 'closed', result = in_result, started_at = coalesce(started_at, in_at),
                   closed_at = greatest(in_at, started_at)
    WHERE district_id = in_fault.district_id AND fault_no = in_fault.fault_no
      AND (state = 'started' OR (state = 'planned' AND in_result = 'repaired'));
    UPDATE job SET state = 'withdrawn'
    WHERE district_id = in_fault.district_id AND fault_no = in_fault.fault_no AND state IN ('proposed', 'planned')
$$;
