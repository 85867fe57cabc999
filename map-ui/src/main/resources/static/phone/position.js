// phone/position.js – where the phone is, and how far away things are.

const EARTH_RADIUS = 6_371_008.8
const radians = degrees => (degrees * Math.PI) / 180

/** Metres between two {lon, lat} in degrees, on the sphere: good to 0.5 %, which a walk does not notice. */
export const metresBetween = (a, b) => {
  const half = Math.sin(radians(b.lat - a.lat) / 2) ** 2
    + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lon - a.lon) / 2) ** 2
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** "8 m", "120 m", "1.4 km": rounded as a person would say it. */
export const metresInWords = metres => {
  if (metres < 100) return `${Math.round(metres)} m`
  if (metres < 1_000) return `${Math.round(metres / 10) * 10} m`
  return `${(metres / 1_000).toFixed(metres < 10_000 ? 1 : 0)} km`
}

/** How far the fix can be trusted for naming a thing on the street. */
export const quality = accuracyMetres => (accuracyMetres <= 15 ? 'good' : accuracyMetres <= 50 ? 'fair' : 'poor')

const fixOf = ({ coords, timestamp }) =>
  ({ lon: coords.longitude, lat: coords.latitude, accuracyMetres: Math.round(coords.accuracy), at: timestamp })

/** Follows the phone; `onTrouble` gets 'denied', 'unavailable' or 'slow'. Returns how to stop. */
export const follow = (onFix, onTrouble = () => {}) => {
  if (!navigator.geolocation) { onTrouble('unavailable'); return () => {} }
  const trouble = ({ code }) => onTrouble(code === 1 ? 'denied' : code === 3 ? 'slow' : 'unavailable')
  const id = navigator.geolocation.watchPosition(
    found => onFix(fixOf(found)), trouble, { enableHighAccuracy: true, maximumAge: 5_000, timeout: 20_000 })
  return () => navigator.geolocation.clearWatch(id)
}
