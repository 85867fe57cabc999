// phone/photo.js – a picture from the camera, made small on the phone before it is kept or sent.

const LONGEST_SIDE = 1_600
const QUALITY = 0.82

/** The size after fitting into the longest side; never enlarged. */
export const fitted = (width, height, longest = LONGEST_SIDE) => {
  const scale = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/**
 * @param {File} file any picture the phone can show
 * @returns {Promise<Blob>} JPEG, upright, at most 1,600 pixels a side, without EXIF
 * @throws when the phone cannot read it as a picture
 */
export const shrunk = async file => {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const { width, height } = fitted(picture.width, picture.height)
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const ink = canvas.getContext('2d')
  ink.fillStyle = '#fff'
  ink.fillRect(0, 0, width, height)
  ink.drawImage(picture, 0, 0, width, height)
  picture.close()
  return new Promise((resolve, reject) =>
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', QUALITY))
}
