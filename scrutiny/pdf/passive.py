"""Room `pdf`: parts that do nothing of their own accord.

Takes dictionaries of pages, annotations and whole parts, gives what may be copied, by an allow-list for each kind: no
actions, scripts, attachments or media, and only links within the part or to the web. What was left out is counted.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import cast

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

PAGE_KEYS = frozenset({
    "/Type", "/Parent", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/Rotate", "/Contents",
    "/Resources", "/Group", "/UserUnit",
})  # fmt: skip
"""What a page looks like (ISO 32000-1, table 30), without what it does, and without what belongs to programs."""

_LOOKS = frozenset({
    "/Type", "/Subtype", "/Rect", "/Contents", "/NM", "/M", "/F", "/AP", "/AS", "/Border", "/C", "/OC", "/CA", "/BS",
    "/BE", "/QuadPoints", "/L", "/LE", "/IC", "/InkList", "/Vertices", "/DA", "/DS", "/Q", "/RD", "/CL", "/IT", "/Name",
    "/T", "/Subj", "/CreationDate", "/H", "/Sy", "/LL", "/LLE", "/Cap", "/CO", "/OverlayText", "/RO", "/Lang",
})  # fmt: skip
MARKUP = frozenset({
    "/Text", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight", "/Underline",
    "/Squiggly", "/StrikeOut", "/Stamp", "/Caret", "/Ink", "/Watermark", "/Redact",
})  # fmt: skip
"""Annotations that only look like something (ISO 32000-1, table 169)."""

_ATTACHED = frozenset({"/FileAttachment"})
_LOCKED = 64 | 128
"""Flags of an annotation: read only, and not to be moved."""

MAX_ANNOTATIONS = 5_000
"""On one page. A page of links from a contents list has a few hundred; a page with 60,000 takes 700 MB to copy."""

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)
_SCHEMES = ("http", "https", "mailto", "tel")
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff]")
"""What readers of addresses skip: "java\\nscript:" is one of its kind too."""
_NAMED = ("/NextPage", "/PrevPage", "/FirstPage", "/LastPage")

_ACTIVE_KEYS = (
    "/AA", "/OpenAction", "/JS", "/JavaScript", "/AF", "/EF", "/RF", "/EmbeddedFiles", "/OPI", "/Ref", "/PieceInfo",
    "/Metadata", "/RichMediaContent", "/RichMediaSettings", "/3DD", "/3DV", "/Alternates", "/XFA", "/Usage",
)  # fmt: skip
_OUTSIDE_KEYS = ("/F", "/FFilter", "/FDecodeParms")
"""In a stream: its data stand in another file."""
_ACTIONS = frozenset({
    "/JavaScript", "/Launch", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/ResetForm", "/Movie", "/Sound",
    "/Rendition", "/GoTo3DView", "/RichMediaExecute", "/Hide", "/SetOCGState", "/Thread", "/GoToDp",
})  # fmt: skip


def passive_annotation(annotation: DictionaryObject, left_out: "Counter[str]") -> DictionaryObject | None:
    """The annotation without what it does and without its target; None where nothing of it may stay. A form field
    becomes a stamp that looks like it: without the form behind it, many readers would not show it."""
    kind = annotation.get("/Subtype")
    if annotation.get("/AA") is not None:
        left_out["action"] += 1
    if kind == "/Widget":
        if annotation.get("/AP") is None:
            left_out["form field"] += 1
            return None
        kept = _only(annotation, {"/Rect", "/F", "/AP", "/AS", "/OC"})
        kept[NameObject("/Type")] = NameObject("/Annot")
        kept[NameObject("/Subtype")] = NameObject("/Stamp")
        flags = kept.get("/F", 0)
        kept[NameObject("/F")] = NumberObject((int(flags) if isinstance(flags, (int, float)) else 0) | _LOCKED)
    elif kind == "/Link" or kind in MARKUP:
        kept = _only(annotation, _LOOKS)
    else:
        if kind != "/Popup":  # the window of a note, which the reader makes anew
            left_out["attachment" if kind in _ATTACHED else "media object"] += 1
        return None
    looks = kept.get("/AP")
    if isinstance(looks, DictionaryObject) and "/N" in looks:
        kept[NameObject("/AP")] = _only(looks, {"/N"})
    else:
        kept.pop("/AP", None)
    return kept


def passive_action(action: DictionaryObject, left_out: "Counter[str]") -> DictionaryObject | None:
    """A link to the web, or to the next page and the like; None for every other action."""
    kind = action.get("/S")
    if kind == "/Named" and action.get("/N") in _NAMED:
        return _only(action, {"/S", "/N"})
    if kind == "/URI":
        address = action.get("/URI")
        if isinstance(address, (str, bytes)) and is_web_address(address):
            return _only(action, {"/S", "/URI"})
        left_out["active link"] += 1
    elif kind != "/GoTo":
        left_out["action"] += 1
    return None


def is_web_address(address: str | bytes) -> bool:
    """Whether it leads to the web, a mailbox or a telephone. One without a scheme would be looked for among the
    reader's own files, but for "www.", which readers complete."""
    text = address.decode("latin-1") if isinstance(address, bytes) else address
    text = _UNSEEN.sub("", text)
    scheme = _SCHEME.match(text)
    return scheme.group().lower() in _SCHEMES if scheme else text.lower().startswith("www.")


