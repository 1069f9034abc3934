import type { LiveAgentAnswer, LiveAgentCall } from './liveagent-call.ts';
import { LiveAgentFailure, done, idAt, mandatory, optional } from './liveagent-call.ts';
import { writeDateTime } from './liveagent-dates.ts';
import type { StoredFile } from './liveagent-state.ts';

function fileInfo(call: LiveAgentCall, file: StoredFile): LiveAgentAnswer {
  return {
    fileid: file.id,
    created: writeDateTime(file.createdAt, call.state.desk.timeZone),
    filename: file.name,
    filesize: String(file.size),
    filetype: file.mimeType,
    downloads: '0',
    downloadUrl: `//support.example.com/scripts/file.php?view=Y&file=${file.id}`,
  };
}

/** GET files/[fileid]. */
export function getFile(call: LiveAgentCall): LiveAgentAnswer {
  const file = call.state.files.get(idAt(call));
  if (!file) throw new LiveAgentFailure(500, 'Could not load file');
  return fileInfo(call, file);
}

/** POST files: base64 `data` with name and type, else an address; nothing is fetched from there. */
export function addFile(call: LiveAgentCall): LiveAgentAnswer {
  const data = optional(call, 'data');
  const source = data === undefined ? mandatory(call, 'downloadUrl') : '';
  const file = {
    id: call.state.newId(32),
    name:
      data === undefined
        ? (optional(call, 'name') ?? source.slice(source.lastIndexOf('/') + 1))
        : mandatory(call, 'name'),
    mimeType:
      data === undefined ? (optional(call, 'type') ?? 'application/octet-stream') : mandatory(call, 'type'),
    size: data === undefined ? 12_456 : Buffer.from(data, 'base64').length,
    createdAt: call.state.now(),
  };
  call.state.files.set(file.id, file);
  return fileInfo(call, file);
}

/** DELETE files/[fileid]. */
export function deleteFile(call: LiveAgentCall): LiveAgentAnswer {
  if (!call.state.files.delete(idAt(call))) throw new LiveAgentFailure(500, 'Could not load file');
  return done;
}
