// What the phone pages work out by themselves: distances, classes found, what is missing, what is sent.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { staticFile } from './places.mjs'

const { metresBetween, metresInWords, quality } = await import(staticFile('phone/position.js'))
const { fitted } = await import(staticFile('phone/photo.js'))
const { byMajor, limitInWords, searched, withRecent } = await import(staticFile('phone/classes.js'))
const field = await import(staticFile('field/draft.js'))
const { lightOf, ordered } = await import(staticFile('field/order.js'))
const citizen = await import(staticFile('report/draft.js'))
const { beforeAfter, stageOf } = await import(staticFile('report/story.js'))
const { cleaned } = await import(staticFile('report/receipts.js'))
const { actBody, actLacks, blankAct, fieldsOf, minutesOf, offered } = await import(staticFile('unit/acting.js'))
const { newId } = await import(staticFile('phone/ids.js'))

const HERE = { lon: 113.095, lat: 23.105 }
const FIX = { ...HERE, accuracyMetres: 9 }

test('a thousandth of a degree north is 111 metres', () =>
  assert.equal(Math.round(metresBetween(HERE, { lon: 113.095, lat: 23.106 })), 111))

test('distances are said as a person would', () =>
  assert.deepEqual([7.6, 118, 994, 1_420, 23_400].map(metresInWords), ['8 m', '120 m', '990 m', '1.4 km', '23 km']))

test('a fix is good, fair or poor', () =>
  assert.deepEqual([8, 30, 400].map(quality), ['good', 'fair', 'poor']))

test('a picture fits into 1,600 pixels and is never enlarged', () => {
  assert.deepEqual(fitted(4000, 3000), { width: 1600, height: 1200 })
  assert.deepEqual(fitted(3000, 4000), { width: 1200, height: 1600 })
  assert.deepEqual(fitted(800, 600), { width: 800, height: 600 })
})

