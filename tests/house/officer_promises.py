"""Which test holds what the privacy officer's pages say; TO_DO: it is people's to do, or no test can look at it."""

from typing import Final

TO_DO: Final = ""
STORY: Final = "scenarios/test_"
KEPT: Final = f"{STORY}retention.py::test_legal_hold_keeps_all_of_a_case_until_it_is_lifted"
NIGHT: Final = f"{STORY}retention.py::test_each_kind_has_its_own_term_and_what_is_open_never_goes"
FORGOTTEN: Final = f"{STORY}rights.py::test_a_citizen_is_forgotten_and_the_trail_and_the_figures_stay"
CLEARED: Final = f"{STORY}retention.py::test_slack_and_the_files_are_away_in_the_night"
TRAIL: Final = "attacks/test_rewriting_the_trail.py::test_nothing_takes_the_place_of_a_line"
WORDS: Final = f"{STORY}the_trail.py::test_a_free_reason_stands_beside_the_trail_and_can_be_erased"
ONE_USE: Final = f"{STORY}attachments.py::test_a_link_is_used_once_and_its_browser_then_has_the_file_for_half_an_hour"
LOOKED_UP: Final = f"{STORY}looking.py::test_a_participant_who_was_looked_up_stands_among_the_looks"
NUMBERS: Final = f"{STORY}numbers_in_words.py::test_the_channels_hide_them_and_the_work_shows_them_each_time_on_record"
PHOTO: Final = f"{STORY}attachments.py::test_a_responder_opens_a_photo"
NO_LEAD: Final = f"{STORY}survey_answers.py::test_nothing_that_is_kept_leads_from_an_answer_to_a_person"
FEW: Final = f"{STORY}doors_of_the_map.py::test_of_few_people_the_page_tells_no_number"
LATER: Final = f"{STORY}signing_up.py::test_who_had_no_mail_yet_stops_by_the_mail_that_let_them_in"
DOWNLOAD: Final = f"{STORY}own_page.py::test_they_take_away_all_that_is_known"
SIGNED: Final = f"{STORY}who_is_named.py::test_who_signs_their_words_is_named_by_them_alone"
MADE: Final = "house/test_officer_pages.py::"

