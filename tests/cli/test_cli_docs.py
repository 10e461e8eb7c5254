"""docs/commands.md is what the commands say."""

from __future__ import annotations

from commands_page import PAGE, write_page


def test_the_page_of_commands_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == write_page(), "Make it anew with: python tests/cli/commands_page.py"
