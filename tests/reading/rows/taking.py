"""Being taken: arrests, abductions, disappearances."""

from __future__ import annotations

from tests.reading.rows.row import row

ROWS = (
    # a relative clause stands between the subject and its phrasal verb
    row("Gendarmes who stormed the student hostel in Kassou before dawn picked up 34 people, among them two nurses on "
        "night duty.",
        "arrested | outlet | 34 people | by=Gendarmes value=34"),
    # a participle before its subject, then a negated main clause
    row("Picked up at a checkpoint outside Dorvane on 3 June, the trade unionist has not been charged.",
        "arrested | outlet | the trade unionist | at=a checkpoint outside Dorvane when=on 3 June",
        "!charged | outlet | the trade unionist"),
    # agents who hide whose they are: abducted, and arrested is as good
    row("He was taken from his house at night by men in balaclavas.",
        "abducted/arrested | outlet | He | origin=his house"),
    # the taker is a crowd word, the vehicle no place of custody
    row("Four drivers of the aid agency were bundled into a pickup near Tessaro by gunmen who gave no name.",
        "abducted | outlet | Four drivers of the aid agency | by=gunmen value=4"),
    # the denial behind a semicolon is about the people before it
    row("Security agents took away the editor's two sons on Sunday; the interior ministry denies holding them.",
        "arrested/abducted | outlet | the editor's two sons | by=Security agents",
        "held | the interior ministry | them | stance=denies"),
    # a total, and those of it who are still in
    row("More than 60 market traders were rounded up in the Friday sweep, and nineteen are still inside.",
        "arrested | outlet | More than 60 market traders | op=> value=60",
        "held | outlet | nineteen | value=19"),
    # a ship is seized, which is no custody; its crew is
    row("The navy seized the trawler Santa Rita and detained its crew of eleven off Cape Lume.",
        "held/arrested | outlet | its crew of eleven | by=The navy"),
    # counted arrests with a verb that says nothing
    row("Police have made 212 arrests since the curfew began.", "arrested | outlet | * | by=Police value=212"),
    # the date stands between the noun and whom it concerns
    row("The arrest on 9 May of the opposition leader's driver was the third in a week.",
        "arrested | outlet | the opposition leader's driver | when=on 9 May"),
    # a warrant is no arrest yet, and one that is executed kills nobody
    row("A warrant for the arrest of the former governor was issued in 2021 but never executed.",
        "?arrested | outlet | the former governor"),
    # taken in war, and led off with a pronoun
    row("Rebels captured nine gendarmes at the Lusi bridge and marched them off towards the hills.",
        "arrested | outlet | nine gendarmes | by=Rebels at=the Lusi bridge value=9",
        "transferred | outlet | them | by=Rebels"),
    # they take themselves in
    row("Two of the teachers gave themselves up at the Kolda barracks on Monday.",
        "arrested | outlet | Two of the teachers | when=on Monday value=2"),
    # soldiers who come for somebody take him
    row("Soldiers came for the imam at two in the morning.", "arrested/abducted | outlet | the imam | by=Soldiers"),
    # enforced disappearance with its agent, in the passive that Spanish has given English
    row("A printer was disappeared by the coastguard in May, his union says.",
        "disappeared | his union | A printer | by=the coastguard when=in May"),
    # kidnapped people are held hostage: one act each
    row("The farmers, kidnapped in Sarre, are being held hostage in a quarry.",
        "abducted | outlet | The farmers | at=Sarre", "held | outlet | The farmers | at=a quarry"),
    # a headline in the present tense, without articles
    row("Coastguard nabs 17 smugglers off Oran", "arrested | outlet | 17 smugglers | by=Coastguard value=17"),
    # the police invite, keep and never say that they arrest
    row("A cartoonist was hauled off to the Dorvane station for questioning and kept there overnight.",
        "arrested/transferred | outlet | A cartoonist", "held | outlet | A cartoonist"),
    # the abductors are named by those who accuse them, the act is one
    row("Relatives of the miner blame the Third Brigade for his abduction.", "abducted | * | his"),
    # talks and statements are held and released without prisoners
    row("The president held talks with opposition leaders and released a statement at midnight."),
    # arrested is an adjective of growth
    row("The comedy, a study in arrested development, opens on Friday."),
    # hearts and fires are arrested too
    row("A cardiac arrest ended the striker's career, and rain arrested the spread of the fire."),
    # moods and headlines are captured
    row("The song captured the mood of a summer and took the charts by storm."),
    # "off" before a name is where; behind "haul" it belongs to the verb
    row("Eleven sailors arrested off Oran were freed.", "released | outlet | Eleven sailors | value=11"),
    row("The navy arrested eleven poachers off Cape Lume.",
        "arrested | outlet | eleven poachers | by=The navy at=Cape Lume value=11"),
    row("Gunmen hauled off Adnan Reva at dawn.", "arrested | outlet | Adnan Reva | by=Gunmen"),
)  # fmt: skip
