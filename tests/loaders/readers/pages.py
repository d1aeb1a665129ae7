# ruff: noqa: E501 - markup stands as sites have it
"""The document of `written`, on pages as the content systems of government sites make them.

What stands around the document would make facts of its own if it were read: there it is all about 市教育局.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

from loaders.readers.written import PARAGRAPHS, TITLE, table_rows

NUMBER = "云府〔2024〕5号"
ISSUER = "云溪市人民政府"
BAIT = "市教育局牵头推进校园建设，市民政局配合，到2025年底新建学校99所。"
_REST = PARAGRAPHS[1:]
_GIVEN = "/jcms/2024/3/5/art_12_3456"


def _page(title: str, head: str, body: str, charset: str = "utf-8") -> str:
    return (
        f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1.dtd">\n'
        f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">'
        f"<title>{title}</title>{head}</head><body>{body}</body></html>"
    )


def _links(*texts: str) -> str:
    return "".join(
        f'<li><a href="{_GIVEN}.html" title="{text}">{text}</a><span>2024-03-01</span></li>' for text in texts
    )


def word_paste() -> str:
    """TRS: the metadata table of gkml, an article pasted from Word, its runs in spans of their own."""

    def runs(text: str) -> str:
        pieces = [text[at : at + 7] for at in range(0, len(text), 7)]
        return "".join(
            f'<span style="font-family:仿宋_GB2312;font-size:16.0pt" lang="EN-US">{escape(piece)}</span>'
            for piece in pieces
        )

    paragraphs = "\n".join(
        f'<p class="MsoNormal" style="text-indent:32.0pt">{runs(text)}<o:p></o:p></p>\n'
        '<p class="MsoNormal"><span>&nbsp;<o:p>&nbsp;</o:p></span></p>'
        for text in _REST
    )
    rows = table_rows('<p class="MsoNormal" align="center"><span>{}<o:p></o:p></span></p>')
    return _page(
        f"{TITLE}_云溪市人民政府门户网站",
        f'<meta name="SiteName" content="云溪市人民政府"/><meta name="ArticleTitle" content="{TITLE}"/>'
        '<meta name="PubDate" content="2024-03-08 09:30"/><meta name="ColumnName" content="政府文件"/>'
        "<style>.MsoNormal{margin:0}</style>",
        f"""<div id="header"><ul id="menu"><li><a href="/">首页</a></li></ul><div class="date">今天是：2024年4月1日</div></div>
<div class="wz">您所在的位置：<a href="/">首页</a> &gt; <a href="/zw/">政务公开</a> &gt; 政府文件</div>
<div class="gkml_xl"><table class="xxgk_table" width="100%">
<tr><th>索&nbsp;引&nbsp;号：</th><td>00712345-6/2024-00012</td><th>主题分类：</th><td>粮食、仓储</td></tr>
<tr><th>发布机构：</th><td>云溪市人民政府办公室</td><th>成文日期：</th><td>2024-03-05</td></tr>
<tr><th>名　　称：</th><td colspan="3">{TITLE}</td></tr>
<tr><th>文　　号：</th><td>{NUMBER}</td><th>发布日期：</th><td>2024-03-08</td></tr></table></div>
<h2 class="title">{TITLE}</h2>
<div class="view TRS_UEDITOR trs_paper_default trs_word"><style type="text/css">.TRS_Editor P{{margin:0}}</style>
{paragraphs}<div align="center"><table class="MsoNormalTable" border="1">{rows}</table></div>
<p class="insertfileTag"><a href="./P020240308.pdf" appendix="true" otheroperation="false">附件：{TITLE}.pdf</a></p></div>
<div class="xgxw"><h3>相关阅读</h3><ul>{_links(BAIT, "图解：" + BAIT)}</ul></div>
<div class="foot"><p>主办：云溪市人民政府办公室　承办：云溪市大数据中心</p><p>网站标识码：4499990001</p></div>""",
    )


def nested_tables() -> str:
    """An old site: tables lay out the page, the article is text in a cell, its paragraphs parted by <br>."""
    article = "<br>\r\n<br>\r\n".join(f"　　{escape(text)}" for text in _REST)
    return _page(
        "云溪市人民政府",
        "",
        f"""<table width="1000" align="center" cellpadding="0"><tr><td background="top.jpg" height="160">&nbsp;</td></tr>
