import pytest

from backchannel.clean.language import detect_language, known_language


@pytest.mark.parametrize(
    ("name", "code"),
    [("de", "de"), ("de-AT", "de"), ("EN_us", "en"), ("xq", None), ("deu", None), ("", None), (None, None)],
)
def test_given_language_counts_if_there_is_such_a_code(name: str | None, code: str | None) -> None:
    assert known_language(name) == code


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Die Minister trafen sich in Bern.", "de"),
        ("The minister met the envoy.", "en"),
        ("Министр встретился с послом в Москве, сообщило министерство.", "ru"),
        ("Dışişleri Bakanı, Ankara'da mevkidaşıyla görüştü ve açıklama yaptı.", "tr"),
        ("Le ministre a rencontré son homologue à Genève mardi, selon le ministère.", "fr"),
    ],
)
def test_language_is_told_from_the_text(text: str, lang: str) -> None:
    assert detect_language(text) == lang


def test_hint_decides_only_where_the_text_is_short() -> None:
    assert detect_language("Minister", hint="de") == "de"
    assert detect_language("Die Minister trafen sich in Bern und sprachen lange. " * 6, hint="en") == "de"
