"""What README and the Dutch pages say about people's data: each sentence has its test, or tells people what to do."""

import ast
import re
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from tests.house.officer_promises import TOLD

ROOT: Final = Path(__file__).parents[2]
MADE: Final = "privacypagina.md"
"""Of the page that citizens read, which has tests of its own."""
PAGES: Final = (
    "README.md",
    *(f"docs/nl/{file.name}" for file in sorted((ROOT / "docs" / "nl").glob("*.md")) if file.name != MADE),
)
TABLES: Final = tuple(f"docs/nl/{name}.md" for name in ("privacyfunctionaris", "rechten", "wie-ziet-wat"))
HELD_WHOLE: Final = "docs/nl/wie-ziet-wat.md"
"""Each of its lines."""
DECISIONS: Final = "docs/nl/dpia.md"
"""Its table tells what an organisation decides."""
ABOUT: Final = re.compile(
    r"privacy|gegeven|verborgen|leggen wij vast|vastgelegd|leest mee|wist\b|wissen|gewist|bewa[ar]|huisnummer|namen"
    r"|auditspoor|volgcode|mensen bij elke|kijken twee|personal|masked|nobody sends|reden bij"
    r"|blijft werken|stopt na|berekent|geen AI|meedoet, krijgt|\(IP\)|logboek\b",
    re.IGNORECASE,
)
HEAD: Final = re.compile(r"^#.*$|^\|[ :|-]+\|$", re.MULTILINE)

TO_DO: Final = ""
"""What nobody can test here: what people do, or where something stands."""
STORY: Final = "scenarios/test_"
FOUR_EYES: Final = f"{STORY}the_databases_locks.py::test_nothing_is_sent_unapproved"
GUARD: Final = "domain/guard/test_text_guard.py::test_all_kinds_together_in_order_each_where_it_stands"
LOOKING: Final = f"{STORY}looking.py::test_looking_asks_why_and_takes_the_reply"
LOOKS: Final = f"{STORY}looking.py::test_superusers_see_who_looked_at_what_and_why"
MASKED: Final = f"{STORY}triage.py::test_contact_data_are_for_her_eyes_only_and_the_look_is_logged"
NIGHT: Final = f"{STORY}retention.py::test_each_kind_has_its_own_term_and_what_is_open_never_goes"
FORGOTTEN: Final = f"{STORY}rights.py::test_a_citizen_is_forgotten_and_the_trail_and_the_figures_stay"
KEPT: Final = f"{STORY}retention.py::test_legal_hold_keeps_all_of_a_case_until_it_is_lifted"
PAGE: Final = "web/test_what_this_is.py::test_the_privacy_page_says_all_that_the_law_asks"
TRAIL: Final = "attacks/test_rewriting_the_trail.py::test_nothing_takes_the_place_of_a_line"
WORDS: Final = f"{STORY}the_trail.py::test_a_free_reason_stands_beside_the_trail_and_can_be_erased"

