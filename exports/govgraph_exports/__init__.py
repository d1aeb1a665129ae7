"""What leaves the graph: facts files, RDF files, HTML views, and the command line.

One module for each format; the only package that imports pyvis.
"""
