/** The file that the page hands to the browser's downloads, caught before they get it. */
export const savedBy = async (act: () => Promise<void>): Promise<File> => {
  const { click } = HTMLAnchorElement.prototype; // eslint-disable-line @typescript-eslint/unbound-method -- put back below
  try {
    return await new Promise<File>((resolve, reject) => {
      HTMLAnchorElement.prototype.click = function () {
        const { href, download } = this;
        fetch(href)
          .then((answer) => answer.blob())
          .then((blob) => resolve(new File([blob], download, { type: blob.type })), reject);
      };
      act().catch(reject);
    });
  } finally {
    HTMLAnchorElement.prototype.click = click;
  }
};
