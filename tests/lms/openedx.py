"""Shows a SCORM package in the player of a real LMS: python openedx.py PACKAGE.zip [--port 0] [--popup].

The player is the SCORM block of Open edX, `openedx-scorm-xblock`, as it is published: its Python, its pages and its scripts, none
of them changed. The workbench of `xblock-sdk` runs it, keeps its fields in SQLite and has the runtime that blocks see in the
browser; what the block takes from the LMS and the workbench lacks is in `Lms`. There is one block, and one learner.

It prints `ready http://127.0.0.1:PORT/` when it can be asked, and ends at SIGTERM, or when its standard input is closed.

- `/` is the student view. Whoever opens it anew, in another window too, goes on where the learner was.
- `/state` is JSON: what the block has of the manifest and of the learner, and the grade and completion it published last.
"""

import argparse
import pathlib
import signal
import sys
import tempfile
import threading
import types

import django
from django.conf import settings

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
FOLDER = tempfile.TemporaryDirectory(prefix="openedx-")  # the database, and the package's files
LIBRARIES = {"theme_pipeline": "django.templatetags.static"}  # the popup's page loads it of the LMS, and uses nothing of it

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1", "testserver"],  # the second is what django.test calls itself
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": f"{FOLDER.name}/state.sqlite3"}},
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.staticfiles", "workbench"],
    LOGGING_CONFIG=None,  # warnings and errors go to standard error
    MEDIA_ROOT=f"{FOLDER.name}/media",
    MIDDLEWARE=["django.middleware.csrf.CsrfViewMiddleware"],  # the LMS checks what is posted to a block, too
    ROOT_URLCONF=__name__,
    SECRET_KEY="a test host on loopback",
    STATIC_URL="/static/",
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "OPTIONS": {"libraries": LIBRARIES}}],
    USE_TZ=True,
    WORKBENCH={"reset_state_on_restart": True, "services": {"settings": "workbench.services.SettingsService"}},
)
django.setup()

from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.http import HttpResponse, JsonResponse
from django.test import Client
from django.urls import path, re_path
from django.views.decorators.csrf import ensure_csrf_cookie
from workbench.runtime import ID_MANAGER, WorkbenchRuntime
from xblock.django.request import django_to_webob_request, webob_to_django_response

LEARNER = "learner"
LOCK = threading.Lock()  # the workbench reads a block's fields, and writes them back, without a transaction
PUBLISHED = {}  # what the block published last, by the kind of event
STATE = ["scorm_version", "index_page_path", "lesson_status", "success_status", "lesson_score", "scorm_data"]

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Open edX</title><link rel="icon" href="data:,">
<script>var studentId = "{learner}", handlerBaseUrl = "/handler/";</script>{head}</head>
<body>{body}{foot}</body></html>
"""


class Lms(WorkbenchRuntime):
    """The workbench's runtime, with what the block asks of the LMS."""

    def __init__(self):
        super().__init__(LEARNER)
        known = self._services["user"].get_current_user().opt_attrs
        known.update({"edx-platform.user_id": 7, "edx-platform.username": LEARNER})

    def handler_url(self, block, handler_name, suffix="", query="", thirdparty=False):
        """As in the LMS, and unlike the workbench's own without a query: the block puts a file's path behind it."""
        address = f"/handler/{block.scope_ids.usage_id}/{handler_name}/{suffix}".rstrip("/")
        return f"{address}?{query}" if query else address

    def publish(self, block, event_type, event_data):
        PUBLISHED[event_type] = event_data

    def _patch_xblock(self, block):
        """Where an older release would have put the package: the block looks there first."""
        block.location = types.SimpleNamespace(block_id=block.scope_ids.usage_id)


def block():
    return Lms().get_block(ID_MANAGER.last_created_usage_id())


@ensure_csrf_cookie
def page(_request):
    with LOCK:
        view = block().render("student_view")
    return HttpResponse(PAGE.format(learner=LEARNER, head=view.head_html(), body=view.body_html(), foot=view.foot_html()))


def handler(request, name, suffix):
    with LOCK:
        asked = block()
        return webob_to_django_response(asked.runtime.handle(asked, name, django_to_webob_request(request), suffix))


def state(_request):
    with LOCK:
        asked = block()
        stored = {name: getattr(asked, name) for name in STATE}
        return JsonResponse({**stored, **{kind: PUBLISHED.get(kind) for kind in ("grade", "completion")}})


urlpatterns = [path("", page), path("state", state), re_path(r"^handler/[^/]+/([^/]+)/?(.*)$", handler)]


def upload(package, popup):
    """What an author saves in Studio, with all else as the block has it by itself."""
    form = {"display_name": package.stem, "has_score": "1", "weight": "1", "width": "", "height": "450"}
    form |= {"enable_navigation_menu": "0", "navigation_menu_width": "", "enable_fullscreen_button": "1"}
    with package.open("rb") as file:
        form |= {"popup_on_launch": "1" if popup else "0", "file": file}
        errors = Client().post(Lms().handler_url(block(), "studio_submit"), form).json()["errors"]
    if errors:
        sys.exit("\n".join(errors))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("package", type=pathlib.Path)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--popup", action="store_true", help="the author chose to launch it in a window of its own")
    args = parser.parse_args()
    with FOLDER:
        call_command("migrate", run_syncdb=True, verbosity=0)
        ID_MANAGER.set_scenario("openedx")
        Lms().parse_xml_string("<scorm/>")
        upload(args.package, args.popup)
        server = ThreadedWSGIServer(("127.0.0.1", args.port), WSGIRequestHandler)
        server.set_app(StaticFilesHandler(WSGIHandler()))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"ready http://127.0.0.1:{server.server_port}/", flush=True)
        try:
            sys.stdin.buffer.read()
        finally:
            LOCK.acquire()  # nobody is answered any more, so that the folder can go


if __name__ == "__main__":
    main()
