"""Figures: how many, at least, about, of how many, and how many more; numbers that count no people."""

from __future__ import annotations

from tests.reading.rows.row import row

ROWS = (
    # a bare number and a nationality
    row("The government of Zubara flew 252 Malvarians home from Port Lena on Friday night.",
        "transferred/returned/deported | outlet | 252 Malvarians | value=252 op=="),
    # more than, in the middle of a sentence with two holders
    row("More than 250 of the miners whom Zubara had seized at Tessaro were handed to the Red Cross at dawn.",
        "arrested/abducted/held | * | *",
        "handed_over | outlet | More than 250 of the miners | op=> value=250 destination=the Red Cross"),
    # "over" before an article is still an operator
    row("Over a thousand prisoners have been freed since the truce, the mission said.",
        "released | the mission | Over a thousand prisoners | op=> value=1000"),
    # fewer than, after a preposition
    row("The camp commander admitted to having released fewer than 4,000 prisoners.",
        "released | * | fewer than 4,000 prisoners | op=< value=4000"),
    # a lower bound said of the object
    row("Gunmen kidnapped at least ten pupils from the Dorvane college on Tuesday.",
        "abducted | outlet | at least ten pupils | op=>= value=10"),
    # a lower bound behind the number
    row("Sixty or more drivers were detained at the Kelet crossing on Sunday, the union said.",
        "held/arrested | the union | Sixty or more drivers | op=>= value=60"),
    # an upper bound
    row("Up to 40 villagers were taken away in lorries, the imam said.",
        "arrested/abducted/transferred | the imam | Up to 40 villagers | op=<= value=40"),
    # about
    row("About 238 men were flown to the island prison.", "transferred | outlet | About 238 men | op=~ value=238"),
    # "some" before a number is about
    row("Some 170 students were arrested in Oran.", "arrested | outlet | Some 170 students | op=~ value=170"),
    # nearly and roughly
    row("Nearly 90 farmers were deported and roughly 30 were jailed.",
        "deported | outlet | Nearly 90 farmers | op=~ value=90",
        "held/sentenced | outlet | roughly 30 | op=~ value=30"),
    # the capitals of a telegram
    row("BY NOON ROUGHLY 1,300 HOSTAGES FREED.", "released | outlet | ROUGHLY 1,300 HOSTAGES | op=~ value=1300"),
    # words for a number that nobody gave: unknown and not zero
    row("Hundreds of dockers were arrested after the strike.",
        "arrested | outlet | Hundreds of dockers | value=None written=Hundreds"),
    # the same with an adjective
    row("A considerable number of priests had been imprisoned, the bishop said.",
        "held | the bishop | A considerable number of priests | value=None"),
    # dozens
    row("Dozens of nurses have been detained this week.", "held/arrested | outlet | Dozens of nurses | value=None"),
    # two dozen is a number
    row("Two dozen fishermen were freed on Monday.", "released | outlet | Two dozen fishermen | value=24 op=="),
    # half a dozen
    row("Half a dozen hostages were seized at the port.",
        "arrested/abducted | outlet | Half a dozen hostages | value=6"),
    # a range in words
    row("Between 30 and 40 recruits were abducted near Kelet.",
        "abducted | outlet | Between 30 and 40 recruits | value=30 high=40"),
    # a range with a dash
    row("The army released 20-25 captives on Sunday.", "released | outlet | 20-25 captives | value=20 high=25"),
    # both, with no other number
    row("Both pilots were released unharmed.", "released | outlet | Both pilots | value=2 scope=all"),
    # nobody is none
    row("No one has been released so far.", "!released | outlet | No one | scope=none"),
    # none of a counted whole
    row("None of the 41 hostages has been freed.", "!released | outlet | None of the 41 hostages | scope=none value="),
    # part of a whole
    row("Of the 41 captives, 32 were released on Monday.",
        "released | outlet | 32 | value=32 whole=Of the 41 captives"),
    # the whole without an article
    row("Of 1,033 inmates at Kelet, 298 had been convicted.", "convicted | outlet | 298 | value=298"),
    # the part before the whole
    row("Zubara freed 32 of the 41 captives.", "released | outlet | 32 of the 41 captives | value=32 whole=of the 41"),
    # out of
    row("Nine out of 40 detainees were charged.", "charged | outlet | Nine out of 40 detainees | value=9 whole=of 40"),
    # the rest of a group that was counted before
    row("The remaining seven were flown out on Tuesday.",
        "transferred/departed | outlet | The remaining seven | value=7"),
    # others beside those already told
    row("Another 15 were transferred to Oran.", "transferred | outlet | Another 15 | value=15 destination=Oran"),
    # a further
    row("A further 28 seamen were arrested on Wednesday.", "arrested | outlet | A further 28 seamen | value=28"),
    # more, behind the number
    row("Twelve more were released on Thursday.", "released | outlet | Twelve more | value=12"),
    # a percentage of a set
    row("Sixty per cent of the detainees have been released, the ministry said.",
        "released | the ministry | Sixty per cent of the detainees | value=60 unit=percent of=the detainees"),
    # per cent as a sign, with an operator
    row("More than 70% of inmates were freed.",
        "released | outlet | More than 70% of inmates | op=> value=70 unit=percent"),
    # remains are no persons
    row("The two sides returned 1,245 bodies in June.",
        "returned/exchanged/handed_over | outlet | 1,245 bodies | value=1245 unit=bodies"),
    # families are counted as families
    row("Some 40 families were deported to the border.",
        "deported | outlet | Some 40 families | op=~ value=40 unit=families"),
    # a number of years is no number of people
    row("The editor was sentenced to 15 years.", "sentenced | outlet | The editor | value= outcome=15 years"),
    # nor is an age
    row("A 19-year-old cook was arrested in Kelet.", "arrested | outlet | A 19-year-old cook | value="),
    # the age behind a name
    row("Pavel Drost, 54, was arrested in Kelet.", "arrested | outlet | * | value="),
    # the number of those freed, put by somebody
    row("The ministry put the number of those freed at about 238.",
        "released | * | * | op=~ value=238"),
    # a number that stands behind the verb
    row("The number of Malvarians held in Zubaran prisons rose to 120.",
        "held | outlet | The number of Malvarians | value=120"),
    # a total as subject
    row("The total of those detained now stands at ninety-one.", "held/arrested | outlet | * | value=91"),
    # visits are counted, and no people
    row("The consul made eleven visits to the prison.", "visited | outlet | * | value="),
    # arrests are counted as arrests
    row("Police made 60 arrests in Oran.", "arrested | outlet | 60 | value=60 unit=arrests"),
    # let ... go on: the object is a bare number
    row("In 2015 Zubara let 173 go on to Oran.", "released | outlet | 173 | by=Zubara value=173 when=In 2015"),
    # the number is the whole subject, its noun unsaid
    row("Thirty were freed at the border.", "released | outlet | Thirty | value=30"),
    # the object is a number with its noun said before
    row("Of the convoy's drivers the rebels released only six.", "released | outlet | only six | value=6"),
)  # fmt: skip
