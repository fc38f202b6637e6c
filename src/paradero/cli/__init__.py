"""The command line: one module a command, each calling ``paradero.casework`` and putting the answer in words.

``main`` holds the entry and the table of commands; ``desk`` the casebook and the person; ``screen`` writes; ``wording``
puts statements in words; ``failures`` turns errors into messages and exit codes.
"""
