"""govgraph: a knowledge graph of governance. Who must do what, by when, each fact with its sentence.

from govgraph import KnowledgeGraph
graph = KnowledgeGraph.build("documents", "govgraph-store")
graph.leads("市科技局")
"""

from govgraph.entities import AmbiguousName, Entity
from govgraph.inputs import Failure
from govgraph.knowledge_graph import KnowledgeGraph
from govgraph.reports import BuildReport, ValidationReport
from govgraph.result import Result

__all__ = [
    "AmbiguousName",
    "BuildReport",
    "Entity",
    "Failure",
    "KnowledgeGraph",
    "Result",
    "ValidationReport",
]
