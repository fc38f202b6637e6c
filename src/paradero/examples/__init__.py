"""Example cases, written for Paradero: folders of documents, each with a ``case.toml`` that says where they come from.

Each ``[[document]]`` of a ``case.toml`` names a file and what a person would give with it (publisher, published, ...).
The demo, the README and the tests read the same files.
"""
