// signin/messages.js – the sign-in page's words.
export const messages = {
  zh: {
    'title': '登录', 'lead': '城市网格化管理', 'name': '用户名', 'password': '密码', 'show': '显示密码', 'hide': '隐藏密码', 'enter': '登录', 'entering': '正在登录…',
    'wrong': '用户名或密码不对。请再试一次；忘记密码请找本镇的系统管理员。', 'blank': '请输入用户名和密码。', 'citizen': '市民？不用登录，直接上报问题', 'slow': '尝试过多，请十五分钟后再试。',
  },
  en: {
    'title': 'Sign in', 'lead': 'A town run by its grid', 'name': 'User name', 'password': 'Password', 'show': 'Show password', 'hide': 'Hide password', 'enter': 'Sign in', 'entering': 'Signing in…',
    'wrong': 'User name or password is wrong. Please try again; if you forgot the password, ask the administrator of your town.', 'blank': 'Please enter your user name and password.', 'citizen': 'A citizen? Report a problem without an account', 'slow': 'Too many attempts. Please try again in fifteen minutes.',
  },
}
