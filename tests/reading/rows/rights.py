"""How they are treated: cut off, without judge or lawyer, ill-treated, without a country."""

from __future__ import annotations

from tests.reading.rows.row import row

ROWS = (
    # cut off from everybody: the one code holds both
    row("They have been held incommunicado since 4 March at a villa outside Oran.",
        "incommunicado | outlet | They | when=since 4 March"),
    # "none ... allowed" is the denial
    row("None of the six was allowed to see a lawyer.", "denied_counsel | outlet | None of the six"),
    # given no chance
    row("The detainees were given no chance to challenge the order.", "denied_hearing | outlet | The detainees"),
    # no visits
    row("Relatives were refused visits for the third month running.", "denied_contact | outlet | *"),
    # a decree acts on people and their papers
    row("The decree stripped 94 exiles of their nationality.", "nationality_removed | outlet | 94 exiles | value=94"),
    # the passive with "of" in front
    row("Stripped of her citizenship in May, the novelist lives in Oran.",
        "nationality_removed | outlet | the novelist | when=in May"),
    # not before a judge
    row("He was not produced before a judge for eleven days.", "denied_hearing | outlet | He"),
    # no lawyer: the subject is what they did not get
    row("No lawyer was let in.", "denied_counsel | outlet | *"),
    # not allowed to telephone
    row("She has not been allowed to telephone her children.", "denied_contact | outlet | She"),
    # beaten, with what
    row("Guards beat the hunger strikers with cables.", "mistreated | outlet | the hunger strikers | by=Guards"),
    # a right told by "without"
    row("He signed a confession without access to a lawyer.", "denied_counsel | outlet | He"),
    # ill-treatment negated
    row("The men had not been ill-treated, the doctor said.", "!mistreated | the doctor | The men"),
    # treated well: the negative of the bad code
    row("The prisoners are treated well, the ministry insists.", "!mistreated | the ministry | The prisoners"),
    # a right granted at last
    row("The miners were allowed to see a lawyer on Friday.", "!denied_counsel | outlet | The miners"),
    # nothing eaten, nothing warm: the words of a father
    row("They were starved and beaten for six weeks.",
        "mistreated | outlet | They", "mistreated | outlet | They | when=for six weeks"),
    # alone in a cell
    row("She has spent 200 days in solitary confinement.", "incommunicado | outlet | She"),
    # no letter, no call
    row("The families have received no letter from the prisoners since May.", "denied_contact | outlet | *"),
    # teams are beaten and eggs too
    row("England's netballers were beaten 3-1 and the chef beat the eggs."),
    # nobody heard them: the negation is in the right denied, and the noun and its verb tell it once
    row("Lawyers say that no judge heard the men before the planes left.",
        "denied_hearing | Lawyers | the men"),
    # who is held without trial is the subject of "held"
    row("Students, unionists and politicians of the opposition are still held in its jails without trial.",
        "held | outlet | Students, unionists and politicians of the opposition",
        "denied_hearing | outlet | Students, unionists and politicians of the opposition"),
)  # fmt: skip
