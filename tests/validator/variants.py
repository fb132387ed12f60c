# SPDX-License-Identifier: EUPL-1.2
"""Broken and odd variants of a plan, made from its nodes in a fixed order, for validate.py."""
import re

import yaml

RESOLVER = yaml.SafeLoader("")
STRING = "tag:yaml.org,2002:str"

# What is written at a place, by the kind of the place. Some of it is right: both answers must occur.
DATES = ["2026-02-30", "12-3-2026", "2026-13-01", "2026-3-2", "2025", "20260312", "2025-11",
         "2026-03-12T10:00:00", "vandaag", "2023-02-29", "2024-02-29", "1900-02-29", "2000-02-29",
         "0000-01-01", "0001-01-01", "9999-12-31", "2026-00-10", "2026-04-31", "2026-03-00",
         " 2026-03-12", "2026-03-12 ", "2026/03/12", "~", "null", ""]
NUMBERS = ["11", "7.25", "-1", "10.5", "0", "10", "5.0", "5.50", "1e1", "1e-1", ".5", "5.", "+5",
           "05", "0x5", "1_0", "5,5", "-0", "zes", "5 ", ".inf", ".nan", "~", "0.5", "9.5e0", ""]
RANKS = ["0", "1", "2", "1.5", "-1", "een", "01", "1.0", "12", "2e0", ""]
WORDS = ["Ja", "zomaar_iets", "yes", "true", "ja ", "nee", "ja", "1", "onbekend", "~", "null", ""]
IDS = ["Ger", "nee", "ja", "geen", "null", "true", "false", "9a", "a b", "\u00e9\u00e9n", "a-b_c1",
       "neef", "geentje", "-a", "_a", "a.", "ger\n", "A", "a", "7", "~", "truer", ""]
TIMES = ["25:00", "24:00", "9:00", "14:60", "14:00:00", "14.00", "00:00", "23:59", "19:05", "14",
         "14:0", "1400", " 14:00", ""]
PRINTS = ["sha256:" + "0" * 31, "sha256:" + "0" * 33, "sha256:" + "A" * 32, "md5:" + "0" * 32,
          "sha256:" + "0123456789abcdef" * 2, "0" * 32, ""]
RULES = ["OP-1", "op-01", "OP-001", "XX-01", "UZ-03", "FMT-02", "OP-01 ", "OP01", "TL-99", ""]
AREAS = ["Werk", "eigen_gebied", "nee", "werk", "vrije tijd", "7", "null", ""]
TEXTS = ["", "nee", "2025", "112", "08", "~", "null", "true", "2026-03-12", "a: b # c", "5.50",
         "twee\nregels", "- streepje", "\u2603 \u00e9\u00e9n", " ", "0", "[]", "sha256:x"]
CONSTS = ["0", "2", "1.0", "1.5", "01", "1e0", "een", "Plan", "plan ", "huis", "plannen", "1 ", ""]
LISTED = ["geen", "Geen", "nee", "geen ", "", "niets", "~"]
BY_DEF = {"datum": DATES, "cijfer": NUMBERS, "rangnummer": RANKS, "weken": RANKS, "id": IDS, "tijd": TIMES,
          "vingerafdruk": PRINTS, "regel_id": RULES, "leefgebied": AREAS, "tekst": TEXTS,
          "tekst_verplicht": TEXTS, "ruwe_datum": TEXTS}
PER_PLACE = 3  # how many changes are tried at a place that is not the first of its kind


def plain(value):
    """A scalar as a person would type it: unquoted where YAML lets it stand unquoted."""
    style = "|" if "\n" in value else None
    tag = STRING if style else RESOLVER.resolve(yaml.ScalarNode, value, (True, False))
    return yaml.ScalarNode(tag, value, style=style)


def quoted(value):
    return yaml.ScalarNode(STRING, value, style='"')


def mapping(*pairs):
    return yaml.MappingNode("tag:yaml.org,2002:map", [(plain(k), v) for k, v in pairs],
                            flow_style=False)


def sequence(*items):
    return yaml.SequenceNode("tag:yaml.org,2002:seq", list(items), flow_style=False)


def clone(node):
    """A copy in block style all the way down, so that an empty value can be written anywhere."""
    if isinstance(node, yaml.MappingNode):
        return mapping(*((k.value, clone(v)) for k, v in node.value))
    if isinstance(node, yaml.SequenceNode):
        return sequence(*map(clone, node.value))
    return yaml.ScalarNode(node.tag, node.value, style=node.style)


