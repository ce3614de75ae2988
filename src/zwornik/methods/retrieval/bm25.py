"""x"""
import math
from dataclasses import dataclass, replace
from collections import Counter
import numpy as np
from zwornik.methods.text.analysis import AnalysedRecord
from zwornik.methods.text.cognates import SpellingIndex
from zwornik.methods.text.groups import BridgeKind, Group, Sense
from zwornik.methods.retrieval.index import Index
from zwornik.methods.retrieval.parts import Hit, Part


@dataclass(frozen=True, slots=True)
class P:
    k1: float = 1.2
    k3: float = 8.0
    title_query: float = 1.0
    cognate: float = 0.8
    cognate_pow: float = 1.0
    most_cognates: int = 5
    most_terms: int = 60
    multi: str = "sum"
    own: str = "pool"
    least: float = 0.55
    polpol: float = 0.0


class Ranker:
    def __init__(self, index, p=P()):
        self.index, self.p = index, p
        self.en = SpellingIndex(index.english_spellings, p.least)
        self.pl = SpellingIndex(index.polish_spellings, p.least)
        self.names = None

    def term_of(self, spellings, word):
        number = spellings[word]
        if self.names is None:
            self.names = list(self.index.terms)
        return self.names[number]

    def with_cognates(self, g):
        if not g.spelling:
            return g
        extra = []
        srcs = [(self.en, self.index.english_spellings, 1.0)] if g.polish else [(self.pl, self.index.polish_spellings, 1.0)]
        if g.polish and self.p.polpol:
            srcs.append((self.pl, self.index.polish_spellings, self.p.polpol))
        for si, sp, f in srcs:
            for w, d in si.neighbours(g.spelling)[: self.p.most_cognates]:
                t = self.term_of(sp, w)
                extra.append(Sense((t,), f * self.p.cognate * d**self.p.cognate_pow, BridgeKind.SPELLING, w))
        return replace(g, senses=g.senses + tuple(extra)) if extra else g

    def idf(self, df):
        n = len(self.index)
        return math.log(1 + (n - df + 0.5) / (df + 0.5))

    def group(self, g):
        """dense values"""
        ix, k1 = self.index, self.p.k1
        n = len(ix)
        tf = np.zeros(n)
        single = {}
        multi = []
        for s in g.senses:
            if len(s.terms) == 1:
                single[s.terms[0]] = max(s.weight, single.get(s.terms[0], 0))
            else:
                multi.append(s)
        if self.p.own == "max":
            owns = {t: w for t, w in single.items() if t.startswith("pl:")}
            single = {t: w for t, w in single.items() if t not in owns}
        else:
            owns = {}
        for t, w in single.items():
            po = ix.postings(t)
            if po is None:
                continue
            d, x = po
            tf[d] = np.maximum(tf[d], w * x)
        df = int(np.count_nonzero(tf))
        idf = self.idf(df)
        v = idf * tf * (k1 + 1) / (tf + k1)
        best = idf
        for t, w in owns.items():
            po = ix.postings(t)
            if po is None: continue
            d, x = po
            i = self.idf(len(d))
            v[d] = np.maximum(v[d], i * w * x * (k1 + 1) / (w * x + k1))
        for s in multi:
            k = len(s.terms)
            if self.p.multi == "none" and g.width == 1: continue
            scale = s.weight * min(1.0, g.width / k)
            if self.p.multi == "min" and g.width == 1:
                m = np.full(n, np.inf)
                for t in s.terms:
                    y = np.zeros(n)
                    po = ix.postings(t)
                    if po is not None: y[po[0]] = po[1]
                    m = np.minimum(m, y)
                i = self.idf(int(np.count_nonzero(m)))
                i = min(i, idf) if df else i
                v = np.maximum(v, s.weight * i * m * (k1 + 1) / (m + k1))
                continue
            m = np.zeros(n)
            tot = 0
            for t in s.terms:
                po = ix.postings(t)
                if po is None: tot += self.idf(0); continue
                d, x = po
                i = self.idf(len(d)); tot += i
                x = x.astype(float)
                m[d] += i * x * (k1 + 1) / (x + k1)
            if self.p.multi == "cap" and g.width == 1 and df:
                scale *= min(1, idf / (tot / k))
            best = max(best, scale * tot)
            v = np.maximum(v, scale * m)
        return v

    def rank(self, rec, top=10):
        ix = self.index
        counts = {}
        for name, text in rec.fields:
            w = self.p.title_query if name == "title" else 1.0
            for g in text.groups:
                k = g.senses
                counts[k] = (g, counts.get(k, (g, 0))[1] + w)
        gs = [(self.with_cognates(g), (self.p.k3 + 1) * c / (self.p.k3 + c)) for g, c in counts.values()]
        if len(gs) > self.p.most_terms:
            def est(g):
                df = sum(ix.document_frequency(s.terms[0]) for s in g.senses)
                return self.idf(min(df, len(ix))) if df else 0.0
            gs = sorted(gs, key=lambda a: -a[1] * est(a[0]))[: self.p.most_terms]
        total = np.zeros(len(ix))
        for g, w in gs:
            total += w * self.group(g)
        k = min(top, len(ix))
        cand = np.flatnonzero(total > 0)
        if len(cand) > k:
            th = np.partition(total[cand], len(cand) - k)[len(cand) - k]
            cand = cand[total[cand] >= th]
        o = np.lexsort((ix.key_rank[cand], -total[cand]))[:k]
        return [(ix.keys[i], total[i]) for i in cand[o]]
