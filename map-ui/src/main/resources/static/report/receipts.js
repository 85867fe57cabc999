// report/receipts.js – the receipts this phone has been given, newest first, so that nobody must write them down.

const KEY = 'citygrid.receipts'
const MOST = 10

export const receipts = () => {
  try { return JSON.parse(localStorage.getItem(KEY)) ?? [] } catch { return [] }
}

/** @param {{receipt: string, words: string, at: number}} given */
export const keepReceipt = given => {
  const list = [given, ...receipts().filter(({ receipt }) => receipt !== given.receipt)].slice(0, MOST)
  try { localStorage.setItem(KEY, JSON.stringify(list)) } catch { /* private window: the link still works */ }
}

/** What a person typed as a receipt, as the address of its page takes it. */
export const cleaned = text => text.trim().toUpperCase().replace(/[^0-9A-Z-]/g, '')
