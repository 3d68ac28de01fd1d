-- What people report who telephone, or stand at the door.

-- What came of a telephone call or of a notice carried by hand.
--   call: reached | no_answer | wrong_number       hand: handed | posted (into the letterbox) | no_access | refused
-- A notice that was handed over or put into the letterbox, or told by telephone, is confirmed; nobody met or nobody
-- answering leaves it to be tried again; a wrong number or a refusal ends the channel. A refusal at the door, said to a
-- person, is told in person all the same: the supervisor waives it.
CREATE OR REPLACE FUNCTION gasworks.record_telling(
    in_command_id uuid, in_district text, in_notice_no bigint, in_result text, in_at timestamptz) RETURNS json
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    command text := 'record_telling ' || in_notice_no;
    told    notice;
    answer  json;
    id      text := in_district || '-' || in_notice_no;
BEGIN
    PERFORM lock_notices(ARRAY[in_district], ARRAY[in_notice_no]);
    SELECT * INTO told FROM notice WHERE district_id = in_district AND notice_no = in_notice_no;
    IF NOT FOUND THEN
        PERFORM refuse('GW003', 'unknown_notice', json_build_object('notice', id), 'notice_exists');
    END IF;
    answer := answered(in_district, in_command_id, command);
    IF answer IS NOT NULL THEN
        RETURN answer;
    END IF;
    IF told.state <> 'queued' THEN
        PERFORM refuse('GW001', 'illegal_notice_state',
                       json_build_object('notice', id, 'state', told.state, 'wanted', in_result), 'notice_states');
    END IF;
    PERFORM settle_telling(told, in_result, in_at);
    RETURN record_answer(in_district, in_command_id, command,
                         (SELECT json_build_object('id', id, 'account_no', n.account_no, 'state', n.state)
                          FROM notice AS n WHERE n.district_id = in_district AND n.notice_no = in_notice_no));
END
$$;

-- Applies what came of a call or a delivery to a notice that the caller has locked.
CREATE OR REPLACE FUNCTION gasworks.settle_telling(in_notice gasworks.notice, in_result text, in_at timestamptz)
    RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = gasworks, pg_temp
AS $$
DECLARE
    now_ timestamptz := present();
BEGIN
    IF NOT coalesce(in_result = ANY (CASE in_notice.channel WHEN 'call' THEN ARRAY['reached', 'no_answer', 'wrong_number']
                                             WHEN 'hand' THEN ARRAY['handed', 'posted', 'no_access', 'refused'] END), false)
    THEN
        PERFORM refuse('GW008', 'invalid_value',
                       json_build_object('name', 'result', 'value', in_result,
                                         'expected', 'result_of_' || in_notice.channel),
                       'result_of_channel');
    END IF;
    IF in_at > now_ + interval '5 minutes' OR in_at < (
        SELECT t.made_at FROM outage_terms AS t
        WHERE t.outage_no = in_notice.outage_no AND t.version = in_notice.version) THEN
        PERFORM refuse('GW008', 'invalid_value',
                       json_build_object('name', 'at', 'value', archive_instant(in_at),
                                         'expected', 'since_the_terms_were_made'),
                       'facts_are_past');
    END IF;
    IF in_result = 'posted' AND EXISTS (
        SELECT FROM household AS h WHERE h.district_id = in_notice.district_id AND h.account_no = in_notice.account_no
                                     AND h.special_care IS NOT NULL) THEN
        PERFORM refuse('GW008', 'invalid_value',
                       json_build_object('name', 'result', 'value', in_result, 'expected', 'special_care_in_person'),
                       'special_care_in_person');
    END IF;
    IF in_result IN ('reached', 'handed', 'posted') THEN
        PERFORM open_tellings();
        INSERT INTO pg_temp.telling VALUES (in_notice.district_id, in_notice.notice_no,
                                            CASE in_result WHEN 'reached' THEN 'call' ELSE in_result END, least(in_at, now_));
        PERFORM confirm_tellings();
    ELSIF in_result IN ('no_answer', 'no_access') AND (in_notice.channel = 'hand' OR in_notice.attempts + 1 < setting_number(
              in_notice.district_id, 'notices.max_attempts', today(), 6)) THEN
        UPDATE notice SET attempts = attempts + 1, failure = in_result, due_at = now_ + interval '2 hours'
        WHERE district_id = in_notice.district_id AND notice_no = in_notice.notice_no;
    ELSE
        UPDATE notice AS n SET state = 'failed', attempts = n.attempts + 1, failure = in_result,
            reached = reach_digest(n, h)
        FROM household AS h
        WHERE n.district_id = in_notice.district_id AND n.notice_no = in_notice.notice_no
          AND h.district_id = n.district_id AND h.account_no = n.account_no;
        PERFORM open_failed_notices();
        INSERT INTO pg_temp.failed_notice
        VALUES (in_notice.district_id, in_notice.outage_no, in_notice.account_no, in_notice.purpose);
        PERFORM follow_failed_notices();
    END IF;
END
$$;
