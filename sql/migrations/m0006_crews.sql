-- Who goes out. Few rows, needed in every district: reference tables, keyed by the crew's company-wide id.

CREATE TABLE gasworks.crew (
    crew_id         text COLLATE "C" NOT NULL,
    district_id     text COLLATE "C" NOT NULL,       -- '-' serves every district
    name            text             NOT NULL,
    depot_latitude  double precision NOT NULL,       -- degrees, WGS 84: where the day starts and ends
    depot_longitude double precision NOT NULL,
    shift_start     smallint         NOT NULL,       -- minutes after local midnight
    shift_end       smallint         NOT NULL,       -- the same; beyond 1440 when the shift ends on the next day
    active          boolean          NOT NULL DEFAULT true,
    CONSTRAINT crew_pkey PRIMARY KEY (crew_id),
    CONSTRAINT crew_district_fkey FOREIGN KEY (district_id) REFERENCES gasworks.district (district_id),
    CONSTRAINT crew_id_is_a_code CHECK (crew_id ~ '^[A-Za-z0-9][A-Za-z0-9_.:#-]{0,31}$'),
    CONSTRAINT crew_depot_on_earth
        CHECK (depot_latitude BETWEEN -90 AND 90 AND depot_longitude BETWEEN -180 AND 180),
    CONSTRAINT crew_shift_within_two_days
        CHECK (shift_start BETWEEN 0 AND 1439 AND shift_end > shift_start AND shift_end - shift_start <= 1440)
);

CREATE TABLE gasworks.crew_member (
    crew_id    text COLLATE "C" NOT NULL,
    member_no  integer          NOT NULL,
    name       text             NOT NULL,
    badge      text,
    from_date  date             NOT NULL,
    until_date date,                                 -- NULL: still in the crew
    CONSTRAINT crew_member_pkey PRIMARY KEY (crew_id, member_no),
    CONSTRAINT crew_member_crew_fkey FOREIGN KEY (crew_id) REFERENCES gasworks.crew (crew_id),
    CONSTRAINT crew_member_dates_in_order CHECK (until_date >= from_date)
);

-- What a crew may be sent to. Renewing adds to the end; taking away sets it to the day before.
CREATE TABLE gasworks.certificate (
    crew_id     text COLLATE "C" NOT NULL,
    skill       text COLLATE "C" NOT NULL,           -- inspection, repair, emergency, …
    valid_from  date,                                -- NULL: as long as anyone remembers
    valid_until date,                                -- NULL: no expiry on file; the last valid day otherwise
    CONSTRAINT certificate_pkey PRIMARY KEY (crew_id, skill),
    CONSTRAINT certificate_crew_fkey FOREIGN KEY (crew_id) REFERENCES gasworks.crew (crew_id),
    CONSTRAINT certificate_skill_is_a_code CHECK (skill ~ '^[a-z][a-z0-9_]{0,31}$')
);

CREATE TABLE gasworks.absence (
    crew_id    text COLLATE "C" NOT NULL,
    from_date  date             NOT NULL,
    until_date date             NOT NULL,            -- the last day away
    reason     text,
    CONSTRAINT absence_pkey PRIMARY KEY (crew_id, from_date),
    CONSTRAINT absence_crew_fkey FOREIGN KEY (crew_id) REFERENCES gasworks.crew (crew_id),
    CONSTRAINT absence_dates_in_order CHECK (until_date >= from_date)
);

-- A day on which a crew's hours differ from its usual shift.
CREATE TABLE gasworks.shift (
    crew_id     text COLLATE "C" NOT NULL,
    shift_date  date             NOT NULL,
    shift_start smallint         NOT NULL,           -- minutes after local midnight
    shift_end   smallint         NOT NULL,
    CONSTRAINT shift_pkey PRIMARY KEY (crew_id, shift_date),
    CONSTRAINT shift_crew_fkey FOREIGN KEY (crew_id) REFERENCES gasworks.crew (crew_id),
    CONSTRAINT shift_within_two_days
        CHECK (shift_start BETWEEN 0 AND 1439 AND shift_end > shift_start AND shift_end - shift_start <= 1440)
);

-- Whose login is whose: a session that is nothing but a crew works as the crew named here, and as no other.
CREATE TABLE gasworks.staff_login (
    login   text COLLATE "C" NOT NULL,
    crew_id text COLLATE "C" NOT NULL,
    CONSTRAINT staff_login_pkey PRIMARY KEY (login),
    CONSTRAINT staff_login_crew_fkey FOREIGN KEY (crew_id) REFERENCES gasworks.crew (crew_id)
);
