// workflow/messages.js – the page's texts.

export const messages = {
  zh: {
    'title': '案件流程', 'words': '这张表就是程序办案的依据：谁在哪个环节能做什么，做了会怎样。表里没有的，一律不行。选岗位或环节，只看有关的行。',
    'post': '岗位', 'state': '环节', 'from': '从', 'action': '办理', 'who': '谁', 'to': '到', 'needs': '要填', 'refused': '什么时候不行', 'effect': '随之',
    'any': '任何未结环节', 'same': '不变', 'start': '（开始）', 'none': '这个岗位在这个环节没有可办的。',
    'need.opinion': '意见', 'need.unit': '处置单位', 'need.condition': '立案情形', 'need.photos': '照片', 'need.until': '日期', 'need.master': '主案件', 'need.staff': '处置人员',
  },
  en: {
    'title': 'What a case may do', 'words': 'This table is what the program itself goes by: who may do what at which stage, and what follows. What is not in it is refused. Choose a post or a stage to see only its rows.',
    'post': 'Post', 'state': 'Stage', 'from': 'From', 'action': 'Action', 'who': 'Who', 'to': 'To', 'needs': 'Fill in', 'refused': 'Refused when', 'effect': 'What follows',
    'any': 'any open stage', 'same': 'the same', 'start': '(start)', 'none': 'This post has nothing to do at this stage.',
    'need.opinion': 'opinion', 'need.unit': 'department', 'need.condition': 'condition', 'need.photos': 'photos', 'need.until': 'date', 'need.master': 'master case', 'need.staff': 'worker',
  },
}
