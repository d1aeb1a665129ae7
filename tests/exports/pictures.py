"""Graphs of an invented city, in the form that `KnowledgeGraph.to_networkx` gives."""

from __future__ import annotations

import networkx as nx

from govgraph_ontology.iri import entity_iri

BUREAU = str(entity_iri("Organization", "示范省/云溪市", "科学技术局"))

_OFFICES = [
    "云溪市发展改革局",
    "云溪市工业和信息化局",
    "云溪市财政局",
    "云溪市人力资源社会保障局",
    "云溪市自然资源局",
    "云溪市农业农村局",
    "云溪市商务局",
    "云溪市教育局",
    "云溪市金融局",
    "云溪市市场监管局",
    "云溪市政务服务数据管理局",
    "云溪高新区管委会",
    "各县（市、区）人民政府",
    "云溪市卫生健康局",
    "云溪市住房城乡建设局",
    "云溪市生态环境局",
]
_TASKS = [
    "构建全链条科技创新平台体系",
    "培育壮大高新技术企业梯队",
    "实施重点领域研发计划",
    "引进高层次创新创业团队",
    "推动科技成果转化和产业化",
    "建设县域创新驱动发展示范点",
    "完善科技金融服务体系",
    "加强知识产权创造保护和运用",
    "推进重点实验室建设",
    "支持企业建立研发机构",
    "深化科技体制改革",
    "开展关键核心技术攻关“揭榜挂帅”",
    "打造千亿级新材料产业集群，推动产业链上下游企业协同创新、集聚发展，形成优势互补的现代产业体系",
    "优化营商环境",
    "发展数字经济",
    "推进绿色低碳转型",
    "建设人才公寓",
    "壮大海洋经济",
    "提升政务服务效能",
    "加快新型基础设施建设",
]


def bureau_graph(tasks: int = 20, *, partners: int = 4) -> nx.MultiDiGraph:
    """A bureau that leads some tasks and cooperates in others, each with some partners."""
    graph = nx.MultiDiGraph()
    graph.add_node(BUREAU, label="云溪市科技局", type="Organization", place="示范省/云溪市")
    for name in _OFFICES:
        kind = "OrganizationGroup" if name.startswith("各") else "Organization"
        graph.add_node(office(name), label=name, type=kind, place="示范省/云溪市")
    for number in range(tasks):
        title = _TASKS[number % len(_TASKS)] + ("" if number < len(_TASKS) else f"（{number}）")
        task = str(entity_iri("Task", "云府办〔2023〕7号", str(number)))
        graph.add_node(task, label=title, type="Task", place="示范省/云溪市")
        names = [_OFFICES[(number * 5 + step * 3) % len(_OFFICES)] for step in range(partners)]
        lead, *others = ("科技局", *names) if number % 3 else (*names, "科技局")
        sentence = f"〔{lead.removeprefix('云溪')}牵头，{'、'.join(others)}配合〕".replace("云溪", "")
        for name in (lead, *others):
            graph.add_edge(
                BUREAU if name == "科技局" else office(name),
                task,
                relation="leads" if name == lead else "cooperates",
                evidence=sentence,
                source="云溪市公报.txt",
                line=10 * number,
                start=1000 * number,
                end=1000 * number + len(sentence),
                confidence=0.98,
                qualifiers={},
            )
    return graph


def office(name: str) -> str:
    """The id of an office of the invented city."""
    return str(entity_iri("Organization", "示范省/云溪市", name))