test('an id is a UUID of version 4', () =>
  assert.match(newId(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/))

const CLASSES = [
  { kind: 'component', code: '0101', major: { zh: '公用设施', en: 'Public utilities' }, name: { zh: '上水井盖', en: 'Water supply manhole cover' }, conditions: [] },
  { kind: 'component', code: '0137', major: { zh: '公用设施', en: 'Public utilities' }, name: { zh: '路灯', en: 'Street light' }, conditions: [{ id: '1', words: { zh: '不亮', en: 'Not lit' } }] },
  { kind: 'event', code: '0110', major: { zh: '市容环境', en: 'City appearance' }, name: { zh: '暴露生活垃圾', en: 'Exposed household rubbish' }, conditions: [] },
]
const codes = list => list.map(({ code }) => code)

test('classes are found by name, by English, by code and by their condition', () => {
  assert.deepEqual(codes(searched(CLASSES, '井盖')), ['0101'])
  assert.deepEqual(codes(searched(CLASSES, 'LIGHT')), ['0137'])
  assert.deepEqual(codes(searched(CLASSES, '0110')), ['0110'])
  assert.deepEqual(codes(searched(CLASSES, '不亮')), ['0137'])
  assert.deepEqual(searched(CLASSES, '  '), [])
})

test('a name that begins with the word comes before one that contains it', () => {
  const lamps = [{ ...CLASSES[0], code: '0106', name: { zh: '大路灯井盖', en: '' } }, CLASSES[1]]
  assert.deepEqual(codes(searched(lamps, '路灯')), ['0137', '0106'])
})

test('classes stand under their major class, kinds apart', () =>
  assert.deepEqual(byMajor(CLASSES).map(({ key, things }) => [key, things.length]), [['component:01', 2], ['event:01', 1]]))

test('the class used last comes first, without doubles', () =>
  assert.deepEqual(withRecent(['a', 'b', 'c'], 'b', 3), ['b', 'a', 'c']))

test('a limit reads in both languages', () => {
  assert.equal(limitInWords({ value: 2, unit: 'work_day' }, 'zh'), '2 个工作日内')
  assert.equal(limitInWords({ value: 2, unit: 'work_day' }, 'en'), '2 working days')
})

test('a new report lacks place, class and photo; a self-handled one the photo after as well', () => {
  assert.deepEqual(field.missingOf(field.newDraft('id', false)), ['missing.where', 'missing.what', 'missing.photo'])
  assert.deepEqual(field.missingOf({ ...field.newDraft('id', true), fix: FIX, thing: {}, photos: [1] }), ['missing.after'])
})

test('the raw fix and the moved pin are both sent', () => {
  const draft = { ...field.newDraft('id', false), fix: FIX, pin: { lon: 113.1, lat: 23.1 }, thing: { kind: 'component', classCode: '0101', componentCode: '4406050101000001' }, conditionId: 'c1' }
  assert.deepEqual(field.reportOf(draft, '上水井盖', 0), {
    kind: 'component', classCode: '0101', conditionId: 'c1', componentCode: '4406050101000001',
    location: { lon: 113.095, lat: 23.105, accuracyMetres: 9, crs: 'wgs84' }, pin: { lon: 113.1, lat: 23.1 },
    description: '上水井盖', observedAt: '1970-01-01T00:00:00.000Z', channel: 'field',
  })
})

test('without a fix the pin is the location, and no accuracy is claimed', () => {
  const draft = { ...field.newDraft('id', true), pin: HERE, thing: { kind: 'event', classCode: '0110' }, description: ' 两袋 ' }
  const sent = field.reportOf(draft, '暴露生活垃圾', 0)
  assert.deepEqual(sent.location, { ...HERE, crs: 'wgs84' })
  assert.equal(sent.description, '两袋')
  assert.equal(sent.selfHandled, true)
})

test('tasks come soonest due first, or nearest first when the phone knows where it is', () => {
  const tasks = [{ taskId: 'far', lon: 113.1, lat: 23.105, dueAt: '1970-01-01T00:05:00Z' }, { taskId: 'near', ...HERE, dueAt: '1970-01-01T01:00:00Z' }]
  const ids = (fix, by) => ordered(tasks, fix, by, 0).map(({ taskId }) => taskId)
  assert.deepEqual(ids(FIX, 'time'), ['far', 'near'])
  assert.deepEqual(ids(FIX, 'distance'), ['near', 'far'])
  assert.deepEqual(ids(null, 'distance'), ['far', 'near'])
  assert.deepEqual([-1, 10, 11, null].map(lightOf), ['red', 'yellow', 'green', 'none'])
})

test('a citizen sends words, or what was tapped, with the way to find it', () => {
  const draft = { ...citizen.newDraft('id'), fix: FIX, thing: { kind: 'component', classCode: '0123', zh: '井盖坏了' }, address: '校门右边', phone: ' 138 ' , wantsReply: true }
  const sent = citizen.reportOf(draft, 0)
  assert.equal(sent.description, '井盖坏了\n位置：校门右边')
  assert.deepEqual(sent.contact, { phone: '138' })
  assert.equal(sent.wantsReply, true)
  assert.equal('contact' in citizen.reportOf({ ...draft, phone: '' }, 0), false)
})

test('the first open question is where, then what, then none', () => {
  const draft = citizen.newDraft('id')
  assert.equal(citizen.firstOpen(draft), 'where')
  assert.equal(citizen.firstOpen({ ...draft, pin: HERE }), 'what')
  assert.equal(citizen.firstOpen({ ...draft, pin: HERE, thing: {} }), null)
})

test('a story has four stages, and photos before and after', () => {
  assert.deepEqual(['VERIFYING', 'FILED', 'CHECKING', 'CLOSED', 'REFUSED'].map(stageOf), [1, 2, 3, 4, 0])
  assert.deepEqual(beforeAfter({ photoIds: ['a'], steps: [{ photoIds: ['a'] }, { photoIds: ['b'] }, {}] }), { before: ['a'], after: ['b'] })
  assert.deepEqual(beforeAfter({}), { before: [], after: [] })
})

test('a typed receipt becomes an address without surprises', () =>
  assert.equal(cleaned(' dl-2611/../23 0099x '), 'DL-2611230099X'))

test('a department is offered only what its page can ask for, the main thing first', () => {
  const acts = offered([{ action: 'ASK_RETURN', needs: ['opinion'] }, { action: 'LINK', needs: ['master'] }, { action: 'HAND_IN', needs: ['photos', 'opinion?'], primary: true }])
  assert.deepEqual(acts.map(({ action }) => action), ['HAND_IN', 'ASK_RETURN'])
  assert.deepEqual(fieldsOf(acts[0]), ['opinion', 'photos'])
  assert.deepEqual(actLacks(acts[0], blankAct('HAND_IN')), ['missing.photos'])
  assert.deepEqual(actLacks(acts[1], { ...blankAct('ASK_RETURN'), opinion: ' ' }), ['missing.opinion'])
})

test('an act carries the version it was decided on, and nothing empty', () =>
  assert.deepEqual(actBody({ ...blankAct('ASK_SUSPENSION'), opinion: '雨季', until: '2026-12-01' }, 4),
    { action: 'ASK_SUSPENSION', version: 4, opinion: '雨季', until: '2026-12-01' }))

test('minutes left run to the deadline, and only while the clock runs', () => {
  assert.equal(minutesOf({ light: 'red', dueAt: '1970-01-01T00:10:00Z', minutesLeft: 12 }, 0), 10)
  assert.equal(minutesOf({ light: 'green', dueAt: '1970-01-01T00:10:00Z' }, 0), null)
  assert.equal(minutesOf({ light: 'suspended', dueAt: '1970-01-01T00:10:00Z' }, 0), null)
  assert.equal(minutesOf({ light: 'none' }, 0), null)
})
