"""Write names of other scripts in Latin letters, as German or English newspapers do.

In: text in Cyrillic, Greek, Georgian, Armenian, Arabic, Hebrew, kana, Hangul or Chinese characters. Out: the text in
Latin letters; what is Latin stays as it is. Never fills in the vowels that Arabic and Hebrew leave out.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from backchannel.lang.tables import read_rows

SEMITIC = re.compile(r"[\u0590-\u06ff\u0750-\u077f]")
HAN = re.compile(r"[\u3400-\u9fff]{2,}")
HANGUL = re.compile(r"[\uac00-\ud7a3]+")
FIRST, VOWELS, FINALS = 0xAC00, 21, 28
INITIAL = "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" ")
MEDIAL = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
FINAL = " k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ")
# Family names of two characters, and those read otherwise than the character is elsewhere.
DOUBLE = frozenset("欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 夏侯 尉迟 东方 東方 皇甫 公孙 公孫 慕容 令狐".split())
AS_SURNAME = {"单": "shan", "單": "shan", "任": "ren", "曾": "zeng", "解": "xie", "仇": "qiu", "查": "zha", "盖": "ge"}


@lru_cache(maxsize=50_000)
def to_latin(text: str, lang: str = "en") -> str:
    """Return `text` in Latin letters: Сергей is Sergey in English, Sergej in German; 习近平 is Xi Jinping."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text.replace("·", " ").replace("・", " ").replace("\u200c", ""))
    text = HANGUL.sub(lambda found: _read_hangul(found.group()), text)
    text = HAN.sub(lambda found: _read_han(found.group()), text)
    table, pattern = _letters(lang)
    # What is a letter of the table in another case only by Unicode's rules (the micro sign) stays.
    latin = pattern.sub(lambda found: _keep_case(found.group(), table), _spell_out(text))
    return re.sub(r"(?<=k)ij\b", "i", latin) if lang == "de" else latin


def leaves_out_vowels(text: str) -> bool:
    """Tell whether a name is written in a script that writes consonants only."""
    return SEMITIC.search(text) is not None


def _keep_case(letters: str, table: dict[str, str]) -> str:
    latin = table.get(letters.lower(), letters)
    return latin[:1].upper() + latin[1:] if letters[0].isupper() else latin


def _spell_out(text: str) -> str:
    """Write the Cyrillic е and ё as they sound: je at the beginning and after a vowel, o after a hiss."""
    text = re.sub(
        r"(?<![бвгджзйклмнпрстфхцчшщ])е",
        lambda found: "Є" if found.group().isupper() else "є",
        text,
        flags=re.IGNORECASE,
    )
    return re.sub(r"(?<=[жчшщ])ё", "о", text, flags=re.IGNORECASE)


def _read_hangul(word: str) -> str:
    """Return a Korean name, family name first, in the Revised Romanization: 윤석열 is Yun Seok-yeol."""
    syllables = [_read_syllable(ord(letter) - FIRST) for letter in word]
    return " ".join(part for part in (syllables[0].capitalize(), "-".join(syllables[1:]).capitalize()) if part)


def _read_syllable(place: int) -> str:
    initial, rest = divmod(place, VOWELS * FINALS)
    medial, final = divmod(rest, FINALS)
    return INITIAL[initial] + MEDIAL[medial] + FINAL[final]


def _read_han(word: str) -> str:
    """Return a Chinese name in Pinyin, family name first; a word with a character not in the table stays."""
    sounds = [_han().get(letter, "") for letter in word]
    if not all(sounds):
        return word
    sounds[0] = AS_SURNAME.get(word[0], sounds[0])
    split = 2 if word[:2] in DOUBLE and len(word) > 2 else 1
    return f"{''.join(sounds[:split]).capitalize()} {''.join(sounds[split:]).capitalize()}"


@cache
def _han() -> dict[str, str]:
    return {letter: row["pinyin"] for row in read_rows(".", "pinyin") for letter in row["characters"]}


@cache
def _letters(lang: str) -> tuple[dict[str, str], re.Pattern[str]]:
    table = {row["letter"]: row["de" if lang == "de" else "en"] for row in read_rows(".", "scripts")}
    return table, re.compile("|".join(sorted(map(re.escape, table), key=len, reverse=True)), re.IGNORECASE)
