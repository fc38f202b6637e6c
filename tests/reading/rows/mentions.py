"""Mention chains: whom a pronoun, a definite noun or a bare number stands for, and where it is left open."""

from __future__ import annotations

from tests.reading.rows.row import row

ROWS = (
    # "they" after one group
    row("Ten Malvarians were arrested in Oran. They were deported on Friday.",
        "arrested | outlet | Ten Malvarians | value=10 refers=",
        "deported | outlet | They | refers=Ten Malvarians when=on Friday worked=when,mentions.who.refers_to"),
    # a bare number with an article is the group of that number, counted once
    row("Ten Malvarians were arrested in Oran. The ten were deported on Friday.",
        "arrested | outlet | Ten Malvarians | value=10",
        "deported | outlet | The ten | refers=Ten Malvarians value=10"),
    # the number tells two groups apart
    row("Ten sailors and four bodyguards were captured. The four were freed.",
        "arrested/abducted | outlet | Ten sailors", "arrested/abducted | outlet | four bodyguards",
        "released | outlet | The four | refers=four bodyguards"),
    # "the men" after soldiers
    row("Twelve soldiers were captured at Kelet. The men were shown on television. The men were freed in May.",
        "arrested/abducted | outlet | Twelve soldiers", "released | outlet | The men | refers=Twelve soldiers"),
    # "the women" does not stand for men
    row("Twelve nuns and nine monks were seized. The women were freed.",
        "arrested/abducted | outlet | Twelve nuns", "arrested/abducted | outlet | nine monks",
        "released | outlet | The women | refers=Twelve nuns"),
    # two groups of men fit: nobody is guessed
    row("Police arrested nine miners. The army captured twelve soldiers. The men were freed.",
        "arrested | outlet | nine miners", "arrested/abducted | outlet | twelve soldiers",
        "released | outlet | The men | refers="),
    # "they" with two groups: open
    row("Nine miners and twelve soldiers were captured. They were freed.",
        "arrested/abducted | outlet | Nine miners", "arrested/abducted | outlet | twelve soldiers",
        "released | outlet | They | refers="),
    # a surname after the full name
    row("Police arrested Pavel Drost on Monday. Drost was released on Friday.",
        "arrested | outlet | Pavel Drost", "released | outlet | Drost | refers=Pavel Drost"),
    # a title in front of the surname
    row("Police arrested the surgeon Dr Pavel Drost on Monday. Dr. Drost was released on Friday.",
        "arrested | outlet | the surgeon Dr Pavel Drost",
        "released | outlet | Dr. Drost | refers=the surgeon Dr Pavel Drost"),
    # capitals without accents
    row("José Muñón was arrested in Oran. JOSE MUNON was freed on Friday.",
        "arrested | outlet | José Muñón", "released | outlet | JOSE MUNON | refers=José Muñón"),
    # "he" after the one man
    row("Pavel Drost, a surgeon, was arrested in Oran. He was released on Friday.",
        "arrested | outlet | Pavel Drost", "released | outlet | He | refers=Pavel Drost"),
    # "she" after a man and a woman
    row("Mr Pavel Drost and Mrs Vera Lund were arrested. She was released on Friday.",
        "arrested | outlet | *", "released | outlet | She | refers=Mrs Vera Lund"),
    # two men: "he" is open
    row("Mr Pavel Drost and Mr Ivo Lund were arrested. He was released on Friday.",
        "arrested | outlet | *", "released | outlet | He | refers="),
    # a place by its noun
    row("Nine priests were held in Kelet prison. Two nuns were brought to the prison in May.",
        "held | outlet | Nine priests",
        "transferred | outlet | Two nuns | destination=the prison to_refers=Kelet prison"),
    # two prisons: open
    row("Nine priests were moved from Kelet prison to Dorvane prison. Two nuns were brought to the prison in May.",
        "transferred | outlet | Nine priests", "transferred | outlet | Two nuns | destination=the prison to_refers="),
    # part of a group: a part is not its whole
    row("Ten Malvarians were arrested in Oran. Four of them were deported.",
        "arrested | outlet | Ten Malvarians", "deported | outlet | Four of them | value=4 refers= whole="),
    # a new group with an article of its own is nobody's mention
    row("Ten Malvarians were arrested. Ten Zubarans were deported.",
        "arrested | outlet | Ten Malvarians", "deported | outlet | Ten Zubarans | refers="),
    # a group noun
    row("Eighteen pilgrims were detained in Oran. The group was deported on Friday.",
        "held/arrested | outlet | Eighteen pilgrims", "deported | outlet | The group | refers=Eighteen pilgrims"),
    # the number does not agree: no link
    row("Ten Malvarians were arrested in Oran. The twelve were deported on Friday.",
        "arrested | outlet | Ten Malvarians", "deported | outlet | The twelve | refers="),
)  # fmt: skip
