// map/caseMarks.js – how one mark of the case layer looks: a disc by light with the light's shape in it.

import { token } from '../lib/theme.js'

const DAY = 86_400_000

/** Radius in pixels: older cases are larger, a week and more at the most. */
export const radiusOf = (reportedAt, now) => 6 + Math.min(1, Math.max(0, now - new Date(reportedAt)) / (7 * DAY)) * 4

const disc = (pen, x, y, r, fill) => {
  pen.beginPath()
  pen.arc(x, y, r, 0, Math.PI * 2)
  pen.fillStyle = fill
  pen.fill()
}

const glyph = (pen, x, y, r, light) => {
  pen.fillStyle = '#ffffff'
  pen.beginPath()
  if (light === 'red') pen.rect(x - r * 0.42, y - r * 0.42, r * 0.84, r * 0.84)
  if (light === 'yellow') {
    pen.moveTo(x, y - r * 0.55)
    pen.lineTo(x + r * 0.52, y + r * 0.38)
    pen.lineTo(x - r * 0.52, y + r * 0.38)
  }
  pen.fill()
}

const ring = (pen, x, y, r, colour, width) => {
  pen.beginPath()
  pen.arc(x, y, r, 0, Math.PI * 2)
  pen.strokeStyle = colour
  pen.lineWidth = width
  pen.stroke()
}

const number = (pen, x, y, n) => {
  pen.fillStyle = '#ffffff'
  pen.font = '600 11px system-ui, sans-serif'
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(String(n), x, y + 0.5)
}

/** @param {{light: string, points: {mine?: boolean}[], chosen?: boolean, hovered?: boolean, faded?: boolean, pulse?: number}} mark */
export const drawMark = (pen, x, y, radius, mark) => {
  pen.globalAlpha = mark.faded ? 0.25 : 1
  if (mark.pulse > 0) {
    pen.globalAlpha = 1 - mark.pulse
    ring(pen, x, y, radius + mark.pulse * 24, token(`--disc-${mark.light}`), 3)
    pen.globalAlpha = 1
  }
  disc(pen, x, y, radius + 1.5, token('--map-halo'))
  disc(pen, x, y, radius, token(`--disc-${mark.light}`))
  if (mark.points.length > 1) number(pen, x, y, mark.points.length)
  else glyph(pen, x, y, radius, mark.light)
  if (mark.points.some(point => point.mine)) ring(pen, x, y, radius + 3, token('--accent'), 2)
  if (mark.chosen || mark.hovered) ring(pen, x, y, radius + 5, token('--text'), mark.chosen ? 3 : 2)
  pen.globalAlpha = 1
}
