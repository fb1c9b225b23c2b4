"""Forms in modals: what each input submits, what the client checks, what an answer may say."""

from typing import Any

import pytest
from slack_sdk import WebClient

from tests.doubles.slack import Person, SlackDouble, bench
from tests.doubles.slack.bench import (
    Json,
    ScriptedApp,
    field,
    home,
    modal,
    options,
    section,
    show,
    text_input,
)

slack, app, client, anna = bench.slack, bench.app, bench.client, bench.anna

INPUTS: list[tuple[Json, Any, Json]] = [
    ({"type": "plain_text_input"}, "tekst", {"value": "tekst"}),
    ({"type": "email_text_input"}, "a@b.nl", {"value": "a@b.nl"}),
    ({"type": "url_text_input"}, "https://a.nl", {"value": "https://a.nl"}),
    ({"type": "number_input", "is_decimal_allowed": True}, 1.5, {"value": "1.5"}),
    ({"type": "static_select", "options": options(2)}, "optie 1", {"selected_option": options(2)[1]}),
    ({"type": "radio_buttons", "options": options(2)}, "optie 0", {"selected_option": options(2)[0]}),
    ({"type": "checkboxes", "options": options(2)}, ["optie 1"], {"selected_options": options(2)[1:]}),
    ({"type": "multi_static_select", "options": options(2)}, "optie 1", {"selected_options": options(2)[1:]}),
    ({"type": "users_select"}, "U1", {"selected_user": "U1"}),
    ({"type": "multi_users_select"}, ["U1"], {"selected_users": ["U1"]}),
    ({"type": "channels_select"}, "C1", {"selected_channel": "C1"}),
    ({"type": "datepicker"}, "2026-01-02", {"selected_date": "2026-01-02"}),
    ({"type": "timepicker"}, "23:15", {"selected_time": "23:15"}),
    ({"type": "datetimepicker"}, 1_700_000_000, {"selected_date_time": 1_700_000_000}),
]


@pytest.mark.parametrize(("element", "answer", "state"), INPUTS, ids=lambda part: str(part)[:30])
def test_each_input_is_submitted_in_its_own_way(
    anna: Person, app: ScriptedApp, client: WebClient, element: Json, answer: Any, state: Json
) -> None:
    form = show(anna, app, client, modal(field("Veld", {**element, "action_id": "a"})))
    assert form.submit().errors == {"Veld": "This field is required"}
    assert form.fill({"Veld": answer}).submit().closed
    assert app.got[-1]["view"]["state"]["values"] == {"veld": {"a": {"type": element["type"], **state}}}


COMPLAINTS: list[tuple[Json, Any, str]] = [
    (text_input(min_length=3), "ab", "Enter at least 3 characters"),
    (text_input(max_length=3), "abcd", "Enter at most 3 characters"),
    ({"type": "email_text_input"}, "niemand", "Enter an email address"),
    ({"type": "url_text_input"}, "pagina", "Enter a link"),
    ({"type": "number_input", "is_decimal_allowed": False}, "1.5", "Enter a number"),
    ({"type": "number_input", "is_decimal_allowed": False, "max_value": "9"}, 10, "between -inf and 9"),
    ({"type": "datepicker"}, "morgen", "Choose a date"),
    ({"type": "timepicker"}, "straks", "Choose a time"),
    ({"type": "multi_users_select", "max_selected_items": 1}, ["U1", "U2"], "Choose at most 1"),
]


@pytest.mark.parametrize(("element", "answer", "complaint"), COMPLAINTS, ids=lambda part: str(part)[:30])
def test_the_client_checks_before_anything_is_sent(
    anna: Person, app: ScriptedApp, client: WebClient, element: Json, answer: Any, complaint: str
) -> None:
    form = show(anna, app, client, modal(field("Veld", element, optional=True)))
    sent = len(app.got)
    outcome = form.fill({"Veld": answer}).submit()
    assert outcome.by_client
    assert complaint in outcome.errors["Veld"]
    assert len(app.got) == sent
    assert form.fill({"Veld": None}).submit().acked


