"""Annotate: Article -> spaCy Doc with sentences, parts of speech, features, dependencies and names.

The only step that starts a model. Never looks at what an article is about.
"""

from backchannel.annotate.doc import Annotator, annotate_article

__all__ = ["Annotator", "annotate_article"]
