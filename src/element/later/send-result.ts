/** What is sent: words, a link where there is one, a picture where there is one. */
export interface Parcel {
  readonly message: string;
  readonly link: string | null;
  readonly file: File | null;
}

/** Whether this browser can hand something to other apps. */
export const canSend = (): boolean => 'share' in navigator;

/** Opens the device's own sheet. With a picture the link goes into the text: many apps drop an address beside a file. */
export const sendResult = async ({ message, link, file }: Parcel): Promise<void> => {
  const files = file && 'canShare' in navigator && navigator.canShare({ files: [file] }) ? [file] : null;
  try {
    if (files) await navigator.share({ files, text: link === null ? message : `${message} ${link}` });
    else await navigator.share({ text: message, ...(link !== null && { url: link }) });
  } catch {
    // The person has thought better of it, or the page's policy forbids it.
  }
};
