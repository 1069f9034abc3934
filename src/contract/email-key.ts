/** An e-mail address as addresses are compared: without outer blanks, in lower case. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}
