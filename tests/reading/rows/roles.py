"""Roles: who, by whom, from, to, at, in return for, on what basis, of what accused, with what outcome."""

from __future__ import annotations

from tests.reading.rows.row import row

ROWS = (
    # "home" is where to
    row("Fourteen nurses went home from Oran on Thursday.",
        "returned/released | outlet | Fourteen nurses | destination=home value=14"),
    # flown home
    row("The hostages were flown home.", "transferred/returned | outlet | The hostages | destination=home"),
    # "here" with a movement is where to
    row("The wounded captives were brought here by helicopter.",
        "transferred | outlet | The wounded captives | destination=here at="),
    # "there" with a state is where
    row("Sixty men are held there.", "held | outlet | Sixty men | at=there"),
    # "there" behind a verb of taking is no object
    row("Eight clerks were picked up there on 23 January.", "arrested | outlet | Eight clerks | at=there value=8"),
    # a reflexive object is the subject
    row("The colonel gave himself up on Monday.", "handed_over/arrested/rearrested | outlet | The colonel | by="),
    # facility and country
    row("Nine priests are held in Kelet prison in Zubara.", "held | outlet | Nine priests | at=Kelet prison"),
    # from a facility to a house
    row("The judge was moved from Kelet prison to house arrest in April.",
        "transferred/house_arrest | outlet | The judge | origin=Kelet prison"),
    # in return for things
    row("The pirates released the cook in return for two boats.",
        "released | outlet | the cook | by=The pirates in_return_for=two boats"),
    # in exchange for people
    row("Zubara freed two consuls in exchange for eleven smugglers.",
        "released | outlet | two consuls | by=Zubara in_return_for=eleven smugglers value=2"),
    # two sides of an exchange
    row("Malvaria swapped a spy for three journalists.",
        "exchanged | outlet | a spy | by=Malvaria in_return_for=three journalists"),
    # a law as basis
    row("Forty strikers were detained under the Harbours Act.",
        "held/arrested | outlet | Forty strikers | basis=the Harbours Act"),
    # an agreement as basis
    row("Six sailors were exchanged under an agreement.", "exchanged | outlet | Six sailors | basis=an agreement"),
    # on whose orders
    row("Two editors were arrested on the orders of the governor.",
        "arrested | outlet | Two editors | by=the governor"),
    # accused by whom of what
    row("Prosecutors charged the surgeon with fraud.",
        "charged | outlet | the surgeon | by=Prosecutors accusation=fraud"),
    # accused, passive, with the accuser behind "by"
    row("The surgeon was accused by the ministry of selling papers.",
        "accused | outlet | The surgeon | by=the ministry accusation=selling papers"),
    # arrested for
    row("Three bakers were arrested for hoarding flour.",
        "arrested | outlet | Three bakers | accusation=hoarding flour"),
    # suspicion
    row("A ferryman was detained on suspicion of smuggling.",
        "held/arrested | outlet | A ferryman | accusation=smuggling"),
    # through whom: a channel is the agent of a return
    row("Sixty prisoners were repatriated through the Red Cross.",
        "returned/deported | outlet | Sixty prisoners | by=the Red Cross value=60"),
    # the decision of the one who acts
    row("The release by Zubara of eight nationals of Malvaria was welcomed.",
        "released | outlet | eight nationals of Malvaria | by=Zubara value=8"),
    # a noun with its goal before its object
    row("The return to Oran of forty exiles was filmed.",
        "returned/deported | outlet | forty exiles | destination=Oran value=40"),
    # handed to whom
    row("The militia turned the six pilots over to the army.",
        "handed_over | outlet | the six pilots | by=The militia destination=the army"),
    # held by: the holder is said
    row("Two reporters held by the militia in Kelet have been freed.", "released | outlet | Two reporters | value=2"),
    # a house outside the prison system
    row("The sisters were kept at a farm outside Dorvane.", "held | outlet | The sisters | at=a farm outside Dorvane"),
    # expelled from, to
    row("Zubara deported 40 weavers from Oran to Kelet.",
        "deported | outlet | 40 weavers | by=Zubara origin=Oran destination=Kelet"),
    # a place does not say who holds: nobody is put in
    row("Nine sailors are held in Zubara.", "held | outlet | Nine sailors | at=Zubara by="),
    # an agent said is not worked out
    row("The navy is holding nine sailors.", "held | outlet | nine sailors | by=The navy worked="),
)  # fmt: skip
