"""What became of them: deaths, escapes, the missing and the found; visits."""

from __future__ import annotations

from tests.reading.rows.row import row

ROWS = (
    # where somebody died is no second statement
    row("A 60-year-old baker died in custody in Kelet on Sunday.",
        "died | outlet | A 60-year-old baker | when=on Sunday"),
    # dead, confirmed by who kept them
    row("Three prisoners are dead, the governor confirmed.", "died | the governor | Three prisoners | value=3"),
    # out, and some of them in again
    row("Seven men broke out through the laundry; four have been recaptured.",
        "escaped | outlet | Seven men | value=7", "rearrested | outlet | four | value=4"),
    # the latest sign of life
    row("She was last seen at the Dorvane checkpoint on 11 July.",
        "last_seen | outlet | She | at=the Dorvane checkpoint when=on 11 July"),
    # nobody has heard from them: missing; leaving is when, no act
    row("Nobody has heard from the two geologists since Easter.",
        "missing/incommunicado | outlet | the two geologists | value=2"),
    # a part of a total, fronted
    row("Of the 31 miners, eleven are unaccounted for.", "missing | outlet | eleven | value=11"),
    # a body is found
    row("Divers found the sailor's body on Friday.", "located | outlet | the sailor's body | when=on Friday"),
    # a living person is found
    row("He was found alive in a military hospital after nine weeks.", "located | outlet | He"),
    # whereabouts: a possessive is the person
    row("Her whereabouts are unknown.", "missing | outlet | Her"),
    # shot by those who held them
    row("Gunmen shot dead two hostages before the deadline.", "died | outlet | two hostages | by=Gunmen value=2"),
    # an idiom for dying
    row("At least nine internees lost their lives in the fire.",
        "died | outlet | At least nine internees | op=>= value=9"),
    # negated survival
    row("Six of the deportees did not survive the march.", "died | outlet | Six of the deportees | value=6"),
    # delegates count whom they see
    row("Delegates of the Red Cross visited 212 detainees in nine prisons.",
        "visited | outlet | 212 detainees | by=Delegates of the Red Cross value=212"),
    # a holder admits what it does
    row("The army acknowledged that it was holding the journalist.",
        "held | the army | the journalist | stance=confirms"),
    # remains with a name at last
    row("The remains of 14 students have been identified by a laboratory in Oran.",
        "identified | outlet | * | value=14"),
    # gone over the wall, in the words of the prison
    row("Two lifers slipped away during exercise and are still at large.",
        "escaped | outlet | Two lifers | value=2", "escaped | outlet | Two lifers"),
    # negation by "without trace"
    row("The boatmen vanished without trace off Cape Lume.", "disappeared/missing | outlet | The boatmen"),
    # numbers of the dead and of the living, joined by commas
    row("Two of the hostages have since died, and the rest are back with their families.",
        "died | outlet | Two of the hostages | value=2", "returned/released | outlet | the rest"),
    # identification as a noun with a negative
    row("Not all of the bodies have been identified.", "!identified | outlet | *"),
    # hopes die, pages are missing
    row("Hopes of a second term are dead, and two pages are missing from the file."),
    # turns are executed, teams beaten, trains escape delay
    row("The party executed a sharp turn on taxes after it was beaten in three towns."),
    # an escape from harm is none from custody
    row("The driver escaped unhurt when his lorry overturned."),
)  # fmt: skip
