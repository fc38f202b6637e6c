"""Language knowledge without a model: tokens, sentences, quotations; what is particular to English in ``en``."""

from __future__ import annotations
