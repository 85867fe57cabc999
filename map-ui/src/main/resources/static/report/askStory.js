// report/askStory.js – the story of a request: what was asked, the answer, and how it was liked.

import { html, nothing } from 'lit-html'
import { local } from '../lib/i18n.js'
import { fullMoment, moment } from '../lib/time.js'
import { post } from '../lib/http.js'
import { photos } from '../phone/parts.js'
import { askStageOf } from './asking.js'
import { t } from './model.js'

const bar = status => {
  const stage = askStageOf(status)
  return stage ? html`<ol class="stages three">${[1, 2, 3].map(n => html`<li class=${n <= stage ? 'on' : ''} aria-current=${n === stage ? 'step' : nothing}>${t(`ask.stage.${n}`)}</li>`)}</ol>` : nothing
}

const until = ({ deadline }, zone) => {
  if (!deadline) return nothing
  return html`<p class="strong">${t(new Date(deadline) < Date.now() ? 'ask.late' : 'ask.deadline', { time: fullMoment(deadline, zone) })}</p>`
}

const answer = (ask, zone) => (ask.answer ? html`<section class="card answer"><h2>${t('ask.answer')}</h2><p class="lines">${ask.answer}</p>
  <p class="soft">${moment(ask.answeredAt, zone)}</p></section>` : nothing)

const starsOf = n => '★'.repeat(n) + '☆'.repeat(5 - n)

/** The stars until they are given, then what was given. @param {{stars: number, words: string, sending: boolean, problem: object | null}} rating */
const ratingCard = (ask, rating, on) => {
  if (ask.rating) {
    return html`<section class="card" id="rating"><h2>${t('ask.rated')}</h2>
      <p class="stars-given" aria-label=${ask.rating.stars ? t('ask.star', { n: ask.rating.stars }) : nothing}>${ask.rating.stars ? starsOf(ask.rating.stars) : t(ask.rating.satisfied ? 'ask.satisfied' : 'ask.unsatisfied')}</p>
      ${ask.rating.words ? html`<p class="soft lines">${ask.rating.words}</p>` : nothing}</section>`
  }
  if (!ask.mayRate) return nothing
  return html`<section class="card rate" id="rating"><h2>${t('ask.rate')}</h2>
    <div class="stars" role="radiogroup" aria-label=${t('ask.rate')}>${[1, 2, 3, 4, 5].map(n => html`
      <button role="radio" aria-checked=${rating.stars === n} aria-label=${t('ask.star', { n })} @click=${() => on.fill({ stars: n })}>${n <= rating.stars ? '★' : '☆'}</button>`)}</div>
    ${rating.stars ? html`<p class="soft">${t(`ask.stars.${rating.stars}`)}</p>
      <label class="field"><span>${t('ask.rate.words')}</span><textarea maxlength="500" .value=${rating.words} @input=${event => on.fill({ words: event.target.value })}></textarea></label>
      ${rating.problem ? html`<p class="wrong" role="alert">${t('ask.rate.failed')}</p>` : nothing}
      <button class="button primary wide" ?disabled=${rating.sending} @click=${on.send}>${t('ask.rate.send')}</button>` : nothing}</section>`
}

const story = (steps, zone) => html`<section><h2>${t('story')}</h2><ol class="story">${[...steps].reverse().map(step => html`
  <li><time datetime=${step.at}>${moment(step.at, zone)}</time><p>${local(step.words)}</p></li>`)}</ol></section>`

/** Sends the stars; the answer is the story with them in it. */
export const sendRating = (receipt, { stars, words }) =>
  post(`/api/enquiries/${encodeURIComponent(receipt)}/satisfaction`, { stars, ...(words.trim() ? { words: words.trim() } : {}) }, { credentials: 'omit' })

export const askTold = ({ value: ask, since, stale }, { zone, sourceOf, rating, on }) => html`
  <section class="card state"><p class="soft"><span class="code">${ask.receipt}</span></p><h1>${local(ask.statusWords)}</h1>${bar(ask.status)}${until(ask, zone)}</section>
  ${stale ? html`<p class="notice" role="status">${t('stale', { time: moment(since, zone) })}</p>` : nothing}
  ${answer(ask, zone)}
  ${ask.reportReceipt ? html`<section class="card"><p>${t('ask.converted')}</p><p><a class="code" href="/report/${ask.reportReceipt}">${ask.reportReceipt}</a></p></section>` : nothing}
  ${ratingCard(ask, rating, on)}
  <section class="card"><p class="strong">${local(ask.kindWords)}</p><p class="lines">${ask.description}</p>
    ${photos(ask.photoIds, t('photo.of'), sourceOf)}<p class="soft">${t('ask.asked', { time: moment(ask.reportedAt, zone) })}</p></section>
  ${story(ask.steps, zone)}`
