"""What is the name of an organization, and what names many at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from govgraph_ontology.offices import OFFICE_NAMES
from govgraph_ontology.vocabulary import load_vocabulary

LEVELS = "省市县区州盟旗"
OWN = re.compile(r"(?<![基根日])(?:我|本)(?P<kind>局|委|办(?![学法理])|厅|院|部(?!门|分)|中心|单位)")
BRACKETED = re.compile(r"[（(<〈](?P<inner>[^（）()<>〈〉]{1,40})[）)>〉]")
_WORD = r"(?:(?![要应须将会由对把按请负是为的])[\u4e00-\u9fff])"
_FIELD = (
    "财政|教育|农业|农业农村|水利|交通|交通运输|住建|住房城乡建设|公安|民政|卫生|卫生健康|环保|生态环境|发展改革|自然资源|市场监管|"
    "审计|人力资源社会保障|林业|应急|应急管理|文化和旅游|商务|税务|科技|工业和信息化|医保|医疗保障"
)
# The departments of those governments: 县级以上人民政府生态环境主管部门, 各县市区财政部门.
_DEPARTMENT = rf"(?:{_WORD}{{2,10}}?主管部门|(?:{_FIELD})部门)"
GROUP = re.compile(
    r"(?:各?(?:市州|市（州）|州市|盟市|设区市|市)(?:人民政府)?[、和及](?:县|区|旗)(?:（[市、区特旗]{1,7}）|市区|区)?(?:人民政府|政府)"
    r"|(?:各(?:级|相关|有关|相应)?|全[市县区省](?=各))"
    r"(?:[县市区州旗盟镇乡街道办事处园功能管委会（）()〔〕、直党工政府人民级有关相开发新片社村自治特苏木属涉及]{0,28})"
    r"(?:人民政府|政府|管委会|党工委|党委|办事处|部门|单位|成员单位|县|区|市|镇街|镇|乡|街道|园区|功能区|[）)〕]|地|机构)"
    r"(?:[（(][^（）()]{1,12}[）)])?"
    r"|(?:旗县|县级|县|市级|区级|设区的市级?)以上(?:地方)?(?:各级)?(?:人民政府|政府)"
    r"|(?:[市州县区旗盟]|（[市州县区旗、]{1,7}）){2,5}(?:人民政府|政府)"
    r"|[县市区]（[县市区、]{1,5}）(?:人民)?政府"
    rf")(?:{_DEPARTMENT})?"
    r"|(?:旗县|县级|县)以上(?:地方)?(?:各级)?[\u4e00-\u9fff]{2,10}?主管部门"
    rf"|[省市县区](?:、[县区])?{_WORD}{{2,10}}?(?:行政)?主管部门"
    rf"|[省市县区州盟旗]级?(?:{_FIELD})(?:行政)?部门(?!规章)"
    r"|[市县区省州盟旗][直级属](?:机关)?(?:各)?(?:有关|相关)?(?:部门|单位|各部门|各单位)"
    r"|[市县区省州盟旗](?:委|政府|人民政府|委市政府|委县政府|委区政府|委省政府)?(?:各(?:有关|相关)?|有关|相关)(?:部门|单位|直属机构|委办局)"
    r"|(?:有关|相关)(?:市直|县直|区直)?(?:部门|单位|县（市、区）|镇街)"
    r"|(?:苏木)?(?:乡镇|镇乡|乡（镇）|镇（乡）|乡、镇|镇、乡)(?:人民)?政府(?:（街道办事处）|[、和]街道办事处)?"
)
JOINED = re.compile(
    r"各(?:[市县区州盟旗镇乡]|行署|地区|街道|园区|功能区|地)(?:、(?:[市县区州盟旗镇乡]|自治县|自治旗|特区|林区|行署|地区|街道|园区|功能区|管委会)(?![\u4e00-\u9fff]{1,8}[局委办厅]))+"
    r"(?:人民政府|政府|管委会|办事处)?(?:、(?:管委会|办事处))?"
    r"|(?<=政府)、(?:管委会|办事处)(?![\u4e00-\u9fff])"
    r"|(?<=[）)县区市旗州]委)、(?:人民)?政府(?![\u4e00-\u9fff])|(?<=[）)]党委)、(?:人民)?政府(?![\u4e00-\u9fff])"
)
_NOT_A_NAME = re.compile(
    r"[\d%。；：！？“”]|牵头|负责|配合|落实|责任(?!公司)|推进|完成|工作$|情况|项目$|要求|承办|主办|协办"
    r"|^(?:支持|鼓励|引导|推动|加快|加强|详见|参见|参照|发挥|依托|建立|完善|组织|开展|实施|做好)"
)
_MAX_NAME = 40
_BARE_GROUP = len("各责任单位")


@dataclass(frozen=True, slots=True)
class OrganizationName:
    """A name with its place in the text that was read, half-open."""

    name: str
    start: int
    end: int


@cache
def words() -> dict[str, tuple[str, ...]]:
    """The vocabulary `organizations`, each list longest first."""
    return {
        name: tuple(sorted(entries, key=lambda entry: (-len(entry), entry)))
        for name, entries in load_vocabulary("organizations").items()
        if isinstance(entries, list)
    }


def is_organization(name: str) -> bool:
    """Whether a piece of a list, taken by itself, is the name of an organization or of a group of them."""
    bare = BRACKETED.sub("", name)
    opens = bare.startswith(words()["group_openings"]) and len(bare) > _BARE_GROUP
    said = bare.removesuffix("责任单位") if opens else bare
    if not 2 <= len(bare) <= _MAX_NAME or _NOT_A_NAME.search(said):
        return False
    if is_group(name):
        return True
    if bare in OFFICE_NAMES or (bare[0] in LEVELS and bare[1:] in OFFICE_NAMES):
        return True
    return bare.endswith(words()["endings"]) and (len(bare) > 2 or bare in words()["short"])


def is_group(name: str) -> bool:
    """Whether the name stands for many at once: 各县（市、区）人民政府, 市直有关部门, 领导小组成员单位."""
    if GROUP.fullmatch(name) or JOINED.fullmatch(name):
        return True
    if name.endswith("成员单位"):
        return True
    return (
        name.startswith(words()["group_openings"])
        and name.endswith(words()["group_endings"])
        and not _is_named(name)
    )


def _is_named(name: str) -> bool:
    """市级机关事务管理局 opens like a group and is one office."""
    return name in OFFICE_NAMES or name[1:] in OFFICE_NAMES or name[2:] in OFFICE_NAMES
