"""PDFs of every builder, and random damage to them; the same number gives the same case again."""

import io
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import count

from pypdf import PdfReader, PdfWriter
from pypdf.generic import StreamObject

from scrutiny.sheets import Format
from tests.builders import hostile, triggers, withheld
from tests.builders.paper import PackBuilder
from tests.builders.sample_pack import build_sample_pack
from tests.builders.table_layouts import Setting, document, made_tables

_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_NAME = re.compile(rb"/[A-Za-z][A-Za-z0-9]*")
_ODD = (
    b"0", b"-1", b"1", b"65535", b"2147483647", b"-2147483648", b"4294967296", b"1e308", b"99999999999999999999", b"0.0000001",
    b"NaN", b"null", b"[", b"]", b"<<", b">>", b"(", b")", b"endobj", b"endstream", b"stream\n", b"R", b"/Kids", b"/Parent",
    b"/Filter /ASCIIHexDecode", b"/Type /Pages", b"\x00", b"\xff\xfe", b"q\n" * 50, b"BT ", b" Do\n", b" cm\n", b"/Rotate 90",
    b"100 0 0 100 0 0 cm\n", b" re f\n", b"0 0 9e9 9e9 re S\n", b"(1,292) Tj\n", b"3 Tr\n", b"/UserUnit 75000", b" l S\n" * 20,
)  # fmt: skip
_LONG = 8
"""The sample pack takes as long as so many small papers: it is taken that much more seldom than one of them."""


@dataclass(frozen=True, slots=True)
class Case:
    """A damaged file and the command line that reads it, in which PACK and SUMMARY stand for files, PARTS for a folder."""

    number: int
    builder: str
    command: tuple[str, ...]
    data: bytes


@cache
def builders() -> dict[str, Callable[[], bytes]]:
    """By name, what is damaged: packs as published, papers of one mistake, withheld papers, tables, hostile files."""
    made: dict[str, Callable[[], bytes]] = {"sample": build_sample_pack}
    for code, (_, draw) in triggers.DRAWN.items():
        made[f"trigger {code.value}"] = partial(_drawn, draw)
    for paper in (*withheld.MARKED, *withheld.UNMARKED):
        made[f"withheld {paper.name}"] = partial(withheld.build, paper)
    for at, setting in enumerate(Setting):
        made[f"tables {setting.name}"] = partial(document, made_tables()[at * 2 : at * 2 + 2], setting)
    made |= {
        "active": hostile.active,
        "annotations": partial(hostile.annotations, 50),
        "forms": partial(hostile.billion_laughs, 3, 3),
        "rule": hostile.long_rule,
    }
    return made


def _drawn(draw: Callable[[PackBuilder], None]) -> bytes:
    pack = PackBuilder()
    draw(pack)
    return pack.data()


@cache
def sound(builder: str) -> tuple[bytes, bytes]:
    """A builder's PDF as it is, and with its streams unpacked, so that what is drawn can be damaged too."""
    data = builders()[builder]()
    return data, unpacked(data)


def unpacked(data: bytes) -> bytes:
    """With streams as text."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    for obj in writer._objects:
        if isinstance(obj, StreamObject) and "/Filter" in obj and obj.get("/Subtype") != "/Image":
            plain = obj.get_data()
            for key in ("/Filter", "/DecodeParms"):
                obj.pop(key, None)
            obj._data = plain
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def damaged(data: bytes, chance: random.Random) -> bytes:
    """With one to eight damages."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 5, 8))):
        if not out:
            break
        at = chance.randrange(len(out))
        length = min(int(chance.expovariate(1 / 40)) + 1, 5_000)
        kind = chance.randrange(8)
        if kind == 0:
            out[at] = chance.randrange(256)
        elif kind == 1:
            del out[at : at + length]
        elif kind == 2:
            out[at:at] = out[at : at + length] * chance.choice((1, 1, 2, 20))
        elif kind == 3:
            out[at:at] = chance.choice(_ODD)
        elif kind == 4 and (number := _NUMBER.search(out, at)):
            out[number.start() : number.end()] = chance.choice(_ODD)
        elif kind == 5:
            other = chance.randrange(len(out))
            out[at : at + length] = out[other : other + length]
        elif (
            kind == 6
            and (name := _NAME.search(out, at))
            and (other_name := _NAME.search(out, chance.randrange(len(out))))
        ):
            out[name.start() : name.end()] = other_name.group()
        elif kind == 7 and chance.random() < 0.15:
            del out[at:]
    return bytes(out)


def cases(seed: int, commands: tuple[tuple[str, ...], ...]) -> Iterator[Case]:
    """Damaged files without end, each for one of the commands in one format; one in ten with two processes or options
    that read more."""
    names = list(builders())
    weights = [1.0 if name == "sample" else float(_LONG) for name in names]
    weights[0] = sum(weights) / (4 * _LONG)  # still one in thirty
    for number in count(seed):
        chance = random.Random(number)
        builder = chance.choices(names, weights)[0]
        command = (*chance.choice(commands), *chance.choice(((), (), (), ("--include-exempt",))))
        if "split-pack" in command:
            command = (*command, "-o", "PARTS", "--force")
        elif (form := chance.choice(list(Format))) in (Format.XLSX, Format.DOCX):
            command = (*command, "-o", f"PARTS.{form.value}")
        else:
            command = (*command, "-f", form.value)
        data = damaged(sound(builder)[chance.randrange(3) > 0], chance)
        yield Case(number=number, builder=builder, command=command, data=data)
