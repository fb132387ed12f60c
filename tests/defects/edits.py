# SPDX-License-Identifier: EUPL-1.2
"""The small edits a defect is made of. Each gives a function that changes a loaded plan in place.

A path is written with dots: keys, places in a list (from 0), or an item's id; * means all.
A path that leads nowhere is a mistake in the table, not in the plan."""

GONE = object()


class Again(str):
    """A key that can stand twice in one mapping: equal to nothing but itself."""
    __hash__ = object.__hash__

    def __eq__(self, other):
        return self is other


def steps(container, word):
    """The keys or places in a container that one word of a path means."""
    if isinstance(container, dict):
        return list(container) if word == "*" else [word] if word in container else []
    if not isinstance(container, list):
        return []
    if word == "*":
        return list(range(len(container)))
    if word.isdigit():
        return [int(word)] if int(word) < len(container) else []
    return [place for place, item in enumerate(container)
            if isinstance(item, dict) and item.get("id") == word]


def containers(plan, words):
    found = [plan]
    for word in words:
        found = [each[key] for each in found for key in steps(each, word)]
    return found


def places(plan, path, must=True):
    """Every (container, key) a path leads to."""
    *before, last = path.split(".")
    found = [(each, key) for each in containers(plan, before) for key in steps(each, last)]
    if must and not found:
        raise LookupError(path)
    return found


def parts(node):
    if isinstance(node, dict):
        return node.values()
    return node if isinstance(node, list) else ()


def sweep(node):
    """Takes out what was marked as gone, so that places in a list stay what they were till then."""
    if isinstance(node, dict):
        for key in [key for key, value in node.items() if value is GONE]:
            del node[key]
    elif isinstance(node, list):
        node[:] = [item for item in node if item is not GONE]
    for part in parts(node):
        sweep(part)


def drop(*paths):
    def edit(plan):
        for path in paths:
            for container, key in places(plan, path):
                container[key] = GONE
        sweep(plan)
    return edit


def put(path, value):
    """Writes a value; the last key need not be there yet."""
    def edit(plan):
        *before, last = path.split(".")
        found = places(plan, path, must=False)
        if not found and not last.isdigit():
            found = [(each, last) for each in containers(plan, before) if isinstance(each, dict)]
        if not found:
            raise LookupError(path)
        for container, key in found:
            container[key] = value
    return edit


def add(path, item):
    def edit(plan):
        for container, key in places(plan, path):
            container[key].append(item)
    return edit


def twice(path):
    """Writes the same key a second time, with the same value."""
    def edit(plan):
        for container, key in places(plan, path):
            container[Again(key)] = container[key]
    return edit


def forget(path, person):
    """Takes somebody out of every `over` at a path and below it."""
    def clean(node):
        if isinstance(node, dict):
            over = node.get("over")
            if over == person:
                node["over"] = GONE
            elif isinstance(over, list):
                node["over"] = [each for each in over if each != person]
        for part in parts(node):
            clean(part)

    def edit(plan):
        for container, key in places(plan, path):
            clean(container[key])
        sweep(plan)
    return edit


def both(*edits):
    def edit(plan):
        for each in edits:
            each(plan)
    return edit
