"""Every construction of speech in English: who says what, with which word."""

from __future__ import annotations

import pytest
from speech import told

# text, then for each quotation: kind, speaker, cue, content; "…" stands where a span has a gap, "+" for a carried speaker
CASES = [
    (
        '"We are ready to talk," said Anna Berg, a spokeswoman for the ministry.',
        [
            ("direct", "Anna Berg, a spokeswoman for the ministry", "said", '"We are ready to talk,"'),
        ],
    ),
    (
        '"We are ready to talk," the minister said. "We will go to Geneva."',
        [
            ("direct", "the minister", "said", '"We are ready to talk,"'),
            ("direct+", "the minister", "", '"We will go to Geneva."'),
        ],
    ),
    (
        '"We are ready," said Karl Maier, "and we will go there tomorrow."',
        [
            ("direct", "Karl Maier", "said", '"We are ready," … "and we will go there tomorrow."'),
        ],
    ),
    (
        'The minister said: "We are ready to talk."',
        [
            ("direct", "The minister", "said", '"We are ready to talk."'),
        ],
    ),
    (
        'Maier told reporters, "There is no deal."',
        [
            ("direct", "Maier", "told", '"There is no deal."'),
        ],
    ),
    (
        'The envoy called the plan "a dangerous mistake" and left.',
        [
            ("direct", "The envoy", "called", '"a dangerous mistake"'),
        ],
    ),
    ('The so-called "long night" began at noon in the town of Riverside.', []),
    ('The novel "The Long Night" won the prize.', []),
    (
        '"Talks were useful. We met for two hours. We will meet again," the king told state television.',
        [
            ("direct", "the king", "told", '"Talks were useful. We met for two hours. We will meet again,"'),
        ],
    ),
    (
        "The minister said on Monday that talks had failed.",
        [
            ("indirect", "The minister", "said", "that talks had failed"),
        ],
    ),
    (
        "Talks have failed, the minister said in a statement.",
        [
            ("indirect", "the minister", "said", "Talks have failed"),
        ],
    ),
    (
        "Talks, the minister said, have failed.",
        [
            ("indirect", "the minister", "said", "have failed"),
        ],
    ),
    (
        "The minister said talks would resume in May.",
        [
            ("indirect", "The minister", "said", "talks would resume in May"),
        ],
    ),
    (
        "The union promised to end the strike on Friday.",
        [
            ("indirect", "The union", "promised", "to end the strike on Friday"),
        ],
    ),
    (
        "The council urged both sides to return to the table.",
        [
            ("indirect", "The council", "urged", "to return to the table"),
        ],
    ),
    (
        "He called for a ceasefire and criticised the attack on the harbour.",
        [
            ("reported+", "He", "called for", "He called for a ceasefire"),
        ],
    ),
    (
        "She rejected the offer and warned that the border would be closed.",
        [
            ("indirect+", "She", "warned", "that the border would be closed"),
        ],
    ),
    (
        "According to police, two people were hurt in the blast.",
        [
            ("indirect", "police", "According to", "two people were hurt in the blast"),
        ],
    ),
    (
        "Two people were hurt in the blast, according to the interior ministry.",
        [
            ("indirect", "the interior ministry", "according to", "Two people were hurt in the blast"),
        ],
    ),
    (
        "The harbour remains closed, sources close to the government said.",
        [
            ("indirect", "sources close to the government", "said", "The harbour remains closed"),
        ],
    ),
    (
        "The king will travel to Cairo, the agency reported, citing two diplomats.",
        [
            ("indirect", "the agency", "reported", "The king will travel to Cairo"),
            ("indirect", "two diplomats", "citing", "The king will travel to Cairo"),
        ],
    ),
    (
        'As the spokesman put it, the talks were "a first step".',
        [
            ("indirect", "the spokesman", "As … put it", 'the talks were "a first step"'),
            ("direct", "the spokesman", "As … put it", '"a first step"'),
        ],
    ),
    (
        "As the ministry confirmed, the envoy left on Sunday.",
        [
            ("indirect", "the ministry", "As … confirmed", "the envoy left on Sunday"),
        ],
    ),
    (
        "Maier was quoted as saying that the talks had been useful.",
        [
            ("indirect", "Maier", "was quoted as saying", "that the talks had been useful"),
        ],
    ),
    (
        "The general was quoted by the state news agency as saying the border was closed.",
        [
            ("indirect", "The general", "was quoted … as saying", "the border was closed"),
        ],
    ),
    (
        "The king is said to have met the rebels in secret.",
        [
            ("reported", "", "is said", "The king is said to have met the rebels in secret."),
        ],
    ),
    (
        "The envoy reportedly met the rebels in Oslo.",
        [
            ("reported", "", "reportedly", "The envoy reportedly met the rebels in Oslo"),
        ],
    ),
    (
        "The senator's claim that the letter was forged was denied.",
        [
            ("indirect", "The senator", "claim", "that the letter was forged"),
        ],
    ),
    (
        "The announcement by the council that the port would close surprised the traders.",
        [
            ("indirect", "the council", "The announcement", "that the port would close"),
        ],
    ),
    (
        "The envoy arrived in Oslo on Sunday. He stressed, however, that no deal had been reached.",
        [
            ("indirect+", "He", "stressed", "that no deal had been reached"),
        ],
    ),
    (
        "A spokesman for the ministry said that the king had told him that he would resign.",
        [
            ("indirect", "A spokesman for the ministry", "said", "that the king had told him that he would resign"),
            ("indirect", "the king", "had told", "that he would resign"),
        ],
    ),
    (
        "The agency reported that a spokesman had said the talks were over.",
        [
            ("indirect", "The agency", "reported", "that a spokesman had said the talks were over"),
            ("indirect", "a spokesman", "had said", "the talks were over"),
        ],
    ),
    (
        "The report was confirmed by the foreign ministry.",
        [
            ("reported", "the foreign ministry", "was confirmed", "The report was confirmed by the foreign ministry."),
        ],
    ),
    (
        "The ministry confirmed the meeting.",
        [
            ("reported", "The ministry", "confirmed", "The ministry confirmed the meeting."),
        ],
    ),
    (
        "It was announced by the court that the trial would begin in May.",
        [
            ("indirect", "the court", "was announced", "that the trial would begin in May"),
        ],
    ),
    (
        "Oslo is convinced that both sides want peace.",
        [
            ("indirect", "Oslo", "is convinced", "that both sides want peace"),
        ],
    ),
    (
        "In a statement, the ministry said it had not been informed.",
        [
            ("indirect", "the ministry", "said", "it had not been informed"),
        ],
    ),
    (
        "The port is closed. This was confirmed by the harbour master.",
        [
            ("indirect", "the harbour master", "was confirmed", "The port is closed. This"),
        ],
    ),
    (
        "“We are ready,” she said. “But we need time.”",
        [
            ("direct+", "she", "said", "“We are ready,”"),
            ("direct+", "she", "", "“But we need time.”"),
        ],
    ),
    (
        '"Who pays?" asked the clerk.',
        [
            ("direct", "the clerk", "asked", '"Who pays?"'),
        ],
    ),
    (
        "Asked about the talks, the minister said he was \"not aware of any 'secret' channel\".",
        [
            ("indirect", "the minister", "said", "he was \"not aware of any 'secret' channel\""),
            ("direct", "the minister", "said", "\"not aware of any 'secret' channel\""),
        ],
    ),
    (
        "Officials, speaking on condition of anonymity, said the deal was close.",
        [
            ("indirect", "Officials", "said", "the deal was close"),
        ],
    ),
    (
        "Having met the king, the envoy said that the talks went well.",
        [
            ("indirect", "the envoy", "said", "that the talks went well"),
        ],
    ),
    (
        "The minister, who took office in May, denied having met the rebels.",
        [
            ("indirect", "The minister", "denied", "having met the rebels"),
        ],
    ),
    (
        "The paper wrote that the aide had flown to Minsk.",
        [
            ("indirect", "The paper", "wrote", "that the aide had flown to Minsk"),
        ],
    ),
    (
        "The bank expects prices to fall next year.",
        [
            ("indirect", "The bank", "expects", "prices to fall next year"),
        ],
    ),
    (
        "The court ruled that the law was void.",
        [
            ("indirect", "The court", "ruled", "that the law was void"),
        ],
    ),
    (
        "“We met in Oslo. It was a long day.\n\n“We will meet again,” the envoy said.",
        [
            ("direct", "the envoy", "said", "“We met in Oslo. It was a long day.\n\n“We will meet again,”"),
        ],
    ),
    (
        '"It was a long day.\n\nWe will meet again," the envoy said.',
        [
            ("direct", "the envoy", "said", '"It was a long day.\n\nWe will meet again,"'),
        ],
    ),
    (
        "The king will travel to Cairo, the agency reported, citing two diplomats.",
        [
            ("indirect", "the agency", "reported", "The king will travel to Cairo"),
            ("indirect", "two diplomats", "citing", "The king will travel to Cairo"),
        ],
    ),
    (
        "“He told me ‘never again’ and left,” Berg said.",
        [
            ("direct", "Berg", "said", "“He told me ‘never again’ and left,”"),
            ("direct+", "He", "told", "‘never again’"),
        ],
    ),
    (
        "The ministry denied the report.",
        [
            ("reported", "The ministry", "denied", "The ministry denied the report."),
        ],
    ),
    (
        "The envoy spoke of a success.",
        [
            ("reported", "The envoy", "spoke", "The envoy spoke of a success."),
        ],
    ),
    (
        'She said the city would be cleared. "That was decided by the council," she added.',
        [
            ("indirect+", "She", "said", "the city would be cleared"),
            ("direct+", "she", "added", '"That was decided by the council,"'),
        ],
    ),
    (
        'The deal, which was signed in May, "will not last," according to the envoy.',
        [
            ("indirect", "the envoy", "according to", 'The deal, which was signed in May, "will not last,"'),
            ("direct", "the envoy", "according to", '"will not last,"'),
        ],
    ),
    (
        "A source close to the palace said that the king was ill.",
        [
            ("indirect", "A source close to the palace", "said", "that the king was ill"),
        ],
    ),
    ("After the meeting the king left.", []),
    (
        'He was, in the words of one diplomat, "a tired man".',
        [
            ("indirect", "the words of one diplomat", "in", 'He was … "a tired man"'),
            ("direct", "the words of one diplomat", "in", '"a tired man"'),
        ],
    ),
    (
        'Berg described the plan as "a gamble".',
        [
            ("direct", "Berg", "described", '"a gamble"'),
        ],
    ),
    (
        "Oslo accused Bern of breaking the treaty.",
        [
            ("indirect", "Oslo", "accused", "of breaking the treaty"),
        ],
    ),
    (
        "The warning by the agency that the river would rise came too late.",
        [
            ("indirect", "the agency", "The warning", "that the river would rise"),
        ],
    ),
    (
        '"We met in Oslo. It was a long day.\n\n"I was tired.\n\n"We will meet again," the envoy said.',
        [
            (
                "direct",
                "the envoy",
                "said",
                '"We met in Oslo. It was a long day.\n\n"I was tired.\n\n"We will meet again,"',
            ),
        ],
    ),
    (
        '"The plan is good," said Berg, who also says he is a "friend of the town".',
        [
            ("direct", "Berg", "said", '"The plan is good,"'),
            ("indirect", "who", "says", 'he is a "friend of the town"'),
            ("direct", "who", "says", '"friend of the town"'),
        ],
    ),
    (
        'Asked whether he supports the plan, Berg quipped, "Not on a Monday."',
        [
            ("indirect", "", "Asked", "whether he supports the plan"),
            ("direct", "Berg", "quipped", '"Not on a Monday."'),
        ],
    ),
    (
        'Berg criticised the vote and pledged to hold the council "accountable for it".',
        [
            ("indirect", "Berg", "pledged", 'to hold the council "accountable for it"'),
            ("direct", "Berg", "pledged", '"accountable for it"'),
        ],
    ),
    (
        'Berg spoke out against the plan, saying the council was "deaf to the people".',
        [
            ("indirect", "Berg", "saying", 'the council was "deaf to the people"'),
            ("direct", "Berg", "saying", '"deaf to the people"'),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_english(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert told(text, "en") == expected
