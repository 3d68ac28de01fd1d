-- Households with their private fields masked. A crew sees its own route's of today; the office sees all. The
-- sub-selects are evaluated once for a query, not once for a row.
CREATE OR REPLACE VIEW gasworks.household_masked WITH (security_barrier) AS
SELECT h.district_id, h.account_no, h.customer_class, gasworks.masked(h.name, 1, 0) AS name_masked, h.address,
       h.building_id, h.unit, h.floor, h.latitude, h.longitude, h.node_id, h.meter_no,
       gasworks.masked(h.phone, 2, 2) AS phone_masked, gasworks.masked_email(h.email) AS email_masked,
       h.special_care IS NOT NULL AS in_special_care, h.gas_on, h.gas_off, h.last_inspected, h.cycle_months,
       o.obligation_no, o.window_opens, o.deadline, h.archive_seq
FROM gasworks.household AS h
LEFT JOIN gasworks.inspection_obligation AS o
    ON o.district_id = h.district_id AND o.account_no = h.account_no AND o.state = 'open'
WHERE (SELECT gasworks.is_office()) OR h.account_no = ANY ((SELECT gasworks.own_accounts())::text[]);
