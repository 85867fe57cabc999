// desk/converting.js – a request turns out to be a case: the call form opens with its words, and once registered the two are linked.

import { actOn, getEnquiry } from '../server/enquiries.js'
import { locate } from '../server/town.js'
import { emptyCall } from '../panel/hotline.js'
import { toast } from '../parts/toast.js'
import { problemWords } from '../parts/words.js'
import { t } from './words.js'

/** The report is there; now the request knows it. */
const linkEnquiry = async ({ number, version }, receipt) => {
  try {
    await actOn(number, { action: 'CONVERT', version, reportReceipt: receipt })
    toast(t('hotline.linked', { number, receipt }), { tone: 'good', seconds: 12 })
  } catch (problem) {
    toast(t('hotline.unlinked', { number, receipt, why: problem.detail || problemWords(problem) }), { tone: 'bad', seconds: 30 })
  }
}

/** @param {string} search the page's address, such as "?enquiry=Q2026-11-25-0003" */
export const takeEnquiry = async (desk, search) => {
  const number = new URLSearchParams(search).get('enquiry')
  if (!number) return
  history.replaceState(null, '', '/desk/')
  try {
    const { version, text, lon, lat, photoIds } = await getEnquiry(number)
    const place = lon === undefined ? null : { lon, lat, ...(await locate(lon, lat).catch(() => ({}))) }
    desk.change({ hotline: { ...emptyCall(), words: text, place, photoIds, wantsReply: false, enquiry: { number, link: receipt => linkEnquiry({ number, version }, receipt) } } })
  } catch (problem) { toast(problemWords(problem), { tone: 'bad', seconds: 10 }) }
}
