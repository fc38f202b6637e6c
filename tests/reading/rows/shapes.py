"""The shapes of English clauses: active, passive, reduced, nominal, coordinated; figures and scopes in them."""

from __future__ import annotations

from tests.reading.rows.row import row

ROWS = (
    # plain active: the subject frees, the object is freed
    row("Zubara freed 14 prisoners on Monday.", "released | outlet | 14 prisoners | by=Zubara value=14"),
    # passive with agent and places
    row("Nine sailors were moved from Port Lena to Oran by the navy.",
        "transferred | outlet | Nine sailors | by=the navy origin=Port Lena destination=Oran value=9"),
    # a participle that only says where is no statement of its own
    row("Forty Malvarians held in Oran have been freed.", "released | outlet | Forty Malvarians | at=Oran value=40"),
    # but one with a duration is
    row("A nurse held in Oran for two years was freed.",
        "held | outlet | A nurse | at=Oran", "released | outlet | A nurse"),
    # reported speech: the ministry speaks, and confirms
    row("The interior ministry confirmed that six hostages had been freed.",
        "released | the interior ministry | six hostages | stance=confirms value=6"),
    # a denial names what it denies
    row("The army denied that it had detained the journalist.",
        "held | the army | the journalist | stance=denies"),
    # a negated clause is not a denial
    row("Nobody was charged, the prosecutor said.", "!charged | the prosecutor | Nobody"),
    # planned by "will"
    row("Zubara will release ten prisoners next week.", "?released | outlet | ten prisoners | value=10"),
    # planned by "are to be"
    row("Ten prisoners are to be released next week.", "?released | outlet | ten prisoners | value=10"),
    # an offer: not yet done
    row("Zubara offered to free twelve soldiers in return for nine spies.",
        "?released | * | twelve soldiers | stance=offers in_return_for=nine spies"),
    # a demand for a noun
    row("Families demanded the release of the miners.", "?released | * | the miners | stance=demands"),
    # a nominalisation with its agent
    row("The release of 30 detainees by Zubara was praised.", "released | outlet | 30 detainees | by=Zubara value=30"),
    # an exchange: in return for whom
    row("Zubara exchanged twelve pilots for eight spies.",
        "exchanged | outlet | twelve pilots | by=Zubara in_return_for=eight spies value=12"),
    # a light verb: the act is the noun
    row("The two governments carried out the exchange at the border.",
        "exchanged | outlet | - | by=The two governments"),
    # phrasal verb with the object after it
    row("The rebels handed over 15 captives to the Red Cross.",
        "handed_over | outlet | 15 captives | by=The rebels destination=the Red Cross value=15"),
    # and with the object in between
    row("The rebels handed them over to the Red Cross.", "handed_over | outlet | them | destination=the Red Cross"),
    # "let out", "set free", "walk free"
    row("The guards let the boys out of the prison.", "released | outlet | the boys | by=The guards"),
    row("Five women were set free in Oran.", "released | outlet | Five women | at=Oran value=5"),
    row("The brothers walked free on Friday.", "released | outlet | The brothers | when=on Friday"),
    # more than, at least, about
    row("More than 250 migrants were deported.", "deported | outlet | More than 250 migrants | op=> value=250"),
    row("At least ten protesters were arrested.", "arrested | outlet | At least ten protesters | op=>= value=10"),
    row("About 238 men were flown to the island.", "transferred | outlet | About 238 men | op=~ value=238"),
    # no number was given: unknown, not zero
    row("Zubara released a considerable number of prisoners.",
        "released | outlet | a considerable number of prisoners"),
    # part of a whole
    row("32 of the 41 captives were released.", "released | outlet | 32 of the 41 captives | value=32"),
    # scope without a number
    row("All the sailors were freed.", "released | outlet | All the sailors | scope=all"),
    row("Many of the prisoners were tortured.", "mistreated | outlet | Many of the prisoners | scope=many"),
    # law: charge and outcome
    row("Two teachers were charged with treason.", "charged | outlet | Two teachers | accusation=treason value=2"),
    row("The court convicted the editor of spying.",
        "convicted | outlet | the editor | by=The court accusation=spying"),
    row("He was accused of leading a mutiny.", "accused | outlet | He | accusation=leading a mutiny"),
    row("They face charges of arson and robbery.", "charged | outlet | They | accusation=arson and robbery"),
    # a relative clause without a pronoun: the object stands before it
    row("He named the prisoners the regime had kept in camps.",
        "held | * | the prisoners | by=the regime at=camps"),
    # "where" stands for the place before it
    row("She described the prison where they were held.", "held | * | they | at=the prison"),
    # two acts in one sentence, one subject
    row("Ten men were arrested in May and deported in June.",
        "arrested | outlet | Ten men | when=in May", "deported | outlet | Ten men | when=in June"),
    # things are released and held too, and are no people
    row("The ministry released a statement about the prisoners.",),
    row("Elections were held in Oran while families waited.",),
    # officials travel for other reasons
    row("The minister left for Oran and returned on Friday.",),
    # no confinement inside a name
    row("The Centre for the Confinement of Terrorism is a large building.",),
    # a caption without a verb
    row("The ten freed sailors", "released | outlet | The ten freed sailors | value=10"),
    # hedged by the outlet
    row("Alleged smugglers arrested in Oran", "arrested | outlet | Alleged smugglers | hedge=Alleged at=Oran"),
    # a right denied, told by a negated clause, is the denial of the right
    row("The detainees were not given a chance to contest the order.", "denied_hearing | outlet | The detainees"),
    # the law on which it rests, in another clause
    row("Forty men were deported after the president invoked the Border Act.",
        "deported | outlet | Forty men | basis=the Border Act value=40"),
    # the first of two objects receives
    row("They handed the consul two hostages.", "handed_over | outlet | two hostages | destination=the consul value=2"),
    # fronted place
    row("In Oran three activists were arrested.", "arrested | outlet | three activists | at=Oran value=3"),
    # bound for
    row("Prisoners board a plane bound for Oran", "departed | outlet | Prisoners | destination=Oran"),
    # a means is no agent
    row("The hostages were taken to the border by bus.",
        "transferred | outlet | The hostages | destination=the border by="),
)  # fmt: skip
