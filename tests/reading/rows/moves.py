"""Being moved: deportations, transfers, flights, handovers, arrivals, homecomings."""

from __future__ import annotations

from tests.reading.rows.row import row

ROWS = (
    # the perfect with "since": one figure for many days
    row("Malvaria has expelled 41 Zubaran aid workers since January.",
        "deported | outlet | 41 Zubaran aid workers | by=Malvaria value=41 when=since January"),
    # put on a plane: moved, by whom nobody says
    row("They were put on a plane without being told where it was going.",
        "transferred/deported/departed | outlet | They"),
    # three legs in one sentence, one subject
    row("Sixteen of the men were flown to Oran under guard, handed to Zubaran officers at the foot of the steps and "
        "driven away in two buses.",
        "transferred | outlet | Sixteen of the men | destination=Oran value=16",
        "handed_over | outlet | Sixteen of the men | destination=Zubaran officers",
        "transferred | outlet | Sixteen of the men"),
    # ordered and stayed: a deportation that has not happened
    row("Their deportation was stayed by a judge an hour before the flight.", "postponed | outlet | Their"),
    # at whose request: no destination of its own
    row("Zubara extradited the arms dealer to Malvaria on Thursday.",
        "extradited | outlet | the arms dealer | by=Zubara destination=Malvaria when=on Thursday"),
    # a noun with "of", "from" and "to"
    row("The transfer of 60 convicts from Fort Hale to the mainland took most of the night.",
        "transferred | outlet | 60 convicts | origin=Fort Hale destination=the mainland value=60"),
    # the plane lands, the people on it arrive
    row("A jet carrying the nine hostages landed at Port Lena shortly after noon.",
        "arrived | outlet | the nine hostages | at=Port Lena value=9"),
    # boarded, and then no trace
    row("The five boarded a bus bound for the border at Kelet and have not been seen since.",
        "departed | outlet | The five | value=5", "missing/last_seen | outlet | The five"),
    # a stop that is neither start nor end
    row("The deportees stopped over in Oran for three hours.", "stopped_over | outlet | The deportees | at=Oran"),
    # between departure and arrival
    row("By nightfall the last thirty prisoners were in the air.",
        "in_transit | outlet | the last thirty prisoners | value=30"),
    # the receiver is the subject, and brings them home in a second clause
    row("The Red Cross received twelve wounded fighters at the Lusi bridge and brought them home.",
        "received | outlet | twelve wounded fighters | by=The Red Cross value=12", "returned | outlet | them"),
    # flew and were met: an active and a passive verb share the subject
    row("The ten hostages flew to Port Lena and were met by the consul.",
        "departed/arrived/transferred | outlet | The ten hostages | destination=Port Lena value=10",
        "received | outlet | The ten hostages | by=the consul"),
    # no verb: back on home soil
    row("Back on Zubaran soil after 14 months, the hostages kissed the tarmac.", "returned | outlet | the hostages"),
    # shipped, with the participle before the subject
    row("Shipped to the quarry in 1951, most of the prisoners were moved again within a year.",
        "transferred | outlet | most of the prisoners | destination=the quarry when=in 1951",
        "transferred | outlet | most of the prisoners"),
    # pushed back at gunpoint; the fronted participle has its subject in the main clause
    row("Pushed back across the river at gunpoint, the families slept in the reeds.",
        "deported | outlet | the families"),
    # a caption in the present tense
    row("118 Malvarians, some in handcuffs, step off a charter flight in Belin",
        "arrived | outlet | 118 Malvarians | value=118"),
    # sent home by an authority that stays unnamed
    row("All sixteen were sent home on Wednesday.", "returned/deported | outlet | All sixteen | when=on Wednesday"),
    # two destinations for two parts, with the verb left out the second time
    row("Eleven were taken to Fort Hale on Sunday night.",
        "transferred | outlet | Eleven | destination=Fort Hale value=11"),
    # a possessive and a noun of motion
    row("Her removal to the women's wing took place without notice to her lawyer.",
        "~transferred/deported | outlet | Her"),
    # thrown out of a country, in the words of a tabloid
    row("A Belin barman was booted out of Zubara on Saturday.", "deported | outlet | A Belin barman | origin=Zubara"),
    # ministers fly too
    row("The minister flew to Port Lena and was met by his counterpart."),
    # windows and money are transferred
    row("The transfer window closes on Sunday, and money transfers to Malvaria have stopped."),
    # ships and shares move
    row("The ferry left Oran on time and the shares moved sideways."),
)  # fmt: skip
