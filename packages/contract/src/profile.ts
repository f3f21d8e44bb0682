/**
 * The profile that every app gets of every user. Since 2022 WeChat gives the same anonymous one to all; an app that wants a name and a
 * picture asks the user with `<input type="nickname">` and `<button open-type="chooseAvatar">`.
 */

/** A grey head and shoulders. */
const greyAvatar =
  'data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCA0IDQiPjxwYXRoIGZpbGw9IiNlNWU1ZTUiIGQ9Ik0wIDBoNHY0SDB6Ii8+PHBhdGggZmlsbD0iI2IyYjJiMiIgZD0iTTIgLjhhLjguOCAwIDEgMSAwIDEuNi44LjggMCAwIDEgMC0xLjZNLjYgNGExLjQgMS4zIDAgMCAxIDIuOCAweiIvPjwvc3ZnPg=='

export const anonymousProfile = {
  nickName: '微信用户',
  gender: 0,
  language: '',
  city: '',
  province: '',
  country: '',
  avatarUrl: greyAvatar,
  is_demote: true,
} as const
