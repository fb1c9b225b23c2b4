"""views.*, and what an application may answer to a submitted modal."""

from .args import Args
from .chat import check_pictures
from .records import View
from .rules import Json
from .surfaces import Refusal, check_view
from .world import World

MODAL_ANSWERS = ("errors", "update", "push", "clear")


def _checked(world: World, view: object, kind: str = "modal") -> Json:
    content = check_view(view, kind)
    check_pictures(content["blocks"], world)
    world.shows(f"{kind} {content.get('callback_id', '')}".strip(), content["blocks"])
    return content


def open_view(world: World, args: Args) -> Json:
    """A trigger from inside a modal puts the new one on top; any other starts a new stack."""
    content = _checked(world, args.get("view"))
    trigger = world.spend_trigger(args.text("trigger_id"))
    if trigger.view_id is None:
        world.stacks[trigger.user_id].clear()
    return {"view": world.view_payload(world.put_view(trigger.user_id, content))}


def push_view(world: World, args: Args) -> Json:
    content = _checked(world, args.get("view"))
    trigger = world.spend_trigger(args.text("trigger_id"))
    view = world.views.get(trigger.view_id or "")
    if view is None or not world.is_open(view) or view.content["type"] != "modal":
        raise Refusal("invalid_arguments", "views.push needs a trigger_id from inside an open modal")
    return {"view": world.view_payload(world.put_view(trigger.user_id, content))}


def update_view(world: World, args: Args) -> Json:
    view = _find(world, args)
    content = _checked(world, args.get("view"), view.content["type"])
    refuse_stale_hash(view, args)
    replace_view(world, view, content)
    return {"view": world.view_payload(view)}


def _find(world: World, args: Args) -> View:
    if ("view_id" in args) == ("external_id" in args):
        raise Refusal("invalid_arguments", "one of view_id and external_id")
    for view in world.views.values():
        by_id, by_name = view.id == args.get("view_id"), view.content.get("external_id") == args.get("external_id")
        if (by_id if "view_id" in args else by_name) and world.is_open(view):
            return view
    raise Refusal("not_found", "no such open view")


def refuse_stale_hash(view: View | None, args: Args) -> None:
    """A hash says which version the application thinks it is replacing."""
    if "hash" in args and (view is None or args.text("hash") != view.hash):
        raise Refusal("hash_conflict", "the view changed since this hash")


def replace_view(world: World, view: View, content: Json) -> None:
    """New content in the same view."""
    world.refuse_taken_external_id(content, view.id)
    view.replace(world.view_with_ids(content), world.new_hash())


def publish_view(world: World, args: Args) -> Json:
    content = _checked(world, args.get("view"), "home")
    user_id = world.person(args.text("user_id")).id
    view = world.homes.get(user_id)
    refuse_stale_hash(view, args)
    if view is None:
        view_id = world.new_id("V")
        view = View(view_id, user_id, world.view_with_ids(content), world.new_hash(), view_id)
        world.homes[user_id] = world.views[view_id] = view
    else:
        replace_view(world, view, content)
    return {"view": world.view_payload(view)}


def apply_submission_answer(world: World, view: View, answer: Json | None) -> Json:
    """Do what the acknowledgement of a view_submission asks; gives the errors by block_id, if any."""
    if not answer:
        world.take_away(view)
        return {}
    action = answer.get("response_action")
    if action not in MODAL_ANSWERS:
        raise Refusal("invalid_response_action", f"{action!r} is none of {', '.join(MODAL_ANSWERS)}")
    if action == "errors":
        return _checked_errors(view, answer)
    _move_on(world, view, action, answer)
    return {}


def _checked_errors(view: View, answer: Json) -> Json:
    errors = answer.get("errors")
    if set(answer) != {"response_action", "errors"} or not isinstance(errors, dict) or not errors:
        raise Refusal("invalid_response_action", "errors must name at least one block")
    inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
    unknown = sorted(set(errors) - inputs)
    if unknown:
        raise Refusal("invalid_response_action", f"no input blocks: {', '.join(unknown)}")
    if not all(isinstance(text, str) and text for text in errors.values()):
        raise Refusal("invalid_response_action", "every error needs a text")
    return errors


def _move_on(world: World, view: View, action: str, answer: Json) -> None:
    allowed = {"response_action"} if action == "clear" else {"response_action", "view"}
    if set(answer) != allowed:
        raise Refusal("invalid_response_action", f"{action} takes {', '.join(sorted(allowed))}")
    if action == "clear":
        world.take_away(view, whole_stack=True)
    elif action == "update":
        replace_view(world, view, _checked(world, answer["view"]))
    else:
        world.put_view(view.user_id, _checked(world, answer["view"]))
