"""The JSON Schema (draft-07) of ``agreement.toml``, made from the agreement's classes."""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Mapping
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from attrs import NOTHING, fields, has

from outputs.agreement import FORMAT, Agreement
from outputs.shape import IN_FILE

_SIMPLE: Final[dict[Any, dict[str, Any]]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    dt.date: {"type": "string", "format": "date"},
    # A TOML local date-time has no offset, which draft-07's "date-time" demands.
    dt.datetime: {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$"},
}


def schema() -> dict[str, Any]:
    """The schema; dates are strings, as TOML tools hand them to JSON validators."""
    whole = _table(Agreement)
    whole["properties"] = {"format": {"const": FORMAT}} | whole["properties"]
    whole["required"] = ["format", *whole["required"]]
    about = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "agreement.toml",
        "description": (Agreement.__doc__ or "").strip(),
    }
    return about | whole


def _table(cls: type[Any]) -> dict[str, Any]:
    hints = get_type_hints(cls)
    properties = {IN_FILE.get(a.name, a.name): _of(hints[a.name], a.name) for a in fields(cls)}
    required = [IN_FILE.get(a.name, a.name) for a in fields(cls) if a.default is NOTHING]
    return {
        "type": "object",
        "description": " ".join((cls.__doc__ or "").split()),
        "additionalProperties": False,
        "required": required,
        "properties": properties,
    }


def _of(kind: Any, name: str = "") -> dict[str, Any]:
    if name == "wording":
        return {"type": "string", "description": "one numbered sentence a line"}
    if kind in _SIMPLE:
        return dict(_SIMPLE[kind])
    if has(kind):
        return _table(kind)
    origin, args = get_origin(kind), get_args(kind)
    if origin is Literal:
        return {"enum": list(args)}
    if origin in (tuple, list):
        return {"type": "array", "items": _of(args[0])}
    if origin is Mapping:
        return {"type": "object", "additionalProperties": _of(args[1])}
    if origin in (Union, types.UnionType):
        several = [_of(each) for each in args if each is not type(None)]
        return several[0] if len(several) == 1 else {"anyOf": several}
    raise TypeError(f"no schema for {kind!r}")