class Places:
    """The schema beside the nodes: what each place of a plan is meant to hold."""

    def __init__(self, schema):
        self.schema = schema
        self.defs = schema["$defs"]

    def resolve(self, part):
        """(name of the $def or None, the schema that says what the place holds)"""
        if "$ref" in part:
            name = part["$ref"].rsplit("/", 1)[1]
            return name, self.defs[name]
        return None, part

    def list_of(self, part):
        """The schema of the items when this place may hold a list, else None."""
        for option in part.get("oneOf", [part]):
            if option.get("type") == "array":
                return option["items"]
        return None

    def free(self, body):
        """(a key, the schema of what stands behind it) of a mapping by rule or by word."""
        if body.get("type") != "object" or "properties" in body:
            return None
        for value in body.get("patternProperties", {}).values():
            return "OP-22", value
        return "ambulant", body["additionalProperties"]

    def walk(self, node, part, path=(), kind="plan"):
        """Yields (path, node, part) for the node and everything below it, keys in file order."""
        yield path, node, part, kind
        name, body = self.resolve(part)
        if isinstance(node, yaml.MappingNode) and "properties" in body:
            for key, value in node.value:
                if key.value in body["properties"]:
                    yield from self.walk(value, body["properties"][key.value], path + (key.value,),
                                         (name or "plan") + "." + key.value)
        elif isinstance(node, yaml.MappingNode) and self.free(body):
            for key, value in node.value:
                yield from self.walk(value, self.free(body)[1], path + (key.value,), kind + ".value")
        elif isinstance(node, yaml.SequenceNode) and self.list_of(body):
            for index, value in enumerate(node.value):
                yield from self.walk(value, self.list_of(body), path + (index,), kind + ".item")

    def values(self, part):
        """What to try at a place that holds a scalar."""
        name, body = self.resolve(part)
        if "oneOf" in body:
            option = body["oneOf"][0]
            return LISTED if "const" in option else self.values(option)
        if name in BY_DEF:
            return BY_DEF[name]
        if "enum" in body:
            return WORDS + [body["enum"][-1], body["enum"][0].upper(), body["enum"][0] + "x"]
        return CONSTS if "const" in body else TEXTS

    def sample(self, part):
        """A node that holds everything the schema knows at this place."""
        name, body = self.resolve(part)
        if "properties" in body:
            return mapping(*((k, self.sample(v)) for k, v in body["properties"].items()))
        if self.free(body):
            key, value = self.free(body)
            return mapping((key, self.sample(value)))
        if self.list_of(body):
            return sequence(self.sample(self.list_of(body)))
        if "const" in body:
            return plain(str(body["const"]))
        words = body.get("enum") or body.get("x-open-enum")
        known = {"datum": "2026-03-12", "cijfer": "5.5", "rangnummer": "1", "tijd": "14:00",
                 "weken": "6", "id": "ger", "vingerafdruk": PRINTS[4], "regel_id": "OP-01"}
        return plain(words[0] if words else known.get(name, "iets"))


def at(root, path):
    """The holder of the last step of path: (node, index of the step in its value)."""
    node = root
    for depth, step in enumerate(path):
        if isinstance(node, yaml.MappingNode):
            index = [k.value for k, _ in node.value].index(step)
        else:
            index = step
        if depth == len(path) - 1:
            return node, index
        node = node.value[index][1] if isinstance(node, yaml.MappingNode) else node.value[index]
    raise ValueError("the root has no holder")


def put(root, path, new):
    """A copy of root with another node at path; None takes the key or item out."""
    if not path:
        return new
    root = clone(root)
    holder, index = at(root, path)
    if new is None:
        del holder.value[index]
    elif isinstance(holder, yaml.MappingNode):
        holder.value[index] = (holder.value[index][0], new)
    else:
        holder.value[index] = new
    return root


def with_key(node, key, value):
    return mapping(*((k.value, v) for k, v in node.value), (key, value))


def of_mapping(node):
    """(name, node to stand there instead) for a place that holds a mapping."""
    first = node.value[0][0].value if node.value else "leeg"
    anything = mapping(("Vrij", sequence(plain("1"), mapping(("id", plain("nee"))))))
    yield "unknown key", with_key(node, "onbekende_sleutel", plain("iets"))
    yield "x_ key with anything in it", with_key(node, "x_eigen", anything)
    yield "scalar for mapping", plain("iets")
    yield "empty mapping", mapping()
    yield "list for mapping", sequence(node)
    yield "mistyped key", with_key(node, first + "e", plain("iets"))
    yield "key with a capital", with_key(node, first.capitalize(), plain("iets"))
    yield "x without underscore", with_key(node, "x", plain("iets"))
    yield "X_ key", with_key(node, "X_team", plain("iets"))
    yield "x- key", with_key(node, "x-team", plain("iets"))
    yield "unknown key, empty", with_key(node, "onbekende_sleutel", plain(""))
    yield "bare x_ key", with_key(node, "x_", sequence(plain(""), plain("iets")))
    yield "x_ key, empty", with_key(node, "x_leeg", plain(""))
    yield "keys turned round", mapping(*((k.value, v) for k, v in reversed(node.value)))


