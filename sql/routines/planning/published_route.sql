-- The day that crews see, stop by stop, job by job: one statement over one published version, so never a mixture.
CREATE OR REPLACE VIEW gasworks.published_route WITH (security_invoker) AS
SELECT p.district_id, p.plan_date, p.published_version AS version, s.crew_id, s.sequence, s.building_id, s.address,
       s.latitude, s.longitude, s.arrival, s.departure, j.job_no, j.kind, j.account_no, j.state, j.result, j.started_at,
       j.closed_at
FROM gasworks.day_head AS p
JOIN gasworks.route_stop AS s
    ON s.district_id = p.district_id AND s.plan_date = p.plan_date AND s.version = p.published_version
JOIN gasworks.route_job AS rj
    ON rj.district_id = s.district_id AND rj.plan_date = s.plan_date AND rj.version = s.version
   AND rj.crew_id = s.crew_id AND rj.sequence = s.sequence
JOIN gasworks.job AS j ON j.district_id = rj.district_id AND j.job_no = rj.job_no;
