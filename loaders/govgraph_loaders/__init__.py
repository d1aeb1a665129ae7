"""From bytes to statements: readers, the document model, and extraction.

`extract_source` is the whole of it: a pure function of one Source, so that any engine may run it anywhere.
"""