def of_required(node, body):
    """(name, node to stand there instead) where a key is missing that must be there."""
    for key in body.get("required", []):
        rest = [(k.value, v) for k, v in node.value if k.value != key]
        yield "without " + key, mapping(*rest)
        yield "empty " + key, mapping(*rest, (key, plain("")))
        yield "empty text in " + key, mapping(*rest, (key, quoted("")))


def of_sequence(node):
    """(name, node to stand there instead) for a place that holds a list."""
    yield "empty list item", sequence(*node.value, plain(""))
    yield "mapping for list", mapping(("a", plain("b")))
    yield "scalar for list", plain("iets")
    yield "empty list", sequence()
    yield "list in list", sequence(node)
    yield "geen for list", plain("geen")
    yield "one empty item", sequence(plain(""))
    yield "item of another kind", sequence(*node.value, mapping(("a", plain("b"))))
    yield "empty text item", sequence(*node.value, quoted(""))
    yield "number item", sequence(*node.value, plain("7"))
    yield "same list twice as long", sequence(*node.value, *map(clone, node.value))
    if node.value:
        yield "first item for list", node.value[0]


def of_scalar(node, values):
    """(name, node to stand there instead) for a place that holds a scalar."""
    for value in values:
        yield "plain " + repr(value), plain(value)
    yield "mapping for scalar", mapping(("a", plain("b")))
    yield "list for scalar", sequence(node)
    for value in values:
        yield "quoted " + repr(value), quoted(value)
    yield "list of lists for scalar", sequence(sequence(node))
    yield "empty list for scalar", sequence()
    yield "empty mapping for scalar", mapping()
    yield "the same, quoted", quoted(node.value)
    yield "the same in a block", yaml.ScalarNode(STRING, node.value, style="|")
    yield "the same, folded", yaml.ScalarNode(STRING, node.value, style=">")


class Maker:
    """Makes every variant of one plan after another; a place met before is not tried again."""

    def __init__(self, schema):
        self.places = Places(schema)
        self.seen = set()
        self.kinds = set()
        self.turn = 0

    def changes(self, node, part, kind):
        """(name, node to stand there instead) for one place: all at the first of its kind."""
        name, body = self.places.resolve(part)
        always = []
        if isinstance(node, yaml.MappingNode):
            what, found = "mapping", of_mapping(node)
            if self.places.free(body):  # a word of the team's own that is left open says nothing
                what, found = "free", [v for v in found if not v[0].endswith(", empty")]
            always = list(of_required(node, body))
        elif isinstance(node, yaml.SequenceNode):
            what, found = "list", of_sequence(node)
        else:
            what, found = self.what(name, body, kind), of_scalar(node, self.places.values(part))
        found = list(found)
        if what in self.kinds:
            self.turn += PER_PLACE
            found = [found[(self.turn + i) % len(found)] for i in range(PER_PLACE)]
        self.kinds.add(what)
        return found + always

    def what(self, name, body, kind):
        """The kind of a place for a scalar: everything is tried once at each kind."""
        if "const" in body:
            return kind
        if "oneOf" in body:
            return "geen" if "const" in body["oneOf"][0] else "one or list"
        return name if name in BY_DEF else "word"

    def section(self, root, path):
        """The plan with only the section of path, which keeps the variants short."""
        keep = {*self.places.schema["required"], *path[:1]}
        return mapping(*((k.value, v) for k, v in root.value if not path or k.value in keep))

    def of(self, root):
        """(name, text) of each variant of a plan."""
        for path, node, part, kind in list(self.places.walk(root, self.places.schema)):
            place = (kind, type(node).__name__)
            if place in self.seen:
                continue
            self.seen.add(place)
            for name, new in self.changes(node, part, kind):
                variant = put(self.section(root, path), path, new)
                text = yaml.serialize(clone(variant), allow_unicode=True)
                # Only a file with such a line is a plan at all; its absence is no matter of form.
                if re.search("^g1p:", text, re.M):
                    yield kind + ", " + name, text

    def sample(self):
        """A plan with every key the schema knows."""
        return self.places.sample(self.places.schema)


def of_text(text):
    """(name, text) of variants that change how a plan is written and not what it says."""
    yield "as it is", text
    yield "CRLF line ends", text.replace("\n", "\r\n")
    yield "document marks", "---\n" + text.rstrip("\n") + "\n...\n"
    yield "no last newline", text.rstrip("\n")
    yield "comments between", re.sub("^(?=[a-z])", "# opmerking\n", text, flags=re.M)
    yield "in blocks", yaml.serialize(clone(yaml.compose(text)), allow_unicode=True)
    shared = plain("Dezelfde woorden.")
    root = clone(yaml.compose(text))
    for key in ("x_een", "x_twee"):
        root = with_key(root, key, shared)
    yield "with an alias", yaml.serialize(root, allow_unicode=True)
