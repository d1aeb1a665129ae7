"""govgraph: a knowledge graph of governance. Who must do what, by when, each fact with its sentence."""
