"""Splink as the second engine of linking: `link_on_duckdb` and `link_on_spark` take a table and give `SplinkLinks`."""

from paradero.linking.splink.engine import SplinkLinks, link_on_duckdb, link_on_spark

__all__ = ["SplinkLinks", "link_on_duckdb", "link_on_spark"]
