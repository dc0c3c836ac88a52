"""Reads a text with quantulum3, paragraph by paragraph, and prints the seconds it took and how many quantities it found.

With `--sentences` spaCy parts each paragraph into tokens and sentences first, by rule, and quantulum3 reads each sentence.
"""
import sys
import time

from quantulum3 import parser

paragraphs = [part for part in sys.stdin.read().split("\n\n") if part.strip()]
if "--sentences" in sys.argv:
    import spacy

    language = spacy.blank("en")
    language.add_pipe("sentencizer")

    def parts(paragraph):
        return [sentence.text for sentence in language(paragraph).sents]

else:

    def parts(paragraph):
        return [paragraph]


parser.parse("It weighs 3 kg.")
started = time.perf_counter()
found = sum(len(parser.parse(part)) for paragraph in paragraphs for part in parts(paragraph))
print(time.perf_counter() - started, found)
