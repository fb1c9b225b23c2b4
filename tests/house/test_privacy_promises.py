"""Each sentence of docs/privacy.md is held by a test, or says what is the operator's to do."""

import ast
import re
from functools import cache
from pathlib import Path
from typing import Final

import pytest

ROOT = Path(__file__).parents[2]
ADVICE: Final = ""
"""What nobody can test here: it tells operators what to do or to expect."""

STORY = "tests/scenarios/test_"
TRIAGE = f"{STORY}triage.py"
LOOKING, NUMBERS, OPENING = f"{STORY}looking.py", f"{STORY}numbers_in_words.py", f"{STORY}attachments.py"
RIGHTS, TRAIL, RETENTION = f"{STORY}rights.py", f"{STORY}the_trail.py", f"{STORY}retention.py"
ONE_USE = f"{OPENING}::test_a_link_is_used_once_and_its_browser_then_has_the_file_for_half_an_hour"
UNSEEN = "tests/domain/privacy/test_trail.py::test_what_somebody_without_the_key_can_not_do_unseen"
ERASED = "tests/attacks/test_files_of_the_system.py::test_of_what_was_erased_no_file_of_sqlite_holds_a_word"
FORGETTING, NO_KEY = (
    f"{STORY}forgetting.py",
    "test_without_the_key_nobody_is_forgotten",
)
SIGNING, OWN = f"{STORY}signing_up.py", f"{STORY}own_page.py"
CORRECTING, RECRUITING = f"{STORY}correcting.py", f"{STORY}recruiting.py"
AT_HOME = "tests/workflow/participants/test_addresses.py::test_where_an_address_is_and_nothing_invented"
FILMS = "tests/scenarios/test_uploads.py"
MUNICIPAL = f"{STORY}municipality.py::test_a_superuser_makes_a_link_that_shows_no_person_and_no_small_number"
SAMPLES = "tests/domain/guard/test_text_guard.py"

