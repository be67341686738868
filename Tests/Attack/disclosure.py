"""Who may do what, and what is said of things that are sealed."""
import json
import multiprocessing
import os

from bed import NOBODY, Connection, Daemon, ask
from described import LEVELS, filled, operations

# Groups that every Debian has, in the place of those of the package.
GROUPS = {"reader": 60, "clerk": 12, "supervisor": 8, "auditor": 9, "administrator": 13}
CONFIGURATION = """socketMode: "0660"
roleGroups:
  reader: [games]
  clerk: [man]
  supervisor: [mail]
  auditor: [news]
  administrator: [proxy]
"""


def as_member(group, questions, path, queue):
    """Asks `questions` as a user in this group alone, and puts the answers into `queue`."""
    os.setgroups([group] if group else [])
    os.setgid(group or NOBODY)
    os.setuid(NOBODY)
    answers = []
    for method, target, body in questions:
        connection = Connection(path, 30)
        try:
            connection.request(method, target, body, {"Content-Type": "application/json"} if body else {})
            response = connection.getresponse()
            # An endless stream has no end to read.
            is_stream = response.getheader("Content-Type") == "text/event-stream"
            headers = sorted((name, value) for name, value in response.getheaders() if name.lower() != "date")
            answers.append((response.status, headers, b"" if is_stream else response.read()))
        except OSError as error:
            answers.append((0, [], str(error).encode()))
        finally:
            connection.close()
    queue.put(answers)


def asked(group, questions, path):
    context = multiprocessing.get_context("fork")
    queue = context.Queue()
    child = context.Process(target=as_member, args=(group, questions, path, queue))
    child.start()
    answers = queue.get(timeout=300)
    child.join()
    return answers


def roles(row):
    """Every operation as every role, and as somebody without one: only those of its level are let through."""
    described = operations()
    for role, group in [*GROUPS.items(), ("nobody", 0)]:
        # Administrators change keys and the log itself: each role gets a daemon of its own.
        with Daemon(configuration=CONFIGURATION) as daemon:
            questions = [
                (method, filled(path), b"{}" if method in ("POST", "PUT") else None)
                for method, path, _ in described
            ]
            for (method, path, level), (status, _, answer) in zip(described, asked(group, questions, daemon.socket)):
                if role in LEVELS[level]:
                    row.check(status not in (0, 403), f"{role} is refused at {method} {path}: {status} {answer[:120]}")
                else:
                    row.check(status in (0, 403), f"{role} is let through at {method} {path}: {status}")


BODIES = {
    "/v1/moves": '{"barcodes":["%s"],"to":"SHELF"}',
    "/v1/charge-outs": '{"barcodes":["%s"],"to":"PERSON"}',
    "/v1/returns": '{"barcodes":["%s"],"to":"SHELF"}',
    "/v1/refiles": '{"barcodes":["%s"]}',
    "/v1/hand-overs": '{"barcodes":["%s"],"to":"PERSON"}',
    "/v1/renewals": '{"barcodes":["%s"]}',
    "/v1/pull-lists": '{"barcodes":["%s"]}',
    "/v1/labels/preview": '{"barcodes":["%s"],"format":"png"}',
    "/v1/labels/print": '{"barcodes":["%s"]}',
    "/v1/entities/{barcode}/changes": '{"title":"Another"}',
    "/v1/entities/{barcode}/labels": '{"role":"alias"}',
}


def sealed(row):
    """A sealed and a restricted thing against numbers that were never given, byte for byte, bodies and headers."""
    with Daemon(configuration=CONFIGURATION + "registerOnFirstScan: false\n") as daemon:
        shelf = daemon.must("POST", "/v1/locations", {"name": "Shelf A"})["barcode"]
        person = daemon.must("POST", "/v1/custodians", {"name": "A person"})["barcode"]
        things = []
        for number, level in enumerate(["sealed", "restricted"]):
            thing = daemon.must("POST", "/v1/items", {"title": f"Zebra {number}", "parent": shelf})["barcode"]
            alias = f"26-JV-081{number}"
            daemon.must("POST", f"/v1/entities/{thing}/labels", {"barcode": alias, "role": "alias"})
            daemon.must("POST", f"/v1/entities/{thing}/restriction", {"level": level, "order": "26-CR-7", "reason": "by order"})
            things.append((alias, level))
        unknown = "26-JV-0999"
        targets = [(method, path, None) for method, path, level in operations() if method == "GET" and "{barcode}" in path]
        targets += [(method, path, BODIES[path]) for method, path, _ in operations() if method == "POST" and path in BODIES]
        targets += [("GET", f"/v1/search?q={{barcode}}", None), ("GET", "/v1/documents?of={barcode}", None)]
        for alias, level in things:
            for role in ["reader", "clerk"]:
                if role == "clerk" and level == "restricted":
                    continue
                questions = []
                for method, path, body in targets:
                    for code in (alias, unknown):
                        filling = body and (body % code if "%s" in body else body).replace("SHELF", shelf).replace("PERSON", person)
                        questions.append((method, filled(path, barcode=code), filling and filling.encode()))
                answers = asked(GROUPS[role], questions, daemon.socket)
                for index in range(0, len(answers), 2):
                    one, other = [
                        json.dumps([status, headers, answer.decode(errors="replace")]).replace(code, "?")
                        for code, (status, headers, answer) in zip((alias, unknown), answers[index : index + 2])
                    ]
                    method, path, _ = questions[index]
                    row.check(one == other, f"{role} tells {level} from unknown at {method} {path}: {one[:120]} against {other[:120]}")
