"""Train the small recogniser of projects, industries and places on the annotated sentences.

    python tests/experiments/span_model/train.py MODEL_DIR [--epochs N]

spaCy's `ner` over character tokens, as the pipeline has them; CPU only, seeds fixed. Prints the size of the
model and the SHA-256 of its weights: two runs on one machine give the same.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.util import fix_random_seed, minibatch

sys.path.insert(0, str(Path(__file__).parent))
from annotations import Sentence, read_sentences

SEED = 0
_EMBEDDING: dict[str, Any] = {
    "@architectures": "spacy.MultiHashEmbed.v2",
    "width": 64,
    "attrs": ["ORTH"],
    "rows": [2000],
    "include_static_vectors": False,
}
_ENCODING: dict[str, Any] = {
    "@architectures": "spacy.MaxoutWindowEncoder.v2",
    "width": 64,
    "window_size": 2,
    "maxout_pieces": 3,
    "depth": 4,
}
_MODEL: dict[str, Any] = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "ner",
    "extra_state_tokens": False,
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
    "nO": None,
    "tok2vec": {"@architectures": "spacy.Tok2Vec.v2", "embed": _EMBEDDING, "encode": _ENCODING},
}


def train(sentences: list[Sentence], epochs: int) -> Language:
    """A pipeline with a trained `ner`, from the sentences alone."""
    fix_random_seed(SEED)
    nlp = spacy.blank("zh")
    nlp.add_pipe("ner", config={"model": _MODEL})
    examples = [
        Example.from_dict(nlp.make_doc(sentence.text), {"entities": list(sentence.spans)})
        for sentence in sentences
    ]
    optimizer = nlp.initialize(lambda: examples)
    order = random.Random(SEED)
    for _ in range(epochs):
        order.shuffle(examples)
        for batch in minibatch(examples, 16):
            nlp.update(batch, sgd=optimizer, drop=0.25)
    return nlp


def main() -> int:
    """Train on all but the left-out documents and write the model."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("model", type=Path)
    parser.add_argument("--epochs", type=int, default=30)
    arguments = parser.parse_args()
    seen = [sentence for sentence in read_sentences() if not sentence.left_out]
    start = perf_counter()
    nlp = train(seen, arguments.epochs)
    seconds = perf_counter() - start
    nlp.to_disk(arguments.model)
    weights = nlp.get_pipe("ner").model.to_bytes()
    size = sum(path.stat().st_size for path in arguments.model.rglob("*") if path.is_file())
    print(
        f"{len(seen)} sentences, {seconds:.0f} s, {size / 1e6:.1f} MB, {hashlib.sha256(weights).hexdigest()}"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
