const SCALE = 2;
const MARGIN = 24;

/** Draws a part of the page as it stands, texts, rules and shapes, so that the picture needs no other fonts or files. */
export async function paintPng(part: HTMLElement): Promise<Blob> {
  await document.fonts.ready;
  const box = part.getBoundingClientRect();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil((part.scrollWidth + 2 * MARGIN) * SCALE);
  canvas.height = Math.ceil((part.scrollHeight + 2 * MARGIN) * SCALE);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser cannot draw');
  const place = new DOMMatrix([SCALE, 0, 0, SCALE, (MARGIN - box.left) * SCALE, (MARGIN - box.top) * SCALE]);
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(place);
  paintNode(context, part, place);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture came of it')) : resolve(blob))),
  );
}

/** What is marked so, and sentences for screen readers, stay out of pictures. */
const LEFT_OUT = '[data-no-picture], caption, defs';

function paintNode(context: CanvasRenderingContext2D, node: Node, place: DOMMatrix): void {
  if (node instanceof Text) paintText(context, node);
  if (!(node instanceof Element) || node.matches(LEFT_OUT)) return;
  const style = getComputedStyle(node);
  if (style.display === 'none' || style.visibility === 'hidden') return;
  if (node instanceof SVGGeometryElement) paintShape(context, node, style, place);
  else if (!(node instanceof SVGElement)) paintBox(context, node, style);
  for (const child of node.childNodes) paintNode(context, child, place);
}

function paintBox(context: CanvasRenderingContext2D, element: Element, style: CSSStyleDeclaration): void {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  context.fillStyle = style.backgroundColor;
  context.fillRect(left, top, width, height);
  const edges = [
    [style.borderTopWidth, style.borderTopColor, left, top, width, 0],
    [style.borderBottomWidth, style.borderBottomColor, left, bottom, width, -1],
    [style.borderLeftWidth, style.borderLeftColor, left, top, 0, height],
    [style.borderRightWidth, style.borderRightColor, right, top, -1, height],
  ] as const;
  for (const [thickness, color, x, y, wide, high] of edges) {
    const size = Number.parseFloat(thickness);
    if (size === 0) continue;
    context.fillStyle = color;
    const across = wide === width;
    context.fillRect(
      across || wide === 0 ? x : x - size,
      across && high === -1 ? y - size : y,
      across ? width : size,
      across ? size : height,
    );
  }
}

/** Each line of a wrapped text where the page has it. */
function paintText(context: CanvasRenderingContext2D, text: Text): void {
  const parent = text.parentElement;
  if (parent === null || text.data.trim() === '') return;
  const style = getComputedStyle(parent);
  context.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.fillStyle = parent instanceof SVGElement ? style.fill : style.color;
  context.textBaseline = 'alphabetic';
  for (const { written, box } of linesOf(text)) {
    const size = context.measureText(written);
    const leading = (box.height - size.fontBoundingBoxAscent - size.fontBoundingBoxDescent) / 2;
    context.fillText(written, box.left, box.top + leading + size.fontBoundingBoxAscent);
  }
}

function linesOf(text: Text): { written: string; box: DOMRect }[] {
  const lines: { written: string; box: DOMRect }[] = [];
  const range = document.createRange();
  for (const word of text.data.matchAll(/\s*\S+/g)) {
    range.setStart(text, word.index + word[0].search(/\S/));
    range.setEnd(text, word.index + word[0].length);
    const box = range.getBoundingClientRect();
    const line = lines.at(-1);
    if (line !== undefined && Math.abs(line.box.top - box.top) < 2) line.written += ` ${word[0].trim()}`;
    else lines.push({ written: word[0].trim(), box });
  }
  return lines;
}

function paintShape(
  context: CanvasRenderingContext2D,
  shape: SVGGeometryElement,
  style: CSSStyleDeclaration,
  place: DOMMatrix,
): void {
  const own = shape.getScreenCTM();
  if (own === null) return;
  context.setTransform(place.multiply(own));
  const outline = outlineOf(shape);
  if (style.fill !== 'none') {
    context.fillStyle = style.fill.startsWith('url') ? hatching(context, style.color) : style.fill;
    context.fill(outline);
  }
  if (style.stroke !== 'none') {
    context.strokeStyle = style.stroke;
    context.lineWidth = Number.parseFloat(style.strokeWidth);
    context.setLineDash(style.strokeDasharray.split(',').flatMap((part) => Number.parseFloat(part) || []));
    context.stroke(outline);
  }
  context.setTransform(place);
}

function outlineOf(shape: SVGGeometryElement): Path2D {
  const outline = new Path2D(shape instanceof SVGPathElement ? (shape.getAttribute('d') ?? '') : undefined);
  if (shape instanceof SVGRectElement) {
    const { x, y, width, height } = shape.getBBox();
    outline.rect(x, y, width, height);
  } else if (shape instanceof SVGCircleElement) {
    outline.arc(shape.cx.baseVal.value, shape.cy.baseVal.value, shape.r.baseVal.value, 0, 2 * Math.PI);
  } else if (shape instanceof SVGLineElement) {
    outline.moveTo(shape.x1.baseVal.value, shape.y1.baseVal.value);
    outline.lineTo(shape.x2.baseVal.value, shape.y2.baseVal.value);
  }
  return outline;
}

function hatching(context: CanvasRenderingContext2D, color: string): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = 6;
  tile.height = 6;
  const stripes = tile.getContext('2d');
  if (stripes === null) return color;
  stripes.strokeStyle = color;
  for (const shift of [-6, 0, 6]) {
    stripes.moveTo(shift - 1, 7);
    stripes.lineTo(shift + 7, -1);
  }
  stripes.stroke();
  return context.createPattern(tile, 'repeat') ?? color;
}
