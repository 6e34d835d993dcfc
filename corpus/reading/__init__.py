"""Reading: bytes of a file to the text of a speech, its encoding and its front matter."""

from corpus.reading.decoding import Decoded, decode
from corpus.reading.files import LIMIT, read_bytes, read_speech

__all__ = ["LIMIT", "Decoded", "decode", "read_bytes", "read_speech"]
