"""What the XML formats share."""

from xml.etree import ElementTree as ET

from linter.reporters.escape import printable


def element(parent: ET.Element | None, tag: str, text: str = "", /, **attributes: object) -> ET.Element:
    """A new element, of `parent` if there is one. XML has no place for control characters: they are written as escapes."""
    shown = {key: printable(str(value)) for key, value in attributes.items()}
    made = ET.Element(tag, shown) if parent is None else ET.SubElement(parent, tag, shown)
    made.text = printable(text) or None
    return made


def document(root: ET.Element) -> str:
    """The document, indented, with a line end."""
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"
