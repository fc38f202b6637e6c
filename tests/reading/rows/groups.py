"""Groups: parts and wholes, groups joined, scope, who is left out."""

from __future__ import annotations

from tests.reading.rows.row import row

ROWS = (
    # two groups joined without a total are two statements with one trigger
    row("Three women and 387 men were flown to Oran.",
        "transferred | outlet | Three women | value=3 destination=Oran",
        "transferred | outlet | 387 men | value=387 destination=Oran"),
    # joined in the object
    row("Zubara released five citizens and five permanent residents.",
        "released | outlet | five citizens | value=5 by=Zubara",
        "released | outlet | five permanent residents | value=5 by=Zubara"),
    # a total, with the parts in brackets: one statement
    row("The two sides swapped 390 people (270 soldiers and 120 civilians).",
        "exchanged | outlet | * | value=390"),
    # a total, with the parts behind a comma
    row("Thirteen hostages, nine women and four men, were released.",
        "released | outlet | * | value=13"),
    # one number for two nouns is one group
    row("Forty officers and men were captured at Kelet.",
        "arrested/abducted | outlet | Forty officers and men | value=40"),
    # "all" before a number
    row("All seven sailors were released.", "released | outlet | All seven sailors | scope=all value=7"),
    # all, of a group whose number is not said
    row("All the hostages are home.", "returned/released | outlet | All the hostages | scope=all value="),
    # most of
    row("Most of the detainees were released within hours.", "released | outlet | Most of the detainees | scope=most"),
    # some of
    row("Some of the miners have been charged.", "charged | outlet | Some of the miners | scope=some"),
    # half of a counted whole
    row("Half of the 60 pupils were set free.", "released | outlet | Half of the 60 pupils | scope=half"),
    # few
    row("Few of the prisoners were ever tried.", "tried | outlet | Few of the prisoners | scope=few"),
    # many, in the active
    row("The regime released many of the dissidents.", "released | outlet | many of the dissidents | scope=many"),
    # the scope floats behind its noun
    row("The sailors were all released.", "released | outlet | The sailors | scope=all"),
    # each of
    row("Each of the five was sentenced to death.", "sentenced | outlet | Each of the five | scope=all"),
    # a participle behind a counted group belongs to the group
    row("Three men connected with the same bakery disappeared in Kelet.",
        "disappeared | outlet | Three men | value=3 at=Kelet"),
    # a place behind a counted group belongs to the group
    row("Two youths from Kelet were arrested behind the mill.", "arrested | outlet | Two youths from Kelet | value=2"),
    # a group as such, and not its members' number
    row("A group of 18 pilgrims was detained at the border.",
        "held/arrested | outlet | A group of 18 pilgrims | value=18"),
    # a crew
    row("The crew of 21 was released on Sunday.", "released | outlet | The crew of 21 | value=21"),
    # "among them" adds nothing to the number
    row("Eleven men, among them two teachers, were abducted.", "abducted | outlet | Eleven men | value=11"),
    # "including" as well
    row("Zubara expelled 30 foreigners, including five priests.", "deported | outlet | 30 foreigners | value=30"),
)  # fmt: skip
