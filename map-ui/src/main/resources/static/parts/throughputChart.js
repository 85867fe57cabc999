// parts/throughputChart.js – cases by day on a canvas: reported, handled, closed, the rate on time, and the climb.

import uPlot from 'uplot'
import { locale } from '../lib/i18n.js'
import { climb, onTimeRate } from '../lib/series.js'
import { token } from '../lib/theme.js'
import { w } from './words.js'

const seconds = date => Date.parse(`${date}T00:00:00Z`) / 1000

// The last day is still running: a dot for what it has so far, so that no line falls off a cliff every morning.
const columns = days => {
  const whole = value => days.map((day, i) => (i < days.length - 1 ? value(day) : null))
  const running = value => days.map((day, i) => (i < days.length - 1 ? null : value(day)))
  return [
    days.map(({ date }) => seconds(date)),
    whole(({ reported }) => reported),
    whole(({ handled }) => handled),
    whole(({ closed }) => closed),
    whole(day => { const rate = onTimeRate(day); return rate === null ? null : rate * 100 }),
    running(({ reported }) => reported),
    running(({ handled }) => handled),
  ]
}

const font = size => `${size}px system-ui, "Noto Sans CJK SC", sans-serif`

const noteAt = (chart, size, { date, value, above }, words, align) => {
  const pen = chart.ctx
  const ratio = devicePixelRatio || 1
  const [x, y] = [chart.valToPos(seconds(date), 'x', true), chart.valToPos(value, 'cases', true)]
  pen.save()
  pen.fillStyle = pen.strokeStyle = token('--text')
  pen.font = `600 ${font(size * ratio)}`
  pen.textAlign = align
  const up = Math.min(y - 24 * ratio, chart.valToPos(above, 'cases', true) - 8 * ratio)
  pen.fillText(words, x, up - 4 * ratio)
  pen.lineWidth = ratio
  pen.beginPath()
  pen.moveTo(x, up)
  pen.lineTo(x, y - 3 * ratio)
  pen.stroke()
  pen.beginPath()
  pen.arc(x, y, 3.5 * ratio, 0, Math.PI * 2)
  pen.fill()
  pen.restore()
}

const annotate = (days, size) => chart => {
  const found = climb(days)
  if (!found) return
  const highest = part => Math.max(...part.map(({ reported, handled }) => Math.max(reported, handled)))
  const reach = Math.round(days.length / 4)
  const first = { date: found.fromDate, value: found.from, above: highest(days.slice(0, reach)) }
  const last = { date: found.toDate, value: found.to, above: highest(days.slice(-reach)) }
  noteAt(chart, size, first, w('chart.first', { n: found.from }), 'left')
  noteAt(chart, size, last, w('chart.last', { n: found.to }), 'right')
}

const axis = (size, more) => ({
  stroke: token('--text-soft'), font: font(size), grid: { stroke: token('--line'), width: 1 }, ticks: { show: false }, ...more,
})

const dayLabel = at => new Intl.DateTimeFormat(locale(), { timeZone: 'UTC', month: 'numeric', day: 'numeric' }).format(at * 1000)

const thick = (width, size) => width * Math.max(1, size / 12)

const options = (days, { width, height, size, onRead }) => ({
  width, height, legend: { show: false }, tzDate: at => uPlot.tzDate(new Date(at * 1000), 'UTC'),
  cursor: { points: { size: 6 }, drag: { setScale: false } },
  scales: { x: { time: true }, cases: { range: (chart, low, high) => [0, Math.max(10, high * 1.22)] }, rate: { range: [0, 100] } },
  series: [
    {},
    { scale: 'cases', stroke: token('--text-soft'), width: thick(1.25, size), points: { show: false } },
    { scale: 'cases', stroke: token('--accent'), width: thick(2.5, size), fill: `${token('--accent')}22`, points: { show: false } },
    { scale: 'cases', stroke: token('--accent'), width: thick(1.25, size), dash: [5, 3], points: { show: false } },
    { scale: 'rate', stroke: token('--light-suspended'), width: thick(1.25, size), dash: [2, 3], points: { show: false }, spanGaps: true },
    { scale: 'cases', paths: () => null, points: { show: true, size: thick(5, size), stroke: token('--text-soft'), fill: token('--text-soft') } },
    { scale: 'cases', paths: () => null, points: { show: true, size: thick(6, size), stroke: token('--accent'), fill: token('--accent') } },
  ],
  axes: [
    axis(size, { values: (chart, at) => at.map(dayLabel), space: size * 5, size: size * 2.4 }),
    axis(size, { scale: 'cases', size: size * 3.2, space: size * 4 }),
    axis(size, { scale: 'rate', side: 1, size: size * 3.4, space: size * 5, grid: { show: false }, values: (chart, rates) => rates.map(rate => `${rate}%`) }),
  ],
  hooks: {
    draw: [annotate(days, size)],
    setCursor: [chart => onRead?.(chart.cursor.idx === null || chart.cursor.idx === undefined ? null : days[chart.cursor.idx])],
  },
})

/**
 * Draws the chart into a place and keeps it as wide as the place.
 * @param {HTMLElement} place
 * @param {{size?: number, onRead?: (day: object | null) => void}} [how] size: of the letters, pixels
 */
export const throughputChart = (place, { size = 12, onRead } = {}) => {
  let chart = null
  let days = []
  const draw = () => {
    chart?.destroy()
    chart = null
    const { clientWidth: width, clientHeight: height } = place
    if (days.length && width > 60 && height > 60) chart = new uPlot(options(days, { width, height, size, onRead }), columns(days), place)
  }
  const watch = new ResizeObserver(() => {
    if (!chart) return draw()
    chart.setSize({ width: place.clientWidth, height: place.clientHeight })
  })
  watch.observe(place)
  return {
    show: figures => { days = figures; draw() },
    redraw: draw,
    remove: () => { watch.disconnect(); chart?.destroy() },
  }
}