<tr><td><table width="100%"><tr><td><a href="/">首 页</a></td><td><a href="/zw">政务公开</a></td><td><a href="/bs">办事大厅</a></td></tr></table></td></tr>
<tr><td><table width="100%"><tr>
<td width="200" valign="top"><table><tr><td><b>最新文件</b></td></tr><tr><td><a href="1.htm">{BAIT}</a></td></tr>
<tr><td><a href="2.htm">关于{BAIT}</a></td></tr></table></td>
<td valign="top"><table width="100%"><tr><td>当前位置：首页 &gt;&gt; 政府文件</td></tr>
<tr><td align="center"><font size="5"><b>{TITLE}</b></font></td></tr>
<tr><td align="center">来源：市政府办公室　作者：管理员　发布时间：2024-3-8　浏览次数：<script>document.write(12)</script></td></tr>
<tr><td style="font-size:14px;line-height:24px">{article}<br><table border="1">{table_rows("{}")}</table></td></tr>
<tr><td align="right">【<a href="javascript:window.print()">打印本页</a>】【<a href="javascript:window.close()">关闭窗口</a>】</td></tr>
<tr><td>上一篇：<a href="3.htm">{BAIT}</a></td></tr><tr><td>下一篇：<a href="4.htm">{BAIT}</a></td></tr></table></td>
</tr></table></td></tr>
<tr><td align="center">版权所有：云溪市人民政府　地址：云溪市政府路1号　备案号：示ICP备00000001号</td></tr></table>""",
    )


def buttons_within() -> str:
    """UCAP: metadata in a list, buttons and the code for telephones inside the article."""
    article = "\n".join(f'<p style="text-indent:2em">{escape(text)}</p>' for text in _REST)
    items = "".join(
        f'<li class="clearfix"><span class="name">{name}：</span><span class="value">{value}</span></li>'
        for name, value in (
            ("索引号", "00712345-6/2024-00012"), ("公文种类", "通知"), ("发文机关", ISSUER),
            ("成文日期", "2024年03月05日"), ("标题", TITLE), ("发文字号", NUMBER), ("发布日期", "2024年03月08日"),
        )
    )  # fmt: skip
    return _page(
        f"{TITLE} - 云溪市人民政府",
        '<meta name="viewport" content="width=device-width">',
        f"""<header><nav><a href="/">首页</a><a href="/xxgk">信息公开</a></nav></header>
<div class="BreadcrumbNav">首页 &gt; 政策文件</div>
<div class="pagemain"><ul class="policyLibraryOverview_header clearfix">{items}</ul>
<div class="article oneColumn"><h1 id="ti">{TITLE}</h1>
<div class="pages-date">2024-03-08 16:20<span class="font">来源：市政府办</span><div class="pages_print"><span>字体：</span><span>大</span>
<span>中</span><span>小</span><a>打印</a></div></div>
<div class="pages_content" id="UCAP-CONTENT"><p class="no-print">【字体：<a>大</a> <a>中</a> <a>小</a>】　<a>打印本页</a></p>
{article}<table border="1"><thead></thead><tbody>{table_rows("<span>{}</span>")}</tbody></table>
<div class="editor"><span>责任编辑：王某</span></div><div class="mobile_code"><p>扫一扫在手机打开当前页</p><img src="qr.png"></div></div>
<div class="xggj"><h4>相关稿件</h4><ul class="list01">{_links(BAIT, BAIT)}</ul></div></div></div>
<footer><p>主办单位：云溪市人民政府办公室</p></footer>""",
    )


def page_in_form() -> str:
    """Boda: the whole article in a <form>, attachments counted, the next articles named below it."""
    article = "\n".join(f'<p class="vsbcontent_start">{escape(text)}</p>' for text in _REST)
    return _page(
        f"{TITLE}-云溪市发展和改革局",
        f'<META Name="keywords" Content="云溪市发展和改革局,{TITLE}" /><META Name="pageTitle" Content="{TITLE}" />'
        '<!--Announced by Visual SiteBuilder 9--><script language="javascript" src="/_sitegray/_sitegray.js"></script>',
        f"""<div class="top"><div class="logo"></div><ul class="menu"><li><a href="index.htm">首页</a></li></ul></div>
