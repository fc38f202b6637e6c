"""Getting out: releases, pardons, bail, house arrest; and swaps."""

from __future__ import annotations

from tests.reading.rows.row import row

ROWS = (
    # a pronoun is the subject of the participle before it
    row("Released on Tuesday after 400 days, she went straight to her mother's.",
        "released | outlet | she | when=on Tuesday"),
    # walked out of prison
    row("The editor walked out of prison on Thursday to cheers.", "released | outlet | The editor | when=on Thursday"),
    # let go, and still held: two parts of one group
    row("The youngest two were let go at the roadside; the rest are still being held.",
        "released | outlet | The youngest two | value=2", "held | outlet | the rest"),
    # went free
    row("He went free when the key witness withdrew her statement.", "released | outlet | He"),
    # clemency with a count
    row("The king pardoned 300 inmates for the feast.", "pardoned | outlet | 300 inmates | by=The king value=300"),
    # granted by nobody in particular, with a condition
    row("Two of the women were granted bail, on condition that they report to the Kelet station every Monday.",
        "conditionally_released | outlet | Two of the women | value=2"),
    # from prison to a dwelling
    row("She was moved to house arrest in August after a stroke.", "house_arrest | outlet | She | when=in August"),
    # promised, and negated by the verb behind the noun
    row("The release of 10 Zubarans did not take place.", "!released | outlet | 10 Zubarans | value=10"),
    # "no" before a noun of freedom
    row("There have been no releases since the fire.", "!released | outlet | *"),
    # "no" before people
    row("No prisoner has been let out since the fire.", "!released | outlet | No prisoner"),
    # "not one of"
    row("Not one of the hundred men on our list has been released.", "!released | outlet | *"),
    # "yet to" negates
    row("The sailors have yet to be freed.", "!released | outlet | The sailors"),
    # "not yet"
    row("The exchange of prisoners has not yet taken place.", "!exchanged | outlet | prisoners"),
    # "no longer" negates what lasted
    row("The nine are no longer in detention.", "!held | outlet | The nine | value=9"),
    # a noun phrase with an adjective, as a caption
    row("The freed harbour pilots with their families at Tessaro station",
        "released | outlet | The freed harbour pilots"),
    # a career in and out of prison, in one sentence
    row("Her daughter, released on parole in 2019, was back behind bars within a month.",
        "conditionally_released | outlet | Her daughter | when=in 2019", "rearrested | outlet | Her daughter"),
    # the door opens and people come out
    row("The gates opened at six and eighty women came out, some carrying children born inside.",
        "released | outlet | eighty women | value=80"),
    # on bail, with "out"
    row("Both men are out on bail.", "conditionally_released | outlet | Both men"),
    # rescued, and given back to parents
    row("Rescued from a locked cellar in Kelet, the girls were reunited with their parents on Sunday.",
        "released | outlet | the girls", "returned | outlet | the girls | when=on Sunday"),
    # two sides in one passive
    row("Nine Malvarians were swapped for 17 Zubarans at the Lusi bridge on Friday.",
        "exchanged | outlet | Nine Malvarians | in_return_for=17 Zubarans at=the Lusi bridge value=9"),
    # an active swap with its object
    row("The two armies exchanged prisoners for the fourth time this year.",
        "exchanged | outlet | prisoners | by=The two armies"),
    # "for" with people after a verb of giving up
    row("Zubara gave up the spy for its two pilots.",
        "handed_over/exchanged | outlet | the spy | by=Zubara in_return_for=its two pilots"),
    # "in exchange" at the head of the sentence is no act
    row("In exchange, Malvaria let 30 miners go.", "released | outlet | 30 miners | by=Malvaria value=30"),
    # the noun is the subject of a verb that has people for its object
    row("Prisoner swaps between the two sides have brought home 2,300 people since 2022.",
        "returned/exchanged | outlet | 2,300 people | value=2300"),
    # what comes out of prison may be a report
    row("The label released three singles, freed up cash and exchanged its directors' views for advice."),
    # gifts and stocks are exchanged
    row("The envoys exchanged gifts, and the stock exchange in Port Lena fell."),
    # a liberty that is none: admission, love, elections
    row("Admission is free, and free elections were promised for May."),
)  # fmt: skip
