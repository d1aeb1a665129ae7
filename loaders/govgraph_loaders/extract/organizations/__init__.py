"""Names of organizations: finding them in running text and in lists, and what they mean in their document."""

from govgraph_loaders.extract.organizations.finding import find_organizations
from govgraph_loaders.extract.organizations.lists import read_organizations
from govgraph_loaders.extract.organizations.names import LEVELS, OrganizationName, is_group, is_organization
from govgraph_loaders.extract.organizations.references import is_national, organization_reference, scope_of

__all__ = [
    "LEVELS",
    "OrganizationName",
    "find_organizations",
    "is_group",
    "is_national",
    "is_organization",
    "organization_reference",
    "read_organizations",
    "scope_of",
]
