// register/listView.js – the chosen components, page by page, and all of them as a file.

import { html } from 'lit-html'
import { local } from '../lib/i18n.js'
import { componentFile } from '../server/register.js'
import { t, whole } from './words.js'

const FILES = [['csv', 'CSV'], ['xlsx', 'XLSX'], ['gpkg', 'GeoPackage'], ['shp', 'Shapefile'], ['geojson', 'GeoJSON']]

export const cardPlace = code => `/c/${code}`

const nameOf = (items, code) => local(items.find(item => item.code === code)?.name) || code || ''

const row = state => item => html`<tr>
  <td><a class="code" href=${cardPlace(item.code)}>${item.code}</a></td>
  <td>${nameOf(state.classes, item.classCode)}</td>
  <td>${item.spec ?? ''}</td>
  <td>${nameOf(state.units, item.ownerUnit)}</td>
  <td class=${item.state === 'intact' ? '' : 'bad'}>${t(`state.${item.state}`)}</td>
  <td>${item.address ?? ''}</td></tr>`

export const listView = (state, on) => html`
  <div class="row between">
    <p class="soft figures">${state.list?.matched === undefined ? '' : t('matched', { n: whole(state.list.matched) })}</p>
    <div class="row" title=${t('export.hint')}><span class="soft">${t('export')}</span>
      ${FILES.map(([f, words]) => html`<a class="button" download href=${componentFile(state.part, f)}>${words}</a>`)}</div>
  </div>
  ${!state.list ? html`<div class="skeleton block-skeleton"></div>`
    : state.list.items.length ? html`<div class="scroll"><table class="list">
        <thead><tr><th>${t('code')}</th><th>${t('class')}</th><th>${t('spec')}</th><th>${t('owner')}</th><th>${t('state')}</th><th>${t('address')}</th></tr></thead>
        <tbody>${state.list.items.map(row(state))}</tbody></table></div>
        ${state.list.next ? html`<button type="button" class="wide" @click=${on.more}>${t('more')}</button>` : ''}`
    : html`<div class="empty"><p>${t('list.none')}</p></div>`}`
