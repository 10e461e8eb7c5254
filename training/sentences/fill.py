"""Expand hand-made sentence templates (de.txt, en.txt) into training sentences.

A template is one token per line, ``FORM<TAB>UPOS<TAB>HEAD<TAB>DEPREL<TAB>NER``;
a blank line ends it and lines starting with ``# `` are comments. A FORM such as
``{LAST2}`` is a slot for exactly one token. The trailing digit only tells apart
several slots of one kind: within a sentence no two of them get the same filler.
Run as a script to check both files.
"""

from __future__ import annotations

import json
import random
import re
import sys
from pathlib import Path

Row = tuple[str, str, int, str, str]

_HERE = Path(__file__).resolve().parent
_SLOT = re.compile(r"\{([A-Za-z_]+?)(\d*)\}")
_COMMENT = re.compile(r"# ")
_ADJ = re.compile(r"ADJ_(e|en|er|em|es)")
_NER = re.compile(r"O|[BI]-(PER|LOC|ORG|OTH)|B-(DERIV|PART)")


def read_templates(path: Path) -> list[list[Row]]:
    """Return the templates of a file, slots unfilled."""
    templates: list[list[Row]] = []
    rows: list[Row] = []
    for line in path.read_text(encoding="utf-8").splitlines() + [""]:
        if _COMMENT.match(line):
            continue
        if not line.strip():
            if rows:
                templates.append(rows)
            rows = []
            continue
        form, upos, head, deprel, ner = line.split("\t")
        rows.append((form, upos, int(head), deprel, ner))
    return templates


def read_fillers(lang: str) -> dict[str, list[str]]:
    """Return slot name -> fillers for "de" or "en", derived forms included."""
    data = json.loads((_HERE / "fillers.json").read_text(encoding="utf-8"))
    fillers: dict[str, list[str]] = {**data["both"], **data[lang]}
    if lang == "de":
        stems = fillers.pop("ADJ_STEM")
        for ending in ("e", "en", "er", "em", "es"):
            fillers[f"ADJ_{ending}"] = [stem + ending for stem in stems]
        for slot in ("LAST", "COUNTRY", "OFFICE"):
            fillers[f"{slot}_GEN"] = [_genitive(word) for word in fillers[slot]]
    return fillers


def _genitive(word: str) -> str:
    """German genitive of a name: -s, or an apostrophe after a sibilant."""
    return word + ("’" if word[-1] in "sxzß" else "s")


def _group(slot: str) -> str:
    """Slots of one group must not share a filler within a sentence."""
    for group in ("FIRST", "LAST", "COUNTRY", "US_OFFICE"):
        if slot.startswith(group):
            return group
    return "ADJ" if _ADJ.match(slot) else slot


def fill_templates(path: Path, copies: int, seed: int) -> list[list[Row]]:
    """Fill every template of ``path`` ``copies`` times with random fillers.

    The language is the file's stem (``de`` or ``en``). Equal arguments give
    equal sentences.
    """
    rng = random.Random(seed)
    fillers = read_fillers(path.stem)
    return [_fill(template, fillers, rng) for _ in range(copies) for template in read_templates(path)]


def _fill(template: list[Row], fillers: dict[str, list[str]], rng: random.Random) -> list[Row]:
    """Return one filled copy of a template."""
    used: dict[str, set[int]] = {}
    rows: list[Row] = []
    for form, upos, head, deprel, ner in template:
        match = _SLOT.fullmatch(form)
        if match:
            words = fillers[match[1]]
            taken = used.setdefault(_group(match[1]), set())
            index = rng.choice([i for i in range(len(words)) if i not in taken])
            taken.add(index)
            form = words[index]
        rows.append((form, upos, head, deprel, ner))
    form = rows[0][0]
    if form[0].islower() and not template[0][0].startswith("{OUTLET"):
        rows[0] = (form[0].upper() + form[1:], *rows[0][1:])
    return rows


def problems(path: Path) -> list[str]:
    """Return what is wrong with a template file: slots, roots, cycles, BIO."""
    fillers = read_fillers(path.stem)
    found: list[str] = []
    for number, template in enumerate(read_templates(path), 1):
        where = f"{path.name} {number} ({' '.join(row[0] for row in template)[:60]})"
        heads = [row[2] for row in template]
        if heads.count(0) != 1:
            found.append(f"{where}: {heads.count(0)} roots")
        before = "O"
        for index, (form, _, head, deprel, ner) in enumerate(template, 1):
            if "{" in form:
                match = _SLOT.fullmatch(form)
                if not match or match[1] not in fillers:
                    found.append(f"{where}: unknown slot {form}")
            if (head == 0) != (deprel == "root"):
                found.append(f"{where}: root label at {form}")
            if not _NER.fullmatch(ner):
                found.append(f"{where}: unknown name label {ner}")
            if ner.startswith("I-") and before[2:] != ner[2:]:
                found.append(f"{where}: {ner} after {before} at {form}")
            before = ner
            steps, node = 0, index
            while node != 0 and steps <= len(template):
                if not 0 <= heads[node - 1] <= len(template):
                    break
                node, steps = heads[node - 1], steps + 1
            if node != 0:
                found.append(f"{where}: {form} does not reach the root")
    return found


def main() -> int:
    """Check de.txt and en.txt; print the counts and every problem."""
    bad: list[str] = []
    for name in ("de.txt", "en.txt"):
        path = _HERE / name
        lengths = [len(template) for template in read_templates(path)]
        print(f"{name}: {len(lengths)} templates, {sum(lengths)} tokens, longest {max(lengths)}")
        bad += problems(path)
    print("\n".join(bad) or "no problems")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
