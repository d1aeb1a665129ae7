"""The ontology of govgraph: terms, vocabularies as data, IRIs and literals.

Everything else in the project stands on this package; it imports rdflib and nothing of govgraph.
"""
