"""The output intent of PDF/A: a minimal sRGB profile made here, so that no profile file must be shipped."""

from __future__ import annotations

import struct
from typing import Final

from .pdfobjects import Dictionary, Name, PdfFile, dictionary, packed, string

_GAMMA_POINTS: Final = 1024
_D50: Final = (0.9642, 1.0, 0.8249)
_RED: Final = (0.4360747, 0.2225045, 0.0139322)
_GREEN: Final = (0.3850649, 0.7168786, 0.0971045)
_BLUE: Final = (0.1430804, 0.0606169, 0.7141733)


def output_intent(file: PdfFile) -> Dictionary:
    """Say that colours are sRGB."""
    return dictionary(
        {
            "Type": Name("OutputIntent"),
            "S": Name("GTS_PDFA1"),
            "OutputConditionIdentifier": string("sRGB IEC61966-2.1"),
            "Info": string("sRGB IEC61966-2.1"),
            "DestOutputProfile": file.reference(packed(srgb_profile(), N=3)),
        }
    )


def srgb_profile() -> bytes:
    """An ICC version 2 display profile with sRGB's primaries (adapted to D50) and tone curve."""
    curve = _curve()
    tags = [
        (b"desc", _description("sRGB IEC61966-2.1")),
        (b"cprt", b"text" + bytes(4) + b"No copyright, use freely\0"),
        (b"wtpt", _xyz(_D50)),
        (b"rXYZ", _xyz(_RED)),
        (b"gXYZ", _xyz(_GREEN)),
        (b"bXYZ", _xyz(_BLUE)),
        (b"rTRC", curve),
        (b"gTRC", curve),
        (b"bTRC", curve),
    ]
    offset = 128 + 4 + 12 * len(tags)
    table, bodies = [struct.pack(">L", len(tags))], []
    placed: dict[bytes, int] = {}
    for name, data in tags:
        if data not in placed:
            placed[data] = offset
            bodies.append(data + bytes(-len(data) % 4))
            offset += len(bodies[-1])
        table.append(struct.pack(">4sLL", name, placed[data], len(data)))
    return _header(offset) + b"".join(table) + b"".join(bodies)


def _header(size: int) -> bytes:
    date = struct.pack(">6H", 2024, 1, 1, 0, 0, 0)
    head = struct.pack(">L4sL4s4s4s", size, bytes(4), 0x02100000, b"mntr", b"RGB ", b"XYZ ") + date + b"acsp"
    head += bytes(28) + struct.pack(">3l", *(round(v * 65536) for v in _D50))
    return head + bytes(128 - len(head))


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3l", *(round(v * 65536) for v in values))


def _description(text: str) -> bytes:
    data = text.encode("ascii") + b"\0"
    return b"desc" + bytes(4) + struct.pack(">L", len(data)) + data + bytes(4 + 4 + 2 + 1 + 67)


def _curve() -> bytes:
    values = []
    for index in range(_GAMMA_POINTS):
        level = index / (_GAMMA_POINTS - 1)
        linear = level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4
        values.append(round(linear * 65535))
    return b"curv" + bytes(4) + struct.pack(f">L{_GAMMA_POINTS}H", _GAMMA_POINTS, *values)
