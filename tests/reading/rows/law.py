"""Before the courts: charges, indictments, trials, verdicts, sentences."""

from __future__ import annotations

from tests.reading.rows.row import row

ROWS = (
    # a part of the accused is charged, the other part is let go; a gerund says of what
    row("Prosecutors charged two of the five with running an illegal radio station; the other three were let go.",
        "charged | outlet | two of the five | by=Prosecutors accusation=running an illegal radio station value=2",
        "released | outlet | the other three | value=3"),
    # nobody, over deaths that are the accusation and no statement
    row("Nobody has been charged over the deaths, the inspector general conceded.",
        "!charged | the inspector general | Nobody | accusation=the deaths"),
    # two people joined by "and" are one object
    row("A grand jury in Port Lena indicted the banker and her husband on nine counts of fraud.",
        "indicted | outlet | the banker and her husband | accusation=nine counts of fraud"),
    # two participles before their subject, joined
    row("Convicted in absentia and sentenced to twenty years, the former colonel lives in Oran.",
        "convicted | outlet | the former colonel", "sentenced | outlet | the former colonel | outcome=twenty years"),
    # "got" with a term of years is a sentence
    row("The poet got ten years for a poem of nine lines.", "sentenced | outlet | The poet | outcome=ten years"),
    # one half cleared, the other given a term in the passive of "give"
    row("Nineteen of the defendants were acquitted, and the last, a cook, was given six months.",
        "acquitted | outlet | Nineteen of the defendants | value=19", "sentenced | outlet | the last"),
    # who pleads guilty is convicted; a fine is a sentence
    row("She pleaded guilty to smuggling letters and was fined 400 dinars.",
        "convicted | outlet | She | accusation=smuggling letters", "sentenced | outlet | She"),
    # a court does two things to two people
    row("The court cleared three officers of torture but found the warden guilty of manslaughter.",
        "acquitted | outlet | three officers | by=The court accusation=torture value=3",
        "convicted | outlet | the warden | accusation=manslaughter"),
    # the accuser is no court
    row("State television accused the six of spying for Malvaria.",
        "accused | * | the six | accusation=spying for Malvaria"),
    # a day is named in the present tense
    row("The trial of eight former ministers opens on 4 October.", "?tried | outlet | eight former ministers"),
    # serving a term, with its number of years, is being held
    row("He is serving fifteen years in a labour colony for sedition.",
        "sentenced/held | outlet | He | accusation=sedition"),
    # condemned, then executed
    row("Condemned to death in May, the brothers were hanged on Tuesday.",
        "sentenced | outlet | the brothers | when=in May", "died | outlet | the brothers | when=on Tuesday"),
    # to go on trial with nothing but a place and a charge
    row("Eleven beekeepers went on trial in Kelet on Monday for insulting the flag.",
        "tried | outlet | Eleven beekeepers | value=11"),
    # law by a participle behind the noun, and the holder's words for it
    row("A reporter accused of sabotage was remanded in custody until 30 August.",
        "accused | outlet | A reporter | accusation=sabotage", "held | outlet | A reporter | when=until 30 August"),
    # "without charge" is a charge not brought
    row("She was held without charge for eleven months.", "held | outlet | She", "!charged | outlet | She"),
    # a verdict as a noun, with its own verb
    row("The conviction of the lighthouse keeper was quashed on appeal.",
        "~convicted/acquitted | outlet | the lighthouse keeper"),
    # the accusation follows a noun
    row("They were brought before a magistrate on charges of piracy.", "tried | outlet | They | accusation=piracy"),
    # who is charged with an office is no defendant
    row("The senator is charged with running the ministry until a successor is named."),
    # courts are moved by motions, which are heard
    row("Opposition deputies moved the court to hear the case this term."),
    # a museum charges its visitors, a bloc condemns a president
    row("The museum charges visitors four dinars, and the bloc condemned the president for his silence."),
    # "try" with an infinitive is no trial
    row("The men tried to reach the minister by telephone and heard a recorded message."),
    # names of crimes in a list are nouns, though each is a verb elsewhere
    row("The ministry said a good part of them have cases open for homicide, assault and theft.",
        "charged | * | a good part of them | accusation=homicide, assault and theft"),
    row("The cook was convicted of theft, assault and arson.",
        "convicted | outlet | The cook | accusation=theft, assault and arson"),
    # a judge stays an event and not people
    row("A judge in Kelet stayed the expulsion of the four nuns.",
        "postponed | outlet | the four nuns | by=A judge in Kelet value=4"),
)  # fmt: skip
