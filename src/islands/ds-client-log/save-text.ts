/** Offers a text as a file to save. It is made on this machine: nothing is sent anywhere. */
export const saveText = (name: string, text: string): void =>
  saveFile(name, new Blob([text], { type: 'text/plain;charset=utf-8' }));

/** The same for a file that the reader has made. */
export function saveFile(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser takes its copy when the click is handled; a second is ample.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
