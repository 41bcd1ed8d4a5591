// Starts `andrum lsp` for the folder that is open, and hands it the files of a programme. All that is known of programmes is in the
// program.
'use strict';

const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

let client;

/** How the program is called, and with what: as the settings have it. */
function command(...args) {
  const settings = vscode.workspace.getConfiguration('andrum');
  const messages = settings.get('messages');
  return { command: settings.get('path') || 'andrum', args: [...args, ...(messages ? ['--messages', messages] : [])] };
}

async function start() {
  const run = command('lsp');
  client = new LanguageClient('andrum', 'andrum', { run, debug: run }, {
    documentSelector: [
      { scheme: 'file', language: 'markdown' },
      { scheme: 'file', pattern: '**/programme.yaml' },
      { scheme: 'file', pattern: '**/i18n/**' },
    ],
  });
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    const choice = await vscode.window.showErrorMessage(
      `andrum does not start (${run.command}): ${error.message}. Is it installed, and does the setting andrum.path lead to it?`, 'Settings');
    if (choice) await vscode.commands.executeCommand('workbench.action.openSettings', 'andrum.path');
  }
}

async function stop() {
  const running = client;
  client = undefined;
  await running?.stop();
}

/** The live preview, in a terminal of its own: it says there what it follows, and ends with the terminal. */
function preview() {
  const { command: shellPath, args: shellArgs } = command('serve', '--open');
  const cwd = vscode.workspace.workspaceFolders?.[0]?.uri;
  vscode.window.createTerminal({ name: 'andrum serve', shellPath, shellArgs, cwd }).show(true);
}

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand('andrum.restart', async () => {
      await stop();
      await start();
    }),
    vscode.commands.registerCommand('andrum.preview', preview),
    vscode.workspace.onDidChangeConfiguration(async change => {
      if (!change.affectsConfiguration('andrum')) return;
      await stop();
      await start();
    }),
  );
  await start();
}

module.exports = { activate, deactivate: stop };
