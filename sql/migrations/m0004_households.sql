-- One household, one archive.

CREATE TABLE gasworks.household (
    district_id           text COLLATE "C" NOT NULL,
    account_no            text COLLATE "C" NOT NULL, -- unique in the company, not only in the district: see below
    customer_class        text             NOT NULL,
    name                  text,                      -- private
    address               text             NOT NULL,
    building_id           text COLLATE "C" NOT NULL,
    unit                  text,
    floor                 text,
    latitude              double precision NOT NULL, -- degrees, WGS 84
    longitude             double precision NOT NULL,
    node_id               text COLLATE "C" NOT NULL, -- where its gas branches off, a riser as a rule
    meter_no              text COLLATE "C",
    phone                 text,                      -- private
    email                 text,                      -- private
    special_care          text,                      -- private (health data)
    gas_on                date             NOT NULL,
    gas_off               date,                      -- NULL while gas is on; the cycle is suspended from then on
    last_inspected        date,                      -- last completed inspection
    cycle_months          smallint,                  -- this household's own interval instead of its class's rule
    archive_seq           bigint           NOT NULL DEFAULT 0,  -- head of the event chain: number of its last event,
    archive_hash          bytea,                                -- and that event's hash, so a cut tail is missed too
    CONSTRAINT household_pkey PRIMARY KEY (district_id, account_no),
    CONSTRAINT household_district_fkey FOREIGN KEY (district_id) REFERENCES gasworks.district (district_id),
    CONSTRAINT household_node_fkey FOREIGN KEY (node_id) REFERENCES gasworks.supply_node (node_id),
    CONSTRAINT household_in_a_district CHECK (district_id <> '-'),
    CONSTRAINT household_account_is_a_code CHECK (account_no ~ '^[A-Za-z0-9][A-Za-z0-9_.:#-]{0,31}$'),
    CONSTRAINT household_class_known
        CHECK (customer_class IN ('residential', 'commercial', 'industrial', 'heating')),
    CONSTRAINT household_address_given CHECK (address <> ''),
    CONSTRAINT household_building_is_a_code CHECK (building_id ~ '^[A-Za-z0-9][A-Za-z0-9_.:#-]{0,63}$'),
    CONSTRAINT household_on_earth CHECK (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180),
    CONSTRAINT household_care_known CHECK (special_care IN ('elderly', 'infirm', 'ill', 'disabled')),
    CONSTRAINT household_off_after_on CHECK (gas_off >= gas_on),
    CONSTRAINT household_cycle_sane CHECK (cycle_months BETWEEN 1 AND 120),
    CONSTRAINT household_head_complete CHECK ((archive_seq = 0) = (archive_hash IS NULL))
) WITH (fillfactor = 85);   -- room on the page: a head moves at each event, in place (no indexed column moves)
COMMENT ON TABLE gasworks.household IS
    'A customer''s connection and the head of its archive. Written by functions only; private columns are not granted.';

-- Who looks for a household by what. Each index costs every import, so each has one reason.
-- By account alone, without knowing the district: the counter, the telephone. Not UNIQUE, for a unique key of a
-- distributed table must contain district_id; one account in two districts is kept out by the import, which holds the
-- company's lock while it looks.
CREATE INDEX household_account ON gasworks.household (account_no);
-- By building: campaigns, day plans, and an address search (which finds buildings first, see gasworks.building).
CREATE INDEX household_building ON gasworks.household (district_id, building_id);
-- By supply node: who is without gas when this valve is closed; crosses districts.
CREATE INDEX household_node ON gasworks.household (node_id);
-- By meter: what the reader sees on the wall.
CREATE INDEX household_meter ON gasworks.household (meter_no) WHERE meter_no IS NOT NULL;
-- By name: shops and plants have one on the door; most homes have none on file.
CREATE INDEX household_name ON gasworks.household (lower(name) text_pattern_ops) WHERE name IS NOT NULL;

-- Addresses once each: a city has some hundred households to an address, and searching an address by its middle wants a
-- trigram index, which is dear by the row. It stands on these few rows instead of on a million households.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE TABLE gasworks.building (
    district_id text COLLATE "C" NOT NULL,
    building_id text COLLATE "C" NOT NULL,
    address     text             NOT NULL,
    CONSTRAINT building_pkey PRIMARY KEY (district_id, building_id, address)
);
COMMENT ON TABLE gasworks.building IS
    'Addresses seen for a building (a corner house has two); a finding aid for the search, kept by the imports.';
CREATE INDEX building_address ON gasworks.building USING gin (lower(address) public.gin_trgm_ops);
