-- Functions were taken as they came while others of them were missing; now that all are there, each body is parsed.

SET LOCAL check_function_bodies = on;
SET LOCAL search_path = gasworks, pg_temp;
SELECT fmgr_sql_validator(p.oid) FROM pg_catalog.pg_proc AS p JOIN pg_catalog.pg_language AS l ON l.oid = p.prolang
WHERE p.pronamespace = 'gasworks'::regnamespace AND l.lanname = 'sql';
SELECT plpgsql_validator(p.oid) FROM pg_catalog.pg_proc AS p JOIN pg_catalog.pg_language AS l ON l.oid = p.prolang
WHERE p.pronamespace = 'gasworks'::regnamespace AND l.lanname = 'plpgsql';
SET LOCAL search_path TO DEFAULT;
