"""Room `families`: whether a page can still be read.

A page that was noted while its pack was read and is closed since has its text and its lines, but neither words nor
rules: asking pdfium for them would end the process.
"""

from scrutiny.pdf import Page


def is_open(page: Page) -> bool:
    """Whether words and rules can be asked of the page."""
    try:
        return page.handle is not None
    except RuntimeError:
        return False
    except AttributeError:  # a page made by a test or held by a tool has no handle and is always readable
        return True