PROMISES: Final[dict[str, str]] = TOLD | {
    "**a different colleague** looks": FOUR_EYES,
    "the participants (who": f"{STORY}the_mail.py::test_the_provider_learns_nothing_about_anybody_but_the_address",
    "[Privacy](docs/privacy.md)": TO_DO,
    "op vragen over privacy": TO_DO,
    "Bij elke mail aan": FOUR_EYES,
    "Niet in een mail: namen": GUARD,
    "Klik op ⋯ en dan op **Toon": f"{STORY}numbers_in_words.py::"
    "test_the_channels_hide_them_and_the_work_shows_them_each_time_on_record",
    "U kijkt niet in gegevens": TO_DO,
    "U bewaart geen foto's": TO_DO,
    "Wat wij in Burgernetmail wissen": TO_DO,
    "Meer, in het Engels": TO_DO,
    "gegeven | doel": TO_DO,
    "deelnemer: naam": MASKED,
    "reactie: tekst": NIGHT,
    "bijlagen: foto's": f"{STORY}attachments.py::test_a_link_works_a_quarter_of_an_hour_and_to_the_letter",
    "Bij een film staat": f"{STORY}films.py::test_one_that_does_not_open_is_told_to_both_sides_and_kept",
    "film die nog binnenkomt": f"{STORY}uploads.py::test_what_is_not_finished_is_told_of_and_then_goes",
    "onze antwoorden en vragen": f"{STORY}retention.py::test_slack_and_the_files_are_away_in_the_night",
    "automatische mail": NIGHT,
    "aanvraag: straat": "domain/participants/test_places.py::test_a_square_on_the_map_is_never_one_home",
    "de burger wil": TO_DO,
    "geen mails meer, toe": f"{STORY}the_mail.py::test_one_click_of_the_mail_program_is_enough",
    "zaak uit de dagmonitor": f"{STORY}dividing.py::test_a_morning_in_a_minute",
    "verzending: wie kreeg": FORGOTTEN,
    "wie het is bij": f"{STORY}a_neighbour.py::test_what_they_saw_is_a_reply_of_nobody_that_we_know",
    "enquête | weten": f"{STORY}survey_answers.py::test_a_superuser_sees_figures_from_five_answers_on",
    "auditspoor: wie": TRAIL,
    "collega: Slack-id": f"{STORY}roles.py::test_who_has_a_role_at_the_beginning_is_no_news_but_on_record",
    "gewist e-mailadres": f"{STORY}rights.py::test_nothing_that_is_kept_tells_who_was_erased",
    "Om 3.00 uur wist": NIGHT,
    "Zaakgegevens, beoordelingen": FORGOTTEN,
    "De bot ziet niet of iemand": "mail/sending/test_composing.py::test_no_house_number_bvh_number_or_postcode_ever",
    "U vult in wie het zijn": PAGE,
    "De burger leest dat op": PAGE,
    "inzage (AVG": f"{STORY}rights.py::test_all_that_is_known_is_written_down_for_a_citizen",
    "verbeteren (AVG": f"{STORY}rights.py::test_what_is_known_is_corrected_like_a_line_of_the_file",
    "wissen (AVG": FORGOTTEN,
    "na wissen weer meedoen": f"{STORY}rights.py::"
    "test_an_address_that_was_erased_is_given_to_nobody_unless_they_ask_for_it",
    "Voor wissen is `ERASURE_KEY`": f"{STORY}rights.py::test_nobody_is_erased_before_there_is_a_key_but_in_an_exercise",
    "kopieën die Slack": TO_DO,
    "BVH, bewijspakketten": TO_DO,
    "De bot zet zelf de straat": f"{STORY}the_mail.py::"
    "test_it_says_what_happened_and_where_in_plain_dutch_and_never_the_house",
    "Wie daar woont": f"{STORY}the_mail.py::test_only_active_neighbours_within_the_radius_get_it",
    "De bot gebruikt geen AI": "house/test_officer_pages.py::test_no_model_is_installed",
    "Over een deelnemer berekent": f"{STORY}the_mail.py::test_only_active_neighbours_within_the_radius_get_it",
    "In een originele mail": NIGHT,
    "De bot zet er geen": f"{STORY}killed_and_stopped.py::"
    "test_the_process_does_the_whole_work_by_itself_and_logs_nobodys_data",
    "wie zich aanmeldt": f"{STORY}signing_up.py::test_what_nobody_confirmed_is_gone_after_a_week",
    "bewijs van toestemming": f"{STORY}signing_up.py::test_a_citizen_takes_part_within_two_clicks",
    "code voor Mijn gegevens": f"{STORY}signing_up.py::test_what_nobody_confirmed_is_gone_after_a_week",
    "werving: wijk": f"{STORY}recruiting.py::test_from_the_poster_to_what_it_brought",
    "adressenregister: straat": "workflow/participants/test_addresses.py"
    "::test_a_file_replaces_what_was_there_unless_a_line_of_it_is_wrong",
    "Daarvoor mag de politie": "web/test_consent.py::test_the_privacy_officer_reads_the_same_words",
    "*Mijn gegevens* staat onder": f"{STORY}signing_up.py::test_who_signed_up_gets_the_next_mail_and_can_leave",
    "Het auditspoor houdt vast": f"{STORY}own_page.py::test_a_citizen_moves_and_no_file_brings_them_back",
    "Wissen kan hij niet": TO_DO,
    "iemand kwam in de mailbox": f"{STORY}own_page.py::test_they_take_away_all_that_is_known",
    "Bij aanmelden: een klik": f"{STORY}own_page.py::test_without_the_code_the_link_shows_and_changes_nothing",
    "Ging er iets mis": TO_DO,
    "Zeg het meteen": TO_DO,
    "wie kreeg deze mail": TO_DO,
    "een antwoord ging naar": TRAIL,
    "een vreemde zat in": f"{STORY}roles.py::test_who_has_a_role_at_the_beginning_is_no_news_but_on_record",
    "een schijf, back-up": TO_DO,
    "mail in uw eigen mailbox": "mail/reading/test_imap.py::test_a_mail_that_a_colleague_opened_comes_all_the_same",
    "wie in een mail beschreven": TO_DO,
    "bericht over een aanvraag": TO_DO,
    "Slack krijgt alles": TO_DO,
    "Schrijf het nieuwste zegel": TO_DO,
    "keuzes van een deelnemer": f"{STORY}correcting.py::test_a_superuser_sees_which_mails_somebody_does_not_want",
    "Een deelnemer kan het ook zelf": f"{STORY}own_page.py::test_without_the_code_the_link_shows_and_changes_nothing",
    "Een link in een mail blijft": f"{STORY}the_reply_page.py::test_closed_alerts_still_take_an_answer_marked_late",
    "De link van een enquête": f"{STORY}survey_answers.py::test_after_its_last_day_it_says_that_it_is_closed",
    "De maatregelen: twee": MASKED,
    "Ook: een auditspoor": TRAIL,
    "De tekstcontrole wijst": GUARD,
    "De risico's die blijven": TO_DO,
    "Er staat een fout": TO_DO,
    "Wat in Excel verborgen": "workflow/day_monitor/test_what_excel_shows.py"
    "::test_a_line_that_is_hidden_or_filtered_out_is_not_read_and_told",
    "De bot weet de plek niet": "adapters/test_geocoder.py::test_an_address_or_else_the_middle_of_its_postcode",
    "Een mail was te groot": f"{STORY}the_door.py::test_a_mail_over_the_limit_is_kept_up_to_it_and_shown_as_cut",
    "Daar leest u alle cijfers": f"{STORY}project_leader.py::"
    "test_the_command_tells_all_figures_without_names_and_offers_nothing_else",
    "Niet iedereen kreeg": f"{STORY}at_a_glance.py::test_who_did_not_get_it_in_numbers",
    "U zet geen namen": TO_DO,
    "U zet geen gegevens": TO_DO,
    "Het hele kanaal leest": TO_DO,
    "zien wie gegevens bekeek": LOOKS,
    "een zaak bewaren": KEPT,
    "Die blijft staan": WORDS,
    "U deelt cijfers met namen": TO_DO,
    "De bot bewaart het bestand": f"{STORY}day_monitor.py::"
    "test_a_file_dropped_in_the_channel_is_answered_in_its_thread",
    "weten wie het schreef": LOOKING,
    "U verstuurde een antwoord": f"{STORY}finishing.py::test_a_held_answer_is_taken_back_and_its_words_are_not_lost",
    "formulier van een aanvraag": f"{STORY}at_a_glance.py::test_a_draft_is_one_s_own_and_lasts_a_day",
    "Geen termijn of opdracht": FORGOTTEN,
    "beperken (AVG": KEPT,
    "overdragen (AVG": f"{STORY}rights.py::test_all_that_is_known_is_written_down_for_a_citizen",
    "Vaste regels en": f"{STORY}no_more_mails.py::test_it_is_pointed_out_and_nothing_is_done_by_itself",
    "Logboeken van de bot": f"{STORY}killed_and_stopped.py::"
    "test_the_process_does_the_whole_work_by_itself_and_logs_nobodys_data",
    "Met de bestanden uit `deploy/`": "house/test_deploy.py::test_the_proxy_writes_no_citizens_link_into_its_log",
    "de vraag |": TO_DO,
    "wie bekeek wat": LOOKS,
    "klopt het spoor nog": f"{STORY}the_trail.py::"
    "test_bm_regie_and_the_log_are_told_the_newest_seal_each_day_and_it_shows_a_cut",
    "welke mails kreeg": f"{STORY}rights.py::test_all_that_is_known_is_written_down_for_a_citizen",
    "een link kwam bij een ander": "attacks/test_routes.py::test_each_key_opens_its_own_door",
    "alle links moeten dood": "mail/test_tokens.py::test_tokens_of_former_keys_go_on_and_new_ones_are_of_the_newest",
    "Wat de burger leest": PAGE,
    "Voor de privacyfunctionaris": TO_DO,
    "Welke gegevens er zijn": TO_DO,
    "De privacypagina noemt": TO_DO,
    "Eerder wissen dan": TO_DO,
    "Dan zijn gewiste": TO_DO,
    "Reacties, auditspoor, bewaarplicht": TO_DO,
    "De tabel met gegevens": TO_DO,
    "Vraag de beheerder, of lees": TO_DO,
    "Bewaar van `SECRET_KEY`": TO_DO,
    "Meld het op het adres": TO_DO,
    "Voor de projectleider": TO_DO,
    "Doe dat vóór het wissen": TO_DO,
    "Wis de database": TO_DO,
    "De beheerder bewaart": TO_DO,
    "Laat ook de lijst": TO_DO,
    "Kopieën die Slack": TO_DO,
    "Bewaart u het auditspoor": TO_DO,
    "Bewaar dan `AUDIT_KEY`": TO_DO,
    "Beëindig de overeenkomsten": TO_DO,
    "Wat na wissen elders": TO_DO,
    "Elke opdracht staat": FORGOTTEN,
    "wat onder bewaarplicht": f"{STORY}rights.py::test_who_is_kept_under_legal_hold_is_no_stranger_to_the_next_file",
    "de verzending zonder naam": FORGOTTEN,
    "`AUDIT_KEY` of `ERASURE_KEY`": f"{STORY}the_trail.py::"
    "test_seals_of_another_key_are_told_and_nothing_is_added_to_them",
    "reactie van een buur": f"{STORY}a_neighbour.py::test_what_they_saw_is_a_reply_of_nobody_that_we_know",
    "telefoontje: wat iemand": f"{STORY}by_phone.py::test_a_call_is_triaged_like_any_other_reply_and_answered_by_phone",
    "bewijspakket: bestanden": f"{STORY}evidence.py::test_it_is_taken_once_by_one_person_and_each_is_on_record",
    "eigen e-mailadres van": f"{STORY}test_mail.py::test_it_counts_nowhere_and_is_written_down",
    "wat collega's typen": f"{STORY}akkoord.py::test_what_was_typed_is_nowhere_kept",
    "Er komen geen nieuwe gegevens": TO_DO,
    "Daarna wist een deurbel": TO_DO,
    "de burger om de beelden mailen": f"{STORY}images_in_time.py::"
    "test_they_are_asked_for_once_and_again_where_that_did_not_arrive",
}