TOLD: Final[dict[str, str]] = {
    "AVG: deelnemers": TO_DO,
    "Dan viel die onder": NIGHT,
    "Een mail zonder zaak": TO_DO,
    "Het minst, per soort met": f"{MADE}test_so_is_what_it_finds_least",
    "Weeg ook: wie een gebied": FEW,
    "Het register: de tabel": TO_DO,
    "Uw DPIA, besluiten": TO_DO,
    "Hier staat welke gegevens": TO_DO,
    "u zoekt |": TO_DO,
    "wat u vóór de eerste": TO_DO,
    "wie wat mag, wat in": TO_DO,
    "rechten van burgers, wat": TO_DO,
    "wat de burger leest |": f"{MADE}test_the_privacy_page_is_told_as_citizens_read_it",
    "het einde |": TO_DO,
    "*Het auditspoor*": TRAIL,
    "De link in de mail van het": LATER,
    "Zet dat logboek": TO_DO,
    "In het bestand staat": f"{STORY}rights.py::test_all_that_is_known_is_written_down_for_a_citizen",
    "Wissen: de bot haalt": TO_DO,
    "Laat alles van de": TO_DO,
    "kanaal |": TO_DO,
    "bm-reacties, bm-woning": TO_DO,
    "bm-aanvragen | 90": FORGOTTEN,
    "bm-regie | 30": f"{MADE}test_slacks_terms_are_those_of_what_stands_there",
    "dat van de projectleider |": TO_DO,
    "Voorstel voor de overeenkomst": TO_DO,
    "vraag over privacy:": FORGOTTEN,
    "Voorstel voor back-ups": TO_DO,
    "De opdrachten bewaren": FORGOTTEN,
    "Zet dus `unset": TO_DO,
    "gegeven | wet |": TO_DO,
    "deelnemer, keuzes, aan": DOWNLOAD,
    "wie zijn gegevens bekeek": DOWNLOAD,
    "zijn reacties met het": DOWNLOAD,
    "beelden zelf, toelichting": DOWNLOAD,
    "de aanvraag, de dag": DOWNLOAD,
    "wat een ander op zijn": f"{STORY}own_page.py::test_of_what_a_neighbour_answered_on_their_mail_it_tells_no_word",
    "Voorstel: de privacy": TO_DO,
    "Bewaar de zegels": TO_DO,
    "Houd nu al": TO_DO,
    "Die is van de privacy": TO_DO,
    "Laat de beheerder bij elke": TO_DO,
    "De beheerder typt `burgernetmail retention": NIGHT,
    "Staat een zaak onder": TO_DO,
    "Kan dat niet, dan": TO_DO,
    "Een rol hoort bij": f"{STORY}roles.py::test_channel_and_group_are_needed_both",
    "bm-aanvragen | service": f"{STORY}who_may.py::test_service_en_intake_does_not_triage",
    "bm-reacties | wijk": f"{STORY}who_may.py::test_the_wijksecretariaat_does_not_ask_for_alerts",
    "bm-woninginbraken | inb": f"{STORY}who_may.py::test_nobody_else_judges_a_lead",
    "bm-regie | superusers": f"{STORY}correcting.py::test_a_superuser_sees_which_mails_somebody_does_not_want",
    "een eigen kanaal (": f"{STORY}project_leader.py::"
    "test_the_command_tells_all_figures_without_names_and_offers_nothing_else",
    "De beheerder van de machine kan": TO_DO,
    "In de kanalen staat": SIGNED,
    "Nummers en e-mailadressen": NUMBERS,
    "Namen van collega's": f"{STORY}who_is_named.py::test_colleagues_are_named_where_they_worked_and_citizens_are_not",
    "Voorstel voor controle": LOOKED_UP,
    "Superusers controleren": "attacks/test_who_types.py::"
    "test_whatever_an_operator_takes_out_or_brings_in_is_on_record_with_who_it_was",
    "De bot herkent geen gezichten": TO_DO,
    "Beelden staan nooit in": PHOTO,
    "Een telefoonnummer om terug": f"{STORY}calling_back.py::test_it_is_promised_reminded_of_once_and_done",
    "Het bericht van de ochtend": f"{STORY}dividing.py::test_a_morning_in_a_minute",
    "Bij een aanvraag staan straat": FEW,
    "Is een reactie gewist?": CLEARED,
    "Verbiedt uw Slack": CLEARED,
    "In bm-regie staan": TO_DO,
    "De bot leest wat in": f"{STORY}akkoord.py::test_what_was_typed_is_nowhere_kept",
    "**Toon gegevens**, **Ori": f"{STORY}looking.py::test_looking_asks_why_and_takes_the_reply",
    "Wie bekeek gegevens": LOOKED_UP,
    "Niet in inzage": f"{STORY}finding.py::test_who_wrote_it_is_found_by_their_number_in_any_writing",
    "De tekst van een reactie": TO_DO,
    "Een link naar een bestand": ONE_USE,
    "Met een virusscanner": f"{STORY}virus_scan.py::"
    "test_a_film_beyond_the_scanners_limit_is_opened_and_says_so_and_nothing_else_is",
    "Een bewijspakket is": f"{STORY}evidence.py::test_it_is_taken_once_by_one_person_and_each_is_on_record",
    "Een nieuwe rol staat": f"{STORY}roles.py::test_who_has_a_role_at_the_beginning_is_no_news_but_on_record",
    "Het auditspoor:": TO_DO,
    "De database weigert": TRAIL,
    "Is het heel?": f"{STORY}the_trail.py::test_it_says_where_it_was_broken",
    "Woorden bij een reactie": WORDS,
    "Wie `AUDIT_KEY` én": "domain/privacy/test_trail.py::test_what_somebody_without_the_key_can_not_do_unseen",
    "Een zaak bevriezen": KEPT,
    "Noemde ons antwoord": f"{STORY}retention.py::test_an_answer_under_legal_hold_names_no_day",
    "Op foto's en films": TO_DO,
    "De mail vraagt alleen": f"{STORY}images_in_time.py::"
    "test_they_are_asked_for_once_and_again_where_that_did_not_arrive",
    "Van een film bewaart": f"{STORY}the_end_of_images.py::test_what_they_told_goes_too_also_of_what_came_in_pieces",
    "Wil een voorbijganger": TO_DO,
    "Een superuser vraagt die": f"{STORY}survey.py::test_nobody_who_left_or_was_asked_this_year_is_asked",
    "Vast ligt wie een": NO_LEAD,
    "Zolang de enquête loopt": "attacks/test_one_answer.py::"
    "test_one_answer_changes_nothing_that_anybody_is_told_while_it_is_open",
    "Niet gedekt: wat": TO_DO,
    "De bot zet er alleen": NUMBERS,
    "Bij vrij proberen": TO_DO,
    "Alle cijfers staan in": TO_DO,
    "Deze soorten hebben geen": NIGHT,
    "*Een tip* zonder": NIGHT,
    "Die wist de beheerder met": WORDS,
    "Eerder kan met `burgernetmail privacy": FORGOTTEN,
    "Bij een reactie die gewist": FORGOTTEN,
    "Dan mailen wij een link naar": f"{STORY}signing_up.py::test_who_takes_part_is_led_to_their_own_page",
    "Dat staat niet in het auditspoor": TO_DO,
    "Een deelnemer belt: hij": f"{STORY}own_page.py::test_a_citizen_moves_and_no_file_brings_them_back",
    "Bij een aanvraag wist de": WORDS,
    "De privacyfunctionaris heeft": TO_DO,
    "Dan ziet SendGrid ook": TO_DO,
}
