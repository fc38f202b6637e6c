"""Plain words: how families, neighbours and tabloids tell of custody."""

from __future__ import annotations

from tests.reading.rows.row import row

ROWS = (
    # behind bars
    row("Her husband has been behind bars since the spring.", "held | outlet | Her husband"),
    # still inside
    row("Eleven of the strikers are still inside.", "held | outlet | Eleven of the strikers | value=11"),
    # never came back
    row("Her uncle went out for bread and never came back.", "!returned | outlet | Her uncle"),
    # is home
    row("The brothers are home.", "returned/released | outlet | The brothers"),
    # nobody has heard from them
    row("Nobody has heard from them.", "missing/incommunicado | outlet | them"),
    # in a cell
    row("He is in a cell in Oran.", "held | outlet | He"),
    # the cells are full of
    row("The cells at Fort Hale are full of schoolboys.", "held | outlet | schoolboys"),
    # kept, in a place that is no prison
    row("The militia is keeping 40 people in a school.",
        "held | outlet | 40 people | by=The militia at=a school value=40"),
    # come for
    row("His bed was empty in the morning; soldiers had come for him.",
        "arrested/abducted | outlet | him | by=soldiers"),
    # dragged out
    row("The boy was dragged out of a classroom by two men in plain clothes.",
        "arrested/abducted | outlet | The boy | by=two men origin=a classroom"),
    # thrown into a cell
    row("They were thrown into a cell with thieves.", "held/arrested | outlet | They"),
    # inside since
    row("He has been inside since the flood.", "held | outlet | He"),
    # locked up
    row("At least 40 poets are locked up in Zubara.", "held | outlet | At least 40 poets | op=>= value=40"),
    # in somebody's hands
    row("Six of the crew are in rebel hands.", "held | outlet | Six of the crew | value=6"),
    # banged up
    row("The organisers stay banged up in Kelet.", "held | outlet | The organisers"),
    # got out
    row("Two of the boys got out on Sunday.", "released | outlet | Two of the boys | when=on Sunday value=2"),
    # doing time
    row("The driver is doing six years for robbery.", "held/sentenced | outlet | The driver"),
    # led away in handcuffs
    row("The deputy was led away in handcuffs on Tuesday.", "arrested | outlet | The deputy | when=on Tuesday"),
    # gone without a word
    row("There has been no word from the fishermen since Sunday.", "missing/incommunicado | outlet | the fishermen"),
    # back with his family
    row("The pilot is back with his family.", "returned/released | outlet | The pilot"),
    # out, by a bare adverb
    row("All the nurses are out.", "released | outlet | All the nurses | scope=all"),
    # over the wire
    row("Four of the internees went over the wall on Sunday night.",
        "escaped | outlet | Four of the internees | value=4"),
    # at home the people are not in custody
    row("The family stayed at home and the shop was full of schoolboys."),
    # inside a theatre nobody is held
    row("The audience was still inside the theatre when the lights failed."),
    # bars and cells of other kinds
    row("Behind the bar stood a widow, and the solar cells were full of dust."),
)  # fmt: skip
