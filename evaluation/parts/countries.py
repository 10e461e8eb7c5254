"""Countries and persons behind the words that gold uses for a party where it gives no country.

Takes a party's words, gives a Party. Only for names that stand in gold; backchannel's own tables are not used, so that
a change there never moves the yardstick.
"""

from __future__ import annotations

import re

from evaluation.model import Party

PERSONS = {
    "Abbas Araghchi": "IR", "Alexander Graf Lambsdorff": "DE", "Antony Blinken": "US", "Charles Graham": "US",
    "Charles Kupchan": "US", "Christian Wagner": "DE", "Deng Hongbo": "CN", "Dmitry Peskov": "RU",
    "Elizabeth Rood": "US", "Emmanuel Macron": "FR", "Jake Sullivan": "US", "Joe Biden": "US", "John Sullivan": "US",
    "Kirill Dmitriev": "RU", "Lloyd Austin": "US", "Mahmoud Farazandeh": "IR", "Mao Ning": "CN",
    "Maria Zakharova": "RU", "Mark Milley": "US", "Markus Potzel": "DE", "Naftali Bennett": "IL", "Olaf Scholz": "DE",
    "Patricia Flor": "DE", "Richard Haass": "US", "Sergey Lavrov": "RU", "Sergey Naryshkin": "RU",
    "Sergey Ryabkov": "RU", "Sergey Shoigu": "RU", "Steffen Hebestreit": "DE", "Steven Cheung": "US",
    "Thomas Graham": "US", "Valery Gerasimov": "RU", "Vladimir Putin": "RU", "Volodymyr Zelensky": "UA",
    "William Burns": "US", "Xi Jinping": "CN", "Yuri Ushakov": "RU",
}  # fmt: skip

# The first pattern that occurs decides: "US ambassador to Russia" is American, so such words stand first.
WORDS = (
    (r"participants of lavrov-ny", "US"),
    (r"Russian embassy|Russian chargé|Russian representatives", "RU"),
    (r"\bUS\b|\bU\.S\.|United States|American|White House|Washington|Pentagon|Biden|Mark Milley|Lloyd Austin", "US"),
    (r"Russia|Kremlin|Moscow", "RU"),
    (r"German|Berlin|Federal Foreign Office", "DE"),
    (r"Ukrain|Kyiv", "UA"),
    (r"Iran|Tehran", "IR"),
    (r"Chin(a|ese)|Beijing", "CN"),
    (r"Turk|Erdoğan|Ankara", "TR"),
    (r"Israel", "IL"),
)


def name_party(words: str, *others: str, country: str | None = None, is_optional: bool = False) -> Party:
    """Return the party that gold calls `words`; `others` are further forms of its name.

    >>> name_party("Dmitry Peskov (Kremlin)")
    Party(names=('Dmitry Peskov',), country='RU', is_person=True, is_optional=False)
    """
    name = re.sub(r"\s*\(.*?\)", "", words).strip()
    if name in PERSONS:
        return Party((name, *others), country or PERSONS[name], is_person=True, is_optional=is_optional)
    return Party((name, *others), country or find_country(words), is_optional=is_optional)


def find_country(words: str) -> str | None:
    """Return the state that the words speak of first in WORDS, None if none."""
    return next((code for pattern, code in WORDS if re.search(pattern, words)), None)
