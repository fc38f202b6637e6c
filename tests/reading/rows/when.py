"""When: against the day of publication (19 July 2025, a Saturday), never with invented precision."""

from __future__ import annotations

from tests.reading.rows.row import row

ROWS = (
    # a weekday is the latest one
    row("Nine men were released on Friday.",
        "released | outlet | Nine men | when=on Friday starts=2025-07-18..2025-07-18"),
    # planned: the next one
    row("Nine men will be released on Monday.",
        "?released | outlet | Nine men | when=on Monday starts=2025-07-21..2025-07-21"),
    # a month, no day
    row("The pilots were captured in March.",
        "arrested/abducted | outlet | The pilots | when=in March starts=2025-03-01..2025-03-31"),
    # last month
    row("Ten clerks were arrested last month.",
        "arrested | outlet | Ten clerks | when=last month starts=2025-06-01..2025-06-30"),
    # since: only the start is known
    row("Two geologists have been held since March.",
        "held | outlet | Two geologists | when=since March starts=2025-03-01..2025-03-31 ends=-..-"),
    # a length gives no day
    row("The bishop was held for four years.",
        "held | outlet | The bishop | when=for four years starts=-..- duration=for four years"),
    # "for the past two years" reaches to the day of publication
    row("The bishop has been held for the past two years.",
        "held | outlet | The bishop | when=for the past two years ends=2025-07-19..2025-07-19"),
    # relative to something else in the text: no bound
    row("They were freed two days later.", "released | outlet | They | when=two days later starts=-..-"),
    # a year
    row("In 2019 the navy captured 24 sailors.",
        "arrested/abducted | outlet | 24 sailors | when=In 2019 starts=2019-01-01..2019-12-31"),
    # part of a month
    row("The twins were abducted in early May.",
        "abducted | outlet | The twins | when=in early May starts=2025-05-01..2025-05-10"),
    # an hour with its zone belongs to the day
    row("Forty deportees left Oran at 06:40 GMT on 17 July.",
        "departed | outlet | * | when=at 06:40 GMT on 17 July starts=2025-07-17..2025-07-17 hour=06:40 GMT"),
    # an hour alone is no day
    row("The men were handed over at 3 p.m.",
        "handed_over | outlet | The men | when=at 3 p.m. starts=-..- hour=3 p.m."),
    # before dawn on a weekday
    row("The teacher was arrested before dawn on Wednesday.",
        "arrested | outlet | The teacher | when=before dawn on Wednesday "
        "starts=2025-07-16..2025-07-16 hour=before dawn"),
    # until
    row("The editor was held until May.",
        "held | outlet | The editor | when=until May starts=-..- ends=2025-05-01..2025-05-31"),
    # by a day: only the latest end is known
    row("All 60 must be released by Thursday.", "?released | outlet | All 60 | when=by Thursday by="),
    # from ... to
    row("The monks were held from 3 to 9 May.",
        "held | outlet | The monks | when=from 3 to 9 May starts=2025-05-03..2025-05-03 ends=2025-05-09..2025-05-09"),
    # ago
    row("His brother was seized three years ago.", "arrested/abducted | outlet | His brother | when=three years ago"),
    # yesterday
    row("The ship's cook was released yesterday.",
        "released | outlet | The ship's cook | when=yesterday starts=2025-07-18..2025-07-18"),
    # "still" says that it lasts, and no time
    row("The two drivers are still held in Kelet.", "held | outlet | The two drivers | when="),
    # "never" says that it did not happen, and no time
    row("The two drivers were never charged.", "!charged | outlet | The two drivers | when="),
    # the length of a sentence is the outcome and no time
    row("Two smugglers were sentenced to ten years on Tuesday.",
        "sentenced | outlet | Two smugglers | outcome=ten years when=on Tuesday value=2"),
    # jailed for: outcome as well
    row("The forger was jailed for six years in May.",
        "sentenced | outlet | The forger | outcome=six years when=in May"),
    # for life
    row("The forger was jailed for life.", "sentenced | outlet | The forger | outcome=life when="),
    # a year in which a verdict fell, beside a length
    row("He was sentenced to 25 years in 1949.",
        "sentenced | outlet | He | outcome=25 years when=in 1949 starts=1949-01-01..1949-12-31"),
    # a feast is a time and no agent
    row("They will be freed by Easter.", "?released | outlet | They | when=by Easter by="),
    # a time of another clause stays there
    row("The miners, who had been captured in May, were freed on Friday.",
        "arrested/abducted | outlet | The miners | when=in May", "released | outlet | The miners | when=on Friday"),
)  # fmt: skip