def test_initial_values_are_submitted_untouched(anna: Person, app: ScriptedApp, client: WebClient) -> None:
    element = {"type": "static_select", "options": options(2), "initial_option": options(2)[1], "action_id": "a"}
    form = show(anna, app, client, modal(field("Veld", element)))
    assert form.submit().closed
    assert app.got[-1]["view"]["state"]["values"]["veld"]["a"]["selected_option"] == options(2)[1]


def test_errors_come_back_by_label(anna: Person, app: ScriptedApp, client: WebClient) -> None:
    form = show(anna, app, client, modal(field("Straat", text_input())))
    app.answers["view_submission"] = {"response_action": "errors", "errors": {"straat": "Onbekend"}}
    outcome = form.fill({"Straat": "x"}).submit()
    assert (outcome.errors, outcome.closed) == ({"Straat": "Onbekend"}, False)
    assert anna.modal is not None


BAD_ANSWERS: dict[str, tuple[Json, str]] = {
    "no input": ({"response_action": "errors", "errors": {"tekst": "a"}}, "no input blocks: tekst"),
    "unknown": ({"response_action": "errors", "errors": {"nergens": "a"}}, "no input blocks: nergens"),
    "no errors": ({"response_action": "errors", "errors": {}}, "at least one block"),
    "empty error": ({"response_action": "errors", "errors": {"straat": ""}}, "needs a text"),
    "no action": ({"errors": {}}, "None is none of"),
    "bad view": ({"response_action": "update", "view": {"type": "modal"}}, "missing required field"),
    "home view": ({"response_action": "push", "view": home()}, "unsupported type"),
    "no view": ({"response_action": "push"}, "push takes response_action, view"),
    "too much": ({"response_action": "clear", "view": modal()}, "clear takes response_action"),
}


@pytest.mark.parametrize("name", BAD_ANSWERS)
def test_an_answer_slack_does_not_understand(
    slack: SlackDouble, anna: Person, app: ScriptedApp, client: WebClient, name: str
) -> None:
    answer, reason = BAD_ANSWERS[name]
    form = show(anna, app, client, modal(section(block_id="tekst"), field("Straat", text_input())))
    app.answers["view_submission"] = answer
    outcome = form.fill({"Straat": "x"}).submit()
    assert reason in outcome.reason
    assert not outcome.closed
    assert slack.refused[-1].method == "view_submission"


def test_a_dispatching_input_tells_at_once(anna: Person, app: ScriptedApp, client: WebClient) -> None:
    element = {"type": "static_select", "options": options(2), "action_id": "soort"}
    form = show(anna, app, client, modal(field("Soort", element, dispatch_action=True)))
    form.fill({"Soort": "optie 1"})
    action = app.got[-1]["actions"][0]
    assert (action["action_id"], action["selected_option"]) == ("soort", options(2)[1])
    assert form.values == {"Soort": options(2)[1]}


def test_a_form_names_what_it_has(anna: Person, app: ScriptedApp, client: WebClient) -> None:
    form = show(anna, app, client, modal(field("Straat", text_input()), private_metadata="7", callback_id="c"))
    assert (form.title, form.labels, form.private_metadata, form.callback_id) == ("Titel", ["Straat"], "7", "c")
    with pytest.raises(AssertionError, match=r"no input 'Stad'; there are \['Straat'\]"):
        form.fill({"Stad": "Ons Dorp"})
    twins = modal(field("Veld", text_input()), field("Veld", text_input(action_id="b"), block_id="v2"))
    with pytest.raises(AssertionError, match="several inputs"):
        show(anna, app, client, twins).fill({"Veld": "a"})
    menu = {"type": "static_select", "options": options(1)}
    with pytest.raises(AssertionError, match=r"no option 'b'; there are \['optie 0'\]"):
        show(anna, app, client, modal(field("Veld", menu))).fill({"Veld": "b"})
    bare = {name: part for name, part in modal().items() if name != "submit"}
    with pytest.raises(AssertionError, match="no submit button"):
        show(anna, app, client, bare).submit()
    with pytest.raises(AssertionError, match="not on top"):
        form.close()
