"""The language server in a client that others made: pygls, which reads every message by lsprotocol's types, Microsoft's own
description of the protocol. What does not hold to it is no message there."""

import asyncio
import unittest

from lsprotocol import types
from program import ANDRUM, Whole, write
from pygls.lsp.client import LanguageClient
from releasable import project

REST, THERE = "content/no/w01-rest.md", "content/sv/w01-rest.md"
PATIENCE = 10


class Client(LanguageClient):
    """An editor that remembers what it was told, and takes nothing that it can't read."""

    def __init__(self):
        super().__init__("andrum-tests", "1")
        self.unread, self.registered = [], []

        @self.feature(types.CLIENT_REGISTER_CAPABILITY)
        def register(params: types.RegistrationParams):
            self.registered += [row.method for row in params.registrations]

        self.told = {}

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def publish(params: types.PublishDiagnosticsParams):
            self.told[params.uri] = params.diagnostics

    def report_server_error(self, error, source):
        self.unread.append(f"{source}: {error}")


class AnAuthorsSession(Whole, unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.root = write(self.place / "prosjekt æøå", project())
        self.client = Client()
        await self.client.start_io(ANDRUM, "lsp", "--messages", "no")
        capabilities = types.ClientCapabilities(
            general=types.GeneralClientCapabilities(position_encodings=[types.PositionEncodingKind.Utf16]),
            workspace=types.WorkspaceClientCapabilities(
                did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)),
        )
        folder = types.WorkspaceFolder(uri=self.root.as_uri(), name="prosjekt")
        asked = types.InitializeParams(capabilities=capabilities, process_id=None, root_uri=None, workspace_folders=[folder])
        self.server = await self.asked(self.client.initialize_async(asked))
        self.client.initialized(types.InitializedParams())

    async def asyncTearDown(self):
        await self.asked(self.client.shutdown_async(None))
        self.client.exit(None)
        await asyncio.wait_for(self.client._server.wait(), PATIENCE)
        self.assertEqual(self.client._server.returncode, 0)
        await self.client.stop()
        self.assertEqual(self.client.unread, [], "messages that are none")

    async def asked(self, answer):
        return await asyncio.wait_for(answer, PATIENCE)

    async def until(self, holds, what):
        for _ in range(PATIENCE * 100):
            if holds():
                return
            await asyncio.sleep(0.01)
        self.fail(f"never came: {what}\n{self.client.told}")

    def uri(self, path):
        return (self.root / path).as_uri()

    def open(self, path):
        text = (self.root / path).read_text()
        item = types.TextDocumentItem(uri=self.uri(path), language_id="markdown", version=1, text=text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=item))
        return text

    def type(self, path, text):
        document = types.VersionedTextDocumentIdentifier(uri=self.uri(path), version=2)
        changes = [types.TextDocumentContentChangeWholeDocument(text=text)]
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(text_document=document, content_changes=changes))

    def at(self, path, text, words):
        """Where some words end in a text without letters beyond UTF-16's first plane."""
        before = text[: text.index(words) + len(words)]
        position = types.Position(line=before.count("\n"), character=len(before.rsplit("\n", 1)[-1]))
        return {"text_document": types.TextDocumentIdentifier(uri=self.uri(path)), "position": position}

    async def test_from_the_first_fault_to_the_last_name(self):
        client, told = self.client, self.client.told
        self.assertEqual(self.server.server_info.name, "andrum")
        text = self.open(REST)
        await self.until(lambda: "workspace/didChangeWatchedFiles" in client.registered, "the wish to be told of files")

        # A fault comes while it is typed, with where it is and why.
        typed = text.replace("Kroppen trenger det.", "Kroppen trenger [[borte]].")
        self.type(REST, typed)
        broken = lambda: [row for row in told.get(self.uri(REST), []) if row.code == "broken-link"]
        await self.until(broken, "the fault")
        [fault] = broken()
        self.assertEqual((fault.severity, fault.source), (types.DiagnosticSeverity.Error, "andrum"))

        # A quick fix mends what is meant another way.
        self.type(REST, text.replace("title: Hvile", 'title: Hvile\nsumary: "Kort."'))
        misspelt = lambda: [row for row in told.get(self.uri(REST), []) if row.code == "unknown-key"]
        await self.until(misspelt, "the fault")
        [fault] = misspelt()
        params = types.CodeActionParams(
            text_document=types.TextDocumentIdentifier(uri=self.uri(REST)), range=fault.range,
            context=types.CodeActionContext(diagnostics=[fault]))
        actions = await self.asked(client.text_document_code_action_async(params))
        fixes = [action for action in actions if action.kind == types.CodeActionKind.QuickFix]
        [edit] = fixes[0].edit.changes[self.uri(REST)]
        self.assertEqual(edit.new_text.rstrip(": "), "summary")

        # What may stand here.
        typed = text.replace("Kroppen trenger det.", "Se [[w0")
        self.type(REST, typed)
        offered = await self.asked(client.text_document_completion_async(types.CompletionParams(**self.at(REST, typed, "Se [[w0"))))
        self.assertLessEqual({"w01-rest", "w02-later"}, {item.label for item in offered.items})

        # What a task is, where it is meant, and who else speaks of it.
        typed = text.replace("Kroppen trenger det.", "Se [[last]].")
        self.type(REST, typed)
        hover = await self.asked(client.text_document_hover_async(types.HoverParams(**self.at(REST, typed, "Se [[la"))))
        self.assertIn("Når hvilte du sist?", hover.contents.value)
        there = await self.asked(client.text_document_definition_async(types.DefinitionParams(**self.at(REST, typed, "Se [[la"))))
        there = there if isinstance(there, list) else [there]
        self.assertIn(self.uri(REST), [getattr(row, "uri", None) or row.target_uri for row in there])
        params = types.ReferenceParams(**self.at(REST, typed, "Se [[la"), context=types.ReferenceContext(include_declaration=True))
        places = await self.asked(client.text_document_references_async(params))
        self.assertLessEqual({self.uri(REST), self.uri(THERE)}, {row.uri for row in places})

        # Another name, in every language.
        params = types.PrepareRenameParams(**self.at(REST, typed, "Se [[la"))
        self.assertTrue(await self.asked(client.text_document_prepare_rename_async(params)))
        params = types.RenameParams(**self.at(REST, typed, "Se [[la"), new_name="last-rest")
        renamed = await self.asked(client.text_document_rename_async(params))
        self.assertLessEqual({self.uri(REST), self.uri(THERE)}, set(renamed.changes))

        # The page in short.
        document = types.TextDocumentIdentifier(uri=self.uri(REST))
        outline = await self.asked(client.text_document_document_symbol_async(types.DocumentSymbolParams(text_document=document)))
        self.assertIn("Når hvilte du sist?", str(outline))
        folds = await self.asked(client.text_document_folding_range_async(types.FoldingRangeParams(text_document=document)))
        self.assertGreater(len(folds), 3)

    async def test_the_page_in_the_other_language(self):
        path = "content/no/tur.md"
        (self.root / path).write_text("---\nid: tur\nkind: page\ntitle: Tur\n---\n\nGå en tur.\n")
        text = self.open(path)
        start = types.Position(line=0, character=0)
        params = types.CodeActionParams(
            text_document=types.TextDocumentIdentifier(uri=self.uri(path)), range=types.Range(start=start, end=start),
            context=types.CodeActionContext(diagnostics=[]))
        actions = await self.asked(self.client.text_document_code_action_async(params))
        made = [change for action in actions if action.edit for change in action.edit.document_changes or []]
        created = [change.uri for change in made if isinstance(change, types.CreateFile)]
        self.assertEqual(created, [self.uri("content/sv/tur.md")], text)


if __name__ == "__main__":
    unittest.main()
