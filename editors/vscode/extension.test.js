// The extension in an editor that is not there: what it starts, with what, and what it says where that can't be started.
'use strict';

const assert = require('node:assert/strict');
const Module = require('node:module');
const { beforeEach, test } = require('node:test');

const settings = {};
let clients, commands, changed, said, terminals, fails;

const vscode = {
  workspace: {
    getConfiguration: name => ({ get: key => settings[`${name}.${key}`] }),
    onDidChangeConfiguration: hear => { changed = hear; return {}; },
    workspaceFolders: [{ uri: 'file:///programme' }],
  },
  commands: {
    registerCommand: (name, run) => { commands[name] = run; return {}; },
    executeCommand: async () => {},
  },
  window: {
    showErrorMessage: async words => { said.push(words); },
    createTerminal: options => { terminals.push(options); return { show() {} }; },
  },
};

class LanguageClient {
  constructor(id, name, server, options) {
    Object.assign(this, { server, options, running: false });
    clients.push(this);
  }
  async start() {
    if (fails) throw new Error('spawn andrum ENOENT');
    this.running = true;
  }
  async stop() { this.running = false; }
}

const load = Module._load;
Module._load = (name, ...rest) => {
  if (name === 'vscode') return vscode;
  if (name === 'vscode-languageclient/node') return { LanguageClient };
  return load(name, ...rest);
};

const extension = require('./extension.js');
const manifest = require('./package.json');

beforeEach(() => {
  clients = [];
  commands = {};
  said = [];
  terminals = [];
  fails = false;
  Object.assign(settings, { 'andrum.path': 'andrum', 'andrum.messages': '' });
});

test('it starts the language server of the program that the settings name', async () => {
  Object.assign(settings, { 'andrum.path': '/opt/andrum', 'andrum.messages': 'sv' });
  await extension.activate({ subscriptions: [] });
  assert.deepEqual(clients[0].server.run, { command: '/opt/andrum', args: ['lsp', '--messages', 'sv'] });
  assert.ok(clients[0].running);
  assert.ok(clients[0].options.documentSelector.some(row => row.language === 'markdown'));
  await extension.deactivate();
  assert.ok(!clients[0].running);
});

test('another setting starts it anew, and only a setting of its own', async () => {
  await extension.activate({ subscriptions: [] });
  await changed({ affectsConfiguration: name => name === 'editor' });
  assert.equal(clients.length, 1);
  settings['andrum.messages'] = 'no';
  await changed({ affectsConfiguration: name => name === 'andrum' });
  assert.deepEqual(clients.map(client => client.running), [false, true]);
  assert.deepEqual(clients[1].server.run.args, ['lsp', '--messages', 'no']);
});

test('where the program is not there it says what to do', async () => {
  fails = true;
  await extension.activate({ subscriptions: [] });
  assert.match(said[0], /andrum\.path/);
  await extension.deactivate();
});

test('the preview runs in a terminal of its own', async () => {
  await extension.activate({ subscriptions: [] });
  commands['andrum.preview']();
  assert.deepEqual([terminals[0].shellPath, terminals[0].shellArgs], ['andrum', ['serve', '--open']]);
});

test('every command and setting of the manifest is there', async () => {
  await extension.activate({ subscriptions: [] });
  assert.deepEqual(manifest.contributes.commands.map(row => row.command).sort(), Object.keys(commands).sort());
  assert.deepEqual(Object.keys(manifest.contributes.configuration.properties).sort(), Object.keys(settings).sort());
});
