"""Offers, requests, agreements, days set and put off, demands; refusals, substitutions, people kept back."""

from __future__ import annotations

from tests.reading.rows.row import row

ROWS = (
    # agreed, with the infinitive that says what
    row("The two governments agreed to free all detained fishermen by the end of the month.",
        "?released/agreed | * | all detained fishermen"),
    # asked for, of the dead
    row("Malvaria has asked for the return of eleven soldiers' bodies.", "?returned/requested | * | *"),
    # an offer of people for people
    row("Zubara offered two colonels for the pilot.", "~offered | * | two colonels | in_return_for=the pilot value=2"),
    # the release is put off: one statement, not two
    row("The release of the remaining seven has been put off until after the feast.", "postponed | outlet | *"),
    # the day of a hearing
    row("A hearing in the case of the nine is scheduled for 12 May.", "~scheduled | outlet | *"),
    # a demand whose clause tells the act
    row("The families demanded that the army release the eighteen.",
        "?released | * | the eighteen | stance=demands value=18"),
    # talks that are none
    row("There are no talks on the prisoners.", "!negotiated | outlet | *"),
    # a mediator between two parties
    row("Oran is mediating between the rebels and the coastguard over the hostages.", "negotiated | outlet | *"),
    # a term in the law courts put off
    row("The trial of the six was adjourned for a third time.", "postponed | outlet | *"),
    # a wish with a participle: they want him handed over
    row("Prosecutors in Belin want the driver extradited.", "?extradited | * | the driver | stance=demands"),
    # a promise
    row("The ministry promised that the two would be freed.", "?released | the ministry | the two | value=2"),
    # an appeal for mercy to a state
    row("We call on Zubara to release the nine lighthouse keepers at once.",
        "?released | * | the nine lighthouse keepers | stance=demands by=Zubara value=9"),
    # an order to produce a person
    row("The judge ordered the army to free the printer within two days.",
        "?released | * | the printer | stance=demands by=the army"),
    # refused by the persons concerned, and sent back
    row("Two of the twenty refused to board the plane and were driven back to the camp.",
        "refused | * | Two of the twenty | value=2",
        "transferred/returned | * | Two of the twenty | destination=the camp"),
    # refused by a party: what it would not do stands in the infinitive
    row("Malvaria refused to hand over the two deserters.", "!handed_over | * | the two deserters | value=2"),
    # kept back although named
    row("The rebels withheld three officers whose names were on the list.",
        "withheld | outlet | three officers | by=The rebels value=3"),
    # one sent in place of another
    row("At the last minute a cook was substituted for the general.", "substituted | outlet | a cook"),
    # would rather stay
    row("Nineteen of the captives would rather stay in the camp.",
        "~refused | outlet | Nineteen of the captives | value=19"),
    # declined to leave without others
    row("They declined to leave without the wounded.", "refused | outlet | They"),
    # who is refused bail is refused liberty: one act, not two
    row("All five were refused bail on Monday.", "refused | outlet | All five | value=5"),
    # a proposal turned down
    row("Zubara rejected a proposal to swap the pilot.", "refused | * | *", "?exchanged | * | the pilot"),
    # clubs offer contracts and agree terms
    row("The club agreed terms with the striker and offered the coach a new contract."),
    # hearings on budgets are put off
    row("The budget hearing was postponed, and the match was adjourned because of rain."),
    # what is agreed is a release
    row("The two governments agreed the release of ten nurses.", "~released | * | ten nurses"),
    # the state with which terms were agreed is no price, and the day of the terms is not that of the release
    row("In exchange, on the terms that it put to Malvaria in April, Zubara has freed forty prisoners, who had spent "
        "years in its jails.",
        "released | outlet | forty prisoners | by=Zubara in_return_for= when= outcome=",
        "held | outlet | forty prisoners"),
)  # fmt: skip
