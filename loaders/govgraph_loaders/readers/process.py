"""The child process in which formats with parsers are read; started by `isolation`, never imported.

It reads one request on a line of stdin after another and answers each on a line of stdout. It may not use
more memory than it was given and may not open a connection, so a hostile file costs itself alone.
"""

from __future__ import annotations

import sys

from govgraph_loaders.readers import read_contents
from govgraph_loaders.readers.wire import Answer, Request
from govgraph_ontology.errors import DocumentSkipped

_NETWORK = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto", "urllib.Request")


def main() -> None:
    """Answer requests until there are no more."""
    _limit_memory(int(sys.argv[1]))
    sys.addaudithook(_refuse_network)
    answers = sys.stdout.buffer
    sys.stdout = sys.stderr  # What a parser prints must not be taken for an answer.
    for line in sys.stdin.buffer:
        request = Request.from_line(line)
        name = request.name
        try:
            answer = _answer(request).to_line()
        except DocumentSkipped as error:
            answer = Answer(error=str(error)).to_line()
        except MemoryError:
            limit = request.limits.memory
            why = f"{name}: 需要的内存超过 {limit} 字节 (needs more memory than allowed); split it"
            answer = Answer(error=why).to_line()
        except RecursionError:
            why = f"{name}: 嵌套太深 (nested too deeply); save it in a simpler form"
            answer = Answer(error=why).to_line()
        except Exception as error:  # a parser stumbled over a damaged file: it costs this file alone
            said = f"{type(error).__name__}: {error}"
            why = f"{name}: 文件已损坏，无法解析 (damaged, cannot be parsed): {said}"
            answer = Answer(error=why).to_line()
        answers.write(answer)
        answers.flush()


def _answer(request: Request) -> Answer:
    contents = read_contents(request.path, request.name, request.limits)
    if not request.extract:
        return Answer(contents)
    from govgraph_loaders.extraction import extract_source  # loads spaCy, which reading alone never needs

    return Answer(contents, tuple(map(extract_source, contents.sources)))


def _refuse_network(event: str, arguments: object) -> None:
    if event in _NETWORK:
        raise PermissionError(f"no network while documents are read: {event}")


def _limit_memory(size: int) -> None:
    """Hold the address space to `size` bytes on systems that can."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


if __name__ == "__main__":
    main()
