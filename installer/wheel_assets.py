"""Put the forms and resources of the top of the tree into the wheel, as ``itadmin/_assets/ui`` and ``…/resources``.

A build hook of hatchling. A plain force-include would copy them at an editable install too, where they would lie
and grow old beside the source tree they came from.
"""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ASSETS = ("ui", "resources")


class WheelAssets(BuildHookInterface[Any]):
    """Adds the asset folders that exist, so that a tree without forms can be built as well."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add to hatchling's build data; ``version`` is ``editable`` where the tree is installed in place."""
        if version == "editable":
            return
        for name in ASSETS:
            folder = Path(self.root, name)
            if folder.is_dir():
                build_data["force_include"][str(folder)] = f"itadmin/_assets/{name}"
