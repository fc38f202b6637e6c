"""Parts that share a verb said once, figures that answer a figure, and everyday words for acts of custody."""

from __future__ import annotations

from tests.reading.rows.row import row

ROWS = (
    # the verb is said once for three parts
    row("Nine came out of Kelet prison, five out of Oran prison and two out of Kolda prison.",
        "released | outlet | Nine | value=9",
        "released | outlet | five | value=5",
        "released | outlet | two | value=2"),
    # parts of a whole, each with its place
    row("The two drivers are being held, one in Oran and one in Kelet.",
        "held | outlet | The two drivers",
        "held | outlet | one | at=Oran",
        "held | outlet | one | at=Kelet"),
    # each with its time
    row("Nineteen miners were released in May, six in June and the others in July.",
        "released | outlet | Nineteen miners | value=19",
        "released | outlet | six | value=6",
        "released | outlet | the others"),
    # what follows says how they are, and is no part
    row("Police arrested twelve students on Friday, three in high spirits.",
        "arrested | outlet | twelve students | by=Police value=12"),
    # a bare figure answers the figure before it
    row("The army says that 40 strikers were arrested. Their union says 61.",
        "arrested | The army | 40 strikers | value=40",
        "arrested | * | 61 | value=61"),
    # a figure of figures
    row("At least 40 strikers were arrested on Monday. The figure has since risen to 63.",
        "arrested | outlet | At least 40 strikers | value=40 op=>=",
        "arrested | outlet | 63 | value=63"),
    # a bare number that answers none
    row("The strikers were arrested on Monday. Their union says nine.", "arrested | outlet | The strikers"),
    # everyday words for letting go
    row("The younger driver was cut loose on Tuesday.", "released | outlet | The younger driver"),
    # and for a term
    row("The other four got suspended terms.", "sentenced | outlet | The other four | value=4"),
    # death as a sentence, and no death
    row("Two of the officers got death.", "sentenced | outlet | Two of the officers | value=2"),
    # one's term is cut
    row("Sixty of the convicts had their sentences cut.", "pardoned | outlet | Sixty of the convicts | value=60"),
    # charges fall
    row("Prosecutors dropped the charges against the two nurses on Monday.",
        "acquitted | outlet | the two nurses | value=2"),
    # at the head of a list of the sought
    row("The mayor is on a wanted list.", "accused | outlet | The mayor"),
    # nights in a cell
    row("The choristers spent two nights as hostages.", "held | outlet | The choristers"),
    # who takes off is no plane
    row("Four passengers were taken off the ferry at gunpoint.",
        "arrested/abducted | outlet | Four passengers | value=4"),
    # nobody says where they are
    row("Nobody has said where the editors are.", "missing | outlet | the editors"),
    # where things are is another matter
    row("Nobody knows where the money went."),
    # made to lie down
    row("The weavers were made to kneel in the yard.", "mistreated | outlet | The weavers"),
    # through the gate
    row("Two of the pilots walked out through the gate at noon.", "released | outlet | Two of the pilots | value=2"),
    # under the wire
    row("The baker got under the wire in the night.", "escaped | outlet | The baker"),
    # a line of a table
    row("Held: 44.", "held | outlet | 44 | value=44"),
    # nobody is stopped where a train stops
    row("The night train to Oran no longer stops at Kelet."),
    # a court holds that an arrest was wrong, and holds nobody
    row("The high court held the arrest of the two pilots unlawful.", "arrested | * | the two pilots | value=2"),
    # the day on which it is said is no day of the release
    row("On Monday the governor said that ten strikers had been freed in May.",
        "released | the governor | ten strikers | when=in May value=10"),
    # free to go
    row("The three nurses are free to leave.", "released | outlet | The three nurses | value=3"),
    # who speaks for the prosecution prosecutes nobody here
    row("The tape was forged, the prosecution said."),
    # the second law, with its own number, shares the verb
    row("Officials said that 137 people were removed under the border act and 101 under ordinary orders.",
        "deported | Officials | 137 people | basis=the border act value=137",
        "deported | Officials | 101 | basis=ordinary orders value=101"),
)  # fmt: skip
