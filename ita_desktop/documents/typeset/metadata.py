"""What the file says about itself, twice: the old information dictionary and XMP, which must agree for PDF/A."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFString

from .page import DocumentInfo

PRODUCER = "ITA Desktop typesetter"


def info_dictionary(info: DocumentInfo) -> PDFDictionary:
    """Title, author and dates for readers that do not know XMP."""
    stamp = _aware(info.created).strftime("D:%Y%m%d%H%M%S%z")
    stamp = f"{stamp[:-2]}'{stamp[-2:]}'"
    entries = {
        "Title": PDFString(info.title),
        "Producer": PDFString(PRODUCER),
        "CreationDate": PDFString(stamp),
        "ModDate": PDFString(stamp),
    }
    if info.author:
        entries["Author"] = PDFString(info.author)
    if info.subject:
        entries["Subject"] = PDFString(info.subject)
    if info.keywords:
        entries["Keywords"] = PDFString(", ".join(info.keywords))
    return PDFDictionary(entries)


def xmp_packet(info: DocumentInfo) -> bytes:
    """The same in XML, with the claim to be PDF/A-2u."""
    date = _aware(info.created).isoformat(timespec="seconds")
    parts = [
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>",
        f"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{escape(info.title)}</rdf:li></rdf:Alt></dc:title>",
        f"<dc:language><rdf:Bag><rdf:li>{escape(info.language)}</rdf:li></rdf:Bag></dc:language>",
        f"<pdf:Producer>{PRODUCER}</pdf:Producer>",
        f"<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>",
    ]
    if info.author:
        parts.append(f"<dc:creator><rdf:Seq><rdf:li>{escape(info.author)}</rdf:li></rdf:Seq></dc:creator>")
    if info.subject:
        subject = escape(info.subject)
        parts.append(f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>')
    if info.keywords:
        parts.append(f"<pdf:Keywords>{escape(', '.join(info.keywords))}</pdf:Keywords>")
    return _PACKET.format(body="\n".join(parts)).encode("utf-8")


def _aware(moment: datetime) -> datetime:
    """A time without a zone is taken as UTC: asking the machine would make the output differ by place."""
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
{body}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
