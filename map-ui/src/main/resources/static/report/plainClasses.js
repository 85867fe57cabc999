// report/plainClasses.js – what people report most, in the words they use; each stands for one class of the catalogue.

export const plainClasses = [
  { kind: 'event', classCode: '0110', symbol: 'rubbish', zh: '垃圾没清', en: 'Rubbish' },
  { kind: 'event', classCode: '0192', symbol: 'bin', zh: '垃圾桶满了', en: 'Bin is full' },
  { kind: 'event', classCode: '0113', symbol: 'road', zh: '路面坏了', en: 'Broken road' },
  { kind: 'component', classCode: '0137', symbol: 'lamp', zh: '路灯不亮', en: 'Street light' },
  { kind: 'component', classCode: '0123', symbol: 'cover', zh: '井盖坏了', en: 'Manhole cover' },
  { kind: 'event', classCode: '0506', symbol: 'water', zh: '路面积水', en: 'Flooded road' },
  { kind: 'event', classCode: '0410', symbol: 'bike', zh: '单车乱停', en: 'Bikes in the way' },
  { kind: 'event', classCode: '0409', symbol: 'car', zh: '汽车乱停', en: 'Badly parked car' },
  { kind: 'event', classCode: '0406', symbol: 'stall', zh: '摆摊占道', en: 'Stall on the road' },
  { kind: 'event', classCode: '0201', symbol: 'advert', zh: '乱贴小广告', en: 'Stickers, adverts' },
  { kind: 'event', classCode: '0301', symbol: 'noise', zh: '施工吵人', en: 'Works noise' },
  { kind: 'event', classCode: '0508', symbol: 'cable', zh: '电线掉下来', en: 'Fallen cable' },
]
