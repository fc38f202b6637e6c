"""Tells Django about the store."""

from __future__ import annotations

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """The store as a Django app."""

    name = "paradero.store"
    label = "store"
    verbose_name = "Casebooks"