<div class="dqwz">当前位置： <a href="index.htm">首页</a> &gt;&gt; 正文</div>
<div class="ct-left"><h3>栏目导航</h3><ul>{_links("通知公告", "政策法规", BAIT)}</ul></div>
<form name="_newscontent_fromname"><script>function _nl_ys_check(){{return true;}}</script>
<div class="content-title"><h3>{TITLE}</h3><i>时间：2024-03-08&nbsp;&nbsp;来源：市发展改革局&nbsp;&nbsp;点击数：[<script>_showDynClicks("wbnews",1,2)</script>]</i></div>
<div class="content-con"><div id="vsb_content"><div class="v_news_content">{article}
<table style="border-collapse:collapse" cellspacing="0">{table_rows('<p style="text-align:center">{}</p>')}</table></div></div>
<div id="div_vote_id"></div></div>
<p>附件【<a href="/system/_content/download.jsp?id=1" target="_blank">{TITLE}.docx</a>】已下载<span id="nattach1">12</span>次</p>
<div class="page"><p>上一条：<a href="1.htm">{BAIT}</a></p><p>下一条：<a href="2.htm">{BAIT}</a></p></div>
<p>【<a href="javascript:window.opener=null;window.close();">关闭</a>】</p></form>
<div class="footer">版权所有 © 云溪市发展和改革局</div>""",
    )


def marked_content() -> str:
    """JCMS: metadata in the head and around the content, which comments begin and end."""
    article = "".join(f'<p style="text-indent: 2em;">{escape(text)}</p>' for text in _REST)
    return _page(
        f"云溪市人民政府 政府文件 {TITLE}",
        f'<meta name="ArticleTitle" content="{TITLE}"><meta name="PubDate" content="2024-03-08 10:11:12">'
        '<meta name="ContentSource" content="市政府办公室"><meta name="ColumnName" content="政府文件">'
        '<meta name="SiteName" content="云溪市人民政府"><meta name="SiteDomain" content="example.gov.cn">',
        f"""<div id="barrierfree_container"><div class="head-nav">{_links("首页", "走进云溪")}</div>
<table id="article" width="900" align="center"><tr><td class="title" align="center">
<!--<$[标题名称(html)]>begin--><meta name="ArticleTitle" content="{TITLE}">{TITLE}<!--<$[标题名称(html)]>end--></td></tr>
<tr><td align="center"><table><tr><td>发布日期：2024-03-08</td><td>信息来源：市政府办公室</td><td>浏览次数：<script src="/c.js"></script></td>
<td>字体：[ <a>大</a> <a>中</a> <a>小</a> ]</td></tr></table></td></tr>
<tr><td class="bt_content"><div id="zoom"><!--ZJEG_RSS.content.begin--><meta name="ContentStart">{article}
<table border="1" class="ke-zeroborder">{table_rows("{}")}</table><meta name="ContentEnd"><!--ZJEG_RSS.content.end--></div></td></tr>
<tr><td>分享到：<span class="bdsharebuttonbox"><a>微信</a><a>微博</a></span>　<a>打印</a>　<a>关闭</a></td></tr>
<tr><td><div class="xglink">相关信息：<ul>{_links(BAIT)}</ul></div></td></tr></table></div>
<div id="footer">主办：云溪市人民政府办公室</div>""",
    )


def definition_list() -> str:
    """A catalogue page: metadata in a <dl>, the article in <section>, links to what interprets it inside."""
    pairs = (
        ("信息索取号", "007-2024-12"), ("发文机关", ISSUER), ("发文字号", NUMBER), ("成文日期", "2024-03-05"),
        ("公开日期", "2024-03-08"), ("体裁分类", "通知"), ("时效性", "有效"),
    )  # fmt: skip
    listed = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in pairs)
    article = "".join(f"<div class='p'>{escape(text)}</div>" for text in _REST)
    return _page(
        f"{TITLE}_政府信息公开目录",
        '<meta name="description" content="云溪市政府信息公开">',
        f"""<div class="topnav"><a href="/">政府信息公开</a></div><aside class="left-tree"><ul>{_links("机构职能", BAIT)}</ul></aside>
