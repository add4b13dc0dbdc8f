"""The commands that need the window's half of the program, which is handed in from above."""

from __future__ import annotations

from argparse import Namespace

from itadmin.cli.context import Context


def self_test(arguments: Namespace, context: Context) -> int:
    """`self-test`: whether everything the program is made of is there and works."""
    return context.programs.self_test(arguments.out)


def screenshots(arguments: Namespace, context: Context) -> int:
    """`screenshots`: pictures of the main screens."""
    return context.programs.screenshots(arguments.directory, arguments.file)