@cache
def sentences() -> tuple[str, ...]:
    """Of all pages, a line of a table as one; of the privacy officer's tables each, but what others decide."""
    found: list[str] = []
    for page in PAGES:
        for line in HEAD.sub("", (ROOT / page).read_text(encoding="utf-8")).splitlines():
            if page == DECISIONS and line.startswith("|"):
                continue
            bare = re.sub(r"^\s*(?:[-*] |\d+\. |\| )(?:\| )?", "", line)
            parts = [bare] if line.startswith("|") or page == HELD_WHOLE else re.split(r"(?<=[.:?!]) (?=[A-Z*`])", bare)
            whole = page == HELD_WHOLE or (page in TABLES and line.startswith("|"))
            found += [part for part in parts if part and (whole or ABOUT.search(part))]
    return tuple(dict.fromkeys(found))


def test_each_sentence_has_its_test() -> None:
    told = {one: [start for start in PROMISES if one.startswith(start)] for one in sentences()}
    assert {one: starts for one, starts in told.items() if len(starts) != 1} == {}
    assert set(PROMISES) == {start for starts in told.values() for start in starts}


@cache
def names_in(file: str) -> set[str]:
    tree = ast.parse((ROOT / "tests" / file).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("test", sorted({*PROMISES.values()} - {TO_DO}))
def test_each_of_these_tests_is_there(test: str) -> None:
    file, _, name = test.partition("::")
    assert name in names_in(file)
