"""What .ci/advisories finds, with a database of its own or without one."""
import contextlib
import http.server
import importlib.machinery
import importlib.util
import io
import json
import tempfile
import threading
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOWHERE = "http://127.0.0.1:9/"


def load(path, name):
    loader = importlib.machinery.SourceFileLoader(name, str(ROOT / path))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(name, loader))
    loader.exec_module(module)
    return module


advisories = load(".ci/advisories", "advisories")


def swift(name, version, **more):
    purl = f"pkg:swift/github.com/apple/{name}@{version}"
    return {"type": "library", "name": name, "version": version, "purl": purl, **more}


SQLITE = {
    "type": "library",
    "name": "libsqlite3-0",
    "version": "3.40.1-2",
    "purl": "pkg:deb/debian/libsqlite3-0@3.40.1-2?arch=amd64",
    "properties": [{"name": "debian:source", "value": "sqlite3 (= 3.40.1-2)"}],
}


class Database(http.server.BaseHTTPRequestHandler):
    """Knows of one hole in one version."""

    asked = []

    def do_POST(self):
        queries = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["queries"]
        Database.asked = queries
        results = [
            {"vulns": [{"id": "GHSA-test"}]} if query.get("version") == "2.99.0" else {} for query in queries
        ]
        body = json.dumps({"results": results}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words):
        pass


class AdvisoriesTests(unittest.TestCase):
    def run_check(self, components, url=NOWHERE, today="2026-12-01", **changes):
        known = json.loads((ROOT / ".ci/advisories.json").read_text()) | changes
        with tempfile.TemporaryDirectory() as directory, contextlib.redirect_stdout(io.StringIO()) as said:
            sbom, listing = Path(directory) / "sbom", Path(directory) / "list"
            sbom.write_text(json.dumps({"components": components}))
            listing.write_text(json.dumps(known))
            code = advisories.main([str(sbom), "--osv", url, "--list", str(listing), "--today", today])
        return code, said.getvalue()

    @contextlib.contextmanager
    def database(self):
        with http.server.HTTPServer(("127.0.0.1", 0), Database) as server:
            thread = threading.Thread(target=server.serve_forever)
            thread.start()
            try:
                yield f"http://127.0.0.1:{server.server_port}/"
            finally:
                server.shutdown()
                thread.join()

    def test_a_mended_version_passes(self):
        code, said = self.run_check([swift("swift-nio", "2.101.2"), SQLITE], compiled="2026-11-29")
        self.assertEqual(code, 0, said)
        self.assertIn("cannot be reached", said)

    def test_a_version_with_a_listed_hole_fails(self):
        code, said = self.run_check([swift("swift-nio", "2.92.0")], compiled="2026-11-29")
        self.assertEqual(code, 1)
        self.assertIn("swift-nio 2.92.0 has CVE-2026-28980", said)
        code, said = self.run_check(
            [swift("swift-nio", "2.92.0")], compiled="2026-11-29", dismissed={"CVE-2026-28980": "no HTTP/1"}
        )
        self.assertEqual(code, 0, said)

    def test_a_part_inside_another_is_looked_at(self):
        inner = {"type": "library", "name": "newlib", "version": "1"}
        code, said = self.run_check([swift("swift-nio", "2.101.2", components=[inner])], compiled="2026-11-29")
        self.assertEqual(code, 1)
        self.assertIn("does not know newlib", said)

    def test_an_old_list_fails(self):
        code, said = self.run_check([swift("swift-nio", "2.101.2")], compiled="2026-09-01")
        self.assertEqual(code, 1)
        self.assertIn("is 91 days old", said)

    def test_the_database_is_asked_and_believed(self):
        boring = {"type": "library", "name": "BoringSSL", "version": "0226f30467f540a3f62ef48d453f93927da199b6"}
        with self.database() as url:
            code, said = self.run_check([swift("swift-nio", "2.101.2", components=[boring]), SQLITE], url)
            self.assertEqual(code, 0, said)
            self.assertEqual(
                Database.asked,
                [
                    {"package": {"ecosystem": "SwiftURL", "name": "github.com/apple/swift-nio"}, "version": "2.101.2"},
                    {"commit": boring["version"]},
                    {"package": {"ecosystem": "Debian:12", "name": "sqlite3"}, "version": "3.40.1-2"},
                ],
            )
            code, said = self.run_check([swift("swift-nio", "2.99.0")], url)
            self.assertEqual(code, 1)
            self.assertIn("swift-nio 2.99.0 has GHSA-test", said)

    def test_the_list_names_every_swift_part_that_is_pinned_and_inside(self):
        known = json.loads((ROOT / ".ci/advisories.json").read_text())
        pinned = {pin["location"].rsplit("/", 1)[1].removesuffix(".git") for pin in json.loads(
            (ROOT / "Package.resolved").read_text())["pins"]}
        others = {"libyaml", "BoringSSL", "llhttp", "swift", "ICU"}
        self.assertEqual(set(known["parts"]) - pinned, others)


if __name__ == "__main__":
    unittest.main()
