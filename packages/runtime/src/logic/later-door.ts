/** Under this name the worker takes the later areas over, while their script runs and at no other time. */
export const laterDoor = '$banyanLater'
