"""The families of relations, one module each, in the order in which they read a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from govgraph_loaders.extract.appointments import extract_appointments
from govgraph_loaders.extract.citations import extract_citations
from govgraph_loaders.extract.descriptions import extract_descriptions
from govgraph_loaders.extract.glossaries import extract_glossaries
from govgraph_loaders.extract.grants import extract_grants
from govgraph_loaders.extract.honours import extract_honours
from govgraph_loaders.extract.industries import extract_industries
from govgraph_loaders.extract.leading_groups import extract_leading_groups
from govgraph_loaders.extract.projects import extract_projects
from govgraph_loaders.extract.reading import Found, Reading
from govgraph_loaders.extract.responsibility import extract_responsibility
from govgraph_loaders.extract.schedules import extract_schedules
from govgraph_loaders.extract.tables import extract_tables
from govgraph_loaders.extract.targets import extract_targets

Extractor = Callable[[Reading], Iterable[Found]]

EXTRACTORS: tuple[Extractor, ...] = (
    extract_descriptions,
    extract_citations,
    extract_responsibility,
    extract_tables,
    extract_appointments,
    extract_glossaries,
    extract_honours,
    extract_industries,
    extract_targets,
    extract_schedules,
    extract_grants,
    extract_projects,
    extract_leading_groups,
)
