// SPDX-License-Identifier: MIT
/** A document as a Word file with real headings, lists and tables; loaded only where a reader asks for it. */

import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { type Block, type Outline, paragraphs } from "./outline";

const FONT = "Arial";
/** Width between the margins of a page in A4, in twentieths of a point. */
const WIDTH = 9_638;
const MARGIN = 1_134;
const PAGE = { width: 11_906, height: 16_838 };
const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };
const LINES = { line: 264, lineRule: LineRuleType.AUTO };
const NUMBERED = "nummeriert";
const LIST = "liste";
// Characters that no XML file may hold, however they are written.
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

/** The Word file of an outline. */
export function wordFile(outline: Outline): Promise<Blob> {
  return Packer.toBlob(wordDocument(outline));
}

function wordDocument({ title, blocks }: Outline): Document {
  const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
    level: 0,
    format,
    text,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: 360, hanging: 360 } } },
  });
  return new Document({
    title: clean(title),
    creator: "Praxis",
    lastModifiedBy: "Praxis",
    styles: {
      default: {
        document: { run: { font: FONT, size: 22, language: { value: "de-DE" } }, paragraph: { spacing: { ...LINES, after: 120 } } },
        title: { run: { font: FONT, size: 36, bold: true }, paragraph: { spacing: { ...LINES, after: 240 } } },
        heading1: headingStyle(28, 360),
        heading2: headingStyle(24, 280),
        heading3: headingStyle(22, 200),
      },
    },
    numbering: {
      config: [
        { reference: NUMBERED, levels: [level(LevelFormat.DECIMAL, "%1.")] },
        { reference: LIST, levels: [level(LevelFormat.BULLET, "•")] },
      ],
    },
    sections: [
      {
        properties: { page: { size: PAGE, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } } },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [new Paragraph({ heading: HeadingLevel.TITLE, children: [run(title)] }), ...blocks.flatMap(wordBlock)],
      },
    ],
  });
}

function headingStyle(size: number, before: number) {
  return { run: { font: FONT, size, bold: true, color: "1B2329" }, paragraph: { spacing: { ...LINES, before, after: 100 }, keepNext: true } };
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.END,
    children: [new TextRun({ children: ["Seite ", PageNumber.CURRENT, " von ", PageNumber.TOTAL_PAGES], size: 18 })],
  });
}

function wordBlock(block: Block): (Paragraph | Table)[] {
  if (block.kind === "heading") return [new Paragraph({ heading: LEVELS[block.level], children: [run(block.text)] })];
  if (block.kind === "list") {
    const reference = block.isNumbered ? NUMBERED : LIST;
    return block.items.map((item) => new Paragraph({ numbering: { reference, level: 0 }, children: [run(item)] }));
  }
  if (block.kind === "text") {
    const room = block.text ? 0 : (block.room ?? 0);
    const told = paragraphs(block.text).map((lines) => new Paragraph({ children: broken(lines) }));
    return [...told, ...Array.from({ length: room }, () => new Paragraph({}))];
  }
  return [new Paragraph({ keepNext: true, children: [run(block.caption, true)] }), wordTable(block), new Paragraph({})];
}

function wordTable({ head, rows, widths }: Extract<Block, { kind: "table" }>): Table {
  const border = { style: BorderStyle.SINGLE, size: 4, color: "8A97A1" };
  const columns = widths.map((width) => Math.round((WIDTH * width) / 100));
  const cells = (texts: readonly string[], isHead: boolean): TableCell[] =>
    texts.map((text, at) => {
      const children = [new Paragraph({ spacing: { after: 40 }, children: broken(text.split("\n"), isHead || at === 0 ? 1 : 0) })];
      const width = { size: columns[at] ?? 0, type: WidthType.DXA };
      const margins = { top: 60, bottom: 60, left: 90, right: 90 };
      return new TableCell(isHead ? { children, width, margins, shading: { fill: "E8ECEF" } } : { children, width, margins });
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: columns,
    borders: { top: border, bottom: border, left: border, right: border, insideHorizontal: border, insideVertical: border },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: cells(head, true) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: cells(row, false) })),
    ],
  });
}

/** Lines of one paragraph; `boldLines` of them from the first are bold. */
function broken(lines: readonly string[], boldLines = 0): TextRun[] {
  return lines.map((text, at) => run(text, at < boldLines, at === 0 ? 0 : 1));
}

/** Bold is left out where it is not asked for: a run that says „not bold“ would undo its heading. */
function run(text: string, isBold = false, breaks = 0): TextRun {
  const told = { text: clean(text), break: breaks };
  return new TextRun(isBold ? { ...told, bold: true } : told);
}

function clean(text: string): string {
  return text.replace(NOT_IN_XML, "");
}
