-- What a fault's clock follows from: its steps with their events.
CREATE OR REPLACE VIEW gasworks.fault_trail WITH (security_invoker) AS
SELECT s.district_id, s.fault_no, s.step_no, s.kind, s.account_no, s.archive_seq, e.occurred_at, e.recorded_at, e.actor,
       e.operator, e.payload, e.hash
FROM gasworks.fault_step AS s
JOIN gasworks.archive_event AS e
  ON e.district_id = s.district_id AND e.account_no = s.account_no AND e.seq = s.archive_seq;
COMMENT ON VIEW gasworks.fault_trail IS 'Each step of a fault with its event; a fault''s clock is a fold over these.';
