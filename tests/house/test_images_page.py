"""What docs/images.md says of films and photos: each sentence has its test, or is for the organisation to decide."""

import ast
from functools import cache
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
ADVICE: Final = ""
STORY: Final = "tests/scenarios/test_"
LEAD: Final = f"{STORY}evidence.py::test_the_burglary_team_takes_the_package_of_its_lead"
WORD: Final = f"{STORY}evidence.py::test_behind_the_command_each_gets_of_an_alert_what_they_may_read"
ONCE: Final = f"{STORY}evidence.py::test_it_is_taken_once_by_one_person_and_each_is_on_record"
CHANGED: Final = f"{STORY}evidence.py::test_what_was_changed_where_it_is_kept_is_told_by_anybody"
OPERATOR: Final = f"{STORY}evidence.py::test_an_operator_exports_it_and_anybody_verifies_it"
END: Final = f"{STORY}the_end_of_images.py::"
HANDED: Final = f"{END}test_what_was_handed_over_goes_after_the_short_term_and_its_receipt_stays"
PROMISES: Final = {
    "Images never go": f"{STORY}attachments.py::test_a_responder_opens_a_photo",
    "Who handles the reply": f"{STORY}attachments.py::test_the_burglary_team_opens_what_came_with_its_lead",
    "Why is asked": f"{STORY}looking.py::test_looking_asks_why_and_takes_the_reply",
    "A link is one": f"{STORY}attachments.py::test_a_link_works_a_quarter_of_an_hour_and_to_the_letter",
    "Where there is a virus": f"{STORY}virus_scan.py::test_what_holds_a_virus_is_never_opened",
    "A film plays": f"{STORY}films.py::test_a_colleague_sees_it_play_and_saves_it",
    "A superuser sees": f"{STORY}looking.py::test_superusers_see_who_looked_at_what_and_why",
    "Of each file": f"{STORY}receipts.py::test_what_came_is_in_the_trail_by_its_sum",
    "The citizen gets": f"{STORY}receipts.py::test_a_receipt_tells_which_files_and_what_becomes_of_them",
    "*Bewijspakket*": LEAD,
    "`/burgernetmail bewijs": WORD,
    "It tells who": LEAD,
    "Who takes it": ONCE,
    "Anybody checks it": CHANGED,
    "`burgernetmail evidence verify": "tests/adapters/test_evidence.py::test_what_is_changed_missing_or_extra_is_named",
    "`burgernetmail evidence export": OPERATOR,
    "*Beelden overgedragen*": HANDED,
    "*Beelden niet nodig*": f"{END}test_not_needed_can_be_undone_while_they_are_here",
    "The receipt stays": HANDED,
    "Of images that nobody": f"{END}"
    "test_what_nobody_decides_about_is_asked_about_a_week_before_and_goes_on_the_sixtieth_day",
    "A reply that is": f"{STORY}retention.py::test_what_is_not_relevant_is_gone_on_the_day_that_the_citizen_was_told",
    "Images that were offered": f"{END}test_who_offered_images_that_never_came_is_not_kept_for_ever",
    "Legal hold keeps": f"{END}test_legal_hold_keeps_them_and_when_it_is_lifted_it_is_asked_first",
    "A file with a virus": f"{STORY}virus_scan.py::test_a_film_with_a_virus_is_none_and_stays_owed",
    "A film of the street": ADVICE,
    "The mails ask": f"{STORY}images_in_time.py::test_they_are_asked_for_once_and_again_where_that_did_not_arrive",
    "The program looks": ADVICE,
    "A place where": f"{END}test_what_they_told_goes_too_also_of_what_came_in_pieces",
    "Of a film": f"{END}test_what_they_told_goes_too_also_of_what_came_in_pieces",
    "A citizen's own": f"{STORY}rights.py::test_a_citizen_is_forgotten_and_the_trail_and_the_figures_stay",
    "The ground": ADVICE,
    "Who has `AUDIT_KEY`": ADVICE,
    "Who in your team": ADVICE,
    "How you answer": ADVICE,
    "Whether 14 days": ADVICE,
}


@cache
def sentences() -> tuple[str, ...]:
    lines = (ROOT / "docs" / "images.md").read_text(encoding="utf-8").splitlines()
    return tuple(line.removeprefix("- ") for line in lines if line.startswith("- "))


def test_each_sentence_has_its_test() -> None:
    told = {one: [start for start in PROMISES if one.startswith(start)] for one in sentences()}
    assert {one: starts for one, starts in told.items() if len(starts) != 1} == {}
    assert set(PROMISES) == {start for starts in told.values() for start in starts}


@pytest.mark.parametrize("test", sorted(set(PROMISES.values()) - {ADVICE}))
def test_each_of_these_tests_is_there(test: str) -> None:
    file, _, name = test.partition("::")
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    assert name in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
