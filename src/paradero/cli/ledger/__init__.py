"""Pages of the ledger: what follows from the statements of a casebook, put before a person or, as JSON, a program.

Each module is a command of ``show``, or ``census`` or ``explain``; ``asking`` opens the ledger, ``wording`` puts its
answers in words with the statements that they rest on, ``shapes`` makes JSON of them.
"""
