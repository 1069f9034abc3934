/** Text for XML. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A chat's row; elements that are not given are left out. */
export function visitorRow(
  id: string,
  chatTime: string,
  parts: Readonly<Record<string, string>> = {},
): string {
  const { PreChat1, PreChat2, PreChat3, PreChat4, Notes, Custom1, Custom2, Custom3, ...others } = parts;
  const info = elementsOf({ Notes, PreChat1, PreChat2, PreChat3, PreChat4 });
  const custom = elementsOf({ Custom1, Custom2, Custom3 });
  return (
    `<Visitor VisitorID="${escapeXml(id)}">${elementsOf({ ...others, ChatTime: chatTime })}` +
    `<VisitorInfo>${info}</VisitorInfo><VisitorCustomInfo>${custom}</VisitorCustomInfo></Visitor>`
  );
}

/** A ticket's row; elements that are not given are left out. */
export function ticketRow(
  id: string,
  submitted: string,
  parts: Readonly<Record<string, string>> = {},
): string {
  const { Notes, ...others } = parts;
  return (
    `<Ticket TicketID="${escapeXml(id)}">${elementsOf({ SubmissionDate: submitted, ...others })}` +
    `<VisitorInfo>${elementsOf({ Notes })}</VisitorInfo></Ticket>`
  );
}

function elementsOf(values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values)
    .map(([name, text]) => (text === undefined ? '' : `<${name}>${escapeXml(text)}</${name}>`))
    .join('');
}
