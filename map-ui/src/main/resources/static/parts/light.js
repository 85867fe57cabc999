// parts/light.js – a light as shape, colour and words.

import { html } from 'lit-html'
import { lightNow, shape } from '../lib/lights.js'
import { deadlineWords, w } from './words.js'

export const lightMark = light =>
  html`<span class="light light-${light ?? 'none'}" role="img" aria-label=${w(`light.${light ?? 'none'}`)}>${shape(light)}</span>`

export const deadline = item =>
  html`<span class="deadline light-${lightNow(item)}">${lightMark(lightNow(item))} <span class="figures">${deadlineWords(item)}</span></span>`
