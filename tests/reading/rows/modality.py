"""Not done, not yet done, perhaps done; and what was done in other years."""

from __future__ import annotations

from tests.reading.rows.row import row

ROWS = (
    # due to be
    row("The last 40 prisoners are due to be flown to Oran on Saturday.",
        "?transferred | outlet | The last 40 prisoners | destination=Oran value=40"),
    # a condition before the consequence
    row("If the court agrees, the brothers could be released by Easter.", "~released | outlet | the brothers"),
    # inverted condition: nobody was caught
    row("Had the guards looked up, the five would have been caught.", "~arrested | outlet | the five | value=5"),
    # neither ... nor, in the active voice
    row("The army has neither arrested nor charged the students.",
        "!arrested | * | the students | by=The army", "!charged | * | the students"),
    # a denial with a gerund in the perfect
    row("Zubara denied having deported the refugees.", "deported | Zubara | the refugees | stance=denies"),
    # may
    row("The four may be exchanged before the end of the year.", "~exchanged | outlet | The four | value=4"),
    # whether: told as an open question
    row("Whether the general was ever arrested is not known.", "~arrested | outlet | the general"),
    # believed to have been
    row("He is believed to have been moved to Fort Hale.",
        "~transferred | outlet | He | destination=Fort Hale modality=conditional"),
    # reportedly, by nobody
    row("The pilots were reportedly handed to the militia.",
        "~handed_over | outlet | The pilots | hedge=reportedly destination=the militia"),
    # a question tells nothing as done
    row("Were any of the prisoners beaten?", "~mistreated | outlet | * | modality=hypothetical"),
    # "has yet to" with a word that is a noun as often
    row("The youngest prisoner has yet to return.", "!returned | outlet | The youngest prisoner"),
    # at second hand, by a participle
    row("Four of the hostages were reported killed.",
        "~died | outlet | Four of the hostages | modality=conditional value=4"),
    # who denies a charge has been charged
    row("Both prisoners denied the charges through their families.", "charged | * | *"),
    # "able to" tells it as done
    row("Delegates were able to visit the prisoners twice.", "visited | outlet | the prisoners | by=Delegates"),
    # after "if": a condition
    row("If the prisoners are freed, the ferry will sail.",
        "~released | outlet | the prisoners | modality=conditional"),
    # should
    row("The hostages should be freed at once.", "?released | outlet | The hostages | stance=demands"),
    # failed to
    row("Police failed to arrest the ringleaders.", "!arrested | outlet | the ringleaders | by=Police"),
    # about to be
    row("The six were about to be deported when the order came.", "?deported | outlet | The six | value=6"),
    # a threat
    row("The rebels threatened to execute the two pilots.", "?died | * | the two pilots | value=2"),
    # a plan, by a verb above the infinitive
    row("Malvaria plans to deport 900 miners before the rains.", "?deported | * | 900 miners | by=Malvaria value=900"),
    # an attempt that failed
    row("An attempt to free the captives ended at the first fence.", "~released | outlet | the captives"),
    # "was to have been"
    row("The prisoner was to have been released in March.", "?released | outlet | The prisoner | when=in March"),
    # negated intention
    row("The ministry does not intend to release the clerics.", "!?released | * | the clerics | by=The ministry"),
    # a swap of another year beside today's: each has its time
    row("In 2022, sixty men were swapped at the same bridge.",
        "exchanged | outlet | sixty men | when=In 2022 value=60"),
    # a participle of the past on somebody of today
    row("Freed in an earlier exchange, he now drives a taxi.", "released | outlet | he"),
    # a span of years
    row("Between 1974 and 1977 some 600 villagers disappeared in the valley.",
        "disappeared | outlet | some 600 villagers | when=Between 1974 and 1977 op=~ value=600"),
    # once before
    row("The two had been arrested once before, in 2016, and acquitted.",
        "arrested | outlet | The two", "acquitted | outlet | The two"),
    # a place that held people until a year
    row("The fort, which held political detainees until 1989, is now a hotel.",
        "held | outlet | political detainees | when=until 1989"),
    # since an event
    row("Since the coup, 120 journalists have been arrested and three killed.",
        "arrested | outlet | 120 journalists | value=120", "died | outlet | three | value=3"),
    # a biography: where a father was as a boy
    row("His father was interned there as a boy.", "held | outlet | His father | at=there"),
    # an anniversary: the act is past, the march is today
    row("Twenty years after the kidnapping of the ferry crew, a hundred people marched in Oran.",
        "abducted | outlet | the ferry crew"),
    # "'d" before "been" is "had"
    row("They'd been freed in May.", "released | outlet | They"),
    # "'d" before "be" is "would"
    row("The guard said they'd be deported.", "?deported | the guard | they"),
    # an ordinal and an infinitive tell what came so
    row("She was the third reporter to be expelled from Zubara.", "deported | outlet | * | origin=Zubara"),
    # but not where it is expected
    row("The envoy expects the last hostages to be freed on Monday.", "?released | * | the last hostages"),
    # "only to" tells what came next
    row("He left Zubara, only to be arrested in Oran.", "arrested | outlet | He | at=Oran"),
    # what was requested has not happened
    row("Their return to Oran was requested.", "?returned/deported | outlet | Their | destination=Oran"),
    # a bare "be" in a clause with "that" is a wish
    row("The council passed a motion that the strikers be released.", "?released | * | the strikers"),
    # who is unable has not done it
    row("The army was unable to free the hostages.", "!released | outlet | the hostages | by=The army"),
    # a question takes what a participle tells for granted
    row("Did the ministry name the men arrested in May?", "arrested | outlet | the men"),
    # what is welcomed has happened, unless it is called planned
    row("Aid groups praised the release of the eight divers.", "released | * | the eight divers | value=8"),
    row("The planned release of the eight divers was welcomed.", "?released | outlet | the eight divers | value=8"),
)  # fmt: skip
