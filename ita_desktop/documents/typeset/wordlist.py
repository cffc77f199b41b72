# ruff: noqa: SIM905 - a page of quoted words is harder to read than a line of them
"""Words that steer line breaks: kept together with a number, or unwelcome at a line's end."""

from __future__ import annotations

CONNECTIVES = frozenset(
    (
        "ที่ และ หรือ ของ ซึ่ง โดย ใน เพื่อ ว่า ให้ กับ แก่ ต่อ จาก ตาม อัน คือ เป็น ด้วย จะ ไม่ ได้แก่ "
        "เช่น แต่ ถึง แห่ง ณ เมื่อ หาก แล้ว ก็"
    ).split(),
)
"""Left alone at a line's end they make the reader stumble: they belong to what follows."""

PREFIXES = frozenset(
    ("การ ความ ผู้ นัก ชาว น่า ช่าง เครื่อง ฝ่าย กอง สำนัก").split(),
)
"""They form one word with what follows, though a dictionary may list the parts."""

TITLES = frozenset(
    ("นาย นาง นางสาว เด็กชาย เด็กหญิง คุณ ดร ว่าที่").split(),
)
"""Titles stay with the name after them."""

BEFORE_NUMBER = frozenset(
    (
        "ที่ ได้ ขาด อยู่ เหลือ รวม เป็น เท่ากับ ถึง ข้อ มาตรา หน้า ร้อยละ ปี ชั้น หมู่ หมู่ที่ เลขที่ ฉบับที่ ครั้งที่ ตารางที่ ภาพที่ บทที่ "
        "ส่วนที่ ตอนที่ ลำดับที่ วันที่ ระดับ รอบ ระยะ จำนวน ประมาณ ไม่เกิน ไม่น้อยกว่า ตั้งแต่ "
        "อย่างน้อย ค่า คะแนน วรรค บัญชี งวด ไตรมาส ปีงบประมาณ พุทธศักราช รหัส โทรศัพท์ โทรสาร ต่อ ซอย "
        "ห้อง เดือน"
    ).split(),
)
"""Words whose following number must not start the next line."""

UNITS = frozenset(
    (
        "บาท ล้านบาท พันบาท สตางค์ ล้าน แสน หมื่น พัน ร้อย คน ราย ครั้ง วัน เดือน ปี ชั่วโมง นาที วินาที "
        "ข้อ ตัวชี้วัด คะแนน หน่วยงาน แห่ง ชุด ฉบับ แผ่น หน้า เล่ม เรื่อง โครงการ กิจกรรม ชุมชน หมู่บ้าน "
        "ครัวเรือน ตำบล อำเภอ จังหวัด ตารางเมตร ตารางกิโลเมตร กิโลเมตร เมตร เซนติเมตร มิลลิเมตร กิโลกรัม "
        "กรัม ลิตร ไร่ งาน ตารางวา องศา เปอร์เซ็นต์ อัตรา ตำแหน่ง ระดับ ด้าน ประเด็น รายการ ประการ ส่วน "
        "ช่องทาง น เท่า จุด คัน หลัง ต้น ตัว สาย แบบ กลุ่ม พื้นที่ สัปดาห์ กม ซม ตร มกราคม กุมภาพันธ์ "
        "มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"
    ).split(),
)
"""Units and months: the number before them stays with them."""

MONTHS = frozenset(
    ("มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม").split(),
)
"""Months keep their year."""
