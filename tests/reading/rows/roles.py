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
    # the subject stands before the relative clause between it and its verb
    row("The nine miners that three gunmen had kidnapped were freed on Friday.",
        "abducted | outlet | The nine miners | by=three gunmen value=9",
        "released | outlet | The nine miners | value=9 when=on Friday"),
    row("The nine fishermen that the navy had arrested near Oran were freed.",
        "arrested | outlet | The nine fishermen | by=the navy value=9",
        "released | outlet | The nine fishermen | value=9"),
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
    # a length of time is nobody
    row("She had been four years in the hands of the militia.", "held | outlet | She | by=the militia value="),
    # an age between commas is no person
    row("Petra Orlan, 34, was held at Golden Hill.", "held | outlet | Petra Orlan | at=Golden Hill by="),
    # a state between commas belongs to the name before it
    row("Petra Orlan, 34, in custody since May, is ill.", "held | outlet | Petra Orlan | by="),
    # a day possesses no arrests
    row("Sunday's arrests in Oran were the first.", "arrested | outlet | - | by= at=Oran"),
    # a prison is where people are held, and holds nobody
    row("The prisons of Zubara hold 900 inmates.",
        "held | outlet | 900 inmates | by= at=The prisons of Zubara value=900"),
    # an emphatic pronoun is no subject
    row("The rebels were themselves holding nine sailors.", "held | outlet | nine sailors | by=The rebels value=9"),
    # an agent behind a participle makes it a passive one
    row("Among them is a dentist, Petra Orlan, tried by a military court in May.",
        "tried | outlet | a dentist | by=a military court"),
    # what they were seized by
    row("He was seized by the collar on Monday.", "arrested/abducted | outlet | He | by="),
    # how they go home
    row("The 300 prisoners went home by instalments.",
        "returned/released | outlet | The 300 prisoners | by= destination=home value=300"),
    # the place behind "home" says more
    row("The two weavers were sent home to Oran.",
        "returned/released | outlet | The two weavers | destination=Oran value=2"),
    # out of what they come
    row("The nuns walked out of Kelet prison on Monday.", "released | outlet | The nuns | origin=Kelet prison at="),
    # a town behind the place they come from belongs to it
    row("Nine clerks were abducted from a hotel in Oran.",
        "abducted | outlet | Nine clerks | origin=a hotel in Oran at= value=9"),
    # behind a comma stands no goal
    row("The nuns were released on Monday, to loud applause.", "released | outlet | The nuns | destination="),
    # a vehicle is no place where people come home
    row("The nuns came home in two buses.", "returned/released | outlet | The nuns | destination=home at="),
    # one place where people were locked, told by "in which"
    row("The car in which the rebels had confined the consul was found on Friday.",
        "held | outlet | the consul | by=the rebels at=The car"),
    # given up to whom
    row("The nine pirates gave themselves up to the navy.",
        "handed_over/arrested | outlet | The nine pirates | destination=the navy by= value=9"),
    # fled where to
    row("He escaped to Zubara in May.", "escaped | outlet | He | destination=Zubara"),
    # who is given mercy
    row("The president extended clemency to nine smugglers.",
        "pardoned | outlet | nine smugglers | by=The president destination= value=9"),
    # each verb of a list behind one "to" has the same subject
    row("Lawyers called on Malvaria to relent, free the nine clerks and pay them.",
        "?released | Lawyers | the nine clerks | by=Malvaria value=9"),
    # a bare number is told by the words set off behind it
    row("Two of them, brothers aged 16 and 17, were sent home.",
        "returned/released | outlet | Two of them, brothers aged 16 and 17 | destination=home value=2"),
    # the same for an ordinal
    row("A fourth, a baker from Oran, was freed on Wednesday.", "released | outlet | A fourth, a baker from Oran"),
    # a list of names is one subject, and the time before it no part of it
    row("Shortly after nine, Sergeants Brem Kelo, Rin Shano and Dard Orvel escaped.",
        "escaped | outlet | Sergeants Brem Kelo, Rin Shano and Dard Orvel"),
    # a town behind a court is the court's
    row("He was sentenced to ten years by a court in Oran.", "sentenced | outlet | He | by=a court in Oran at="),
    # a town behind where they are taken
    row("The clerks were transferred to a camp at Kelet.",
        "transferred | outlet | The clerks | destination=a camp at Kelet at="),
    # a particle belongs to its verb, not to the "by" behind it
    row("The two deserters were rounded up and brought in by a shepherd.",
        "arrested | outlet | The two deserters | value=2",
        "arrested/rearrested/transferred/returned | outlet | The two deserters | by=a shepherd value=2"),
    # "for" and "to": who is between them is the subject
    row("Families waited for the first prisoners to be released.", "?released | outlet | the first prisoners"),
    # a purpose behind the place that somebody leaves for
    row("The envoy left for Oran to free the hostages.", "?released | outlet | the hostages | by=The envoy"),
    # custody is no place, and whose it is holds them; a jail is a place
    row("We freed every one of the nurses who was in our custody.",
        "released | outlet | *", "held | outlet | every one of the nurses | by=our at="),
    row("The nurses were kept in our prison.", "held | outlet | The nurses | at=our prison by="),
)  # fmt: skip
