// map/symbols.js – one shape per major class of components, drawn on canvas.

const TURN = Math.PI * 2

const circle = (pen, x, y, r) => pen.arc(x, y, r, 0, TURN)
const square = (pen, x, y, r) => pen.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8)
const polygon = (sides, turn) => (pen, x, y, r) => {
  for (let i = 0; i < sides; i++) {
    const angle = turn + (i * TURN) / sides
    pen[i ? 'lineTo' : 'moveTo'](x + r * 1.15 * Math.cos(angle), y + r * 1.15 * Math.sin(angle))
  }
  pen.closePath()
}

/** 01 public utilities, 02 traffic, 03 appearance, 04 greening, 05 other. */
const SHAPES = {
  '01': circle, '02': polygon(4, 0), '03': square, '04': polygon(3, -Math.PI / 2), '05': polygon(6, 0),
}

export const tracePath = (pen, classCode, x, y, radius) => {
  pen.beginPath()
  ;(SHAPES[classCode?.slice(0, 2)] ?? polygon(5, -Math.PI / 2))(pen, x, y, radius)
}

/** The register's words for "something is wrong with it". */
export const harmed = state => /^(lost|damaged)$/i.test(state ?? '')
