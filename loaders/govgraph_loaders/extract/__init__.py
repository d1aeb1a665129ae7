"""Extraction: mentions by a spaCy pipeline, then one module for each family of relations.

Only this package imports spaCy.
"""