def active_in_document(reader: PdfReader) -> "Counter[str]":
    """What the document as a whole would do, of which no part has anything."""
    found: Counter[str] = Counter()
    root = reader.root_object
    found["action"] += sum(root.get(key) is not None for key in ("/OpenAction", "/AA"))
    names = dictionary_of(root.get("/Names"))
    found["script"] += names is not None and names.get("/JavaScript") is not None
    attached = names is not None and names.get("/EmbeddedFiles") is not None
    found["attachment"] += attached or root.get("/AF") is not None
    return +found


def make_passive(writer: PdfWriter) -> None:
    """Takes out of a finished part what came in by a way nobody thought of."""
    for obj in writer._objects:
        for each in _dictionaries(obj):
            for key in _ACTIVE_KEYS:
                each.pop(key, None)
            if isinstance(each, StreamObject):
                for key in _OUTSIDE_KEYS:
                    each.pop(key, None)
            kind = each.get("/Type")
            if kind in ("/Filespec", "/EmbeddedFile") or (each.get("/S") in _ACTIONS and kind in (None, "/Action")):
                each.clear()
                if isinstance(each, StreamObject):
                    each._data = b""


def add_layers(writer: PdfWriter, reader: PdfReader) -> None:
    """Keeps the layers of the source that came into the part, shown or hidden as they are when it is opened."""
    properties = dictionary_of(reader.root_object.get("/OCProperties"))
    if properties is None:
        return
    translated = writer._id_translated.get(id(reader), {})
    hidden = {translated[number] for number in _hidden_layers(properties) if number in translated}
    layers, off = ArrayObject(), ArrayObject()
    for number, obj in enumerate(writer._objects, start=1):
        if isinstance(obj, DictionaryObject) and obj.get("/Type") == "/OCG":
            reference = IndirectObject(number, 0, writer)
            layers.append(reference)
            if number in hidden:
                off.append(reference)
    if layers:
        writer.root_object[NameObject("/OCProperties")] = DictionaryObject({
            NameObject("/OCGs"): layers,
            NameObject("/D"): DictionaryObject({NameObject("/OFF"): off, NameObject("/Order"): ArrayObject()}),
        })  # fmt: skip


def _hidden_layers(properties: DictionaryObject) -> set[int]:
    """The object numbers of the layers that a reader hides: switched off, or off for viewing (ISO 32000-1, 8.11.4)."""
    layers = set(_numbers(properties.get("/OCGs")))
    settings = dictionary_of(properties.get("/D")) or DictionaryObject()
    if settings.get("/BaseState") == "/OFF":
        hidden = layers - set(_numbers(settings.get("/ON")))
    else:
        hidden = set(_numbers(settings.get("/OFF")))
    for event in items_of(settings.get("/AS")):
        event = dictionary_of(event)
        if event is None or event.get("/Event") != "/View":
            continue
        for reference in items_of(event.get("/OCGs")):
            layer = dictionary_of(reference)
            usage = dictionary_of(layer.get("/Usage")) if layer is not None else None
            view = dictionary_of(usage.get("/View")) if usage is not None else None
            if view is not None and isinstance(reference, IndirectObject):
                if view.get("/ViewState") == "/OFF":
                    hidden.add(reference.idnum)
                else:
                    hidden.discard(reference.idnum)
    return hidden


def _only(source: DictionaryObject, keys: Collection[str]) -> DictionaryObject:
    """The entries of these keys, in the order of the source: two runs write the same bytes."""
    return DictionaryObject({NameObject(key): cast(PdfObject, source.raw_get(key)) for key in source if key in keys})


def dictionary_of(value: object) -> DictionaryObject | None:
    """A dictionary, followed where it is a reference; None where it is none."""
    value = value.get_object() if isinstance(value, PdfObject) else value
    return value if isinstance(value, DictionaryObject) else None


def items_of(value: object) -> list[object]:
    """What an array holds, as it is written; nothing where it is none."""
    value = value.get_object() if isinstance(value, PdfObject) else value
    return list(list.__iter__(value)) if isinstance(value, ArrayObject) else []


def _numbers(value: object) -> list[int]:
    return [item.idnum for item in items_of(value) if isinstance(item, IndirectObject)]


def _dictionaries(value: object) -> Iterator[DictionaryObject]:
    """Every dictionary written in this object itself, the innermost too."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, DictionaryObject):
            yield each
            waiting += dict.values(each)  # a tree of pypdf iterates over its children
        elif isinstance(each, ArrayObject):
            waiting += list(list.__iter__(each))
