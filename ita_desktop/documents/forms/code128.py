"""Code 128 in its set C, two digits a symbol: bars that every office scanner and reading library knows.

The table is that of ISO/IEC 15417: of the values 0-105, the widths of three bars and three spaces in modules.
"""

from __future__ import annotations

from typing import Final

_TABLE: Final = (
    "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 "
    "122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 "
    "321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 "
    "211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 "
    "213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 "
    "121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 "
    "241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 "
    "412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 "
    "211214 211232 "
)
_WIDTHS: Final = tuple(_TABLE[start : start + 6] for start in range(0, len(_TABLE), 7))
_START_C: Final = 105
_STOP: Final = "2331112"
_MODULO: Final = 103


def widths(digits: str) -> str:
    """Return the widths of bars and spaces in turn, in modules, from the first bar to the last.

    `digits` is an even number of 0-9; the check symbol is added here.
    """
    values = [int(digits[index : index + 2]) for index in range(0, len(digits), 2)]
    check = (_START_C + sum(place * value for place, value in enumerate(values, 1))) % _MODULO
    return "".join(_WIDTHS[value] for value in (_START_C, *values, check)) + _STOP


def modules(digits: str) -> int:
    """Return how many modules wide the bars of so many digits are, quiet zones not counted."""
    return sum(int(width) for width in widths(digits))
