"""What the file says about itself: the old information dictionary and XMP, which must agree for PDF/A."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from .pdfobjects import Dictionary, dictionary, string

if TYPE_CHECKING:
    from .page import DocumentInfo

PRODUCER: Final = "ITA Desktop typesetter"
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def info_dictionary(info: DocumentInfo) -> Dictionary:
    """Title, author and dates for readers that do not know XMP."""
    stamp = _aware(info.created).strftime("D:%Y%m%d%H%M%S%z")
    stamp = f"{stamp[:-2]}'{stamp[-2:]}'"
    entries = {
        "Title": string(info.title),
        "Producer": string(PRODUCER),
        "CreationDate": string(stamp),
        "ModDate": string(stamp),
    }
    if info.author:
        entries["Author"] = string(info.author)
    if info.subject:
        entries["Subject"] = string(info.subject)
    if info.keywords:
        entries["Keywords"] = string(", ".join(info.keywords))
    return dictionary(entries)


def xmp_packet(info: DocumentInfo) -> bytes:
    """The same in XML, with the claims to be PDF/A-2u and PDF/UA-1."""
    date = _aware(info.created).isoformat(timespec="seconds")
    parts = [
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        f"<dc:title>{_alternative(info.title)}</dc:title>",
        f"<dc:language><rdf:Bag><rdf:li>{_escape(info.language)}</rdf:li></rdf:Bag></dc:language>",
        f"<pdf:Producer>{PRODUCER}</pdf:Producer>",
        f"<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>",
    ]
    if info.author:
        author = f"<rdf:Seq><rdf:li>{_escape(info.author)}</rdf:li></rdf:Seq>"
        parts.append(f"<dc:creator>{author}</dc:creator>")
    if info.subject:
        parts.append(f"<dc:description>{_alternative(info.subject)}</dc:description>")
    if info.keywords:
        parts.append(f"<pdf:Keywords>{_escape(', '.join(info.keywords))}</pdf:Keywords>")
    return _PACKET.format(body="\n".join(parts)).encode("utf-8")


def _alternative(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{_escape(text)}</rdf:li></rdf:Alt>'


def _escape(text: str) -> str:
    """Escape for XML without what XML cannot hold; xml.sax would load half the internet library."""
    return html.escape(_NOT_XML.sub("", text), quote=False)


def _aware(moment: datetime) -> datetime:
    """A time without a zone is taken as UTC: asking the machine would make the output differ by place."""
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


_PACKET: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
{body}
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
