"""Linking measured: accuracy at the shipped threshold, speed and memory, beside the peers in the same run."""
