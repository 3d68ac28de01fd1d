-- Texts in files that a spreadsheet opens.

-- A text as a spreadsheet may be given it: what it would take for a formula gets an apostrophe in front, and so does what
-- begins with an apostrophe before such a thing; the same rule as Presentation's FormulaGuard.
CREATE OR REPLACE FUNCTION gasworks.spreadsheet_text(in_text text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT CASE WHEN strpos(E'''=+-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n \u00A0\u3000', left(in_text, 1)) > 0
                 AND in_text ~ E'^''*[ \u00A0\u3000]*[=+\uFF1D\uFF0B\uFF0D\uFF20@\t\r\n-]'
                 AND in_text !~ E'^''*-?[0-9]+([.][0-9]+)?$'
                THEN '''' || in_text ELSE in_text END
$$;
