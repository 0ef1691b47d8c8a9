"""Room `cli`: `doctor`."""

import os
from pathlib import Path

from scrutiny.cli.options import CommonOptions


def doctor(options: CommonOptions) -> None:
    """Show what is installed or missing, and whether Tab completes.

    \b
    scrutiny doctor
    """
    from scrutiny.errors import ScrutinyError
    from scrutiny.products.installation import find_parts, installation_report

    parts = find_parts(dict(os.environ), Path.home())
    options.delivery().send(installation_report(parts))
    missing = [part.part for part in parts if part.state == "missing"]
    if missing:
        raise ScrutinyError(f"{', '.join(missing)} does not work", advice="Install scrutiny again.")