PROMISES: Final[dict[str, str]] = {
    "Citizens' contact data are masked": f"{TRIAGE}::test_contact_data_are_for_her_eyes_only_and_the_look_is_logged",
    "*Toon gegevens*, *Origineel* and": f"{LOOKING}::test_looking_asks_why_and_takes_the_reply",
    "Each look is recorded": f"{LOOKING}::test_superusers_see_who_looked_at_what_and_why",
    "Reading a reply in": ADVICE,
    "A reason counts for fifteen": f"{LOOKING}::test_looking_asks_why_and_takes_the_reply",
    "Phone numbers and e-mail": f"{NUMBERS}::test_the_channels_hide_them_and_the_work_shows_them_each_time_on_record",
    "They show whole where": f"{NUMBERS}::test_the_channels_hide_them_and_the_work_shows_them_each_time_on_record",
    "The form to answer is recorded for": f"{RIGHTS}::test_all_that_is_known_is_written_down_for_a_citizen",
    "Each of these is recorded": f"{NUMBERS}::test_the_channels_hide_them_and_the_work_shows_them_each_time_on_record",
    "Superusers see all looks": f"{LOOKING}::test_a_participant_who_was_looked_up_stands_among_the_looks",
    "A phone number is kept": f"{STORY}the_reply_page.py::test_foreign_numbers_and_words_around_one_are_no_mistake",
    "What can't be understood": (
        f"{STORY}the_reply_page.py::test_a_number_that_is_not_understood_is_asked_about_once_and_then_kept_as_it_is"
    ),
    "A number to call back": f"{STORY}calling_back.py::test_it_is_promised_reminded_of_once_and_done",
    "The morning's message shows": f"{STORY}dividing.py::test_a_morning_in_a_minute",
    "The bot hears": f"{STORY}akkoord.py::test_what_was_typed_is_nowhere_kept",
    "It looks only whether": (
        f"{STORY}akkoord.py::test_nothing_is_said_to_other_words_elsewhere_by_others_or_too_late"
    ),
    "A search, and each": f"{STORY}finding.py::test_who_wrote_it_is_found_by_their_number_in_any_writing",
    "Its results show no": f"{STORY}finding.py::test_who_wrote_it_is_found_by_their_number_in_any_writing",
    "An attachment has no": f"{OPENING}::test_a_link_works_a_quarter_of_an_hour_and_to_the_letter",
    "A link to it": ONE_USE,
    "Behind it stands a button": ONE_USE,
    "Pressing it is recorded": ONE_USE,
    "A film that comes": f"{FILMS}::test_a_film_through_cuts_and_a_restart_is_an_attachment_to_the_byte",
    "Its link opens that": f"{FILMS}::test_what_is_not_finished_is_told_of_and_then_goes",
    "An export names what": f"{FILMS}::test_an_export_names_what_is_on_its_way",
    "The original's bytes": f"{FILMS}::test_a_film_goes_with_the_words_it_came_with",
    "A film plays": f"{STORY}films.py::test_a_colleague_sees_it_play_and_saves_it",
    "The burglary team opens": f"{OPENING}::test_the_burglary_team_opens_what_came_with_its_lead",
    "Robots and link previews": (
        f"{OPENING}::test_what_only_looks_whether_a_link_works_gets_nothing_and_is_no_opening"
    ),
    "The mail provider carries": ADVICE,
    "With *Inbound Parse* it": ADVICE,
    "Beside these it gets": f"{STORY}the_mail.py::test_the_provider_learns_nothing_about_anybody_but_the_address",
    "Their links and answer": "tests/mail/sending/test_composing.py::test_a_person_gets_their_own_two_links",
    "The wijksecretariaat's messages": f"{STORY}outcomes.py::test_a_reply_to_it_belongs_to_the_alert",
    "Mails hold no tracking": "tests/mail/sending/test_composing.py::test_no_house_number_bvh_number_or_postcode_ever",
    "**The text guard** looks": f"{SAMPLES}::test_all_kinds_together_in_order_each_where_it_stands",
    "What it finds goes": f"{STORY}what_is_kept.py::test_without_the_tick_it_is_refused_also_where_slack_asks_for_none",
    "It is a set of rules": ADVICE,
    "`make guard` measures": ADVICE,
    "Texts with something to find": ADVICE,
    "What it found at the": ADVICE,
    "The first run is": ADVICE,
    "In the third set": ADVICE,
    "In the sixth, names": ADVICE,
    "In the eighth, names": ADVICE,
    "In the eighth round": "tests/domain/guard/test_written_otherwise.py::test_it_is_found",
    "Then the rules for": ADVICE,
    "From the fourteenth": "tests/domain/guard/test_names_for_sure.py::test_what_stands_there_is_somebody",
    "There the whole name": (
        "tests/domain/guard/test_cleaned.py::test_it_finds_what_it_should_and_leaves_the_rest_in_peace"
    ),
    "Whoever wrote unseen-25": (
        "tests/domain/guard/test_cleaned.py::test_it_finds_what_it_should_and_leaves_the_rest_in_peace"
    ),
    "Then some 105": "tests/domain/guard/test_cleaned.py::test_it_finds_what_it_should_and_leaves_the_rest_in_peace",
    "Of its 90 names": "tests/domain/guard/test_names_natural.py::test_it_is_found",
    "Of its surnames": "tests/domain/guard/test_names_natural.py::test_it_is_left_in_peace",
    "Four more sets": "tests/domain/guard/test_names_bare.py::test_a_last_name_that_is_a_word",
    "At the first run": ADVICE,
    "What still passes": ADVICE,
    "What is called for": ADVICE,
    "Since the fourth": ADVICE,
    "So it helps": ADVICE,
    "Letters apart": f"{SAMPLES}::test_what_is_disguised_is_pointed_out_where_it_was_written",
    "Who is in our channels": "tests/storage/desk/test_directory.py::test_who_is_forgotten_is_asked_for_again",
    "The page for the municipality shows": MUNICIPAL,
    "Its link holds the month": MUNICIPAL,
    "A project leader's channel gets": f"{STORY}project_leader.py::"
    "test_the_command_tells_all_figures_without_names_and_offers_nothing_else",
    "The audit trail (by their": f"{STORY}roles.py::test_who_has_a_role_at_the_beginning_is_no_news_but_on_record",
    "A colleague's own e-mail": f"{STORY}test_mail.py::test_it_reads_as_the_mail_will_and_says_that_it_is_none",
    "The audit trail (who": "tests/attacks/test_rewriting_the_trail.py::test_nothing_takes_the_place_of_a_line",
    "Its lines are sealed": f"{TRAIL}::test_what_was_done_after_the_last_seal_is_sealed_next",
    "`burgernetmail audit verify` says": f"{TRAIL}::test_it_says_where_it_was_broken",
    "Once a day, at": f"{TRAIL}::test_bm_regie_and_the_log_are_told_the_newest_seal_each_day_and_it_shows_a_cut",
    "A trail of before": f"{TRAIL}::test_a_trail_of_before_the_key_goes_on_with_it",
    "Without `AUDIT_KEY` the": UNSEEN,
    "Whoever has the key": UNSEEN,
    "The trail holds ids": f"{TRAIL}::test_it_is_whole_and_can_be_taken_out",
    "What colleagues typed": f"{TRAIL}::test_a_free_reason_stands_beside_the_trail_and_can_be_erased",
    "They go with the reply": ERASED,
    "What was said of a request": ADVICE,
    "Lines of before words": ADVICE,
    "What is erased is": ERASED,
    "PostgreSQL keeps it": ADVICE,
    "At 03:00": f"{RETENTION}::test_what_is_not_relevant_is_gone_on_the_day_that_the_citizen_was_told",
    "What is open never": f"{RETENTION}::test_each_kind_has_its_own_term_and_what_is_open_never_goes",
    "Case data, ratings": f"{RIGHTS}::test_a_citizen_is_forgotten_and_the_trail_and_the_figures_stay",
    "`burgernetmail retention --dry-run`": (
        f"{RETENTION}::test_what_is_not_relevant_is_gone_on_the_day_that_the_citizen_was_told"
    ),
    "What fails goes": f"{RETENTION}::test_killed_midway_it_goes_on_within_a_minute",
    "The day monitor's file": f"{STORY}day_monitor.py::test_a_file_dropped_in_the_channel_is_answered_in_its_thread",
    "`RETENTION_OTHER_DAYS` after": (
        f"{STORY}day_monitor.py::test_words_go_some_days_after_the_last_file_that_named_them"
    ),
    "A request keeps its own": f"{RIGHTS}::test_a_citizen_is_forgotten_and_the_trail_and_the_figures_stay",
    "`/burgernetmail bewaren": f"{RETENTION}::test_legal_hold_keeps_all_of_a_case_until_it_is_lifted",
    "An answer under it": f"{RETENTION}::test_an_answer_under_legal_hold_names_no_day",
    "One that named a day": ADVICE,
    "**A preventive mail** has": f"{STORY}the_same_street_again.py::test_the_whole_story",
    "It rests on the ground": ADVICE,
    "Who gets it depends": f"{STORY}the_same_street_again.py::test_who_had_tips_lately_or_wants_none_is_left_out",
    "It names no place": f"{STORY}the_same_street_again.py::test_the_whole_story",
    "Nothing new is kept": ADVICE,
    "Its figures count": (
        f"{STORY}mails_with_tips.py::test_the_figures_tell_it_apart_and_count_no_reply_to_it_as_an_alerts"
    ),
    "**A survey** rests": f"{STORY}survey_answers.py::test_it_is_filled_in_once_and_looking_changes_nothing",
    "That ground stands": ADVICE,
    "`privacy export` tells": f"{STORY}survey_answers.py::test_nothing_that_is_kept_leads_from_an_answer_to_a_person",
    "The open answers go": (
        f"{STORY}survey_answers.py::test_when_it_is_over_the_results_come_by_themselves_and_the_words_go_in_time"
    ),
    "Let your privacy officer": ADVICE,
    "`burgernetmail privacy export": f"{RIGHTS}::test_all_that_is_known_is_written_down_for_a_citizen",
    "It refuses while": f"{RIGHTS}::test_a_citizen_is_forgotten_and_the_trail_and_the_figures_stay",
    "The ledger keeps": f"{RIGHTS}::test_a_citizen_is_forgotten_and_the_trail_and_the_figures_stay",
    "Each of these commands": f"{RIGHTS}::test_a_citizen_is_forgotten_and_the_trail_and_the_figures_stay",
    "None of them asks": ADVICE,
    "Callers have no": f"{STORY}by_phone.py::test_a_call_is_triaged_like_any_other_reply_and_answered_by_phone",
    "**Who left** is forgotten": f"{FORGETTING}::test_a_year_after_they_left_they_are_forgotten",
    "Without `ERASURE_KEY` nobody is": f"{FORGETTING}::{NO_KEY}",
    "**Who was erased is": f"{RIGHTS}::test_no_file_enrols_again_who_was_erased_until_they_sign_up_themselves",
    "What is left of them": f"{RIGHTS}::test_nothing_that_is_kept_tells_who_was_erased",
    "An import leaves them": f"{RIGHTS}::test_no_file_enrols_again_who_was_erased_until_they_sign_up_themselves",
    "Without that key": f"{RIGHTS}::test_without_the_key_of_then_no_file_is_read_and_nobody_erased",
    "`burgernetmail privacy let-in": (
        f"{RIGHTS}::test_an_address_that_was_erased_is_given_to_nobody_unless_they_ask_for_it"
    ),
    "An export into": ADVICE,
    "Keep the old database": ADVICE,
    "**What erasing does not": ADVICE,
    "Set Slack's retention": ADVICE,
    "In bm-regie stand the seals": ADVICE,
    "Where the workspace forbids": f"{RETENTION}::test_slack_and_the_files_are_away_in_the_night",
    "**Not encrypted by the bot**": ADVICE,
    "That is for the disk": ADVICE,
    "**Who signs up** themselves": f"{SIGNING}::test_a_citizen_takes_part_within_two_clicks",
    "They tick that": f"{SIGNING}::test_what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost",
    "Which words, when they": f"{SIGNING}::test_a_citizen_takes_part_within_two_clicks",
    "Erasing takes this": f"{SIGNING}::test_erasing_takes_what_was_filled_in_too",
    "The page never tells": f"{SIGNING}::test_a_stranger_learns_nothing_of_who_takes_part",
    "Who types somebody else's": f"{SIGNING}::test_an_address_gets_one_mail_a_day",
    "What nobody confirmed": f"{SIGNING}::test_what_nobody_confirmed_is_gone_after_a_week",
    "Of the connection": f"{SIGNING}::test_one_connection_asks_ten_times_an_hour",
    "Somebody who was erased is let in": f"{SIGNING}::test_who_was_erased_and_signs_up_again_may_be_in_a_file",
    "**Where somebody lives** is": AT_HOME,
    "It has street, number": AT_HOME,
    "Read it in before": (
        "tests/storage/participants/test_people.py"
        "::test_the_middle_of_a_postcode_is_that_of_its_people_else_of_its_four_digits"
    ),
    "**A campaign** counts": f"{RECRUITING}::test_from_the_poster_to_what_it_brought",
    "Its poster and letter": f"{RECRUITING}::test_from_the_poster_to_what_it_brought",
    "With few sign-ups": ADVICE,
    "The neighbourhood, the code": ADVICE,
    "**Mijn gegevens** opens": f"{OWN}::test_a_mailed_code_opens_it_in_this_browser_for_half_an_hour",
    "Who had no mail with": f"{SIGNING}::test_who_had_no_mail_yet_stops_by_the_mail_that_let_them_in",
    "Who lost that too": f"{SIGNING}::test_who_takes_part_is_led_to_their_own_page",
    "A citizen sees, changes": f"{OWN}::test_they_take_away_all_that_is_known",
    "Of what somebody else": f"{OWN}::test_of_what_a_neighbour_answered_on_their_mail_it_tells_no_word",
    "Erasing is not there": ADVICE,
    "Each of these is in": f"{OWN}::test_a_citizen_moves_and_no_file_brings_them_back",
    "That it was opened": f"{OWN}::test_they_take_away_all_that_is_known",
    "A new address counts": f"{OWN}::test_a_new_address_counts_once_both_said_so",
    "No participants file": f"{OWN}::test_a_new_address_counts_once_both_said_so",
    "`/burgernetmail deelnemer": f"{CORRECTING}::test_a_superuser_sees_which_mails_somebody_does_not_want",
    "Name and address are": f"{CORRECTING}::test_a_superuser_moves_somebody",
    "The look is recorded": f"{STORY}taken_out.py::test_gets_no_more_mail_until_a_superuser_puts_them_back",
    "Every mail to a": f"{STORY}the_mail.py::test_one_click_of_the_mail_program_is_enough",
    "Its cross is": ADVICE,
    "The page on which": "tests/scenarios/test_doors_of_the_map.py::test_of_few_people_the_page_tells_no_number",
    "The map on a request": "tests/domain/participants/test_places.py::test_a_square_on_the_map_is_never_one_home",
}


@cache
def sentences() -> tuple[str, ...]:
    text = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8").partition("\n")[2]
    section = re.sub(r"\n\s*\|.*", "", text)
    points = (" ".join(point.split()) for point in re.split(r"\n- ", f"\n{section.strip()}"))
    found = (one for point in points for one in re.split(r"(?<=[.:]) (?=[A-Z*`])|(?<=\.\*\*) ", point))
    return tuple(one for one in found if one and not re.fullmatch(r"\*\*[^*]*\*\*[^.]{0,25}:?|Who signs up.*:", one))


def test_each_sentence_has_its_test() -> None:
    told = {one: [start for start in PROMISES if one.startswith(start)] for one in sentences()}
    assert {one: starts for one, starts in told.items() if len(starts) != 1} == {}
    assert set(PROMISES) == {start for starts in told.values() for start in starts}


@cache
def names_in(file: str) -> set[str]:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)}


@pytest.mark.parametrize("test", sorted(set(PROMISES.values()) - {ADVICE}))
def test_each_of_these_tests_is_there(test: str) -> None:
    file, _, name = test.partition("::")
    assert name in names_in(file)
