"""The tables of a casebook. Every record is kept whole as JSON; the columns beside it are copies to search by."""

# ruff: noqa: D106 (Django's Meta classes only name the tables)

from __future__ import annotations

from django.db import models

THE_ROW = 1  # the key of the one row about the casebook


class CasebookRow(models.Model):
    """The one row about the casebook itself; count and head of the audit log stand here to notice a missing tail."""

    format = models.IntegerField()
    created_at = models.CharField(max_length=40)
    created_with = models.CharField(max_length=80)
    entries = models.IntegerField()
    head = models.CharField(max_length=64)

    class Meta:
        db_table = "casebook"


class AuditEntry(models.Model):
    """One act: who did what when, with the records it brought, chained by hash to the entry before."""

    seq = models.IntegerField(primary_key=True)
    at = models.CharField(max_length=40)
    actor = models.TextField()
    act = models.CharField(max_length=40)
    details = models.JSONField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        db_table = "audit"


class Record(models.Model):
    """What every record has: its id, the entry of the act that brought it, and its whole content."""

    id = models.CharField(max_length=64, primary_key=True)
    entry = models.ForeignKey(AuditEntry, models.PROTECT, related_name="+")
    body = models.JSONField()

    class Meta:
        abstract = True


class DocumentRow(Record):
    """A document."""

    sha256 = models.CharField(max_length=64, db_index=True)
    name = models.TextField()
    media_type = models.CharField(max_length=120)
    publisher = models.TextField()
    published = models.CharField(max_length=40, db_index=True)
    url = models.TextField()
    language = models.CharField(max_length=40)
    replaces = models.CharField(max_length=64, db_index=True)
    recorded_at = models.CharField(max_length=40, db_index=True)

    class Meta:
        db_table = "document"


class StatementRow(Record):
    """A statement."""

    document = models.ForeignKey(DocumentRow, models.PROTECT, related_name="+", db_index=False)
    start = models.IntegerField()
    act = models.CharField(max_length=60, db_index=True)
    stance = models.CharField(max_length=40, db_index=True)
    speaker = models.TextField(db_index=True)
    reader = models.TextField()
    recorded_at = models.CharField(max_length=40, db_index=True)

    class Meta:
        db_table = "statement"
        indexes = (models.Index(fields=["document", "start"], name="statement_in_order"),)


class JudgementRow(Record):
    """A judgement; ``about`` is the first thing it judges."""

    decision = models.CharField(max_length=40)
    about = models.CharField(max_length=64, db_index=True)
    by = models.TextField()
    made_at = models.CharField(max_length=40)
    replacement = models.CharField(max_length=64, db_index=True)

    class Meta:
        db_table = "judgement"


class ProblemRow(Record):
    """A problem that an act found; ``document`` is empty when the material did not become one."""

    document = models.CharField(max_length=64, db_index=True)
    code = models.CharField(max_length=60, db_index=True)
    severity = models.CharField(max_length=20)

    class Meta:
        db_table = "problem"
