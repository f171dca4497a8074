"""A server on this computer that behaves like the real one on good days and on bad ones."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = Callable[[BaseHTTPRequestHandler], None]


class Server:
    """Answers each path by its function, any other with 404. `asked` are the paths asked for."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.answers: dict[str, Answer] = {}
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.is_over = threading.Event()


@contextmanager
def serving() -> Iterator[Server]:
    """A server while the block lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.asked.append(self.path)
            server.headers.append(dict(self.headers))
            try:
                server.answers.get(self.path, missing)(self)
            except (BrokenPipeError, ConnectionResetError):
                return  # the client has had enough

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    server = Server(f"http://127.0.0.1:{http.server_address[1]}")
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.is_over.set()
        http.shutdown()
        thread.join()
        http.server_close()


def sends(data: bytes, status: int = 200, length: int | None = None) -> Answer:
    """Sends bytes; `length` is what the head says of them."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(data) if length is None else length))
        handler.end_headers()
        handler.wfile.write(data)

    return answer


def leads_to(place: str) -> Answer:
    """Redirects."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(302)
        handler.send_header("Location", place)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def endless(piece: bytes, headers: tuple[tuple[str, str], ...] = ()) -> Answer:
    """Sends the same without end."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        for name, value in headers:
            handler.send_header(name, value)
        handler.end_headers()
        while True:
            handler.wfile.write(piece)

    return answer


def drips(server: Server, piece: bytes, pause: float) -> Answer:
    """Sends a little, waits, and so on."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not server.is_over.wait(pause):
            handler.wfile.write(piece)
            handler.wfile.flush()

    return answer


def silent(server: Server) -> Answer:
    """Says nothing at all."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        server.is_over.wait()

    return answer


missing = sends(b"not found", 404)