<main><dl class="metadata">{listed}</dl><section class="xxgk-detail" id="content"><h1>{TITLE}</h1>{article}
<table>{table_rows("<div>{}</div>")}</table>
<div class="relevant-docs"><p>相关解读：</p><ul>{_links("《云溪市粮食安全行动方案》解读：" + BAIT)}</ul></div>
<div class="share-box"><span>分享：</span></div><p>扫一扫在手机打开当前页</p><p><a>打印</a> <a>关闭窗口</a></p></section></main>
<footer>网站标识码：4499990001</footer>""",
    )


def own_element() -> str:
    """Founder: the article in an element of its own name, sentences of the template in comments."""
    article = "\n".join(f"<p>　　{escape(text)}</p>" for text in _REST)
    return _page(
        f"{TITLE} | 云溪市人民政府公报",
        "",
        f"""<div class="m_top"><a href="/">公报首页</a></div><div class="cpc_left"><div class="cont_t">{TITLE}</div>
<div class="cont_i">2024年03月08日 08:12&nbsp;&nbsp;来源：<a href="/">云溪市人民政府公报</a></div>
<founder-content><!--enpcontent-->{article}<table>{table_rows("<p>{}</p>")}</table><!--/enpcontent--></founder-content>
<div class="editors">（责编：王某、李某）</div><div class="p2j_text"><h2>相关新闻</h2><ul>{_links(BAIT, BAIT)}</ul></div></div>
<div class="cpc_right"><h2>热点排行</h2><ol>{_links(BAIT, "2024年工作要点：" + BAIT)}</ol></div>""",
    )


def unnamed_blocks() -> str:
    """A new site: no names that say anything, metadata in <div>s, the notice of cookies in running text."""
    article = "".join(f'<div class="x3"><span class="x4">{escape(text)}</span></div>' for text in _REST)
    pairs = (
        ("发文字号", NUMBER),
        ("发文机关", ISSUER),
        ("成文日期", "2024-03-05"),
        ("发布日期", "2024-03-08"),
    )
    items = "".join(
        f'<div class="x2"><label>{name}：</label><span>{value}</span></div>' for name, value in pairs
    )
    return _page(
        f"{TITLE}—云溪市人民政府",
        "",
        f"""<div id="app"><div class="x0"><a>首页</a><a>要闻</a></div><div class="x1">{items}</div>
<div class="x5"><div class="x6">{TITLE}</div><div class="x7">{article}<table><tbody>{table_rows("{}")}</tbody></table></div>
<div class="x8"><div>上一篇：<a>{BAIT}</a></div><div>下一篇：<a>没有了</a></div></div></div>
<div class="x9"><a>{BAIT}</a><a>{BAIT}</a></div></div>""",
    )


PAGES: Mapping[str, Callable[[], str]] = {
    made.__name__: made
    for made in (
        word_paste,
        nested_tables,
        buttons_within,
        page_in_form,
        marked_content,
        definition_list,
        own_element,
        unnamed_blocks,
    )
}
"""The pages by the name of what is particular about them."""
