import { arabicDateLine } from '../dates.ts';
import { escapeMarkup, plainParagraphs, sampleNotice } from '../markup.ts';
import { encodeWindows1256 } from '../windows-1256.ts';
import type { PageInput } from './page.ts';

/** A page of 2006: one form around all, tables, paragraphs by line breaks, windows-1256 that nothing declares. */
export function classicPage({ outlet, piece, others }: PageInput): Buffer {
  const title = escapeMarkup(piece.title);
  const links = others
    .map(
      (other) =>
        `<tr><td class="side">- <a href="${escapeMarkup(other.path)}">${escapeMarkup(other.title)}</a></td></tr>`,
    )
    .join('\n');
  const body = plainParagraphs(piece.paragraphs).map(escapeMarkup).join('\n<br><br>\n');
  return encodeWindows1256(`<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">
<HTML dir="rtl"><HEAD><TITLE>${outlet.name.ar} - ${title}</TITLE></HEAD>
<BODY bgcolor="#ffffff">
<form name="aspnetForm" method="post" action="Article.aspx?id=${piece.number}" id="aspnetForm">
<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUKLTkyMTY0OTEyM2Rk">
<table width="980" align="center" cellpadding="0" cellspacing="0"><tr><td colspan="3">
<table width="100%"><tr><td><a href="/">الرئيسية</a> | <a href="/Section.aspx?id=1">سياسة</a> | <a href="/Section.aspx?id=2">اقتصاد</a> | <a href="/Section.aspx?id=3">رياضة</a> | <a href="/Section.aspx?id=4">آراء</a></td></tr></table>
</td></tr>
<tr valign="top">
<td width="200"><table>
<tr><td class="head">أخبار ذات صلة</td></tr>
${links}
</table></td>
<td width="560">
<table width="100%"><tr><td>
<span id="ctl00_lblTitle" class="newsTitle"><b>${title}</b></span><br>
<span id="ctl00_lblDate" class="newsDate">${arabicDateLine(piece.publishedAt)}</span>
<br><br>
<span id="ctl00_lblBody" class="newsText">
${piece.author ? `${escapeMarkup(piece.author)}\n<br><br>\n` : ''}${body}
</span>
<br><br>
<a href="javascript:window.print()">طباعة</a> | <a href="/Send.aspx?id=${piece.number}">أرسل إلى صديق</a>
</td></tr></table>
</td>
<td width="200"><table><tr><td><input type="text" name="ctl00$txtSearch"><input type="submit" name="ctl00$btnSearch" value="بحث"></td></tr></table></td>
</tr>
<tr><td colspan="3" align="center"><font size="1">${sampleNotice}</font></td></tr>
</table>
</form></BODY></HTML>
`);
}
