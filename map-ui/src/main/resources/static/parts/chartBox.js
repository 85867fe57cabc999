// parts/chartBox.js – the chart's place inside a lit template: makes it once, gives it new figures, takes it away.

import { AsyncDirective, directive } from 'lit-html/async-directive.js'
import { throughputChart } from './throughputChart.js'

class ChartBox extends AsyncDirective {
  update(part, [days, stamp, how]) {
    this.chart ??= throughputChart(part.element, how)
    if (this.days !== days || this.stamp !== stamp) queueMicrotask(() => this.chart?.show(days))
    Object.assign(this, { days, stamp })
  }

  render() {}

  disconnected() {
    this.chart?.remove()
    this.chart = undefined
    this.days = undefined
  }
}

/** On an element: ${chartBox(days, language + theme, { size, onRead })} */
export const chartBox = directive(ChartBox)
