-- Where gas comes from and who dispatches where. Few rows, the same on every node: these are Citus reference tables, so
-- they are keyed by their own ids and every table may point at them.

CREATE TABLE gasworks.district (
    district_id text COLLATE "C" NOT NULL,          -- '-' is the company as a whole
    name        text             NOT NULL,
    CONSTRAINT district_pkey PRIMARY KEY (district_id),
    CONSTRAINT district_id_is_a_code
        CHECK (district_id = '-' OR district_id ~ '^[A-Za-z0-9][A-Za-z0-9_.:#-]{0,31}$')
);
COMMENT ON TABLE gasworks.district IS 'The unit in which a dispatch centre works; "-" stands for the whole company.';
INSERT INTO gasworks.district (district_id, name) VALUES ('-', 'company');

CREATE TABLE gasworks.supply_node (
    node_id   text COLLATE "C" NOT NULL,
    kind      text             NOT NULL,
    parent_id text COLLATE "C",                      -- NULL for a gate station: gas enters there
    name      text             NOT NULL,
    latitude  double precision NOT NULL,             -- degrees, WGS 84
    longitude double precision NOT NULL,
    CONSTRAINT supply_node_pkey PRIMARY KEY (node_id),
    CONSTRAINT supply_node_parent_fkey FOREIGN KEY (parent_id) REFERENCES gasworks.supply_node (node_id),
    CONSTRAINT supply_node_id_is_a_code CHECK (node_id ~ '^[A-Za-z0-9][A-Za-z0-9_.:#-]{0,63}$'),
    CONSTRAINT supply_node_kind_known CHECK (kind IN ('gate_station', 'regulator', 'main', 'riser')),
    CONSTRAINT supply_node_root_is_gate CHECK ((parent_id IS NULL) = (kind = 'gate_station')),
    CONSTRAINT supply_node_not_own_parent CHECK (parent_id <> node_id),
    CONSTRAINT supply_node_on_earth CHECK (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180)
);
COMMENT ON TABLE gasworks.supply_node IS 'The supply tree: gate station > regulator > main > riser.';
CREATE INDEX supply_node_parent ON gasworks.supply_node (parent_id);    -- walking down from a closed valve
